// What the server offers. A failure is an Error with the server's words.
const request = async (path, options) => {
  const response = await fetch(path, { credentials: 'same-origin', ...options });
  if (response.ok) return response;
  const body = await response.json().catch(() => ({}));
  const error = new Error(body.error ?? response.statusText);
  Object.assign(error, { status: response.status, place: body.place, remedy: body.remedy });
  throw error;
};

const get = async (path, signal) => (await request(path, { signal })).json();

const post = async (path, body) =>
  (
    await request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  ).json();

// The rows that a filter shows, in its order, as numbers that name rows until the store changes; the
// first number received is the store's generation.
let generation = 0;
const list = async (search, signal) => {
  const numbers = new Uint32Array(await (await request(`api/list?${search}`, { signal })).arrayBuffer());
  [generation] = numbers;
  return numbers.subarray(1);
};

const api = {
  session: () => get('api/session'),
  list,
  facets: (search, signal) => get(`api/facets?${search}`, signal),
  rows: (numbers) => get(`api/rows?generation=${generation}&rows=${numbers.join(',')}`),
  article: (key) => get(`api/article?${new URLSearchParams('row' in key ? { ...key, generation } : key)}`),
  explain: (key) => get(`api/explain?${new URLSearchParams(key)}`),
  charts: (search) => get(`api/charts?${search}`),
  quality: () => get('api/quality'),
  log: (before = 0) => get(`api/log?before=${before}`),
  decide: (body) => post('api/decisions', body),
  acceptAll: (search, expected) => post(`api/accept-all?${search}&expected=${expected}`, {}),
  undo: () => post('api/undo', {}),
};

export { api };
