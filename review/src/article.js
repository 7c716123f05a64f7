// The article as it is, with every figure marked where it stands.
import { useLayoutEffect } from 'preact/hooks';
import { html } from 'htm/preact';
import { amount, grouped } from './format.js';
import { say, t } from './i18n.js';

// Of several figures at one place the shortest one is selected by a click: the server sorts them so.
const Segment = ({ segment, number, byNumber, chosen, onSelect }) => {
  const [text, ...numbers] = segment;
  if (numbers.length === 0) return html`<span data-segment=${number}>${text}</span>`;
  const figures = numbers.map((each) => byNumber[each]);
  const [first] = figures;
  const on = figures.some(({ id }) => id === chosen);
  const classes = ['mark', `kind-${first.kind}`, `state-${first.state}`, on && 'chosen', first.check === 'failed' && 'failed'];
  return html`<mark
    data-segment=${number}
    data-figure=${first.id}
    class=${classes.filter(Boolean).join(' ')}
    title=${figures.map((each) => `${amount(each)} · ${say('kind', each.kind)} · ${each.rule ?? ''}`).join('\n')}
    onClick=${() => onSelect?.(first)}
    >${text}</mark
  >`;
};

const Article = ({ article, chosen, onSelect }) => {
  useLayoutEffect(() => {
    const marks = [...document.querySelectorAll('.article mark.chosen')];
    marks[0]?.scrollIntoView({ block: 'nearest' });
  }, [article, chosen]);
  return html`<section class="article" aria-label=${t('article')} tabindex="0">
    <h2>${article.title ?? article.id}</h2>
    <p class="meta">
      ${[article.published, article.site, article.id].filter(Boolean).join(' · ')}
    </p>
    <div class="text" lang="vi">
      ${article.segments.map(
        (segment, number) => html`<${Segment}
          key=${number}
          segment=${segment}
          number=${number}
          byNumber=${article.figures}
          chosen=${chosen}
          onSelect=${onSelect}
        />`,
      )}
    </div>
    ${article.checks.length > 0 &&
    html`<h3>${t('checks')}</h3>
      <ul class="checks">
        ${article.checks.map(
          (check) => html`<li class=${check.holds ? 'holds' : 'failed'}>
            ${check.note ?? check.kind} · ${check.holds ? t('checkHolds') : t('checkFails')}
            ${!check.holds && ` (${t('expected')} ${grouped(check.expected)}, ${t('found')} ${grouped(check.found)})`}
          </li>`,
        )}
      </ul>`}
  </section>`;
};

export { Article };
