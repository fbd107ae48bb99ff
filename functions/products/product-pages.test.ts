import { beforeAll, expect, test } from 'vitest';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { edgePages } from './edge-pages.ts';

beforeAll(prepareDatabases);
const mall = testMall();
const PAGE = '/produk/tenun-troso/kain-ikat/';
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  mall.request(path, { headers, method, redirect: 'manual' });

test('a product without a static page is drawn from what the catalogue holds of its page', async () => {
  const response = await get(PAGE);
  expect(response.status).toBe(200);
  expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
  const { page } = (await response.json()) as { page: { path: string; product: Record<string, unknown> } };
  expect(page.path).toBe('/produk/halaman');
  expect(page.product).toMatchObject({
    id: 'tenun-troso/kain-ikat',
    seller: { slug: 'tenun-troso', pays: expect.any(Array) },
  });
  // Its neighbours come from rows of their own.
  expect(page.product.similar).toMatchObject([{ href: '/produk/batik-sekar/selendang-truntum/' }]);
});

test('it is asked for anew each time like a static page, and answered with 304 while it is the same', async () => {
  const first = await get(PAGE);
  expect(first.headers.get('Cache-Control')).toBe('public, max-age=0, must-revalidate');
  const etag = first.headers.get('ETag')!;
  expect(etag).toMatch(/^"[0-9a-f]{32}"$/);
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const again = await get(PAGE, { 'If-None-Match': known });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
  expect((await get(PAGE, { 'If-None-Match': '"other"' })).status).toBe(200);
});

test('the edge keeps it for its version alone: the next answer needs no database', async () => {
  const path = '/produk/lurik-pedan/seragam/';
  const first = await (await get(path)).text();
  await mall.settle();
  await bindings.CATALOG_A.prepare('DELETE FROM product_pages WHERE slug = ?1')
    .bind('lurik-pedan/seragam')
    .run();
  expect(await (await get(path)).text()).toBe(first);
  expect(await edgePages(mall.mall.settings.origin, 'another').find(path)).toBeUndefined();
});

test('without its last slash it leads to the one address, with what hung on it', async () => {
  const response = await get('/produk/tenun-troso/kain-ikat?utm_source=wa');
  expect([response.status, response.headers.get('Location')]).toEqual([307, `${PAGE}?utm_source=wa`]);
});

test('HEAD tells the same without a body', async () => {
  const [whole, head] = [await get(PAGE), await get(PAGE, {}, 'HEAD')];
  expect([head.status, await head.text(), head.headers.get('ETag')]).toEqual([
    200,
    '',
    whole.headers.get('ETag'),
  ]);
});

const PHOTO = 'tenun-troso/kain-ikat-1.0123abcd.400.webp';
const BYTES = Uint8Array.from({ length: 100 }, (_, index) => index);

test('a photo of the bucket is answered with its type, for ever, whole or in part', async () => {
  await bindings.PHOTOS.put(PHOTO, BYTES);
  const check = async () => {
    const whole = await get(`/foto/${PHOTO}`);
    expect(whole.status).toBe(200);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(BYTES);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/webp',
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    const known = await get(`/foto/${PHOTO}`, { 'If-None-Match': whole.headers.get('ETag')! });
    expect([known.status, await known.text()]).toEqual([304, '']);
    for (const [range, from, to] of [
      ['bytes=10-19', 10, 20],
      ['bytes=90-', 90, 100],
      ['bytes=-5', 95, 100],
    ] as const) {
      const part = await get(`/foto/${PHOTO}`, { Range: range });
      expect([part.status, part.headers.get('Content-Range')]).toEqual([206, `bytes ${from}-${to - 1}/100`]);
      expect(new Uint8Array(await part.arrayBuffer())).toEqual(BYTES.slice(from, to));
    }
    const beyond = await get(`/foto/${PHOTO}`, { Range: 'bytes=200-300' });
    expect(beyond.status).toBe(416);
    await beyond.arrayBuffer();
    const changed = await get(`/foto/${PHOTO}`, { Range: 'bytes=0-1', 'If-Range': '"another"' });
    expect([changed.status, (await changed.arrayBuffer()).byteLength]).toEqual([200, 100]);
  };
  await check();
  // The first whole answer was kept at the edge: now the same comes from there.
  await mall.settle();
  await bindings.PHOTOS.delete(PHOTO);
  await check();
});

test('a photo that nobody has, and a name that the build never gives, are not found', async () => {
  await bindings.PHOTOS.put('tenun-troso/rahasia.txt', 'x');
  for (const path of [
    '/foto/tenun-troso/kain-ikat-9.00000000.400.webp',
    '/foto/tenun-troso/rahasia.txt',
    '/foto/tenun-troso/..%2Frahasia.txt',
  ])
    expect((await get(path)).status, path).toBe(404);
});
