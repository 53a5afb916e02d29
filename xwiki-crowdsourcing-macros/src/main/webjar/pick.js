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
 * Finds by words what a macro shows, in the dialog of the editor of the wiki, and what a form cites. The picker is that
 * of the wiki; what it finds comes from the extension. What is typed is taken as well.
 */

/**
 * @return the parameter that names the page that has what is chosen, if this one does not
 */
function whole(input) {
  return input.name === 'uid' ? input.closest('.macro-editor, form')?.querySelector('[name="reference"]') : null;
}

/**
 * @return the page into which the macro is put
 */
function here() {
  return document.documentElement.dataset.xwikiReference || '';
}

function ask(input, name, text) {
  const address = new URL(input.dataset.csPick, location.href);
  address.searchParams.set('page', whole(input)?.value || here());
  address.searchParams.set(name, text);
  return fetch(address, {headers: {Accept: 'application/json'}}).then(response => response.ok ? response.json() : []);
}

function options($, input) {
  return {
    maxItems: 1,
    // No reference has a line break, but commas they may have.
    delimiter: '\n',
    create: true,
    createOnBlur: true,
    dropdownClass: 'selectize-dropdown cs-picks',
    wrapperClass: 'selectize-control cs-picked',
    load(text, callback) {
      const words = text.trim();
      ask(input, 'words', words).then(found => {
        for (const one of found) {
          const known = this.options[one.value] ?? one;
          known.words = [...known.words ?? [], words];
          // In the order of the last answer.
          known.$order = ++this.order;
        }
        // What was known already was found by other words.
        this.lastQuery = null;
        callback(found);
      }, () => callback());
    },
    loadSelected(value, callback) {
      ask(input, 'chosen', value).then(callback, () => callback());
    },
    // The words may be where the excerpt has ended: the wiki says what has them.
    score: text => item => item.words?.includes(text.trim()) ? 1 : 0,
    onItemAdd(value) {
      const page = this.options[value]?.page;
      const other = whole(input);
      // Where it stands needs no name: the reference is that of the wiki and of the page in it.
      const named = page && here().endsWith(':' + page) ? '' : page;
      if (page && other && other.value !== named) {
        $(other).val(named).trigger('change');
      }
    }
  };
}

/**
 * Looks again when another page has what is chosen: what that one has comes first.
 */
function again(picker) {
  picker.loadedSearches = {};
  Object.values(picker.options).forEach(option => {
    option.words = [];
  });
  picker.onSearchChange('');
}

/**
 * What the field is described by, and that it is wrong, belongs to what is seen of it; so do the focus and the keys.
 */
function follow(input, focused) {
  for (const name of ['aria-describedby', 'aria-invalid']) {
    if (input.hasAttribute(name)) {
      input.selectize.$control_input.attr(name, input.getAttribute(name));
    }
  }
  // Words that nothing has been found for yet are no reason to send the form.
  input.selectize.$control_input.on('keydown', event => {
    if (event.key === 'Enter' && event.target.value) {
      event.preventDefault();
    }
  });
  if (focused) {
    input.selectize.focus();
  }
}

if (typeof window.require === 'function') {
  window.require(['jquery', 'xwiki-selectize', 'xwiki-events-bridge'], $ => {
    function show(event, data) {
      $(data?.elements ?? document).find('[data-cs-pick]:not(.selectized)').each((i, input) => {
        const focused = input === document.activeElement;
        $(input).xwikiSelectize(options($, input));
        follow(input, focused);
        $(whole(input)).on('change', () => again(input.selectize));
      });
    }
    $(document).on('xwiki:dom:updated', show);
    show();
  });
}
