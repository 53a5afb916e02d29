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
 * Tells who types what others may have said already, after a pause.
 */

const PAUSE = 800;

const SHORTEST = 20;

const LONGEST = 500;

for (const place of document.querySelectorAll('[data-cs-similar]')) {
  const text = place.closest('form')?.elements.text;
  let timer;
  let running;

  async function ask() {
    running?.abort();
    running = new AbortController();
    const address = new URL(place.dataset.csSimilar, location.href);
    address.searchParams.set('cs_similar', text.value.trim().slice(0, LONGEST));
    try {
      const response = await fetch(address, {signal: running.signal});
      const answer = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('.cs-similar');
      if (response.ok && answer) {
        place.replaceChildren(document.importNode(answer, true));
      }
    } catch {
      // Nobody misses what is only a hint.
    }
  }

  text?.addEventListener('input', () => {
    clearTimeout(timer);
    if (text.value.trim().length >= SHORTEST) {
      timer = setTimeout(ask, PAUSE);
    }
  });
}
