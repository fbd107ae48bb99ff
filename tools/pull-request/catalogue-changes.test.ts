import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Content, readContent } from '../../src/catalog/reading/content-folder.ts';
import { changesBetween, commentOf } from './catalogue-changes.ts';

const TROSO = 'products/tenun-troso/kain-ikat.md';

async function fixture(change: (folder: string) => void = () => {}): Promise<Content> {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-content-'));
  try {
    cpSync('tests/fixture-content', folder, { recursive: true });
    change(folder);
    return (await readContent(folder)).content;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const edit = (file: string, from: string | RegExp, to: string) => (folder: string) =>
  writeFileSync(join(folder, file), readFileSync(join(folder, file), 'utf8').replace(from, to));

test('nothing changed is said to be nothing', async () => {
  const content = await fixture();
  expect(commentOf(changesBetween(content, content), content.products.size)).toBe(
    'Isi katalog tidak berubah.\n',
  );
});

test('a price that changed is told with both prices', async () => {
  const after = await fixture(edit(TROSO, 'price: 120000', 'price: 150000'));
  expect(changesBetween(await fixture(), after).prices).toEqual([
    'Kain Tenun Ikat Troso per Meter: Rp120.000 → Rp150.000 (+25 %)',
  ]);
});

test('a product under a new address with its old one as alias is renamed, without it removed and added', async () => {
  const rename = (folder: string) =>
    renameSync(join(folder, TROSO), join(folder, TROSO.replace('kain-ikat.md', 'tenun-ikat.md')));
  const before = await fixture();
  const bare = changesBetween(before, await fixture(rename));
  expect(bare).toMatchObject({ removed: [expect.stringContaining('kain-ikat')], renamed: [] });
  expect(bare.added).toHaveLength(1);
  const kept = changesBetween(
    before,
    await fixture((folder) => {
      rename(folder);
      edit(TROSO.replace('kain-ikat.md', 'tenun-ikat.md'), /^aliases: .*$/m, 'aliases: [kain-ikat]')(folder);
    }),
  );
  expect(kept).toMatchObject({
    removed: [],
    added: [],
    renamed: ['tenun-troso/kain-ikat → tenun-troso/tenun-ikat'],
  });
});

test('a title can neither mention people nor make links in a comment', () => {
  const changes = {
    added: ['@all [x](http://y) <b>'],
    removed: [],
    prices: [],
    renamed: [],
    sellers: [],
    payments: [],
  };
  expect(commentOf(changes, 1)).not.toMatch(/@|\[|<b>/);
});

test('where money goes now is told with name, city and NMID, and of an account only the last digits', async () => {
  const seller = 'sellers/lurik-pedan.json';
  const before = await fixture();
  expect(
    changesBetween(before, await fixture(edit(seller, 'Pedan Contoh', 'Pedan Contoh'))).payments,
  ).toEqual([]);
  const after = await fixture((folder) => {
    edit(seller, '"0000000003"', '"0000007890"')(folder);
    const { qris } = JSON.parse(readFileSync(join(folder, 'sellers/batik-sekar.json'), 'utf8')).payments;
    edit(seller, '"bank": {', `"qris": "${qris}",\n    "bank": {`)(folder);
  });
  expect(changesBetween(before, after).payments).toEqual([
    'Lurik Pedan: QRIS atas nama NamaMerchantA1, NamaKota1, NMID ID1019123456781',
    'Lurik Pedan: rekening Bank Contoh …7890 atas nama Lurik Pedan Contoh',
  ]);
});
