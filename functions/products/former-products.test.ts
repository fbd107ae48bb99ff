import { beforeAll, expect, test } from 'vitest';
import { prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall();

test('the former address of a product leads to the present one, with what hung on it', async () => {
  for (const [from, to] of [
    ['/produk/tenun-troso/ikat-troso/', '/produk/tenun-troso/kain-ikat/'],
    ['/produk/tenun-troso/ikat-troso', '/produk/tenun-troso/kain-ikat/'],
    ['/produk/tenun-troso/ikat-troso/?utm_source=wa', '/produk/tenun-troso/kain-ikat/?utm_source=wa'],
  ] as const) {
    const response = await mall.request(from, { redirect: 'manual' });
    expect([response.status, response.headers.get('Location')]).toEqual([301, to]);
  }
});

test('a product that is gone is answered with the others of its seller, as not found', async () => {
  const response = await mall.request('/produk/tenun-troso/sudah-habis/');
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ page: { path: '/produk/tidak-ada?ukm=tenun-troso' } });
});

test('an unknown seller is not found like any unknown address', async () => {
  const response = await mall.request('/produk/tidak-dikenal/kain/');
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('asset /404.html');
});
