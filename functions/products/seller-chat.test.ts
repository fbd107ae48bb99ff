import { beforeAll, expect, test } from 'vitest';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall();
const sql = (text: string) => bindings.CATALOG_A.prepare(text).run();

test('a chat opens at the approved number, whatever content says meanwhile', async () => {
  expect((await mall.request('/wa/batik-sekar')).status).toBe(404);
  await sql("UPDATE sellers SET sample = 0 WHERE slug = 'batik-sekar'");
  const { whatsapp } = (await mall.mall.sellers(['batik-sekar'])).get('batik-sekar')!;
  await sql("UPDATE sellers SET whatsapp = '+6281999999999' WHERE slug = 'batik-sekar'");
  const opened = testMall();
  const shop = await opened.request('/wa/batik-sekar');
  const location = new URL(shop.headers.get('Location')!);
  expect([shop.status, location.origin, location.pathname]).toEqual([
    303,
    'https://wa.me',
    `/${whatsapp.replace(/\D/g, '')}`,
  ]);
  expect(location.searchParams.get('text')).toContain('http://mal.test/ukm/batik-sekar/');
});

test('a product is named, in the language of the page; another shop’s is not', async () => {
  // A Worker of its own: what content says of a shop is read once in a Worker's life.
  const opened = testMall();
  const textOf = async (path: string) => {
    const response = await opened.request(path);
    expect([path, response.status]).toEqual([path, 303]);
    return new URL(response.headers.get('Location')!).searchParams.get('text');
  };
  expect(await textOf('/wa/batik-sekar?p=selendang-truntum')).toMatch(
    /^Halo Kak.*http:\/\/mal\.test\/produk\/batik-sekar\/selendang-truntum\/$/,
  );
  expect(await textOf('/wa/batik-sekar?p=selendang-truntum&l=en')).toMatch(/^Hello/);
  expect(await textOf('/wa/batik-sekar?p=tidak-ada')).toContain('/ukm/batik-sekar/');
});

test.each(['/wa/tidak-ada', '/wa/constructor', '/wa/tenun-troso'])(
  '%s has nobody to write to',
  async (path) => {
    expect((await mall.request(path)).status).toBe(404);
  },
);

test('a shop that is closed for fraud is led to by nothing', async () => {
  const opened = testMall();
  expect((await opened.request('/wa/batik-sekar')).status).toBe(303);
  await opened.mall.figures.suspensions.suspend('operator@mal-ukm.test', 'batik-sekar', 'Penipuan', true);
  expect((await opened.request('/wa/batik-sekar')).status).toBe(404);
});
