// The state of the page as the part of its address behind '#', so that a link names a place in it.
const facets = ['state', 'check', 'kind', 'unit', 'unit_org', 'place', 'programme', 'period', 'status', 'rule', 'confidence'];
const views = ['review', 'table', 'charts', 'quality'];

const defaults = { view: 'review', figure: null, article: null, query: '', sort: 'queue', down: false, filters: {} };

const parse = (hash) => {
  const [path, search = ''] = hash.replace(/^#\/?/, '').split('?');
  const params = new URLSearchParams(search);
  const filters = {};
  for (const facet of facets) if (params.has(facet)) filters[facet] = params.getAll(facet);
  return {
    view: views.includes(path) ? path : defaults.view,
    figure: params.get('figure'),
    article: params.get('article'),
    query: params.get('q') ?? '',
    sort: params.get('sort') ?? defaults.sort,
    down: params.get('down') === '1',
    filters,
  };
};

// What the server needs to make the list.
const search = ({ query, sort, down, filters }) => {
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  if (sort !== defaults.sort) params.set('sort', sort);
  if (down) params.set('down', '1');
  for (const facet of facets) for (const value of filters[facet] ?? []) params.append(facet, value);
  return params.toString();
};

const format = (state) => {
  const params = new URLSearchParams(search(state));
  if (state.article) params.set('article', state.article);
  if (state.figure) params.set('figure', state.figure);
  const text = params.toString();
  return `#/${state.view}${text ? `?${text}` : ''}`;
};

export { facets, format, parse, search };
