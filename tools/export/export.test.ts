import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { ooxmlSpreadsheet } from '../../functions/operator/ooxml-spreadsheet.ts';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { csvOf, exportRows, templateSheets } from '../export.ts';
import { readTable } from '../import/csv-table.ts';
import { formatVariants, parseVariants } from '../import/variant-text.ts';
import { importTable } from '../import.ts';
import { EXPORT_COLUMNS } from './columns.ts';

const LISTINGS = 'tests/data/listings.csv';
const SNAPS = 'tests/data/photos/phone-snaps';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ekspor-'));
  made.push(folder);
  return folder;
}

/** Writes the content of a folder as a table. */
async function exported(folder: string, ending: 'csv' | 'xlsx'): Promise<string> {
  const { content } = await readContent(folder);
  const rows = await exportRows(content);
  const file = join(temporary(), `tabel.${ending}`);
  writeFileSync(
    file,
    ending === 'csv' ? csvOf(rows) : await ooxmlSpreadsheet().xlsx([{ name: 'Produk', rows }]),
  );
  return file;
}

/** Takes all products out of a copy of the content, and brings them back from its table. */
async function roundTrip(folder: string, ending: 'csv' | 'xlsx'): Promise<string> {
  const file = await exported(folder, ending);
  const out = join(temporary(), 'isi');
  cpSync(folder, out, { recursive: true });
  rmSync(join(out, 'products'), { recursive: true });
  const { plan } = await importTable({ file, out, photos: join(folder, 'products') });
  expect(plan.rows.filter(({ outcome, warnings }) => outcome !== 'new' || warnings.length)).toEqual([]);
  return out;
}

const filesOf = (folder: string) =>
  readdirSync(join(folder, 'products'), { recursive: true, encoding: 'utf8' }).sort();

test.each(['csv', 'xlsx'] as const)(
  'export and import as %s give back every product and every file',
  async (ending) => {
    const folder = 'tests/fixture-content';
    const out = await roundTrip(folder, ending);
    const { content, problems } = await readContent(out);
    expect(problems).toEqual([]);
    expect([...content.products]).toEqual([...(await readContent(folder)).content.products]);
    expect(filesOf(out)).toEqual(filesOf(folder));
  },
);

test.each(['csv', 'xlsx'] as const)(
  'the whole catalogue comes back from its table as %s',
  async (ending) => {
    const folder = 'content';
    const before = (await readContent(folder)).content.products;
    const file = await exported(folder, ending);
    const out = join(temporary(), 'isi');
    cpSync(folder, out, {
      recursive: true,
      filter: (path) => !/\.md$/.test(path) || !path.includes('products'),
    });
    await importTable({ file, out, photos: join(folder, 'products') });
    const after = (await readContent(out)).content.products;
    expect(after.size).toBe(before.size);
    const different = [...before].filter(([slug, product]) => {
      const again = after.get(slug);
      return JSON.stringify(again) !== JSON.stringify(product);
    });
    expect(different).toEqual([]);
  },
  300_000,
);

test('importing what was exported changes nothing', async () => {
  const out = join(temporary(), 'isi');
  cpSync('tests/fixture-content', out, { recursive: true });
  const file = await exported(out, 'xlsx');
  const { plan } = await importTable({ file, out });
  expect(plan.rows.map(({ outcome, warnings }) => [outcome, warnings])).toEqual(
    plan.rows.map(() => ['same', []]),
  );
});

