// What the page shows and what a user can do with it.
import { batch, computed, effect, signal } from '@preact/signals';
import { api } from './api.js';
import { fault, t } from './i18n.js';
import { measure } from './measure.js';
import { format, parse, search } from './url.js';

const session = signal(null);
const place = signal(parse(location.hash)); // what the address says
const list = signal(null); // rows of the filter, null while none were loaded
const facets = signal({ open: 0, facets: {} }); // how many of the rows are open, and counts by facet
const article = signal(null); // as the server gave it
const editing = signal(null); // null, or {figure} being edited, or {selection} being added
const explanation = signal(null);
const toast = signal(null); // {text, undo}
const asking = signal(null); // a question to be confirmed: {text, yes}
const helpOpen = signal(false);
const busy = signal(false);

const listSearch = computed(() => search(place.value));
const current = computed(
  () => article.value?.figures.find((figure) => figure.id === place.value.figure) ?? null,
);
const position = computed(() =>
  list.value && current.value ? list.value.indexOf(current.value.row) : -1,
);
const isOpen = (figure) => ['open', 'reopened'].includes(figure.state);

const say = (text, undo = false) => {
  toast.value = { text, undo };
};

// Runs what a user asked for; failures are told, not thrown. A stale list is loaded anew.
const attempt = async (work) => {
  busy.value = true;
  try {
    return await work();
  } catch (error) {
    if (error.name === 'AbortError') return undefined;
    if (error.status === 409) {
      say(t('stale'));
      await loadList();
    } else {
      say(t('failed', fault(error)));
    }
    return undefined;
  } finally {
    busy.value = false;
  }
};

// Changes the address. Steps through records replace the entry in the history, pages add one.
const go = (change, { replace = false } = {}) => {
  const next = { ...place.value, ...change };
  const url = format(next);
  if (url !== location.hash) history[replace ? 'replaceState' : 'pushState'](null, '', url);
  place.value = next;
};

let loading = new AbortController();
let outdated = false; // something was decided since the list was loaded
const loadList = () => {
  outdated = false;
  loading.abort();
  loading = new AbortController();
  const { signal: stop } = loading;
  return attempt(() =>
    measure('filter', async () => {
      const wanted = listSearch.peek();
      const [rows, counts] = await Promise.all([api.list(wanted, stop), api.facets(wanted, stop)]);
      if (stop.aborted) return;
      batch(() => {
        list.value = rows;
        facets.value = counts;
      });
    }),
  );
};

const refreshList = () => {
  if (outdated) loadList();
};

// Shows an article and selects a figure of it: the one named, else the first that is open.
let opening = null; // what was asked for last: an older answer that comes late is dropped
const show = async (key) => {
  opening = key;
  const shown = await api.article(key);
  if (opening !== key) return;
  const figure =
    shown.figures.find(({ id, row }) => id === key.figure || row === key.row) ??
    shown.figures.find(isOpen) ??
    shown.figures[0];
  batch(() => {
    article.value = shown;
    editing.value = null;
    explanation.value = null;
    go({ figure: figure?.id ?? null, article: shown.id }, { replace: true });
  });
};
const open = (key) => attempt(() => measure('open', () => show(key)));

const choose = (figure) =>
  batch(() => {
    editing.value = null;
    explanation.value = null;
    go({ figure: figure.id }, { replace: true });
  });
const select = (figure) =>
  figure.id === place.peek().figure ? Promise.resolve() : measure('select', async () => choose(figure));

const step = (by) => {
  const figures = article.value?.figures ?? [];
  const next = figures[figures.indexOf(current.value) + by];
  return next ? select(next) : stepArticle(by);
};

// The next article of the list: from here on, the first row that is of another article.
const stepArticle = (by, how = open) => {
  const rows = list.value ?? [];
  const here = new Set(article.value?.figures.map(({ row }) => row));
  let at = position.value;
  do at += by;
  while (at >= 0 && at < rows.length && here.has(rows[at]));
  return at >= 0 && at < rows.length ? how({ row: rows[at] }) : say(t('finished'));
};

// After a decision: the next open figure of the article, else the next article.
const goOn = () => {
  const figures = article.value.figures;
  const from = figures.indexOf(current.value);
  const next = [...figures.slice(from + 1), ...figures.slice(0, from)].find(isOpen);
  return next ? choose(next) : stepArticle(1, show);
};

