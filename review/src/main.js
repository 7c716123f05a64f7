// The page of `solieu review`.
import { render } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { html } from 'htm/preact';
import { Charts } from './charts.js';
import { Help, Question } from './dialogs.js';
import { language, switchLanguage, t } from './i18n.js';
import { keys, listen } from './keys.js';
import { Quality } from './quality.js';
import { Review } from './review.js';
import {
  asking, beginAdd, beginEdit, decideCurrent, explain, go, helpOpen, place, session, start, step, stepArticle, toast,
  undo,
} from './state.js';
import { Table } from './table.js';

const views = { review: Review, table: Table, charts: Charts, quality: Quality };

// Searches when typing pauses, or ends: a search must not come after what the user does next.
const Search = () => {
  const timer = useRef(null);
  const look = (field) => {
    clearTimeout(timer.current);
    timer.current = null;
    const { view } = place.value;
    go({ query: field.value.trim(), view: view === 'review' ? 'table' : view });
  };
  const typed = ({ currentTarget: field }) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => look(field), 150);
  };
  const leave = ({ currentTarget: field }) => timer.current !== null && look(field);
  const keydown = ({ key, currentTarget: field }) => key === 'Escape' && field.blur();
  return html`<search>
    <label for="search" class="hidden">${t('search')}</label>
    <input id="search" type="search" placeholder=${t('searchHint')} value=${place.value.query} onInput=${typed} onBlur=${leave} onKeyDown=${keydown} />
  </search>`;
};

const Toast = () => html`<div class="toast" role="status" aria-live="polite">
  ${toast.value &&
  html`<span>${toast.value.text}</span> ${toast.value.undo && html`<button type="button" onClick=${undo}>${t('undo')}</button>`}
    <button type="button" aria-label=${t('close')} onClick=${() => (toast.value = null)}>×</button>`}
</div>`;

const App = () => {
  useEffect(() => {
    document.documentElement.lang = language.value;
    document.title = t('title');
  }, [language.value]);
  useEffect(() => {
    if (!toast.value) return undefined;
    const timer = setTimeout(() => (toast.value = null), 8000);
    return () => clearTimeout(timer);
  }, [toast.value]);
  const { view } = place.value;
  return html`<a class="skip" href="#main" onClick=${(event) => {
      event.preventDefault();
      document.getElementById('main').focus();
    }}>${t('skip')}</a>
    <header>
      <h1>solieu</h1>
      <nav aria-label=${t('views')}>
        ${Object.keys(views).map(
          (name) => html`<button type="button" aria-current=${view === name ? 'page' : undefined} onClick=${() => go({ view: name })}>
            ${t(`view.${name}`)}
          </button>`,
        )}
      </nav>
      <${Search} />
      <span class="who">${session.value.read_only ? t('readOnly') : session.value.reviewer}</span>
      <button type="button" onClick=${switchLanguage} lang=${language.value === 'vi' ? 'en' : 'vi'}>${t('language')}</button>
      <button type="button" onClick=${() => (helpOpen.value = true)}>${t('help')} <kbd>${keys.value.help}</kbd></button>
    </header>
    <main id="main" tabindex="-1"><${views[view]} /></main>
    <${Toast} />
    ${helpOpen.value && html`<${Help} />`} ${asking.value && html`<${Question} />`}`;
};

const onReview = (run) => () => place.value.view === 'review' && run();

listen({
  accept: onReview(() => decideCurrent('accept')),
  reject: onReview(() => decideCurrent('reject')),
  edit: onReview(beginEdit),
  add: onReview(beginAdd),
  undo,
  next: onReview(() => step(1)),
  previous: onReview(() => step(-1)),
  nextArticle: onReview(() => stepArticle(1)),
  previousArticle: onReview(() => stepArticle(-1)),
  explain: onReview(explain),
  search: () => document.getElementById('search').focus(),
  review: () => go({ view: 'review' }),
  table: () => go({ view: 'table' }),
  charts: () => go({ view: 'charts' }),
  quality: () => go({ view: 'quality' }),
  help: () => (helpOpen.value = true),
});

const root = document.getElementById('app');
start().then(
  () => render(html`<${App} />`, root),
  (error) => {
    root.textContent = error.message;
  },
);
