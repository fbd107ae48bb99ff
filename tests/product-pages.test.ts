import { globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deployMall } from '../tools/deploy/deploy-mall.ts';
import { type LocalTarget, localTarget } from '../tools/deploy/local-target.ts';
import type { Build } from '../tools/deploy/target.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { buildMall } from './support/build-mall.ts';
import { builtSite } from './support/built-site.ts';
import { pressGoOn } from './support/checkout.ts';
import { navigate } from './support/navigate.ts';
import { freePort, type OpenMall, openMall } from './support/open-mall.ts';
import { variedMall } from './support/varied-mall.ts';

// The same content twice: with all product pages built ahead, and with two of them; the Worker renders the others.
const AHEAD = '2';
const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-pages-'));
const distOf = (name: string) => join(folder, name, 'dist');
let content: string;
let browser: Browser;
let mall: OpenMall;
/** Addresses of the products whose pages are rendered on demand. */
let onDemand: string[];
let ahead: string[];

beforeAll(async () => {
  ({ content } = await variedMall(folder));
  await buildMall(content, distOf('static'), { MALL_STATIC_PRODUCTS: 'all' });
  await buildMall(content, distOf('on-demand'), { MALL_STATIC_PRODUCTS: AHEAD });
  ahead = builtSite(distOf('on-demand')).paths.filter((path) => path.startsWith('/produk/'));
  onDemand = builtSite(distOf('static')).paths.filter(
    (path) => path.startsWith('/produk/') && !ahead.includes(path),
  );
  [browser, mall] = await Promise.all([launchBrowser(), openMall({ MALL_DIST: distOf('on-demand') })]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  rmSync(folder, { recursive: true, force: true });
});

const at = (path: string, options?: Parameters<typeof navigate>[1]) =>
  navigate(`${mall.origin}${path}`, options);
const builtBytes = (file: string) => readFileSync(join(distOf('static'), 'client', file));

test('what is rendered on demand is the static page, byte for byte, first and when the edge has kept it', async () => {
  expect(ahead).toHaveLength(Number(AHEAD));
  expect(onDemand.length).toBeGreaterThanOrEqual(10);
  for (const round of ['rendered', 'kept'])
    for (const path of onDemand) {
      const response = await fetch(`${mall.origin}${path}`);
      expect(response.status, path).toBe(200);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.equals(builtBytes(`${path}index.html`)), `${path}, ${round}`).toBe(true);
    }
});

test('a browser that navigates gets it under the same headers as a static page', async () => {
  const [first] = onDemand;
  const headersOf = async (path: string) => {
    const { status, headers } = await at(path);
    const { etag, ...others } = headers;
    // What tells of the way and the moment, not of the page.
    for (const name of ['date', 'content-length', 'transfer-encoding', 'cf-cache-status'])
      delete others[name];
    return { status, etag: /^(W\/)?"[0-9a-f]{32}"$/.test(etag ?? ''), others };
  };
  expect(await headersOf(first!)).toEqual(await headersOf(ahead[0]!));
  const slashless = async (path: string) => {
    const { status, headers } = await at(`${path.slice(0, -1)}?utm_source=wa`);
    return [status, headers.location?.replace(path, '')];
  };
  expect(await slashless(first!)).toEqual(await slashless(ahead[0]!));
  const etag = (await at(first!)).headers.etag!;
  expect((await at(first!, { headers: { 'If-None-Match': etag } })).status).toBe(304);
});

test('all else that is built is the same; only those pages and their photos are left out of the static files', () => {
  const filesOf = (name: string) => {
    const root = join(distOf(name), 'client');
    return globSync('**/*', { cwd: root }).filter((file) => statSync(join(root, file)).isFile());
  };
  const few = new Set(filesOf('on-demand'));
  const left = filesOf('static').filter((file) => !few.has(file));
  const isTheirs = (file: string) =>
    onDemand.some((path) => {
      const slug = path.slice('/produk/'.length, -1);
      return file === `produk/${slug}/index.html` || file.startsWith(`foto/${slug}-`);
    });
  expect(left.filter((file) => !isTheirs(file))).toEqual([]);
  expect(left.length).toBeGreaterThan(2 * onDemand.length);
  const changed = [...few].filter(
    (file) => !readFileSync(join(distOf('on-demand'), 'client', file)).equals(builtBytes(file)),
  );
  expect(changed).toEqual([]);
});

