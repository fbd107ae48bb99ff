import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Content, readContent } from '../src/catalog/reading/content-folder.ts';
import { readPackEntry } from '../src/domain/products/og-pack.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { buildMall } from './support/build-mall.ts';
import { builtSite } from './support/built-site.ts';
import { addToCart, checkOut } from './support/checkout.ts';
import { coldVisit } from './support/cold-visit.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { placeOrder } from './support/orders.ts';
import { tagsOf } from './support/tags.ts';

const LISTINGS = 'tests/data/listings.csv';
const PHOTOS = 'tests/data/photos';

/** The same scene, upright and in other EXIF orientations. */
const EXIF = ['Landscape_1', 'Landscape_6', 'Portrait_1', 'Portrait_8'];

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-import-'));
const contentFolder = join(folder, 'content');
/** The listings alone, before other products join them. */
const listings = join(folder, 'listings');
const dist = join(folder, 'dist');
let report = '';
let content: Content;
let browser: Browser;
let mall: OpenMall;

beforeAll(async () => {
  report = importTable(LISTINGS, 'phone-snaps');
  cpSync(contentFolder, listings, { recursive: true });
  // A product whose photos come through the importer, by a column that names them.
  const named = join(folder, 'named.csv');
  writeFileSync(
    named,
    `title,price,category,location,photo\nGelang Rajut,25000,Aksesoris,Semarang,"${EXIF.join(', ')}"\n`,
  );
  report += importTable(named, 'exif');
  // And one whose photos somebody has committed straight from a phone.
  const [seller] = (await readContent(contentFolder)).content.sellers.keys();
  const products = join(contentFolder, 'products', seller!);
  for (const name of EXIF)
    copyFileSync(join(PHOTOS, 'exif', `${name}.jpg`), join(products, `${name.toLowerCase()}.jpg`));
  writeFileSync(
    join(products, 'langsung-dari-ponsel.md'),
    [
      '---',
      'title: Langsung dari Ponsel',
      'price: 50000',
      'category: aksesoris',
      'weight: 200',
      `photos: [${EXIF.map((name) => `${name.toLowerCase()}.jpg`).join(', ')}]`,
      'edition: uvo-2',
      'stock: 3',
      '---',
      '',
      'Foto apa adanya.',
      '',
    ].join('\n'),
  );
  completeDrafts();
  content = (await readContent(contentFolder)).content;
  await buildMall(contentFolder, dist);
  [browser, mall] = await Promise.all([launchBrowser(), openMall({ MALL_DIST: dist })]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What an editor does once the sellers have answered: each draft gets an address and an account of its own. */
function completeDrafts(): void {
  for (const [index, name] of globSync('sellers/*.json', { cwd: contentFolder }).sort().entries()) {
    const file = join(contentFolder, name);
    const { draft: _, ...seller } = JSON.parse(readFileSync(file, 'utf8'));
    const number = `00000${1000 + index}`;
    writeFileSync(
      file,
      JSON.stringify({
        ...seller,
        email: `impor-${index}@contoh.mal-ukm.test`,
        payments: { bank: { bank: 'Bank Contoh', number, holder: seller.name } },
        sample: true,
      }),
    );
  }
}

/** Runs one of the editors' commands; gives what it prints. */
function run(tool: string, args: string[], content = contentFolder): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`tools/${tool}.ts`, ...args], {
    encoding: 'utf8',
    env: { ...process.env, MALL_CONTENT: content },
  });
  if (status !== 0) throw new Error(`${tool} failed:\n${stdout}${stderr}`);
  return stdout;
}

const importTable = (file: string, photos: string) =>
  run('import', [file, '--photos', join(PHOTOS, photos), '--out', contentFolder]);

/** A product of the import that can be ordered as it is: no variants, one piece. */
function simpleProduct() {
  for (const [slug, product] of content.products) {
    if (product.variants.length || product.min_qty > 1 || !product.stock) continue;
    if (content.sellers.get(product.seller)?.payments.bank)
      return { slug, sku: slug, price: product.price, seller: product.seller };
  }
  throw new Error('the import has no product that can be ordered');
}

test(`the real listings are taken, row by row, but for exact repeats`, () => {
  const rows = readFileSync(LISTINGS, 'utf8').trim().split('\n');
  const distinct = new Set(rows.slice(1)).size;
  expect(report.match(/^baris \d+/gm)).toHaveLength(rows.length - 1 + 1);
  expect(content.products.size).toBe(distinct + 2);
  expect(content.sellers.size).toBeGreaterThan(10);
  expect([...content.sellers.values()].every(({ payments }) => payments.bank)).toBe(true);
});

test.each(['csv', 'xlsx'])(
  `the listings pass the check, and come back from their table as %s, every byte`,
  (ending) => {
    expect(run('check-content', [], listings)).toContain('203 produk diperiksa: tidak ada masalah');
    const table = join(folder, `katalog.${ending}`);
    run('export', [table], listings);
    const again = join(folder, `again-${ending}`);
    expect(run('import', [table, '--photos', join(listings, 'products'), '--out', again])).toContain(
      '203 baris: 203 diambil (203 baru',
    );
    const files = globSync('products/**/*.*', { cwd: listings }).sort();
    expect(files).toHaveLength(2 * 203);
    expect(globSync('products/**/*.*', { cwd: again }).sort()).toEqual(files);
    for (const file of files)
      expect(readFileSync(join(again, file)).equals(readFileSync(join(listings, file))), file).toBe(true);
    expect(run('import', [table, '--out', again])).toContain('Tidak ada yang berubah');
  },
);

