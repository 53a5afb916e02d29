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
 * Walks through the queue of curators with keys, while the focus is inside of it: j and k to the next and the previous
 * item, x ticks it or unfolds its form, Enter opens it. Everything works with the usual keys, too, and what is typed
 * into a field of an item is left alone.
 */

function move(list, step) {
  const items = [...list.closest('.cs-queue').querySelectorAll('.cs-queue-item')];
  const now = items.indexOf(document.activeElement.closest('.cs-queue-item'));
  const next = items[Math.max(0, Math.min(items.length - 1, now + step))];
  if (next) {
    next.tabIndex = -1;
    next.focus();
  }
}

document.addEventListener('keydown', event => {
  const list = event.target.closest?.('.cs-queue-items');
  const item = event.target.closest?.('.cs-queue-item');
  const typing = event.target.closest?.('textarea, select, input:not([type=checkbox])');
  if (!list || !item || typing || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.key === 'j' || event.key === 'k') {
    move(list, event.key === 'j' ? 1 : -1);
  } else if (event.key === 'x') {
    item.querySelector('input[type=checkbox], .cs-queue-review')?.click();
  } else if (event.key === 'Enter' && event.target === item) {
    item.querySelector('.cs-queue-open')?.click();
  } else {
    return;
  }
  event.preventDefault();
});
