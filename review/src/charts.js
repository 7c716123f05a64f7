// Where people would rather look: amounts and counts over what the filters show.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { html } from 'htm/preact';
import uPlot from 'uplot';
import { api } from './api.js';
import { grouped, percent } from './format.js';
import { language, say, t } from './i18n.js';
import { listSearch } from './state.js';
import { Facets } from './table.js';

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

const font = '12px system-ui';

const axes = (x, y = {}) => {
  const common = { stroke: css('--text'), grid: { stroke: css('--line') }, ticks: { stroke: css('--line') }, font };
  return [{ ...common, ...x }, { ...common, size: 70, ...y }];
};

// Bars with their names below; the numbers are in the table for those who cannot see them.
const barsOf = (names, values, width) => ({
  options: {
    width,
    height: 260,
    padding: [null, 40, null, null], // the last name leans out
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false, range: [-0.6, names.length - 0.4] }, y: { range: (_, __, top) => [0, top || 1] } },
    axes: axes({ values: (_, at) => at.map((i) => names[i] ?? ''), splits: names.map((_, i) => i), rotate: -50, size: 90, space: 1, grid: { show: false }, incrs: [1] }),
    series: [{}, { fill: css('--bar'), stroke: css('--bar'), paths: uPlot.paths.bars({ size: [0.7, 60] }), points: { show: false } }],
  },
  data: [names.map((_, i) => i), values],
});

const calibrationOf = (bins, width) => ({
  options: {
    width,
    height: 260,
    legend: { show: false },
    cursor: { drag: { x: false, y: false } },
    scales: { x: { time: false, range: [0, 1] }, y: { range: [0, 1] } },
    axes: axes({ label: t('confidence'), labelFont: font }, { label: t('precision'), labelFont: font }),
    series: [
      {},
      { stroke: css('--muted'), dash: [6, 4], points: { show: false } },
      { stroke: css('--bar'), width: 2, points: { size: 8, fill: css('--bar') } },
    ],
  },
  data: [[0, ...bins.map(([at]) => at), 1], [0, ...bins.map(([at]) => at), 1], [null, ...bins.map(([, share]) => share), null]],
});

const Plot = ({ make }) => {
  const box = useRef();
  useLayoutEffect(() => {
    let plot;
    const draw = () => {
      plot?.destroy();
      const { options, data } = make(box.current.clientWidth);
      plot = new uPlot(options, data, box.current);
    };
    draw();
    addEventListener('resize', draw);
    return () => {
      removeEventListener('resize', draw);
      plot.destroy();
    };
  }, [make]);
  return html`<div class="plot" aria-hidden="true" ref=${box}></div>`;
};

const Chart = ({ title, rows, show, make }) => html`<figure class="chart">
  <figcaption>${title}</figcaption>
  ${rows.length ? html`<${Plot} make=${make} />` : html`<p class="empty">${t('empty')}</p>`}
  <details>
    <summary>${t('asTable')}</summary>
    <table>
      ${rows.map(([name, value, ...rest]) => html`<tr><th scope="row">${name}</th><td>${show(value)}</td>${rest.map((each) => html`<td>${grouped(each)}</td>`)}</tr>`)}
    </table>
  </details>
</figure>`;

const Bars = ({ name, rows }) => {
  const named = rows.map(([key, value]) => [say(name, key), value]);
  const make = (width) => barsOf(named.map(([key]) => (key.length > 14 ? `${key.slice(0, 13)}…` : key)), named.map(([, value]) => value), width);
  return html`<${Chart} title=${t(`chart.${name}`)} rows=${named} show=${(value) => grouped(Math.round(value * 100) / 100)} make=${make} />`;
};

const Charts = () => {
  const [data, setData] = useState(null);
  useEffect(() => {
    let old = false;
    api.charts(listSearch.value).then((fresh) => old || setData(fresh), () => {});
    return () => {
      old = true;
    };
  }, [listSearch.value]);
  return html`<div class="table">
    <${Facets} />
    <section class="charts" aria-label=${t('view.charts')} key=${language.value}>
      ${data &&
      html`<${Bars} name="place" rows=${data.place} />
        <${Bars} name="period" rows=${data.period} />
        <${Bars} name="programme" rows=${data.programme} />
        <${Chart}
          title=${t('chart.confidence')}
          rows=${data.confidence}
          show=${percent}
          make=${(width) => calibrationOf(data.confidence, width)}
        />
        <p class="note">${t('chartNote')}</p>`}
    </section>
  </div>`;
};

export { Charts };
