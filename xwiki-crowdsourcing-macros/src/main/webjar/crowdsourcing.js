/*
 * See the NOTICE file distributed with this work for additional
 * information regarding copyright ownership.
 *
 * This is free software; you can redistribute it and/or modify it
 * under the terms of the GNU Lesser General Public License as
 * published by the Free Software Foundation; either version 2.1 of
 * the License, or (at your option) any later version.
 *
 * This software is distributed in the hope that it will be useful,
 * but WITHOUT ANY WARRANTY; without even the implied warranty of
 * MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE. See the GNU
 * Lesser General Public License for more details.
 *
 * You should have received a copy of the GNU Lesser General Public
 * License along with this software; if not, write to the Free
 * Software Foundation, Inc., 51 Franklin St, Fifth Floor, Boston, MA
 * 02110-1301 USA, or see the FSF site: http://www.fsf.org.
 */

/*
 * Makes the pages of the extension nicer. Everything works without it.
 */

const language = document.documentElement.lang || undefined;

/**
 * Tells the reader's own time where the wiki does not know the reader's time zone.
 */
function showSessionTimes() {
  for (const session of document.querySelectorAll('[data-cs-enhance]')) {
    const start = new Date(session.dataset.csStart);
    const end = new Date(session.dataset.csEnd);
    if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) {
      continue;
    }
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'full', timeStyle: 'short'
    });
    const name = new Intl.DateTimeFormat(language, {timeZoneName: 'long'})
      .formatToParts(start).find(part => part.type === 'timeZoneName')?.value;
    const range = end > start ? format.formatRange(start, end) : format.format(start);
    const own = document.createElement('span');
    own.className = 'cs-session-yours';
    own.textContent = `${session.dataset.csEnhance} ${range} ${name} (${zone})`;
    session.append(own);
  }
}

/**
 * Shows points in time in the reader's own zone where the wiki shows them in UTC.
 */
function showInstants() {
  const format = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  const full = new Intl.DateTimeFormat(language, {dateStyle: 'full', timeStyle: 'long'});
  for (const time of document.querySelectorAll('time[data-cs-instant]')) {
    const instant = new Date(time.dateTime);
    if (!Number.isNaN(instant.getTime())) {
      time.textContent = format.format(instant);
      time.title = full.format(instant);
    }
  }
}

/**
 * A row that is opened is meant: its box is ticked. A row that was ticked off again stays out.
 */
function keepOpenedRows() {
  for (const row of document.querySelectorAll('details.cs-row-spare')) {
    row.addEventListener('toggle', () => {
      const keep = row.querySelector('input[name="addedObjects"]');
      keep.checked = row.open;
      if (row.open) {
        row.querySelector('.form-group input, .form-group textarea, .form-group select')?.focus();
      }
    });
  }
}

/**
 * Brings the first field that is wrong into view.
 */
function focusFirstError() {
  document.querySelector('.cs [aria-invalid="true"]')?.focus();
}

showSessionTimes();
showInstants();
keepOpenedRows();
focusFirstError();