test('a price that was changed in the exported table changes that product', async () => {
  const out = join(temporary(), 'isi');
  cpSync('tests/fixture-content', out, { recursive: true });
  const file = await exported(out, 'csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace('120000', 'Rp 130.000'));
  const { plan } = await importTable({ file, out });
  expect([...plan.prices]).toEqual([['products/tenun-troso/kain-ikat.md', 130_000]]);
  const { content } = await readContent(out);
  expect(content.products.get('tenun-troso/kain-ikat')?.price).toBe(130_000);
});

/** The real listings as a workbook, as a seller would have saved it. */
async function listingsAs(ending: 'csv' | 'xlsx'): Promise<string> {
  if (ending === 'csv') return LISTINGS;
  const rows: string[][] = parse(readFileSync(LISTINGS));
  const file = join(temporary(), 'daftar.xlsx');
  writeFileSync(file, await ooxmlSpreadsheet().xlsx([{ name: 'Sheet1', rows }]));
  return file;
}

test.each(['csv', 'xlsx'] as const)(
  'the 203 real listings with the real snaps, from %s: checked, exported and imported again, every file byte for byte',
  async (ending) => {
    const first = join(temporary(), 'isi');
    const { plan } = await importTable({ file: await listingsAs(ending), photos: SNAPS, out: first });
    expect(plan.rows.filter(({ outcome }) => outcome === 'new')).toHaveLength(203);
    const { content, problems } = await readContent(first);
    expect(content.products.size).toBe(203);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const photos = filesOf(first).filter((name) => name.endsWith('.jpg'));
    expect(photos).toHaveLength(203);

    const again = await roundTrip(first, ending);
    expect(filesOf(again)).toEqual(filesOf(first));
    for (const name of filesOf(first).filter((file) => file.includes('.')))
      expect(readFileSync(join(again, 'products', name))).toEqual(
        readFileSync(join(first, 'products', name)),
      );
  },
);

test('whoever changes more than prices in an exported table is told where to change it', async () => {
  const out = join(temporary(), 'isi');
  cpSync('tests/fixture-content', out, { recursive: true });
  const file = await exported(out, 'csv');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/Kain Tenun Ikat Troso per Meter/, 'Kain Troso'));
  const before = readFileSync(join(out, 'products/tenun-troso/kain-ikat.md'), 'utf8');
  const { plan } = await importTable({ file, out });
  expect(plan.rows.flatMap(({ warnings }) => warnings)).toEqual([
    'hanya harga yang diambil; judul diubah di products/tenun-troso/kain-ikat.md',
  ]);
  expect(readFileSync(join(out, 'products/tenun-troso/kain-ikat.md'), 'utf8')).toBe(before);
});

test('the template is a table that the import takes, and explains each of its columns', async () => {
  const [table, help] = templateSheets();
  expect(help!.rows.slice(1).map(([name]) => name)).toEqual(table!.rows[0]);
  for (const row of help!.rows.slice(1)) expect(String(row[2]).length).toBeGreaterThan(10);
  const read = readTable(new TextEncoder().encode(csvOf(table!.rows)));
  expect(read.ignored).toEqual([]);
  const out = join(temporary(), 'isi');
  const file = join(temporary(), 'contoh.xlsx');
  writeFileSync(file, await ooxmlSpreadsheet().xlsx(templateSheets()));
  const { plan } = await importTable({ file, out });
  expect(plan.rows.map(({ outcome }) => outcome)).toEqual(['new']);
  const { content, problems } = await readContent(out);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const [product] = content.products.values();
  expect(product?.variants.map(({ name }) => name)).toEqual(['S', 'M', 'L', 'XL']);
});

test('a cell of variants comes back the same, or is not written', () => {
  const variant = fc.record(
    {
      id: fc.stringMatching(/^[a-z0-9-]{1,8}$/),
      name: fc.string({ minLength: 1, maxLength: 12 }),
      price: fc.integer({ min: 100, max: 1e8 }),
      stock: fc.integer({ min: 0, max: 1000 }),
      weight: fc.integer({ min: 1, max: 1000 }),
      photo: fc.stringMatching(/^[a-z]{1,6}\.jpg$/),
    },
    { requiredKeys: ['id', 'name'] },
  );
  fc.assert(
    fc.property(fc.array(variant, { minLength: 1, maxLength: 5 }), (variants) => {
      const text = formatVariants(variants);
      if (text !== undefined) expect(parseVariants(text)).toEqual(variants);
    }),
  );
  expect(formatVariants([{ id: 'm', name: 'M', stock: 5 }])).toBe('m; M; ; 5');
});

test('the table begins with what a seller fills in first', () => {
  expect(EXPORT_COLUMNS.slice(1, 4).map(({ header }) => header)).toEqual(['judul', 'harga', 'kategori']);
});
