// What the decisions say about the rules and about the reviewers, the log itself, and exports.
import { useEffect, useState } from 'preact/hooks';
import { html } from 'htm/preact';
import { api } from './api.js';
import { grouped, percent, when } from './format.js';
import { say, t } from './i18n.js';

const Rules = ({ rules }) => html`<table>
  <caption>${t('perRule')}</caption>
  <thead><tr><th scope="col">${t('rule')}</th><th scope="col">${t('precision')}</th><th scope="col">${t('decided')}</th></tr></thead>
  <tbody>
    ${rules.map(({ rule, right, decided }) => html`<tr><th scope="row">${rule}</th><td>${percent(right / decided)}</td><td>${grouped(decided)}</td></tr>`)}
  </tbody>
</table>`;

const Agreement = ({ pairs }) => html`<table>
  <caption>${t('agreement')}</caption>
  <thead>
    <tr><th scope="col">${t('pair')}</th><th scope="col">${t('field')}</th><th scope="col">${t('common')}</th><th scope="col">${t('agreement')}</th><th scope="col">${t('kappa')}</th></tr>
  </thead>
  <tbody>
    ${pairs.map(
      ({ a, b, field, common, agreed, kappa }) => html`<tr>
        <td>${a} · ${b}</td><th scope="row">${t(field)}</th><td>${common}</td><td>${percent(agreed / common)}</td>
        <td>${kappa === null ? '–' : grouped(kappa.toFixed(2))}</td>
      </tr>`,
    )}
  </tbody>
</table>`;

// The fields that a decision changed, "value: 5 → 6".
const changes = ({ before, after }) => {
  if (!after) return '';
  return Object.keys(after)
    .filter((name) => (before?.[name] ?? null) !== after[name])
    .map((name) => `${t(name)}: ${before?.[name] ?? '–'} → ${after[name] ?? '–'}`)
    .join('; ');
};

const Log = () => {
  const [entries, setEntries] = useState([]);
  const more = () => api.log(entries.at(-1)?.decision).then((older) => setEntries([...entries, ...older]), () => {});
  useEffect(() => void more(), []);
  return html`<div class="log">
    <table>
      <caption>${t('log')}</caption>
      <thead><tr>${['when', 'reviewer', 'what', 'quote', 'after', 'article'].map((name) => html`<th scope="col">${t(name)}</th>`)}</tr></thead>
      <tbody>
        ${entries.map(
          (entry) => html`<tr key=${entry.decision}>
            <td>${when(entry.at)}</td><td>${entry.reviewer}</td><td>${say('log', entry.action)}</td>
            <td lang="vi">${entry.quote}</td><td lang="vi">${changes(entry)}</td>
            <td><a href=${`#/review?${new URLSearchParams({ article: entry.article, figure: entry.figure })}`}>${entry.article}</a></td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${entries.length > 0 && entries.at(-1).decision > 1 && html`<button type="button" onClick=${more}>…</button>`}
  </div>`;
};

const exports = ['log', 'records', 'csv', 'gold', 'gold-decided', 'rules'];

const Quality = () => {
  const [data, setData] = useState(null);
  useEffect(() => {
    api.quality().then(setData, () => {});
  }, []);
  return html`<div class="quality">
    <h2>${t('export')}</h2>
    <ul class="exports">
      ${exports.map((name) => html`<li><a href=${`api/export?form=${name}`} download>${t(`export.${name}`)}</a></li>`)}
    </ul>
    ${data?.rules.length > 0 && html`<${Rules} rules=${data.rules} />`}
    ${data && (data.agreement.length ? html`<${Agreement} pairs=${data.agreement} />` : html`<p>${t('agreement')}: ${t('agreementNone')}</p>`)}
    <${Log} />
  </div>`;
};

export { Quality };
