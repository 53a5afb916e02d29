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

import './import.js';
import './passage.js';
import './queue.js';
import './similar.js';
import './support.js';
import './session.js';

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
    if (!zone || zone.endsWith('UTC')) {
      // What a browser says that does not know, or does not tell.
      continue;
    }
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
 * Who opens a row wants to fill it in.
 */
function enterOpenedRows() {
  for (const row of document.querySelectorAll('details.cs-row-spare')) {
    row.addEventListener('toggle', () => {
      if (row.open) {
        row.querySelector('.form-group input, .form-group textarea, .form-group select')?.focus();
      }
    });
  }
}

/**
 * A field that the browser refuses must be seen, also in a row that was closed again.
 */
function openRefusedRows() {
  document.addEventListener('invalid', event => {
    event.target.closest('.cs details')?.setAttribute('open', 'open');
  }, true);
}

/**
 * Puts the date picker of the wiki in the place of the browser's own. Not for fingers: there the browser's own opens the
 * calendar of the phone, while the one of the wiki lies below the keyboard of the phone.
 */
function useDatePickers($) {
  const inputs = [...document.querySelectorAll('input[data-cs-picker="date"]')];
  if (!document.querySelector('script[src*="dateTimePicker"]') || window.matchMedia('(pointer: coarse)').matches) {
    return;
  }
  for (const input of inputs) {
    input.type = 'text';
    input.classList.add('datetime');
    // Before the picker shows itself: a field that is only passed by stays empty, what is no date stays as it was typed,
    // so that the wiki can say what is wrong with it, and the keys write, where T would mean "today".
    input.addEventListener('focus', () => $(input).data('DateTimePicker')?.useCurrent(false).useStrict(true)
      .keepInvalid(true).keyBinds({escape() {
        this.hide();
      }}), {capture: true});
  }
  // In case the script of the picker has looked already; otherwise it will find them.
  $(document).trigger('xwiki:dom:updated', {elements: inputs.map(input => input.parentElement)});
}

/**
 * Tells what arrives in an open dialogue, without moving what is being read. Who does not look is not asked for; who
 * cannot be reached is asked more and more rarely.
 */
function tellArrivals() {
  const usual = 20000;
  const longest = 300000;
  for (const status of document.querySelectorAll('[data-cs-live]')) {
    let pause = usual;
    let tag = '';
    const ask = async () => {
      if (!document.hidden) {
        try {
          const response = await fetch(`${status.dataset.csLive}&since=${status.dataset.csSince}`,
            {headers: tag ? {'If-None-Match': tag} : {}, cache: 'no-store'});
          if (response.status === 200) {
            tag = response.headers.get('ETag') ?? '';
            const text = (await response.text()).trim();
            const link = document.createElement('a');
            link.href = status.dataset.csShow;
            link.textContent = text;
            status.replaceChildren(...(text ? [link] : []));
          } else if (response.status !== 304) {
            throw new Error(response.statusText);
          }
          pause = usual;
        } catch {
          pause = Math.min(2 * pause, longest);
        }
      }
      setTimeout(ask, pause);
    };
    setTimeout(ask, pause);
  }
}

/**
 * Brings the first field that is wrong into view, or what is wrong with no field.
 */
function focusFirstError() {
  const first = ['[aria-invalid="true"]', '[autofocus]', '.cs-errors[tabindex]']
    .map(wrong => document.querySelector(`.cs ${wrong}`)).find(Boolean);
  first?.focus();
}

/**
 * Who clicks twice means it once. Later the form can be sent again, in case nothing came back.
 */
function sendOnce() {
  const pause = 5000;
  const sent = new WeakMap();
  document.addEventListener('submit', event => {
    const form = event.target;
    if (event.defaultPrevented || !form.matches('.cs-form')) {
      return;
    }
    if (event.timeStamp - (sent.get(form) ?? -pause) < pause) {
      event.preventDefault();
    } else {
      sent.set(form, event.timeStamp);
    }
  });
}

/**
 * @return what is seen of a field: a picker of the wiki hides the control whose place it takes
 */
function seen(control) {
  return control?.selectize?.$control_input?.[0] ?? control;
}

/**
 * A rule names the field by its label, for the editor of the wiki can say no more than that.
 */
