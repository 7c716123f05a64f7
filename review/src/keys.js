// Keys and what they do; the mapping can be changed and is kept in the browser.
import { signal } from '@preact/signals';
import { storage } from './i18n.js';

const defaults = {
  accept: 'a',
  reject: 'r',
  edit: 'e',
  add: 'n',
  undo: 'u',
  next: 'j',
  previous: 'k',
  nextArticle: 'l',
  previousArticle: 'h',
  explain: 'x',
  search: '/',
  review: '1',
  table: '2',
  charts: '3',
  quality: '4',
  help: '?',
};

const keys = signal({ ...defaults, ...JSON.parse(storage.get('keys') ?? '{}') });

const remap = (action, key) => {
  const taken = Object.keys(keys.value).find((other) => keys.value[other] === key);
  const swapped = taken ? { [taken]: keys.value[action] } : {};
  keys.value = { ...keys.value, ...swapped, [action]: key };
  storage.set('keys', JSON.stringify(keys.value));
};

const resetKeys = () => {
  keys.value = defaults;
  storage.set('keys', '{}');
};

const typing = (element) => element.closest?.('input, textarea, select, [contenteditable], dialog');

// Runs the action of a key unless the user is typing or a browser shortcut is meant.
const listen = (actions) => {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (typing(event.target)) return;
    const action = Object.keys(keys.value).find((name) => keys.value[name] === event.key);
    if (!action) return;
    event.preventDefault();
    actions[action]();
  });
};

export { keys, listen, remap, resetKeys };
