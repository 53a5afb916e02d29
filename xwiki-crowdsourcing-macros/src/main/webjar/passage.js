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
 * Comments on the words of a brief that are selected, with the mouse or with the keys. Without it a paragraph is chosen
 * in the form.
 */

/**
 * @return what is selected as it is stored, without the numbers of citations
 */
function read(selection) {
  const holder = document.createElement('div');
  holder.append(selection.getRangeAt(0).cloneContents());
  holder.querySelectorAll('.cs-cite').forEach(citation => citation.remove());
  // So that the words of two paragraphs do not become one.
  holder.querySelectorAll('p, li, br, td, th, h1, h2, h3, h4, h5, h6').forEach(block => block.after(' '));
  return holder.textContent.replace(/\s+/g, ' ').trim();
}

function findSection(selection, text) {
  const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
  const node = range?.commonAncestorContainer;
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  const section = element?.closest('.cs-brief-section');
  return section && text.contains(section) ? section : null;
}

function comment(thread, passage) {
  const form = thread.querySelector('.cs-contribute');
  const field = form?.querySelector('textarea[name="passage"]');
  if (!field) {
    return;
  }
  field.value = passage;
  const paragraph = form.querySelector('select[name="paragraph"]');
  if (paragraph) {
    paragraph.value = '';
  }
  form.open = true;
  form.querySelector('textarea[name="text"]').focus();
}

for (const text of document.querySelectorAll('[data-cs-passage]')) {
  const thread = text.closest('.cs-brief')?.querySelector('.cs-thread');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-default cs-passage-comment';
  button.textContent = text.dataset.csPassage;
  let passage = '';
  button.addEventListener('click', () => comment(thread, passage));
  document.addEventListener('selectionchange', () => {
    const selection = document.getSelection();
    const section = thread && findSection(selection, text);
    const selected = section ? read(selection) : '';
    if (selected) {
      passage = selected;
      // Behind the section: the next stop of who goes on with the tab key.
      if (button.parentElement !== section) {
        section.append(button);
      }
    } else if (document.activeElement !== button && !button.matches(':hover')) {
      button.remove();
    }
  });
}
