// The form for a figure's reviewed fields. All values are text; the server checks them.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from 'htm/preact';
import { grouped, ungrouped } from './format.js';
import { provinces, say, t } from './i18n.js';

const choices = {
  kind: ['count', 'money', 'percent', 'ratio', 'measure', 'duration', 'age', 'multiple'],
  modifier: ['exact', 'approx', 'below', 'above', 'at_least', 'at_most'],
  status: ['actual', 'target'],
  change: ['', 'increase', 'decrease'],
};
const fields = [
  'value', 'min_value', 'max_value', 'of', 'unit', 'kind', 'modifier', 'counted', 'per',
  'unit_org', 'place', 'period', 'programme', 'status', 'change',
];
const numbers = ['value', 'min_value', 'max_value', 'of'];
const fresh = { kind: 'count', modifier: 'exact', status: 'actual' };

const Field = ({ name, value }) => {
  const id = `field-${name}`;
  return html`<div class="field">
    <label for=${id}>${t(name)}</label>
    ${choices[name]
      ? html`<select id=${id} name=${name}>
          ${choices[name].map(
            (choice) => html`<option value=${choice} selected=${choice === (value ?? '')}>${say(name, choice)}</option>`,
          )}
        </select>`
      : html`<input id=${id} name=${name} value=${numbers.includes(name) && value ? grouped(value) : (value ?? '')} autocomplete="off" list=${name === 'place' ? 'provinces' : undefined} />`}
  </div>`;
};

const EditForm = ({ values = fresh, onSave, onCancel }) => {
  const form = useRef();
  useLayoutEffect(() => {
    form.current.scrollIntoView({ block: 'nearest' });
    const { value } = form.current.elements;
    value.focus();
    value.select();
  }, []);
  const save = (event) => {
    event.preventDefault();
    const data = Object.fromEntries(new FormData(form.current));
    const typed = (name) => (numbers.includes(name) ? ungrouped(data[name].trim()) : data[name].trim());
    onSave(Object.fromEntries(fields.map((name) => [name, typed(name) || null])));
  };
  const keydown = (event) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    onCancel();
  };
  return html`<form class="edit" ref=${form} onSubmit=${save} onKeyDown=${keydown}>
    <datalist id="provinces">
      ${Object.entries(provinces).map(([code, name]) => html`<option value=${code}>${name}</option>`)}
    </datalist>
    ${fields.map((name) => html`<${Field} key=${name} name=${name} value=${values[name]} />`)}
    <div class="buttons">
      <button type="submit" class="accept">${t('save')} <kbd>Enter</kbd></button>
      <button type="button" onClick=${onCancel}>${t('cancel')} <kbd>Esc</kbd></button>
    </div>
  </form>`;
};

export { EditForm };
