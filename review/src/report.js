// The page of `solieu report`: marked articles and a table, from data in the page itself.
import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { html } from 'htm/preact';
import { Article } from './article.js';
import { amount, grouped } from './format.js';
import { language, say, switchLanguage, t } from './i18n.js';
import { Record } from './records.js';

const articles = JSON.parse(document.getElementById('data').textContent);
const figures = articles.flatMap((article, at) => article.figures.map((figure) => ({ ...figure, at, title: article.title ?? article.id })));
const chosen = signal({ at: 0, figure: articles[0]?.figures[0]?.id ?? null });
const query = signal('');

// Without case, marks and the stroke of đ, as the search of the store is.
const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const haystacks = figures.map((figure) =>
  plain([figure.title, figure.quote, figure.counted, figure.unit_org, figure.programme, figure.place, figure.period, figure.kind].filter(Boolean).join(' ')),
);
const found = computed(() => {
  const wanted = plain(query.value.trim());
  return wanted ? figures.filter((_, i) => haystacks[i].includes(wanted)) : figures;
});

const columns = ['value', 'kind', 'counted', 'unit_org', 'place', 'period', 'programme', 'status', 'article'];
const cell = {
  value: amount,
  kind: ({ kind }) => say('kind', kind),
  place: ({ place }) => place && say('place', place),
  status: ({ status }) => say('status', status),
  article: ({ title }) => title,
};
const page = 200;

const List = () => {
  const [count, setCount] = useState(page);
  return html`<section class="report-list" aria-label=${t('view.table')}>
    <label for="search">${t('search')}</label>${' '}
    <input id="search" type="search" value=${query.value} onInput=${(event) => (query.value = event.currentTarget.value)} />
    <p aria-live="polite">${t('results', grouped(found.value.length))}</p>
    <table>
      <thead><tr>${columns.map((name) => html`<th scope="col">${t(name)}</th>`)}</tr></thead>
      <tbody>
        ${found.value.slice(0, count).map(
          (figure) => html`<tr class=${figure.id === chosen.value.figure && figure.at === chosen.value.at ? 'chosen' : ''}>
            ${columns.map(
              (name, i) => html`<td>
                ${i === 0
                  ? html`<button type="button" onClick=${() => (chosen.value = { at: figure.at, figure: figure.id })}>${amount(figure)}</button>`
                  : (cell[name] ?? ((each) => each[name]))(figure)}
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
    ${found.value.length > count && html`<button type="button" onClick=${() => setCount(count + 5 * page)}>…</button>`}
  </section>`;
};

const Report = () => {
  const article = articles[chosen.value.at];
  const select = (figure) => (chosen.value = { at: chosen.value.at, figure: figure.id });
  document.documentElement.lang = language.value;
  return html`<header>
      <h1>${t('report')}</h1>
      <button type="button" onClick=${switchLanguage} lang=${language.value === 'vi' ? 'en' : 'vi'}>${t('language')}</button>
    </header>
    <main class="report">
      ${article
        ? html`<div class="review">
            <${Article} article=${article} chosen=${chosen.value.figure} onSelect=${select} />
            <section class="records" aria-label=${t('records')} tabindex="0">
              <ul key=${article.id}>
                ${article.figures.map(
                  (figure) => html`<${Record} key=${figure.id} figure=${figure} chosen=${figure.id === chosen.value.figure} onSelect=${select} />`,
                )}
              </ul>
            </section>
          </div>`
        : html`<p class="empty">${t('empty')}</p>`}
      <${List} />
    </main>`;
};

render(html`<${Report} />`, document.getElementById('app'));
