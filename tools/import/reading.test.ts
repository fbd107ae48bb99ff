import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRegions } from '../../src/catalog/reading/regions.ts';
import { formatRupiah, MAX_PRICE, MIN_PRICE } from '../../src/domain/money.ts';
import { isSlug } from '../../src/domain/products/sku.ts';
import { categoriesSchema } from '../../src/schemas/category.ts';
import { categoryMatcher } from './category-match.ts';
import { readTable } from './csv-table.ts';
import { placeIndex } from './place-index.ts';
import { parsePrice } from './price-text.ts';
import { parseGrams, parsePieces } from './quantity-text.ts';
import { freeSlug, slugFor } from './slug.ts';
import { TITLE_WORDS } from './title-words.ts';

const table = (text: string) => readTable(Buffer.from(text));

test.each([
  ['21499', 21_499],
  ['Rp 185.000', 185_000],
  ['Rp185.000,00', 185_000],
  ['Rp. 185.000,-', 185_000],
  ['185,000', 185_000],
  ['185rb', 185_000],
  ['185 ribu', 185_000],
  ['185K', 185_000],
  ['1,5 jt', 1_500_000],
  ['1.250 juta', 1_250_000],
  ['IDR 1.250.000', 1_250_000],
  ['37500.0', 37_500],
])('the price "%s" is %i rupiah', (text, price) => {
  expect(parsePrice(text)).toEqual({ ok: true, price });
});

test.each([
  '',
  '0',
  'Rp0',
  '2000000000',
  '2 miliar',
  '99',
  '-5000',
  '12345,67',
  '50000-60000',
  'tanya dulu',
  '1.29',
])('the price "%s" is refused with a reason', (text) => {
  expect(parsePrice(text)).toEqual({ ok: false, reason: expect.stringContaining('harga') });
});

test('a price is read back however the mall writes it', () => {
  fc.assert(
    fc.property(fc.integer({ min: MIN_PRICE, max: MAX_PRICE }), (price) => {
      for (const text of [String(price), formatRupiah(price), `${formatRupiah(price)},00`, ` ${price} `])
        expect(parsePrice(text)).toEqual({ ok: true, price });
    }),
  );
});

const findPlace = placeIndex((await readRegions()).values());

test.each([
  ['Kab. Tangerang', '36.03'],
  ['Kab Bandung', '32.04'],
  ['KABUPATEN PEKALONGAN', '33.26'],
  ['Jakarta Barat', '31.73'],
  ['Kota Administrasi Jakarta Barat', '31.73'],
  ['Kota Bekasi', '32.75'],
  ['Kota Semarang, Jawa Tengah', '33.74'],
  ['Jawa Tengah - Kab. Jepara', '33.20'],
  ['Solo', '33.72'],
  ['Kotawaringin Barat', '62.01'],
  ['Kep. Seribu', '31.01'],
  ['Pangkal Pinang', '19.71'],
  ['Sleman', '34.04'],
])('the location "%s" is %s', (text, code) => {
  expect(findPlace(text)).toMatchObject({ ok: true, place: { code } });
});

test('a bare name that a kabupaten and a kota share means the kota, and that is told', () => {
  expect(findPlace('Pekalongan')).toMatchObject({
    ok: true,
    place: { code: '33.75' },
    warning: expect.stringContaining('Kota Pekalongan'),
  });
});

test('every kabupaten and kota is found by its own name', async () => {
  for (const { code, name } of (await readRegions()).values())
    if (code.length === 5)
      expect([name, findPlace(name)]).toEqual([
        name,
        expect.objectContaining({ place: expect.objectContaining({ code }) }),
      ]);
});

test('an unknown location is refused with the nearest name', () => {
  expect(findPlace('Kota Semarng')).toMatchObject({
    ok: false,
    reason: expect.stringContaining('Kota Semarang'),
  });
  expect(findPlace('Singapura')).toMatchObject({ ok: false });
  expect(findPlace('')).toMatchObject({ ok: false, reason: 'lokasi kosong' });
});

const categories = categoriesSchema.parse(JSON.parse(readFileSync('content/categories.json', 'utf8')));
const match = categoryMatcher(categories);

