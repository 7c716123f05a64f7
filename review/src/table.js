// All records: facets and a list of which only what is in sight is in the page.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from 'htm/preact';
import { api } from './api.js';
import { amount, grouped, percent } from './format.js';
import { say, t } from './i18n.js';
import { measure } from './measure.js';
import { acceptAll, attempt, facets, go, list, place, refreshList, session, setFilter } from './state.js';

const rowHeight = 34; // also in app.css
const spare = 8; // rows beyond the edges

const columns = [
  ['value', amount],
  ['counted', ({ counted }) => counted],
  ['state', ({ state }) => say('state', state)],
  ['kind', ({ kind }) => say('kind', kind)],
  ['unit_org', ({ unit_org: name }) => name],
  ['place', ({ place: code }) => code && say('place', code)],
  ['period', ({ period }) => period],
  ['programme', ({ programme }) => programme],
  ['status', ({ status }) => say('status', status)],
  ['confidence', ({ confidence }) => (confidence === null ? '' : percent(Number(confidence)))],
  ['article', ({ title, article }) => title ?? article],
  ['rule', ({ rule }) => rule],
];

const usuallyOpen = ['state', 'check', 'kind'];

const Facet = ({ name, counts }) => {
  const chosen = place.value.filters[name] ?? [];
  const [open, setOpen] = useState(chosen.length > 0 || usuallyOpen.includes(name));
  const absent = chosen.filter((value) => !counts.some(([other]) => other === value));
  const all = open ? [...counts, ...absent.map((value) => [value, 0])] : [];
  return html`<details class="facet" open=${open} onToggle=${(event) => setOpen(event.currentTarget.open)}>
    <summary>${t(name)}</summary>
    <ul>
      ${all.map(
        ([value, count]) => html`<li key=${value}>
          <label>
            <input
              type="checkbox"
              checked=${chosen.includes(value)}
              onChange=${(event) => setFilter(name, value, event.currentTarget.checked)}
            />
            <span class="value">${say(name, value)}</span> <span class="count">${grouped(count)}</span>
          </label>
        </li>`,
      )}
    </ul>
  </details>`;
};

const Facets = () => {
  useLayoutEffect(refreshList, []);
  const [shown, setShown] = useState(matchMedia('(min-width: 60rem)').matches);
  const chosen = Object.values(place.value.filters).flat().length;
  return html`<aside class="facets" aria-label=${t('filters')}>
    <div class="facets-head">
      <h2>
        <button type="button" aria-expanded=${shown} onClick=${() => setShown(!shown)}>
          ${t('filters')}${chosen > 0 && ` (${chosen})`}
        </button>
      </h2>
      ${chosen > 0 && html`<button type="button" onClick=${() => go({ filters: {} })}>${t('clear')}</button>`}
    </div>
    ${shown &&
    Object.entries(facets.value.facets).map(([name, counts]) => html`<${Facet} key=${name} name=${name} counts=${counts} />`)}
  </aside>`;
};

const Heading = ({ name }) => {
  const { sort, down } = place.value;
  const on = sort === name;
  return html`<span
    role="columnheader"
    class="cell ${name}"
    aria-sort=${on ? (down ? 'descending' : 'ascending') : 'none'}
  >
    <button type="button" onClick=${() => go({ sort: name, down: on && !down })}>
      ${t(name)} ${on ? (down ? '▼' : '▲') : ''}
    </button>
  </span>`;
};

// Records that were fetched, by row number; thrown away with the list they belong to.
const useRows = (numbers, first, last) => {
  const cache = useRef({ of: null, rows: new Map() });
  const [, redraw] = useState(0);
  if (cache.current.of !== numbers) cache.current = { of: numbers, rows: new Map() };
  useLayoutEffect(() => {
    const { rows } = cache.current;
    const wanted = [...numbers.subarray(first, last)].filter((number) => !rows.has(number));
    if (wanted.length === 0) return;
    attempt(() =>
      measure('rows', async () => {
        for (const row of await api.rows(wanted)) rows.set(row.row, row);
        redraw((n) => n + 1);
      }),
    );
  }, [numbers, first, last]);
  return cache.current.rows;
};

const Row = ({ row, index }) => html`<a
  role="row"
  class="row ${row ? `state-${row.state}` : ''}"
  aria-rowindex=${index + 2}
  style=${{ top: `${index * rowHeight}px` }}
  href=${row ? `#/review?${new URLSearchParams({ article: row.article, figure: row.id })}` : undefined}
  onClick=${(event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // another tab
    event.preventDefault();
    if (row) go({ view: 'review', figure: row.id, article: row.article });
  }}
>
  ${columns.map(
    ([name, show]) => html`<span role="cell" class="cell ${name}" lang=${name === 'article' ? 'vi' : undefined}>
      ${row ? show(row) : '…'}
    </span>`,
  )}
</a>`;

const Rows = ({ numbers }) => {
  const box = useRef();
  const [sight, setSight] = useState([0, 50]);
  useLayoutEffect(() => {
    const look = () => {
      const { scrollTop, clientHeight } = box.current;
      const first = Math.max(0, Math.floor(scrollTop / rowHeight) - spare);
      setSight([first, Math.ceil((scrollTop + clientHeight) / rowHeight) + spare]);
    };
    box.current.scrollTop = 0;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box.current);
    box.current.addEventListener('scroll', look, { passive: true });
    return () => observer.disconnect();
  }, [numbers]);
  const [first, last] = [sight[0], Math.min(sight[1], numbers.length)];
  const rows = useRows(numbers, first, last);
  const shown = [];
  for (let index = first; index < last; index += 1) {
    shown.push(html`<${Row} key=${index} index=${index} row=${rows.get(numbers[index])} />`);
  }
  return html`<div class="grid" role="table" aria-label=${t('view.table')} aria-rowcount=${numbers.length + 1} ref=${box} tabindex="0">
    <div class="row heading" role="row" aria-rowindex="1">${columns.map(([name]) => html`<${Heading} name=${name} />`)}</div>
    <div class="rows" role="rowgroup" style=${{ height: `${numbers.length * rowHeight}px` }}>${shown}</div>
  </div>`;
};

const Table = () => html`<div class="table">
  <${Facets} />
  <section class="results" aria-label=${t('view.table')}>
    <div class="results-head">
      <p aria-live="polite">${list.value && t('results', grouped(list.value.length))}</p>
      <button type="button" onClick=${() => go({ sort: 'queue', down: false })} aria-pressed=${place.value.sort === 'queue'}>
        ${t('sort.queue')}
      </button>
      ${!session.value.read_only &&
      facets.value.open > 0 &&
      html`<button type="button" class="accept" onClick=${acceptAll}>${t('acceptAll', grouped(facets.value.open))}</button>`}
    </div>
    ${list.value && (list.value.length ? html`<${Rows} numbers=${list.value} />` : html`<p class="empty">${t('empty')}</p>`)}
  </section>
</div>`;

export { Facets, Table };
