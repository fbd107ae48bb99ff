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
    destinations: [],
  };
  expect(commentOf(changes, 1)).not.toMatch(/@|\[|<b>/);
});

test('where money goes now is told with name, city and NMID, and of an account only the last digits', async () => {
  const seller = 'sellers/lurik-pedan.json';
  const before = await fixture();
  expect(
    changesBetween(before, await fixture(edit(seller, 'Pedan Contoh', 'Pedan Contoh'))).destinations,
  ).toEqual([]);
  const after = await fixture((folder) => {
    edit(seller, '"0000000003"', '"0000007890"')(folder);
    const sekar = 'sellers/batik-sekar.json';
    const { qris } = JSON.parse(readFileSync(join(folder, sekar), 'utf8')).payments;
    edit(seller, '"bank": {', `"qris": "${qris}",\n    "bank": {`)(folder);
    edit(sekar, /"qris": "[^"]*",/, '')(folder);
  });
  expect(changesBetween(before, after).destinations).toEqual([
    expect.stringMatching(/^Batik Sekar \(batik-sekar\): QRIS atas nama NamaMerchantA1.* → dihapus$/),
    'Lurik Pedan (lurik-pedan): QRIS belum ada → atas nama NamaMerchantA1, NamaKota1, NMID ID1019123456781; Rekening bank Bank Contoh …0003 atas nama Lurik Pedan Contoh → Bank Contoh …7890 atas nama Lurik Pedan Contoh',
  ]);
});

test('another e-mail, WhatsApp number or cash on delivery is told, too', async () => {
  const seller = 'sellers/lurik-pedan.json';
  const before = await fixture();
  const { email, whatsapp } = before.sellers.get('lurik-pedan')!;
  const after = await fixture((folder) => {
    const file = join(folder, seller);
    const content = JSON.parse(readFileSync(file, 'utf8'));
    content.email = 'lain@contoh.mal-ukm.test';
    content.whatsapp = '+6281999999999';
    content.payments.cod = { max: 300_000 };
    writeFileSync(file, JSON.stringify(content));
  });
  const [line = ''] = changesBetween(before, after).destinations;
  expect(line).toContain(`E-mail ${email} → lain@contoh.mal-ukm.test`);
  expect(line).toContain(`WhatsApp ${whatsapp} → +6281999999999`);
  expect(line).toMatch(/COD .* → sampai Rp300\.000, semua wilayah/);
});

test('changes of money and identity come first and are never cut short', () => {
  const destinations = Array.from({ length: 60 }, (_, index) => `Toko ${index}: rekening lain`);
  const changes = { added: ['Baru'], removed: [], prices: [], renamed: [], sellers: ['Toko'], destinations };
  const comment = commentOf(changes, 1);
  for (const line of destinations) expect(comment).toContain(line);
  expect(comment.indexOf('Toko 59')).toBeLessThan(comment.indexOf('Baru'));
});
