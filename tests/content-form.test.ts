import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { productFile } from '../tools/import/content-writing.ts';
import { launchBrowser, openContext, type WatchedContext } from './support/browser.ts';
import { buildMall } from './support/build-mall.ts';
import { builtSite } from './support/built-site.ts';
import { answerFolderPicker, layRepository, takeRepository } from './support/local-repository.ts';
import { navigate } from './support/navigate.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

// An editor's way: the form on a folder of this computer, then the check and the build of what it saved.

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-form-'));
const content = join(folder, 'content');
const saved = join(folder, 'saved');
const dist = join(folder, 'dist');
const rebuilt = join(folder, 'rebuilt');
const SHAWL = 'products/tenun-troso/syal-tenun-ikat.md';
const BY_IMPORT = 'products/lurik-pedan/kemeja-lurik.md';
const BY_HAND = 'products/batik-sekar/kemeja-parang.md';

let browser: Browser;
let mall: OpenMall;
let form: WatchedContext;
let page: Page;

beforeAll(async () => {
  cpSync('tests/fixture-content', content, { recursive: true });
  // As the importer writes a product, with everything in it that a form could spoil.
  writeFileSync(
    join(content, BY_IMPORT),
    productFile(
      {
        title: 'Kemeja Lurik: "Sapit Urang", 2 saku',
        price: 165000,
        category: 'kemeja',
        weight: 320,
        packed_size_cm: { length: 30, width: 22.5, height: 4 },
        unit: 'lembar',
        photos: ['seragam.svg'],
        edition: 'uvo-2',
        min_qty: 2,
        tiers: [{ min_qty: 12, price: 150000 }],
        variants: [
          { id: '2026', name: '2026', stock: 3, photo: 'seragam.svg' },
          { id: 'l', name: 'Ya', price: 170000, stock: 0, weight: 350 },
        ],
        materials: ['katun', '100% kapas'],
        technique: 'lurik',
        motif: 'sapit urang',
        colors: ['null', 'on'],
        size_chart: { columns: ['LD', 'PB'], rows: [{ size: 'M', cm: [100, 70.5] }] },
        care: '# cuci dengan tangan',
        labels: [{ kind: 'hki', number: '000123', valid_until: '2099-12-31' }],
        export_ready: true,
        title_en: 'Lurik Shirt',
        aliases: ['kemeja-lama'],
        sample: true,
      },
      'Ditenun *tangan* di Pedan.\n\n- dingin\n- kuat\n\nTanyakan [ukuran lain](https://contoh.test/?a=1&b=2), 3 \\* 4 cm.',
    ),
  );
  await buildMall(content, dist);
  [browser, mall] = await Promise.all([
    launchBrowser(),
    openMall({ MALL_CONTENT: content, MALL_DIST: dist }),
  ]);
  form = await openContext(browser, { viewport: { width: 1280, height: 900 } });
  page = await openForm(form);
  await addShawl(page);
  await changePrice(page, 'Lurik Pedan', 'Kemeja Lurik', 172000);
  await changePrice(page, 'Batik Sekar', 'Kemeja Batik Cap Parang', 189000);
  await renameSeller(page);
  await deleteProduct(page);
  await takeRepository(page, 'content', saved);
  // The mall that is being served stays as it is.
  await buildMall(saved, rebuilt);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function openForm({ newPage }: WatchedContext): Promise<Page> {
  const page = await newPage();
  await answerFolderPicker(page);
  await page.goto(`${mall.origin}/kelola/konten/`);
  await layRepository(page, content, 'content');
  await page.getByRole('button', { name: 'Buka folder di komputer ini' }).click();
  return page;
}

const editorOf = (page: Page) => page.getByRole('group', { name: 'Penyunting isi' });
const collection = (page: Page, name: string) =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}`) }).click();

async function save(page: Page, editor: Locator): Promise<void> {
  await editor.getByRole('button', { name: 'Simpan', exact: true }).click();
  await editor.waitFor({ state: 'hidden' });
  await page.getByText('Tersimpan.').waitFor();
}

async function newShawl(page: Page): Promise<Locator> {
  await collection(page, 'Tenun Troso Jaya');
  await page.getByRole('button', { name: 'Buat baru' }).click();
  const editor = editorOf(page);
  // What is typed before the new draft is ready gets lost; the draft's address tells that it is.
  await editor.getByRole('radio', { name: 'Alamat' }).click();
  await editor.getByRole('button', { name: 'Ubah alamat' }).waitFor();
  return editor;
}

async function addShawl(page: Page): Promise<void> {
  const editor = await newShawl(page);
  await editor.getByRole('textbox', { name: 'Nama produk' }).fill('Syal Tenun Ikat');
  await editor.getByRole('spinbutton', { name: 'Harga (Rp)' }).fill('95000');
  await editor.getByRole('radio', { name: 'Kain' }).click();
  await editor.getByRole('spinbutton', { name: 'Berat (gram)' }).fill('150');
  await editor
    .getByRole('group', { name: 'Isian “\u2068Foto\u2069”' })
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'IMG 2026 (1).JPG', mimeType: 'image/jpeg', buffer: await snapshot() });
  // The photo is made smaller first; what tells that it is ready is that it can be taken away again.
  await editor.getByRole('button', { name: 'Buang foto' }).waitFor();
  const description = editor.getByRole('textbox', { name: 'Penjelasan', exact: true });
  await description.click();
  await description.pressSequentially('Syal lembut dari Troso.');
  await editor.getByRole('radio', { name: 'UKM Virtual Expo II' }).click();
  await editor.getByRole('spinbutton', { name: 'Stok', exact: true }).fill('5');
  await save(page, editor);
}

/** As a phone takes it: large, and with the place where it was taken. */
function snapshot(): Promise<Buffer> {
  return sharp({ create: { width: 2400, height: 1800, channels: 3, background: '#b5651d' } })
    .withExif({
      IFD0: { Make: 'Ponsel' },
      IFD3: {
        GPSLatitudeRef: 'S',
        GPSLatitude: '6/1 40/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '110/1 45/1 0/1',
      },
    })
    .jpeg()
    .toBuffer();
}

async function changePrice(page: Page, seller: string, title: string, price: number): Promise<void> {
  await collection(page, seller);
  await page.getByRole('gridcell', { name: title }).last().click();
  const editor = editorOf(page);
  await editor.getByRole('spinbutton', { name: 'Harga (Rp)' }).first().fill(String(price));
  await save(page, editor);
}

async function renameSeller(page: Page): Promise<void> {
  await collection(page, 'Penjual');
  await page.getByRole('gridcell', { name: 'Lurik Pedan' }).last().click();
  const editor = editorOf(page);
  await editor.getByRole('textbox', { name: 'Nama toko' }).fill('Lurik Pedan Asri');
  await save(page, editor);
}

async function deleteProduct(page: Page): Promise<void> {
  await collection(page, 'Batik Sekar');
  await page.getByRole('gridcell', { name: 'Selendang' }).last().click();
  await editorOf(page).getByRole('button', { name: 'Pilihan lain' }).click();
  await page.getByRole('menuitem', { name: 'Hapus' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Hapus' }).click();
  await page.getByText('Terhapus.').waitFor();
}

const read = (path: string, root = saved) => readFileSync(join(root, path), 'utf8');

test('a new product with a photo is saved as an editor would have written it', async () => {
  expect(read(SHAWL)).toBe(
    productFile(
      {
        title: 'Syal Tenun Ikat',
        price: 95000,
        category: 'kain',
        weight: 150,
        photos: ['img-2026-1.webp'],
        edition: 'uvo-2',
        stock: 5,
      },
      'Syal lembut dari Troso.',
    ),
  );
  const photo = await sharp(join(saved, 'products/tenun-troso/img-2026-1.webp')).metadata();
  expect([photo.width, photo.height, photo.exif]).toEqual([1600, 1200, undefined]);
});

test('a changed price changes one line of a file that is written as the importer writes', () => {
  expect(read(BY_IMPORT)).toBe(read(BY_IMPORT, content).replace('price: 165000', 'price: 172000'));
});

test('a file that was written by hand in another way is written anew, and says the same', () => {
  const dataOf = (text: string) => parseDocument(text.split('---\n')[1]!).toJS();
  const { price, ...same } = dataOf(read(BY_HAND));
  const { price: before, ...expected } = dataOf(read(BY_HAND, content));
  expect([price, before]).toEqual([189000, 185000]);
  expect(same).toEqual(expected);
  expect(read(BY_HAND).split('---\n')[2]).toBe(read(BY_HAND, content).split('---\n')[2]);
});

test('a seller keeps every way of being paid, and gets nothing empty', () => {
  const before = JSON.parse(read('sellers/lurik-pedan.json', content));
  expect(JSON.parse(read('sellers/lurik-pedan.json'))).toEqual({ ...before, name: 'Lurik Pedan Asri' });
});

test('a deleted product takes its own photos along and leaves those of others', () => {
  for (const ending of ['md', 'svg'])
    expect(existsSync(join(saved, `products/batik-sekar/selendang-truntum.${ending}`)), ending).toBe(false);
  expect(existsSync(join(saved, 'products/batik-sekar/kemeja-parang.svg'))).toBe(true);
});

test('what the form saved passes the check unchanged', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/check-content.ts'], {
    env: { ...process.env, MALL_CONTENT: saved },
    encoding: 'utf8',
  });
  expect(`${stdout}${stderr}`).toContain('5 produk diperiksa: tidak ada masalah');
  expect(status).toBe(0);
});

test('it appears on the rebuilt pages', async () => {
  const site = builtSite(rebuilt);
  const shawl = site.read('/produk/tenun-troso/syal-tenun-ikat/');
  expect(shawl).toContain('Rp95.000');
  expect(shawl).toContain('Syal lembut dari Troso.');
  const picture = /\/foto\/tenun-troso\/syal-tenun-ikat-[^"\s]+/.exec(shawl)![0];
  expect(existsSync(join(site.root, picture))).toBe(true);
  expect(site.read('/ukm/tenun-troso/')).toContain('Syal Tenun Ikat');
  expect(site.read('/produk/lurik-pedan/kemeja-lurik/')).toContain('Rp172.000');
  expect(site.read('/produk/batik-sekar/kemeja-parang/')).toContain('Rp189.000');
  expect(site.read('/ukm/lurik-pedan/')).toContain('Lurik Pedan Asri');
});

test('the form asks nothing of any other host, and its own policy is enough for it', () => {
  expect(form.faults).toEqual([]);
});

test('the list of a seller’s products shows their photos', async () => {
  await collection(page, 'Lurik Pedan');
  const pictures = page.getByRole('row').locator('img[src^="blob:"]');
  await pictures.nth(1).waitFor();
  expect(await pictures.count()).toBe(2);
});

test('a product without what is required is not saved, and the form says where', async () => {
  const another = await openContext(browser);
  const other = await openForm(another);
  const editor = await newShawl(other);
  await editor.getByRole('textbox', { name: 'Nama produk' }).fill('Syal');
  await editor.getByRole('spinbutton', { name: 'Harga (Rp)' }).fill('9');
  await editor.getByRole('button', { name: 'Simpan', exact: true }).click();
  await other.getByText('isian perlu diperbaiki').waitFor();
  expect(await editor.getByText('Paling kecil 100.').count()).toBe(1);
  for (const label of ['Kategori', 'Berat (gram)', 'Foto', 'Expo']) {
    const field = editor.getByRole('group', { name: `Isian “\u2068${label}\u2069”` });
    expect(await field.getByText('Isian ini wajib.').count(), label).toBe(1);
  }
  await another.close();
});

test('the form has a policy of its own, which no other page has, and is not for search engines', async () => {
  const policyOf = async (path: string) => (await navigate(`${mall.origin}${path}`)).headers;
  const own = await policyOf('/kelola/konten/');
  expect(own['content-security-policy']).toContain("style-src 'self' 'unsafe-inline'");
  expect(own['content-security-policy']).not.toMatch(/https?:|script-src[^;]*'unsafe-(inline|eval)'/);
  expect(own['x-robots-tag']).toBe('noindex');
  for (const path of ['/', '/kelola', '/ukm/', '/masuk'])
    expect((await policyOf(path))['content-security-policy'], path).not.toContain('unsafe');
  expect(builtSite(dist).read('/sitemap.xml')).not.toContain('konten');
});