test('their photos come from the bucket, the same bytes under the same headers', async () => {
  const photos = new Set<string>();
  for (const path of onDemand)
    for (const [photo] of (await at(path)).text.matchAll(/\/foto\/[^"\s]+/g)) photos.add(photo);
  const bucket = globSync('*/*', { cwd: join(distOf('on-demand'), 'photos') });
  expect(bucket.length).toBeGreaterThan(20);
  for (const photo of photos) {
    const response = await fetch(`${mall.origin}${photo}`);
    expect(response.status, photo).toBe(200);
    expect(Buffer.from(await response.arrayBuffer()).equals(builtBytes(photo)), photo).toBe(true);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('Content-Type')).toBe(
      photo.endsWith('.svg') ? 'image/svg+xml' : 'image/webp',
    );
  }
  expect(bucket.filter((name) => !photos.has(`/foto/${name}`))).toEqual([]);
});

test('they are found: in lists, the search, the sitemap, by former addresses, with the picture of shared links', async () => {
  const sitemap = builtSite(distOf('on-demand')).read('/sitemap.xml');
  for (const path of onDemand) {
    expect(sitemap).toContain(`${path}</loc>`);
    const slug = path.slice('/produk/'.length, -1);
    expect((await at(`/og/${slug}.jpg`)).status, slug).toBe(200);
    const product = (await (await fetch(`${mall.origin}/api/products/${slug}`)).json()) as { url: string };
    expect(product.url).toBe(path);
    const seller = slug.split('/')[0];
    expect(builtSite(distOf('on-demand')).read(`/ukm/${seller}/`)).toContain(`href="${path}"`);
  }
  const { items } = (await (await fetch(`${mall.origin}/api/search?q=kain+kutip`)).json()) as {
    items: { url: string }[];
  };
  expect(onDemand).toContain(items[0]!.url);
  const moved = await at('/produk/tenun-troso/ikat-troso/');
  expect([moved.status, moved.headers.location]).toEqual([301, '/produk/tenun-troso/kain-ikat/']);
});

test('what the mall has not is not found: products, photos, and the page without a product', async () => {
  for (const path of [
    '/produk/toko-lengkap/tidak-ada/',
    '/produk/tidak-ada/kain/',
    '/produk/halaman',
    '/foto/toko-lengkap/kain-biasa-1.00000000.400.webp',
    '/foto/toko-lengkap/..%2f..%2fcatalog.sql',
  ])
    expect((await at(path)).status, path).toBe(404);
});

test('without scripts, from a list to the page and into the cart', async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  const path = '/produk/toko-lengkap/kemeja-ukuran/';
  expect(onDemand).toContain(path);
  await page.goto(`${mall.origin}/ukm/toko-lengkap/`);
  await page.locator(`main a[href="${path}"]`).first().click();
  expect(new URL(page.url()).pathname).toBe(path);
  const widths = await page
    .locator('.shots img')
    .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
  expect(widths.map((width) => width > 0)).toEqual([true]);
  await page.getByRole('radio', { name: /XL/ }).check();
  await pressGoOn(page);
  expect(new URL(page.url()).pathname).toBe('/keranjang');
  expect(await page.locator('main').innerText()).toContain('Kain kemeja-ukuran');
  expect(await page.locator(`main a[href="${path}"]`).count()).toBeGreaterThan(0);
  expect(faults).toEqual([]);
  await close();
});

test('its script counts the view, as on a static page', async () => {
  const { newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const beacon = page.waitForRequest((request) => request.url().endsWith('/api/visits'));
  await page.goto(`${mall.origin}${onDemand[0]}`);
  expect((await beacon).postData()).toBe(JSON.stringify({ path: onDemand[0] }));
  expect(faults).toEqual([]);
  await close();
});

async function buildWithPrice(name: string, price: number): Promise<Build> {
  const file = join(content, 'products/toko-lengkap/kain-biasa.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/"price":\d+/, `"price":${price}`));
  await buildMall(content, distOf(name), { MALL_STATIC_PRODUCTS: AHEAD });
  const catalog = readFileSync(join(distOf(name), 'catalog-version'), 'utf8').trim();
  return { dist: distOf(name), catalog };
}

test('a new version never answers with a page that the edge kept for the one before, nor the other way round', async () => {
  const cheap = await buildWithPrice('cheap', 111_000);
  const dear = await buildWithPrice('dear', 222_000);
  const target: LocalTarget = await localTarget({
    state: join(folder, 'state'),
    port: await freePort(),
    dist: cheap.dist,
  });
  const page = async () => {
    const html = await (await fetch(`${target.origin}/produk/toko-lengkap/kain-biasa/`)).text();
    return /Rp(111|222)\.000/.exec(html)?.[0];
  };
  try {
    const first = await deployMall({ target, build: cheap });
    expect(await page()).toBe('Rp111.000');
    // That the edge keeps pages shows where the catalogue has lost one that was asked for.
    const other = `${target.origin}/produk/toko-lengkap/kain-grosir/`;
    const html = await (await fetch(other)).text();
    await target.databases.CATALOG_A.prepare(
      "DELETE FROM product_pages WHERE slug LIKE '%/kain-grosir'",
    ).run();
    await expect.poll(async () => (await fetch(other)).text()).toBe(html);
    await deployMall({ target, build: dear });
    expect(await page()).toBe('Rp222.000');
    await target.switchTo(first.version);
    expect(await page()).toBe('Rp111.000');
  } finally {
    await target.close();
  }
});