test.each([
  ['Kerudung, Selendang & Mukena', 'Apa saja', 'kerudung-selendang'],
  ['hijab', 'Tas lucu', 'kerudung-selendang'],
  ["Men's Fashion", 'Dompet Pria Bahan Kulit', 'tas-dompet'],
  ["Men's Fashion", 'Sarung Tangan Motor', 'aksesoris'],
  ["Men's Fashion", 'Kaos Kaki Polos', 'aksesoris'],
  ['Kids and Baby Fashion', 'Celana Pendek Anak Laki', 'busana-anak'],
  ['Kids and Baby Fashion', 'Tas Sekolah Anak', 'tas-dompet'],
  ['Muslim Fashion', 'Konektor Masker Hijab', 'aksesoris'],
  ['', 'Kain Batik Cap Parang', 'kain'],
  ['', 'Kemeja Anak Batik', 'busana-anak'],
])('category "%s" and title "%s" come to %s', (named, title, slug) => {
  expect(match(named, title)).toMatchObject({ category: { slug }, guessed: false });
});

test('what says nothing comes to a category all the same, marked as a guess', () => {
  expect(match('Lain-lain', 'Xyz 123')).toMatchObject({ guessed: true });
});

test('every word that the import knows belongs to a category of the mall', () => {
  const slugs = new Set(categories.map(({ slug }) => slug));
  expect(TITLE_WORDS.filter(({ category }) => !slugs.has(category))).toEqual([]);
});

test('a table is read with headers in Indonesian or English, with commas, semicolons or tabs', () => {
  for (const text of [
    'title,price,location\nKain,1000,Solo\n',
    '\ufeffNama Produk;Harga (Rp);Kab/Kota\r\nKain;1000;Solo\r\n',
    'Judul\tHarga\tLokasi\n"Kain"\t1000\tSolo',
  ])
    expect(table(text).rows).toMatchObject([
      { row: 2, text: { title: 'Kain', price: '1000', location: 'Solo' } },
    ]);
});

test('rows are counted as a spreadsheet does; empty ones are passed over, short ones completed', () => {
  const { rows, ignored } = table('judul,harga,catatan\n"dua\nbaris",1\n\n,,\nb,2,x\n');
  expect(rows.map(({ row, text }) => [row, text.title])).toEqual([
    [2, 'dua\nbaris'],
    [5, 'b'],
  ]);
  expect(ignored).toEqual(['catatan']);
});

test('a table without a title or price column, and a spreadsheet file, are told as such', () => {
  expect(() => table('foo,harga\n1,2\n')).toThrow(/Kolom judul/);
  expect(() => table('judul,bar\n1,2\n')).toThrow(/Kolom harga/);
  expect(() => table('')).toThrow(/Kolom judul/);
  expect(() => readTable(Buffer.from('PK\x03\x04'))).toThrow(/CSV UTF-8/);
});

test("a table in Windows' code page is read, and that is told", () => {
  const read = readTable(Buffer.from('judul,harga\nBatik Café,1000\n', 'latin1'));
  expect(read).toMatchObject({ guessedEncoding: true, rows: [{ text: { title: 'Batik Café' } }] });
});

test('weights and stocks are read as people write them', () => {
  expect(['350', '350 gr', '0,5 kg', '1.5kg', '1.250', 'ringan'].map(parseGrams)).toEqual([
    350,
    350,
    500,
    1500,
    1250,
    undefined,
  ]);
  expect(['12', '12 pcs', '1.200', 'habis', '-1', 'banyak'].map(parsePieces)).toEqual([
    12,
    12,
    1200,
    0,
    undefined,
    undefined,
  ]);
});

test('any title gives a slug of at most 60 signs, and a taken one gets a number', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (title) => {
      const slug = slugFor(title);
      expect(isSlug(slug) && slug.length <= 60).toBe(true);
    }),
  );
  expect(slugFor('Kemeja Batik & Lurik — Édisi 2')).toBe('kemeja-batik-dan-lurik-edisi-2');
  const taken = new Set(['kain', 'kain-2']);
  expect(freeSlug('kain', taken)).toBe('kain-3');
  expect(freeSlug('kain', taken)).toBe('kain-4');
});