const refreshArticle = async () => {
  const fresh = await api.article({ article: article.value.id });
  article.value = fresh;
  return fresh;
};

const decide = (action, extra = {}) => {
  if (session.value.read_only) return say(t('readOnly'));
  return attempt(() =>
    measure(action, async () => {
      const done = await api.decide({ action, article: article.value.id, ...extra });
      outdated = true;
      const fresh = await refreshArticle();
      editing.value = null;
      session.value = { ...session.value, reviewed: done.reviewed, total: done.total };
      if (action === 'add') choose(fresh.figures.find(({ id }) => id === done.figure));
      else await goOn();
    }),
  );
};

const decideCurrent = (action, extra) => {
  const figure = current.value;
  return figure && decide(action, { figure: figure.id, before: figure.before, ...extra });
};

const undo = () => {
  if (session.value.read_only) return say(t('readOnly'));
  return attempt(() =>
    measure('undo', async () => {
      const done = await api.undo();
      if (!done.undone) return say(t('nothingToUndo'));
      session.value = { ...session.value, reviewed: done.reviewed, total: done.total };
      if (done.article) {
        outdated = true;
        await show({ article: done.article, figure: done.figure });
      } else {
        if (article.value) await refreshArticle();
        await loadList();
      }
      return say(t('undone', done.undone));
    }),
  );
};

const acceptAll = () => {
  const count = facets.value.open;
  asking.value = {
    text: t('acceptAllAsk', count),
    yes: () =>
      attempt(() =>
        measure('accept-all', async () => {
          const done = await api.acceptAll(listSearch.value, count);
          session.value = { ...session.value, reviewed: done.reviewed, total: done.total };
          if (article.value) await refreshArticle();
          await loadList();
          say(t('acceptedMany', done.accepted), true);
        }),
      ),
  };
};

// What is selected in the article, as places that the server can turn into offsets: the number of a
// segment and UTF-16 units into it, which is what a browser counts.
const selectionPlace = () => {
  const range = document.getSelection()?.rangeCount ? document.getSelection().getRangeAt(0) : null;
  if (!range || range.collapsed) return null;
  const end = (node, offset) => {
    const segment = node.parentElement?.closest('[data-segment]');
    return segment && node.nodeType === Node.TEXT_NODE
      ? { segment: Number(segment.dataset.segment), unit: offset }
      : null;
  };
  const start = end(range.startContainer, range.startOffset);
  const stop = end(range.endContainer, range.endOffset);
  return start && stop ? { start, end: stop, text: range.toString() } : null;
};

const beginAdd = () => {
  if (session.value.read_only) return say(t('readOnly'));
  const selection = selectionPlace();
  if (!selection) return say(t('selectFirst'));
  editing.value = { selection };
  return undefined;
};

const beginEdit = () => {
  if (session.value.read_only) return say(t('readOnly'));
  if (current.value) editing.value = { figure: current.value };
  return undefined;
};

const explain = () =>
  current.value &&
  attempt(() =>
    measure('explain', async () => {
      explanation.value = explanation.value
        ? null
        : { figure: current.value.id, text: (await api.explain({ article: article.value.id, figure: current.value.id })).text };
    }),
  );

const setFilter = (facet, value, on) => {
  const before = place.value.filters[facet] ?? [];
  const values = on ? [...before, value] : before.filter((other) => other !== value);
  const filters = { ...place.value.filters, [facet]: values };
  if (values.length === 0) delete filters[facet];
  go({ filters });
};

const start = async () => {
  addEventListener('popstate', () => {
    place.value = parse(location.hash);
  });
  session.value = await api.session();
  let loaded = null;
  effect(() => {
    if (listSearch.value === loaded) return;
    loaded = listSearch.value;
    loadList();
  });
  // The review page always shows an article: the one the address names, else the first of the list.
  effect(() => {
    const { view, figure, article: id } = place.value;
    if (view !== 'review') return;
    const shown = article.peek();
    if (!id) {
      if (list.value?.length) open({ row: list.value[0] });
    } else if (shown?.id !== id || (figure && !shown.figures.some((each) => each.id === figure))) {
      open(figure ? { article: id, figure } : { article: id });
    }
  });
};

export {
  acceptAll, article, asking, attempt, beginAdd, beginEdit, busy, current, decide, decideCurrent, editing, explain,
  explanation, facets, go, helpOpen, isOpen, list, listSearch, place, position, refreshList, select, session, setFilter,
  start, step, stepArticle, toast, undo,
};
