import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { readContent } from '../../src/catalog/content-folder.ts';
import { importSummary, importTable, rowLines } from '../import.ts';
import { checkPhotos } from '../photos/check-photos.ts';

const LISTINGS = '../shared/data/listings.csv';
const SNAPS = '../shared/photos/phone-snaps';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'impor-'));
  made.push(folder);
  return folder;
}

/** Every file of a folder with its bytes' hash and time of change. */
function statesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return Object.fromEntries(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort()
      .map((path) => [
        path,
        `${createHash('sha256').update(readFileSync(path)).digest('hex')} ${statSync(path).mtimeMs}`,
      ]),
  );
}

const errorsIn = async (folder: string) =>
  (await readContent(folder)).problems.filter(({ severity }) => severity === 'error');

/** Imports a small table into a folder of its own. */
async function importText(text: string, more: Partial<Parameters<typeof importTable>[0]> = {}) {
  const folder = temporary();
  const file = join(folder, 'tabel.csv');
  writeFileSync(file, text);
  const out = more.out ?? join(folder, 'isi');
  const result = await importTable({ file, ...more, out });
  return { ...result, out, folder, rows: result.plan.rows };
}

test.skipIf(!existsSync(LISTINGS) || !existsSync(SNAPS))(
  'the real listings with the real snaps become a whole content folder without errors; once more changes no byte',
  async () => {
    const out = join(temporary(), 'isi');
    const { plan } = await importTable({ file: LISTINGS, photos: SNAPS, out });
    expect(plan.rows).toHaveLength(203);
    expect(plan.rows.filter(({ outcome }) => outcome !== 'new')).toEqual([]);
    const { content, problems } = await readContent(out);
    // Clothes for babies lack their SNI number: the table has no column for it.
    expect(problems.filter(({ field }) => field !== 'labels')).toEqual([]);
    expect(content.products.size).toBe(203);
    expect(await checkPhotos(out, join(out, '../verdicts.json'))).toEqual([]);
    expect([...content.products.values()].every(({ photos }) => photos[0]?.endsWith('.jpg'))).toBe(true);
    expect(
      [...content.sellers.values()].every(
        ({ draft, payments }) => draft && payments.bank?.bank === 'BELUM DIISI',
      ),
    ).toBe(true);
    expect(content.sellers.get('ukm-kab-tangerang')?.regency).toBe('36.03');
    expect(content.categories.length).toBeGreaterThan(9);
    expect([...content.editions.keys()]).toContain('uvo-2');

    const before = statesOf(out);
    const again = await importTable({ file: LISTINGS, photos: SNAPS, out });
    expect(new Set(again.plan.rows.map(({ outcome }) => outcome))).toEqual(new Set(['same']));
    expect(statesOf(out)).toEqual(before);
  },
  60_000,
);

test('each row is told: taken, left out as a repeat, or refused with why', async () => {
  const { rows, table, plan, out } = await importText(
    [
      'judul,harga,kategori,lokasi',
      'Kemeja  Batik ,"Rp 185.000",kemeja,Kota Semarang',
      'Kemeja Batik,185000,kemeja,Kota Semarang',
      'Kain Nol,0,kain,Kota Semarang',
      'Kain Mahal,2000000000,kain,Kota Semarang',
      'Kain Jauh,50000,kain,Atlantis',
      ',50000,kain,Kota Semarang',
      `${'panjang '.repeat(20)},50000,kain,Kota Semarang`,
      'Kemeja Batik,190000,kemeja,Kota Semarang',
    ].join('\n'),
  );
  expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([
    [2, 'new'],
    [3, 'repeat'],
    [4, 'refused'],
    [5, 'refused'],
    [6, 'refused'],
    [7, 'refused'],
    [8, 'refused'],
    [9, 'new'],
  ]);
  const lines = rowLines(rows);
  expect(lines[0]).toContain('products/ukm-kota-semarang/kemeja-batik.md');
  expect(lines[1]).toContain('sama dengan baris 2');
  expect(lines[2]).toContain('harga 0');
  expect(lines[3]).toContain('kelebihan nol');
  expect(lines[4]).toContain('"Atlantis" bukan kabupaten/kota');
  expect(lines[5]).toContain('judul kosong');
  expect(lines[6]).toContain('paling panjang 140');
  expect(lines[7]).toContain('kemeja-batik-2.md');
  expect(importSummary({ table, plan }, false)[0]).toBe(
    '8 baris: 2 diambil (2 baru, 0 berganti harga, 0 sudah ada), 1 berulang, 5 ditolak.',
  );
  expect((await readContent(out)).content.products.get('ukm-kota-semarang/kemeja-batik')?.title).toBe(
    'Kemeja Batik',
  );
});

