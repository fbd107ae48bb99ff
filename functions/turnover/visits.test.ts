import { beforeAll, expect, test } from 'vitest';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const db = () => bindings.COUNTS_DB;
const PHONE = 'Mozilla/5.0 (Linux; Android 10; SM-A015F) Chrome/120.0.0.0 Mobile Safari/537.36';

function view(
  path: string,
  { address = '203.0.113.7', agent = PHONE, headers = {}, type = 'text/plain' } = {},
) {
  return mall.request('/api/visits', {
    method: 'POST',
    headers: { 'Content-Type': type, 'User-Agent': agent, 'CF-Connecting-IP': address, ...headers },
    body: JSON.stringify({ path }),
  });
}
async function counted(kind: string, level: string, value = '') {
  return db()
    .prepare(
      `SELECT SUM(views) AS views, SUM(visitors) AS visitors FROM visit_sums
       WHERE kind = ?1 AND level = ?2 AND value = ?3`,
    )
    .bind(kind, level, value)
    .first<{ views: number; visitors: number }>();
}

test('a view counts once for the mall, its product and its edition; the same visitor is one', async () => {
  for (const address of ['203.0.113.7', '203.0.113.7', '203.0.113.8']) {
    const response = await view('/produk/batik-sekar/kemeja-parang/', { address });
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(response.headers.get('Set-Cookie')).toBeNull();
  }
  await view('/daerah/33.20/', { type: 'application/json' });
  for (const level of ['minute', 'day', 'month'])
    expect(await counted('all', level)).toEqual({ views: 4, visitors: 2 });
  expect(await counted('product', 'day', 'batik-sekar/kemeja-parang')).toEqual({ views: 3, visitors: 2 });
  expect(await counted('edition', 'month', 'uvo-2')).toEqual({ views: 3, visitors: 2 });
  expect(await counted('region', 'day', '33.20')).toEqual({ views: 1, visitors: 1 });
  expect(((await (await mall.request('/api/turnover')).json()) as { visitors: number }).visitors).toBe(2);
});

test('views that arrive together are gathered, and none is counted twice', async () => {
  const before = (await counted('all', 'day'))!;
  await Promise.all(
    Array.from({ length: 60 }, (_, index) => view('/', { address: `198.51.100.${index % 20}` })),
  );
  await mall.settle();
  expect(await counted('all', 'day')).toEqual({ views: before.views + 60, visitors: before.visitors + 20 });
});

test('one client is not many visitors, whatever it calls itself and however many addresses it has', async () => {
  const before = (await counted('all', 'day'))!;
  for (let index = 0; index < 200; index += 1)
    await view('/', { address: '192.0.2.200', agent: `${PHONE} ${index}` });
  const after = (await counted('all', 'day'))!;
  expect(after.views).toBe(before.views + 200);
  expect(after.visitors - before.visitors).toBeLessThanOrEqual(40);
  expect(after.visitors - before.visitors).toBeGreaterThan(20);
  for (let index = 1; index <= 20; index += 1)
    await view('/', { address: `2001:db8:7::${index.toString(16)}` });
  expect((await counted('all', 'day'))!.visitors).toBe(after.visitors + 1);
});

test('bots, private pages and what the catalogue does not have leave no trace of a value', async () => {
  const before = await counted('all', 'day');
  expect((await view('/', { agent: 'Googlebot/2.1 (+http://www.google.com/bot.html)' })).status).toBe(204);
  expect((await view('/pesanan/rahasia')).status).toBe(204);
  expect((await view('/cari?q=batik')).status).toBe(204);
  expect(await counted('all', 'day')).toEqual(before);
  await view('/produk/toko-palsu/tidak-ada/');
  await view('/daerah/99.99/');
  await view('/expo/uvo-9/');
  const { results } = await db()
    .prepare("SELECT DISTINCT value FROM visit_sums WHERE kind <> 'all' ORDER BY value")
    .all<{ value: string }>();
  expect(results.map(({ value }) => value)).toEqual([
    '33.20',
    'batik-sekar',
    'batik-sekar/kemeja-parang',
    'uvo-2',
  ]);
});

test('a page that the Worker renders counts without a script; what was refused does not', async () => {
  const before = (await counted('all', 'day'))!;
  const headers = { 'User-Agent': PHONE, 'CF-Connecting-IP': '192.0.2.55' };
  await mall.request('/cari?q=batik', { headers });
  await mall.request('/keranjang', { headers });
  await mall.request('/keranjang', { headers: { ...headers, 'Sec-Purpose': 'prefetch' } });
  await mall.request('/keranjang', { method: 'HEAD', headers });
  await mall.request('/checkout', { headers });
  await mall.settle();
  expect(await counted('all', 'day')).toEqual({ views: before.views + 2, visitors: before.visitors + 1 });
});

test('nothing stored tells who visited, and what tells visitors apart lives one day', async () => {
  const everything = async () => {
    const tables = ['visit_sums', 'visit_keys', 'visits_seen'];
    const rows = await db().batch(tables.map((table) => db().prepare(`SELECT * FROM ${table}`)));
    return rows.map(({ results }) => results);
  };
  const [, keys, seen] = await everything();
  expect([keys!.length, seen!.length > 0]).toEqual([1, true]);
  expect(JSON.stringify(await everything())).not.toMatch(/203\.0\.113|198\.51|Mozilla|Android/);
  const before = (await counted('all', 'day'))!;
  mall.clock.time = new Date('2026-11-24T17:00:00.000Z');
  await mall.mall.figures.tidy();
  expect((await everything()).slice(1)).toEqual([[], []]);
  await view('/');
  expect(await counted('all', 'day')).toEqual({ views: before.views + 1, visitors: before.visitors + 1 });
  expect((await everything())[1]).toHaveLength(1);
  expect(JSON.stringify(await everything())).not.toContain(JSON.stringify(keys![0]));
});

test('an old moment tells the visitors of then', async () => {
  const visitors = async (query: string) =>
    ((await (await mall.request(`/api/turnover${query}`)).json()) as { visitors: number }).visitors;
  const total = await visitors('');
  expect(await visitors('?as_of=2026-11-24T23:59:00%2B07:00')).toBe(total - 1);
  expect(await visitors('?as_of=2026-11-24T11:59:00%2B07:00')).toBe(0);
  expect(await visitors('?as_of=2026-11-25T00:00:00%2B07:00')).toBe(total);
});

test('bad beacons are told so, and foreign pages may not count', async () => {
  const post = (body: string, headers: Record<string, string>) =>
    mall.request('/api/visits', { method: 'POST', body, headers: { 'User-Agent': PHONE, ...headers } });
  const status = async (response: Promise<Response>) => (await response).status;
  const text = { 'Content-Type': 'text/plain;charset=UTF-8' };
  expect(await status(post('{', text))).toBe(400);
  for (const body of ['{}', '[]', 'null', '{"path":1}', '{"path":"https://evil.test"}'])
    expect(await status(post(body, text)), body).toBe(422);
  expect(await status(post('path=/', { 'Content-Type': 'application/x-www-form-urlencoded' }))).toBe(415);
  expect(await status(post('{"path":"/"}', { ...text, Origin: 'https://evil.test' }))).toBe(403);
  expect(await status(post('{"path":"/"}', { ...text, Origin: 'null' }))).toBe(403);
  expect(await status(post('{"path":"/"}', { ...text, Origin: 'http://mal.test' }))).toBe(204);
  expect(await status(post(JSON.stringify({ path: `/${'a'.repeat(70_000)}` }), text))).toBe(413);
});
