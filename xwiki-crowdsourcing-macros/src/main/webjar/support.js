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
 * Backs a contribution without leaving the place where one reads. What the wiki answers decides what is shown.
 */

async function change(form, holder) {
  const key = holder.dataset.csSupport;
  const response = await fetch(form.action, {method: 'POST', body: new URLSearchParams(new FormData(form))});
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const now = response.ok && page.querySelector(`[data-cs-support="${CSS.escape(key)}"]`);
  if (!now) {
    throw new Error('The wiki did not take it.');
  }
  // The place of the count stays, so that screen readers hear of the new one; so does the button, and the focus.
  holder.querySelector('.cs-support-count').textContent = now.querySelector('.cs-support-count').textContent;
  const button = form.querySelector('button');
  const changed = now.querySelector('form');
  button.className = changed.querySelector('button').className;
  button.setAttribute('aria-pressed', changed.querySelector('button').getAttribute('aria-pressed'));
  form.className = changed.className;
  form.elements.cs_action.value = changed.elements.cs_action.value;
}

document.addEventListener('submit', event => {
  const form = event.target;
  const holder = form.closest('[data-cs-support]');
  if (!holder || event.defaultPrevented) {
    return;
  }
  event.preventDefault();
  if (holder.hasAttribute('aria-busy')) {
    return;
  }
  holder.setAttribute('aria-busy', 'true');
  // What does not work here is tried as it works without scripts: the wiki then says what is wrong.
  change(form, holder).catch(() => form.submit()).finally(() => holder.removeAttribute('aria-busy'));
});