test('a dry run tells the same and writes nothing', async () => {
  const { rows, out } = await importText('judul,harga,lokasi\nKain,50000,Solo\n', { dryRun: true });
  expect(rows).toMatchObject([{ outcome: 'new', file: 'products/ukm-kota-surakarta/kain.md' }]);
  expect(existsSync(out)).toBe(false);
});

test('without photographs a product gets its drawing, without a stock ten pieces, without a weight its category’s', async () => {
  const { out } = await importText('judul,harga,lokasi\nKemeja Batik Parang Merah,50000,Solo\n');
  const { content, problems } = await readContent(out);
  expect(problems).toEqual([]);
  const product = content.products.get('ukm-kota-surakarta/kemeja-batik-parang-merah')!;
  expect(product).toMatchObject({
    photos: ['kemeja-batik-parang-merah.svg'],
    stock: 10,
    motif: 'parang',
    edition: 'uvo-2',
  });
  expect(product.weight).toBe(content.categories.find(({ slug }) => slug === 'kemeja')!.weight);
  expect(product.body).toContain('dikirim dari Kota Surakarta');
  expect(
    readFileSync(join(out, 'products/ukm-kota-surakarta/kemeja-batik-parang-merah.svg'), 'utf8'),
  ).toMatch(/^<svg/);
});

test('what the table says of stock, weight, edition and description is taken', async () => {
  const { out } = await importText(
    'judul;harga;lokasi;stok;berat;expo;keterangan;bahan\nKain;50rb;Solo;3;0,4 kg;UVO I;Kain halus.;katun, sutra\n',
  );
  expect((await readContent(out)).content.products.get('ukm-kota-surakarta/kain')).toMatchObject({
    price: 50_000,
    stock: 3,
    weight: 400,
    edition: 'uvo-1',
    body: 'Kain halus.',
    materials: ['katun', 'sutra'],
  });
});

test('rows go to the seller who is named: by the option, by the column, or by what is there already', async () => {
  const text = 'judul,harga,lokasi,penjual\nKain A,50000,Solo,Batik Sekar\nKain B,60000,,Batik Sekar\n';
  const { out, rows } = await importText(text);
  expect(rows.map(({ file }) => file)).toEqual([
    'products/batik-sekar/kain-a.md',
    'products/batik-sekar/kain-b.md',
  ]);
  expect((await readContent(out)).content.sellers.get('batik-sekar')).toMatchObject({
    name: 'Batik Sekar',
    regency: '33.72',
  });
  // The seller has a file now, so no location is needed any more, and the file is not touched.
  const seller = join(out, 'sellers/batik-sekar.json');
  writeFileSync(seller, readFileSync(seller, 'utf8').replace('Batik Sekar', 'Batik Sekar Arum'));
  const more = await importText('judul,harga\nKain C,70000\n', { out, seller: 'batik-sekar' });
  expect(more.rows).toMatchObject([{ outcome: 'new', file: 'products/batik-sekar/kain-c.md' }]);
  expect(readFileSync(seller, 'utf8')).toContain('Batik Sekar Arum');
  const nobody = await importText('judul,harga\nKain C,70000\n', { seller: 'toko-baru' });
  expect(nobody.rows).toMatchObject([
    { outcome: 'refused', reason: expect.stringContaining('lokasi kosong') },
  ]);
});