test(`the imported mall builds: a page for each product, each with its photos`, () => {
  const site = builtSite(dist);
  expect(site.paths.filter((path) => path.startsWith('/produk/'))).toHaveLength(content.products.size);
  const missing: string[] = [];
  for (const { path, html } of site.pages())
    for (const { name, attributes } of tagsOf(html)) {
      const src = name === 'img' ? attributes.get('src') : undefined;
      if (src && site.answerTo(src) !== 'file') missing.push(`${src} on ${path}`);
    }
  expect(missing).toEqual([]);
});

test(`the imported mall takes an order by the API`, async () => {
  const { sku, price, seller } = simpleProduct();
  const order = await placeOrder(mall.origin, [{ sku, price, seller }], {
    ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
  });
  expect(order.code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
});

test(`the imported mall takes an order from a phone without scripts`, async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  await addToCart(page, `${mall.origin}/produk/${simpleProduct().slug}/`);
  await checkOut(page, mall.origin, {
    name: 'Sri Rahayu',
    phone: '0812-3456-7890',
    region: '33.74',
    address: 'Jalan Pemuda 1',
    postal_code: '50132',
  });
  expect(await page.locator('.pay-amount').count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
});

/** The large web pictures of a product, in the order of its photos. */
function picturesOf(slug: string): string[] {
  const html = builtSite(dist).read(`/produk/${slug}/`);
  const sources = [...tagsOf(html)].flatMap(({ name, attributes }) =>
    name === 'img' && attributes.get('src')?.startsWith(`/foto/${slug}-`)
      ? [(attributes.get('srcset')?.split(',').at(-1) ?? attributes.get('src')!).trim().split(' ')[0]!]
      : [],
  );
  return sources.map((src) => join(dist, 'client', src));
}

/** A picture as a few grey dots, so that two encodings of one scene are alike and a turned one is not. */
async function dots(picture: string | Buffer): Promise<Buffer> {
  return sharp(picture).greyscale().resize(24, 24, { fit: 'fill' }).raw().toBuffer();
}
function difference(a: Buffer, b: Buffer): number {
  return a.reduce((sum, value, index) => sum + Math.abs(value - b[index]!), 0) / a.length;
}

test.each([
  ['the importer', () => [...content.products].find(([, { title }]) => title === 'Gelang Rajut')![0]],
  ['a commit', () => [...content.products].find(([, { title }]) => title === 'Langsung dari Ponsel')![0]],
])(`photos with an EXIF orientation stand upright, by way of %s`, async (_, slugOf) => {
  const pictures = picturesOf(slugOf());
  expect(pictures).toHaveLength(EXIF.length);
  for (const [index, name] of EXIF.entries()) {
    const { width, height } = await sharp(pictures[index]!).metadata();
    expect(width > height, name).toBe(name.startsWith('Landscape'));
    const upright = await dots(
      join(PHOTOS, 'exif', name.startsWith('Landscape') ? 'Landscape_1.jpg' : 'Portrait_1.jpg'),
    );
    const shown = await dots(pictures[index]!);
    const turned = await dots(await sharp(pictures[index]!).rotate(180).toBuffer());
    expect(difference(shown, upright), name).toBeLessThan(8);
    expect(difference(turned, upright), name).toBeGreaterThan(16);
  }
});

test(`a product page with real photographs stays within the budget of a first visit`, async () => {
  const visits = [];
  for (const [slug, { title }] of content.products) {
    if (!/Ponsel|Rajut|Kemeja/.test(title) || visits.length === 6) continue;
    const { context, newPage, close } = await openContext(browser, PHONE);
    visits.push({ slug, ...(await coldVisit(context, await newPage(), `${mall.origin}/produk/${slug}/`)) });
    await close();
  }
  expect(visits.length).toBeGreaterThan(2);
  const beyond = visits.filter(
    ({ bytes, requests, shift }) => bytes > 60_000 || requests.length > 6 || shift > 0,
  );
  expect(beyond).toEqual([]);
});

test(`no picture of the imported mall carries metadata, those of shared links included`, async () => {
  const files = globSync('client/**/*.{webp,jpg,jpeg,png}', { cwd: dist }).map((file) => resolve(dist, file));
  const packed = [...content.products.keys()].map((slug) => {
    const [seller = '', product = ''] = slug.split('/');
    return Buffer.from(readPackEntry(readFileSync(join(dist, `client/og/${seller}.pack`)), product)!);
  });
  expect(files.length).toBeGreaterThan(content.products.size);
  const carriers: unknown[] = [];
  for (const picture of [...files, ...packed]) {
    const { exif, xmp, iptc, icc, comments, orientation } = await sharp(picture).metadata();
    if (exif || xmp || iptc || icc || comments?.length || (orientation ?? 1) !== 1) carriers.push(picture);
  }
  expect(carriers).toEqual([]);
});
