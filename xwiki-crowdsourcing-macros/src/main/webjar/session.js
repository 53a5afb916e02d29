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
 * The run-sheet of a session: the clock of the agenda, and capturing with the keyboard alone. What is captured is kept in
 * the browser until the wiki has said that it is saved; sent again, it is not saved twice.
 */

const language = document.documentElement.lang || undefined;

const RETRY = 5000;

const REFRESH = 30000;

/**
 * Tells the reader's own time beside that of the session where the wiki does not know the reader's time zone.
 */
function showClocks() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const format = new Intl.DateTimeFormat(language, {timeStyle: 'short'});
  for (const table of document.querySelectorAll('table[data-cs-clocks]')) {
    for (const cell of zone && !zone.endsWith('UTC') ? table.querySelectorAll('.cs-clock') : []) {
      const [begin, end] = [...cell.querySelectorAll('time')].map(time => new Date(time.dateTime));
      const own = document.createElement('span');
      own.className = 'cs-meta cs-clock-yours';
      own.textContent = `${table.dataset.csClocks} ${format.formatRange(begin, end)}`;
      if (!cell.querySelector('.cs-clock-yours')) {
        cell.append(own);
      }
    }
  }
}

/**
 * By how much the clock of the wiki is ahead of the one here. The page was made just before its first byte came.
 */
function clockDifference(server) {
  const navigation = performance.getEntriesByType('navigation')[0];
  const received = performance.timeOrigin + (navigation?.responseStart || performance.now());
  return server - received;
}

class RunSheet {
  constructor(root) {
    this.root = root;
    this.difference = clockDifference(Number(root.querySelector('[data-cs-now]').dataset.csNow));
    root.querySelector('[data-cs-part="asof"]')?.remove();
    this.tick();
    setInterval(() => this.tick(), 1000);
    setInterval(() => this.refresh(), REFRESH);
  }

  now() {
    return Date.now() + this.difference;
  }

  part(name) {
    return this.root.querySelector(`[data-cs-part="${name}"]`);
  }

  describe(row) {
    return [row.querySelector('.cs-agenda-title'), row.querySelector('.cs-agenda-who')]
      .map(cell => cell?.textContent.trim()).filter(text => text).join(', ');
  }

  tick() {
    const now = this.now();
    const rows = [...this.root.querySelectorAll('tr[data-cs-begin]')];
    if (rows.length === 0) {
      return;
    }
    const current = rows.find(row => now >= row.dataset.csBegin && now < row.dataset.csEnd);
    const next = rows.find(row => row.dataset.csBegin > now);
    const seconds = current ? Math.ceil((current.dataset.csEnd - now) / 1000) : 0;
    this.part('left').textContent = current
      ? `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}` : '\u2013';
    const key = `${current?.dataset.csBegin} ${next?.dataset.csBegin}`;
    if (key !== this.shown) {
      this.show(rows, current, next);
      this.shown = key;
    }
  }

  show(rows, current, next) {
    for (const row of rows) {
      row.classList.toggle('cs-now', row === current);
      if (row === current) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
    }
    const texts = this.root.querySelector('[data-cs-now]').dataset;
    const text = current ? this.describe(current) : next ? texts.csNone : texts.csOver;
    this.part('now').textContent = text;
    this.part('next').textContent = next ? this.describe(next) : '\u2013';
    const button = this.part('button');
    if (button) {
      button.hidden = !next;
      button.value = next?.querySelector('button[name="item"]')?.value ?? button.value;
    }
    if (this.said !== undefined && this.said !== text) {
      const announcement = this.root.querySelector('[data-cs-announce]');
      announcement.textContent = `${announcement.dataset.csAnnounce}: ${text}`;
    }
    this.said = text;
  }

  /**
   * Shows what others did meanwhile, except where somebody is about to do something.
   */
  async refresh() {
    if (document.hidden) {
      return;
    }
    try {
      const address = new URL(location.href);
      address.hash = '';
      address.searchParams.set('cs_view', 'run');
      const response = await fetch(address);
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      for (const part of response.ok ? this.root.querySelectorAll('[data-cs-fresh]') : []) {
        const fresh = page.querySelector(`[data-cs-fresh="${part.dataset.csFresh}"]`);
        if (fresh && !part.contains(document.activeElement)) {
          part.replaceWith(fresh);
        }
      }
      this.shown = null;
      this.tick();
      showClocks();
    } catch {
      // Without a connection the clock goes on.
    }
  }
}

class Capture {
  constructor(root, sheet) {
    this.root = root;
    this.sheet = sheet;
    this.form = root.querySelector('form');
    this.speaker = this.form.elements.speaker;
    this.text = this.form.elements.text;
    this.status = root.querySelector('.cs-capture-status');
    this.list = root.querySelector('.cs-captured');
    this.prefix = `cs-capture:${root.dataset.csUser}:${new URL(this.form.action).pathname}:`;
    this.items = new Map();
    this.sending = false;
    this.text.required = false;
    this.form.addEventListener('submit', event => this.submit(event));
    this.speaker.addEventListener('keydown', event => this.chooseSpeaker(event));
    this.text.addEventListener('keydown', event => this.typeText(event));
    window.addEventListener('online', () => this.send());
    setInterval(() => this.send(), RETRY);
    this.showNumbers();
    this.send();
  }

  names() {
    return [...this.root.querySelectorAll('datalist option')].map(option => option.value);
  }

  showNumbers() {
    const list = document.createElement('ol');
    list.className = 'cs-speakers';
    for (const name of this.names()) {
      const item = document.createElement('li');
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'btn btn-default btn-sm';
      button.textContent = name;
      button.addEventListener('click', () => this.choose(name));
      item.append(button);
      list.append(item);
    }
    this.speaker.after(list);
  }

