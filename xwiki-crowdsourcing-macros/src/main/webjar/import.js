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
 * Lets a file be chosen instead of pasting its text, and keeps what was typed for as long as the tab is open: leaving
 * the page, coming back and reloading it lose nothing until the import has begun.
 */

for (const chooser of document.querySelectorAll('[data-cs-file]')) {
  const input = chooser.querySelector('input');
  const text = chooser.parentElement.querySelector('textarea');
  chooser.hidden = false;
  const key = 'cs-import ' + location.pathname;
  try {
    if (text.value === '') {
      text.value = sessionStorage.getItem(key) ?? '';
    }
    const keep = () => sessionStorage.setItem(key, text.value);
    keep();
    text.addEventListener('input', keep);
    text.form.addEventListener('submit', event => {
      if (!event.submitter?.name) {
        sessionStorage.removeItem(key);
      }
    });
  } catch (e) {
    // The browser keeps nothing, or has no room: then the form is as it is without scripts.
  }
  input.addEventListener('change', async () => {
    const file = input.files[0];
    if (file) {
      text.value = await file.text();
      text.dispatchEvent(new Event('input', {bubbles: true}));
    }
  });
}
