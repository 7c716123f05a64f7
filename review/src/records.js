// The records of an article, each with all that it says.
import { useLayoutEffect, useRef } from 'preact/hooks';
import { html } from 'htm/preact';
import { EditForm } from './edit.js';
import { amount, percent } from './format.js';
import { say, t } from './i18n.js';
import { keys } from './keys.js';

// What was judged before the record changed, where it differs.
const was = (figure) =>
  Object.entries(figure.was ?? {})
    .filter(([name, value]) => value !== figure[name])
    .map(([name, value]) => `${t(name)}: ${value ?? '–'}`)
    .join('; ');

// With where it was found.
const found = (value, basis) => value && (basis ? `${value} (${say('basis', basis)})` : value);

const attributes = (figure) => [
  ['counted', figure.counted],
  ['unit_org', found(figure.unit_org, figure.unit_org_basis)],
  ['place', figure.place && say('place', figure.place)],
  ['period', found(figure.period, figure.period_basis)],
  ['programme', figure.programme],
  ['status', say('status', figure.status)],
  ['change', figure.change && [say('change', figure.change), figure.baseline].filter(Boolean).join(' · ')],
  ['action', figure.action],
  ['group', figure.group],
  ['before', was(figure)],
];

const Buttons = ({ actions }) => html`<div class="buttons">
  ${actions.map(
    ([name, run]) =>
      html`<button type="button" class=${name} onClick=${run}>${t(name)} <kbd>${keys.value[name]}</kbd></button>`,
  )}
</div>`;

// What won stands at the end.
const Explanation = ({ text }) => {
  const box = useRef();
  useLayoutEffect(() => {
    box.current.scrollTop = box.current.scrollHeight;
    box.current.scrollIntoView({ block: 'nearest' });
  }, [text]);
  return html`<pre class="explanation" lang="vi" tabindex="0" aria-label=${t('explain')} ref=${box}>${text.trim()}</pre>`;
};

const Record = ({ figure, chosen, editing, explanation, actions, onSelect, onSave, onCancel }) => {
  const element = useRef();
  useLayoutEffect(() => {
    if (chosen) element.current.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const shown = attributes(figure).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return html`<li
    ref=${element}
    class=${`record state-${figure.state} ${chosen ? 'chosen' : ''}`}
    data-record=${figure.id}
    aria-current=${chosen ? 'true' : undefined}
  >
    <button type="button" class="head" onClick=${() => onSelect?.(figure)}>
      <span class="amount">${amount(figure)}</span>
      <span class="quote" lang="vi">${figure.quote}</span>
      <span class="tag kind-${figure.kind}">${say('kind', figure.kind)}</span>
      ${figure.state && html`<span class="tag state">${say('state', figure.state)}</span>`}
      ${figure.check === 'failed' && html`<span class="tag failed">${t('check')}: ${say('check', 'failed')}</span>`}
    </button>
    <dl>
      ${shown.map(([name, value]) => html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>`)}
      ${figure.rule &&
      html`<div>
        <dt>${t('rule')}</dt>
        <dd>${figure.rule}${figure.confidence !== null && ` · ${percent(Number(figure.confidence))}`}</dd>
      </div>`}
      ${figure.reviewer && html`<div><dt>${t('reviewer')}</dt><dd>${figure.reviewer}</dd></div>`}
      ${figure.missing && html`<div><dt>${t('missed')}</dt></div>`}
    </dl>
    ${explanation && html`<${Explanation} text=${explanation} />`}
    ${editing && html`<${EditForm} values=${figure} onSave=${onSave} onCancel=${onCancel} />`}
    ${chosen && !editing && actions && html`<${Buttons} actions=${actions} />`}
  </li>`;
};

export { Record };