function showRule(form, reason) {
  for (const group of form.querySelectorAll('.cs-edit-form .form-group')) {
    const label = `${group.querySelector('label')?.textContent.trim()}: `;
    const control = seen(group.querySelector('input:not([type="hidden"]), select, textarea'));
    if (label.length > 2 && control && reason.includes(label)) {
      const message = document.createElement('span');
      message.className = 'cs-error';
      message.id = `${control.id}-error`;
      message.textContent = reason.slice(reason.indexOf(label) + label.length);
      group.classList.add('has-error');
      (group.querySelector('.cs-hint') ?? group.querySelector('label')).after(message);
      control.setAttribute('aria-invalid', 'true');
      control.setAttribute('aria-describedby', message.id);
      group.closest('details')?.setAttribute('open', 'open');
      return;
    }
  }
}

/**
 * Shows what the wiki refused in the form that is open: at the field, and on top of the form what belongs to no field.
 */
function showRefusal(form, refused, reason) {
  form.querySelectorAll('.cs-edit-form .cs-error, .cs-edit-form .cs-errors').forEach(element => element.remove());
  form.querySelectorAll('.cs-edit-form .has-error').forEach(element => element.classList.remove('has-error'));
  form.querySelectorAll('.cs-edit-form [aria-invalid]').forEach(element => element.removeAttribute('aria-invalid'));
  const top = refused?.querySelector('.cs-edit-form .cs-errors') ?? document.createElement('div');
  if (!refused) {
    top.className = 'box errormessage cs-errors';
    top.setAttribute('role', 'alert');
    top.append(document.createElement('p'));
    top.firstChild.textContent = reason;
    showRule(form, reason);
  }
  form.querySelector('.cs-edit-form').prepend(top);
  for (const wrong of refused?.querySelectorAll('.cs-edit-form [aria-invalid="true"]') ?? []) {
    const field = seen(wrong.id ? document.getElementById(wrong.id) : form.elements[wrong.name]);
    const message = wrong.closest('.form-group')?.querySelector('.cs-error');
    if (field?.closest('.cs-edit-form') && message) {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', wrong.getAttribute('aria-describedby'));
      const group = field.closest('.form-group');
      group.classList.add('has-error');
      (group.querySelector('.cs-hint') ?? group.querySelector('label')).after(message);
      group.closest('details')?.setAttribute('open', 'open');
    }
  }
  (form.querySelector('.cs-edit-form .has-error') ?? top).scrollIntoView({block: 'center'});
  form.querySelector('.cs-edit-form [aria-invalid="true"]')?.focus();
}

/**
 * The wiki's own script takes a form that failed the validation for saved, and leaves it: what was typed would be lost.
 * So the form is sent from here, and what comes back decides.
 */
function saveForms($) {
  const passing = new WeakSet();
  $(document).on('xwiki:actions:beforeSave', (event, data) => {
    const button = event.target;
    const form = button.form;
    if (event.isDefaultPrevented() || !form?.querySelector('.cs-edit-form') || passing.delete(button)) {
      return;
    }
    event.preventDefault();
    // Editors put their content into the form when they hear of the same event.
    setTimeout(async () => {
      if (!form.reportValidity()) {
        return;
      }
      const body = new URLSearchParams(new FormData(form));
      body.set('action_save', 'true');
      body.set('ajax', 'true');
      if (data?.continue) {
        body.set('minorEdit', '1');
      }
      button.disabled = true;
      try {
        const response = await fetch(form.action, {method: 'POST', body: body});
        const type = response.headers.get('Content-Type') ?? '';
        if (response.ok && type.includes('html')) {
          showRefusal(form, new DOMParser().parseFromString(await response.text(), 'text/html'));
        } else if (response.ok) {
          $(button).trigger('xwiki:document:saved', [await response.json().catch(() => ({}))]);
          // A form that goes on is read anew: what has been added is there to be changed now.
          const view = form.elements.xredirect?.value || window.docviewurl;
          location.assign(data?.continue ? location.href.split('#')[0] : view);
        } else if (response.status === 500 && type.startsWith('text/plain')) {
          const text = await response.text();
          showRefusal(form, null, /Reason: \[([^]*)\]\.?\s*$/.exec(text)?.[1] ?? text);
        } else {
          // Edited meanwhile, logged out and the like: the wiki has dialogs for those.
          passing.add(button);
        }
      } catch {
        passing.add(button);
      }
      button.disabled = false;
      if (passing.has(button)) {
        button.click();
      }
    });
  });
}

showSessionTimes();
showInstants();
enterOpenedRows();
tellArrivals();
openRefusedRows();
focusFirstError();
sendOnce();
if (document.querySelector('.cs-edit-form') && typeof window.require === 'function') {
  window.require(['jquery', 'xwiki-events-bridge'], $ => {
    saveForms($);
    useDatePickers($);
  });
}
