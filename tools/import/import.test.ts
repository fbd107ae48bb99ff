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
import { afterEach, expect, test, vi } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { importTable } from '../import.ts';
import { checkPhotos } from '../photos/check-photos.ts';
import { importSummary, rowLines } from './report.ts';
import { zipOf } from './zip-testing.ts';

const LISTINGS = 'tests/data/listings.csv';
const SNAPS = 'tests/data/photos/phone-snaps';

const made: string[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
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
  return { ...result, out, rows: result.plan.rows };
}

test('the real listings with the real snaps become a whole content folder without errors; once more changes no byte', async () => {
  const out = join(temporary(), 'isi');
  const { plan } = await importTable({ file: LISTINGS, photos: SNAPS, out });
  expect(plan.rows).toHaveLength(203);
  expect(plan.rows.filter(({ outcome }) => outcome !== 'new')).toEqual([]);
  const { content, problems } = await readContent(out);
  // Clothes for babies lack their SNI number: the table has no column for it.
  expect(problems.filter(({ field }) => field !== 'labels' && field !== 'draft')).toEqual([]);
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
}, 60_000);

test('each row is told: taken, left out as a repeat, or refused with why', async () => {
  const { rows, out, ...result } = await importText(
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
  expect(importSummary(result, false)[0]).toBe(
    '8 baris: 2 diambil (2 baru, 0 berganti harga, 0 sudah ada), 1 berulang, 5 ditolak; 1 dengan peringatan.',
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
  expect(problems.filter(({ field }) => field !== 'draft')).toEqual([]);
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

test('near repeats are taken and told: other case, signs or order, a last part that differs, a product that is there', async () => {
  const first = 'judul,harga,lokasi\nKemeja Batik Parang,50000,Solo\nKain Lurik - Merah,60000,Solo\n';
  const { out, rows } = await importText(
    `${first}"KEMEJA BATIK, PARANG!",55000,Solo\nKain Lurik - Biru,60000,Solo\n`,
  );
  expect(rows.map(({ outcome, warnings }) => [outcome, warnings])).toEqual([
    ['new', []],
    ['new', []],
    ['new', ['kata-kata judulnya sama dengan baris 2; mungkin barang yang sama']],
    ['new', ['mirip baris 3, hanya akhir judulnya berbeda; mungkin satu produk dengan varian']],
  ]);
  const again = await importText('judul,harga,lokasi\nparang batik kemeja,50000,Solo\n', {
    out,
    dryRun: true,
  });
  expect(again.rows[0]?.warnings).toEqual([
    expect.stringMatching(/sama dengan products\/ukm-kota-surakarta\/kemeja-batik-parang.*\.md/),
  ]);
  // Another seller's is another's.
  const other = await importText('judul,harga,lokasi\nparang batik kemeja,50000,Kota Semarang\n', {
    out,
    dryRun: true,
  });
  expect(other.rows[0]?.warnings).toEqual([]);
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

test('photos come from a zip as from a folder, by the column or by the product’s name; what no row uses is told', async () => {
  const place = temporary();
  const photo = (background: string) =>
    sharp({ create: { width: 600, height: 800, channels: 3, background } })
      .jpeg()
      .toBuffer();
  const [red, blue] = await Promise.all([photo('#e06070'), photo('#7090e0')]);
  const zip = join(place, 'foto.zip');
  writeFileSync(
    zip,
    zipOf([
      { name: 'HP Bu Sri/IMG 1.JPG', bytes: red },
      { name: 'HP Bu Sri/Kain Lamé (2).jpg', bytes: blue },
      { name: 'HP Bu Sri/kain-lame-1.jpg', bytes: red },
      { name: 'HP Bu Sri/lain.jpg', bytes: blue },
      { name: '__MACOSX/HP Bu Sri/._IMG 1.JPG', bytes: Buffer.from('x') },
      { name: 'HP Bu Sri/catatan.txt', bytes: Buffer.from('x') },
    ]),
  );
  const text =
    'judul,harga,lokasi,foto\nKain A,50000,Solo,IMG 1.jpg\nKain Lamé,60000,Solo,\nKain B,70000,Solo,\n';
  vi.stubEnv('TMPDIR', place);
  const { rows, out, notes } = await importText(text, { photos: zip });
  expect(rows.map(({ photos, warnings }) => [photos, warnings])).toEqual([
    [['IMG 1.JPG'], []],
    [['kain-lame-1.jpg', 'Kain Lamé (2).jpg'], []],
    [[], []],
  ]);
  expect(notes).toEqual([
    'Dilewati dari zip: 1 berkas yang bukan foto.',
    'Foto yang tidak dipakai baris mana pun: lain.jpg.',
  ]);
  expect(rowLines(rows)[2]).toContain('tanpa foto: gambar “foto menyusul”');
  const { content } = await readContent(out);
  expect([...content.products.values()].map(({ photos }) => photos).sort()).toEqual([
    ['kain-a.jpg'],
    ['kain-b.svg'],
    ['kain-lame-1.jpg', 'kain-lame-2.jpg'],
  ]);
  expect(readdirSync(place).filter((name) => name.startsWith('mal-ukm-foto-'))).toEqual([]);
});

test('photos that nothing connects with a product are dealt out to goods of their kind, and that is said', async () => {
  const photos = temporary();
  const photo = sharp({ create: { width: 500, height: 500, channels: 3, background: '#d0a070' } });
  for (const name of ['shoes_1', 'dress_1', 'dress_2'])
    await photo
      .clone()
      .jpeg()
      .toFile(join(photos, `${name}.jpg`));
  writeFileSync(
    join(photos, 'dari-iphone.heic'),
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
  );
  const { rows, notes } = await importText(
    'judul,harga,lokasi\nDress Batik A,50000,Solo\nSepatu Kulit,90000,Solo\nDress Batik B,50000,Solo\nDompet,30000,Solo\n',
    { photos, dryRun: true },
  );
  const dealt = rows.map((row) => row.photos?.[0]);
  expect(dealt.slice(0, 3)).toEqual(['dress_1.jpg', 'shoes_1.jpg', 'dress_1.jpg']);
  expect(dealt[3]).toMatch(/\.jpg$/);
  expect(notes).toEqual([
    expect.stringMatching(/dari-iphone\.heic": isi berkas ini HEIC.*JPEG/),
    expect.stringContaining('3 foto dibagikan bergiliran sebagai pengganti. Periksa tiap produk'),
  ]);
});

test('a photo that is dark or small is taken, and the row says so', async () => {
  const photos = temporary();
  const create = { width: 300, height: 300, channels: 3 as const, background: '#080808' };
  await sharp({ create }).jpeg().toFile(join(photos, 'kain-a.jpg'));
  const { rows } = await importText('judul,harga,lokasi\nKain A,50000,Solo\n', { photos, dryRun: true });
  expect(rows[0]).toMatchObject({
    photos: ['kain-a.jpg'],
    warnings: [expect.stringContaining('kurang dari 400 piksel'), expect.stringContaining('terlalu gelap')],
  });
});

test('an editor who says no after seeing the table has changed nothing', async () => {
  const seen: string[] = [];
  const { out, written } = await importText('judul,harga,lokasi\nKain,50000,Solo\n', {
    confirm: async ({ plan }) => {
      seen.push(...rowLines(plan.rows));
      return false;
    },
  });
  expect(seen).toEqual([
    'baris 2  baru  Rp50.000  products/ukm-kota-surakarta/kain.md  tanpa foto: gambar “foto menyusul”',
  ]);
  expect(written).toBe(false);
  expect(existsSync(out)).toBe(false);
});

test('the table of changes shows both prices, and leaves out what is there already', async () => {
  const { out } = await importText('judul,harga,lokasi\nKain A,50000,Solo\nKain B,60000,Solo\n');
  const { rows } = await importText('judul,harga,lokasi\nKain A,55000,Solo\nKain B,60000,Solo\n', {
    out,
    dryRun: true,
  });
  expect(rowLines(rows)).toEqual([
    'baris 2  ganti harga  Rp50.000 → Rp55.000  products/ukm-kota-surakarta/kain-a.md',
  ]);
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
  expect(problems.filter(({ field }) => field !== 'draft')).toEqual([]);
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