test('an editor’s own changes survive the next import; a new price in the table is taken', async () => {
  const { out } = await importText('judul,harga,lokasi\nKain A,50000,Solo\nKain B,60000,Solo\n');
  const file = join(out, 'products/ukm-kota-surakarta/kain-a.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('stock: 10', 'stock: 4'));
  const { rows } = await importText('judul,harga,lokasi\nKain A,55000,Solo\nKain B,60000,Solo\n', { out });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['price', 'same']);
  expect(readFileSync(file, 'utf8')).toMatch(/price: 55000\n[\s\S]*stock: 4\n/);
  expect(await errorsIn(out)).toEqual([]);
});

test('a photo column names files whatever their case; phones’ photographs are shrunk and stripped on the way', async () => {
  const photos = temporary();
  mkdirSync(join(photos, 'dalam'));
  const snap = sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#7c1c2c' } });
  const gps = { IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 58/1 0/1' } };
  await snap.clone().withExif(gps).jpeg().toFile(join(photos, 'IMG_1.JPG'));
  await snap
    .clone()
    .png()
    .toFile(join(photos, 'dalam', 'dua.png'));
  writeFileSync(join(photos, 'rusak.jpg'), 'rusak');
  const { out, rows } = await importText(
    'judul,harga,lokasi,foto\nKain A,50000,Solo,img_1.jpg; dua\nKain B,50000,Solo,hilang.jpg\nKain C,50000,Solo,rusak.jpg\nKain D,50000,Solo,\n',
    { photos },
  );
  const { content } = await readContent(out);
  const photosOf = (slug: string) => content.products.get(`ukm-kota-surakarta/${slug}`)?.photos;
  expect(photosOf('kain-a')).toEqual(['kain-a-1.jpg', 'kain-a-2.png']);
  expect(rows[1]?.warnings).toEqual([expect.stringContaining('"hilang.jpg" tidak ada')]);
  expect(rows[2]?.warnings).toEqual([expect.stringContaining('tidak terbaca')]);
  expect([photosOf('kain-b'), photosOf('kain-c'), photosOf('kain-d')]).toEqual([
    ['kain-b.svg'],
    ['kain-c.svg'],
    ['kain-d.svg'],
  ]);
  const { width, exif } = await sharp(join(out, 'products/ukm-kota-surakarta/kain-a-1.jpg')).metadata();
  expect([width, exif]).toEqual([1600, undefined]);
});

test('titles that would be YAML, Markdown or a command stay what they are', async () => {
  const titles = [
    'yes',
    '910',
    'Kain: merah #1',
    'Kain \'a\' "b"',
    '- Kain',
    '*Kain* <b>x</b>',
    '$(touch x) `id`; rm -rf ~',
    '# Judul',
    '=1+1',
  ];
  const { out } = await importText(
    `judul,harga,lokasi\n${titles.map((title) => `"${title.replaceAll('"', '""')}",50000,Solo`).join('\n')}\n`,
  );
  const { content, problems } = await readContent(out);
  expect(problems).toEqual([]);
  expect([...content.products.values()].map(({ title }) => title).sort()).toEqual([...titles].sort());
});

test('the command tells its use, and a folder that is not there', async () => {
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['tools/import.ts', ...args]).catch(
      (error: { stderr: string; code: number }) => error,
    );
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringContaining('Cara pakai') });
  expect(await run('--foo')).toMatchObject({ code: 1, stderr: expect.stringContaining('Cara pakai') });
  expect(await run('tidak-ada.csv')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Tabel tidak ditemukan'),
  });
  expect(await run('package.json', '--photos', 'tidak-ada')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Folder foto'),
  });
  expect(await run('package.json', '--seller', 'Toko Baru')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('--seller'),
  });
});