  choose(name) {
    this.speaker.value = name;
    this.text.focus();
  }

  chooseSpeaker(event) {
    const plain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.isComposing;
    const whole = this.speaker.selectionStart === 0 && this.speaker.selectionEnd === this.speaker.value.length;
    const name = /^[0-9]$/.test(event.key) ? this.names()[(Number(event.key) + 9) % 10] : null;
    if (plain && whole && name) {
      event.preventDefault();
      this.choose(name);
    } else if (plain && event.key === 'Enter') {
      event.preventDefault();
      this.text.focus();
    }
  }

  typeText(event) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.form.requestSubmit();
    }
  }

  submit(event) {
    const text = this.text.value.trim();
    if (!text) {
      event.preventDefault();
      this.text.focus();
      return;
    }
    const bytes = crypto.getRandomValues(new Uint8Array(24));
    const token = [...bytes].map(byte => (byte % 36).toString(36)).join('');
    const item = {token, time: String(Math.round(this.sheet.now())), speaker: this.speaker.value.trim(),
      kind: this.form.elements.kind.value, text};
    try {
      localStorage.setItem(this.prefix + token, JSON.stringify(item));
    } catch {
      // The browser keeps nothing: the form goes its plain way.
      return;
    }
    event.preventDefault();
    this.say('');
    this.text.value = '';
    this.speaker.focus();
    this.speaker.select();
    this.send();
  }

  kept() {
    const items = [];
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(this.prefix)) {
        try {
          items.push(JSON.parse(localStorage.getItem(key)));
        } catch {
          // Not ours.
        }
      }
    }
    return items.sort((one, other) => one.time - other.time);
  }

  /**
   * One at a time, the oldest first, in one tab. Another tab that sends the same saves nothing twice.
   */
  async send() {
    if (this.sending) {
      return;
    }
    this.sending = true;
    let problem = null;
    try {
      for (const item of this.kept()) {
        this.show(item, item.error ? 'refused' : 'waiting');
        if (!item.error && !problem) {
          problem = await this.post(item, true);
        }
      }
    } finally {
      this.sending = false;
    }
    const waiting = this.kept().filter(item => !item.error).length;
    if (waiting === 0) {
      this.say(this.items.size > 0 && this.kept().length === 0 ? this.root.dataset.csSaved : '');
    } else if (problem) {
      this.say(this.root.dataset[problem].replace('#', waiting));
    } else {
      this.send();
    }
  }

  say(text) {
    if (this.status.textContent !== text) {
      this.status.textContent = text;
    }
  }

  /**
   * @return the name of the text that says what is in the way, nothing if it is saved or was refused
   */
  async post(item, again) {
    const body = new URLSearchParams(new FormData(this.form));
    Object.entries({cs_quiet: '1', captured: item.time, token: item.token, speaker: item.speaker, kind: item.kind,
      text: item.text}).forEach(([name, value]) => body.set(name, value));
    let response;
    let page;
    try {
      response = await fetch(this.form.action, {method: 'POST', body, redirect: 'manual'});
      if (response.status === 201) {
        localStorage.removeItem(this.prefix + item.token);
        this.show(item, 'saved');
        response.body?.cancel();
        return null;
      }
      page = response.status >= 400 && response.status < 500 ? await response.text() : null;
    } catch {
      return 'csWaiting';
    }
    if (page === null) {
      return response.status >= 500 ? 'csWaiting' : 'csLogin';
    }
    return this.refused(item, response.status, new DOMParser().parseFromString(page, 'text/html'), again);
  }

  refused(item, status, page, again) {
    // Not if somebody else is logged in by now.
    const form = [...page.querySelectorAll('.cs-capture')]
      .find(other => other.dataset.csUser === this.root.dataset.csUser)?.querySelector('form');
    const fresh = form?.querySelector('[name="form_token"]')?.value;
    if (status === 403 && again && fresh && fresh !== this.form.elements.form_token.value) {
      // The wiki was started anew, and its token with it.
      this.form.elements.form_token.value = fresh;
      return this.post(item, false);
    }
    if (status === 403 || status === 401) {
      return 'csLogin';
    }
    item.error = [...page.querySelectorAll('.cs-errors li')].map(line => line.textContent).join(' ') || String(status);
    localStorage.setItem(this.prefix + item.token, JSON.stringify(item));
    this.show(item, 'refused');
    return null;
  }

  show(item, state) {
    let row = this.items.get(item.token);
    if (!row) {
      row = document.createElement('li');
      row.dir = 'auto';
      this.items.set(item.token, row);
      this.list.prepend(row);
    }
    row.className = `cs-captured-${state}`;
    row.textContent = [item.speaker, item.text].filter(part => part).join(': ');
    if (state === 'refused') {
      const reason = document.createElement('span');
      reason.className = 'cs-error';
      reason.textContent = ` ${this.root.dataset.csRefused} ${item.error} `;
      const change = document.createElement('button');
      change.type = 'button';
      change.className = 'btn btn-default btn-sm';
      change.textContent = this.root.dataset.csChange;
      change.addEventListener('click', () => this.change(item, row));
      row.append(reason, change);
    }
  }

  /**
   * Puts what was refused back into the form, unless something is being typed there.
   */
  change(item, row) {
    if (!this.text.value.trim()) {
      this.speaker.value = item.speaker;
      this.form.elements.kind.value = item.kind;
      this.text.value = item.text;
      localStorage.removeItem(this.prefix + item.token);
      row.remove();
      this.items.delete(item.token);
    }
    this.text.focus();
  }
}

showClocks();
const root = document.querySelector('.cs-run');
if (root) {
  const sheet = new RunSheet(root);
  const capture = root.querySelector('.cs-capture');
  if (capture) {
    new Capture(capture, sheet);
  }
}
