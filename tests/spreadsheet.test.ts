import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSession } from './support/desk-session.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';

const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  process.stderr.write('  LibreOffice (soffice) is not here: the exports are not opened in it\n');

let mall: OpenMall;
let folder: string;
beforeAll(async () => {
  if (!hasOffice) return;
  folder = mkdtempSync(join(tmpdir(), 'mal-ukm-sheets-'));
  mall = await openMall({ MALL_LIMITS: 'off' });
});
afterAll(async () => {
  await mall?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

/** A cell as LibreOffice understood it. */
type Understood = string | number;

/** The sheets of files as LibreOffice opens them, told by its flat XML; one start for all of them. */
function open(files: Map<string, Uint8Array>): Map<string, Map<string, Understood[][]>> {
  for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes);
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true });
  const { status, stderr } = spawnSync(
    'soffice',
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${folder}/profile`,
      '--convert-to',
      'fods',
      // Commas, quotes and UTF-8, which the window that opens a CSV proposes by itself for a file with this mark.
      '--infilter=CSV:44,34,76',
      '--outdir',
      out,
      ...[...files.keys()].map((name) => join(folder, name)),
    ],
    { encoding: 'utf8', timeout: 150_000 },
  );
  if (status !== 0) throw new Error(`soffice failed: ${stderr}`);
  return new Map(
    [...files.keys()].map((name) => [
      name,
      sheetsOf(readFileSync(join(out, name.replace(/\.\w+$/, '.fods')), 'utf8')),
    ]),
  );
}

const ENTITIES: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const decode = (text: string) =>
  text
    .replace(/<text:s\/>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replace(/&(\w+);/g, (_, name: string) => ENTITIES[name]!)
    .trim();

function sheetsOf(xml: string): Map<string, Understood[][]> {
  expect(xml).not.toContain('table:formula');
  return new Map(
    [...xml.matchAll(/<table:table table:name="([^"]*)"[\s\S]*?<\/table:table>/g)].map(([table, name]) => [
      decode(name!),
      [...table.matchAll(/<table:table-row[^>]*?>([\s\S]*?)<\/table:table-row>/g)].map(([, row]) =>
        [...row!.matchAll(/<table:table-cell([^>]*?)(?:\/>|>([\s\S]*?)<\/table:table-cell>)/g)].map(
          ([, attributes, content]) => {
            const value = /office:value="([^"]*)"/.exec(attributes!)?.[1];
            return value === undefined ? decode(content ?? '') : Number(value);
          },
        ),
      ),
    ]),
  );
}

test.skipIf(!hasOffice)(
  'every export opens in LibreOffice with the right numbers, and nothing in it is a formula',
  async () => {
    const [sku] = await buyableSkus(mall.origin, 1);
    const EVIL = '=HYPERLINK("http://jahat.test";"klik")';
    const order = (await placeOrder(mall.origin, [sku!], {
      buyer: { name: EVIL, phone: '0812 3456 7890' },
      ship_to: { country: 'ID', region: '33.74', address: '+62 Jalan "Pemuda", RT 1' },
    })) as unknown as { seller_orders: { code: string; seller: string }[] };
    const { code, seller } = order.seller_orders[0]!;
    const { email } = JSON.parse(
      readFileSync(join(process.env.MALL_CONTENT ?? 'content', 'sellers', `${seller}.json`), 'utf8'),
    ) as { email: string };
    const desk = { Cookie: await deskSession(mall, email), 'Content-Type': 'application/json' };
    const post = (path: string, body: object) =>
      fetch(`${mall.origin}${path}`, { method: 'POST', headers: desk, body: JSON.stringify(body) });
    expect((await post(`/api/desk/seller-orders/${code}/transitions`, { to: 'paid' })).status).toBe(200);
    const sale = { sku: sku!.sku, qty: 1, amount: 75_000, occurred_at: new Date().toISOString() };
    expect((await post('/api/desk/sales', { ...sale, id: 'sheet-sale', destination: 'SG' })).status).toBe(
      201,
    );

    const operator = await deskSession(mall, 'operator@mal-ukm.test');
    const tables = [
      'edition',
      'channel',
      'region',
      'destination',
      'seller',
      'category',
      'product',
      'day',
      'entries',
    ];
    const files = new Map<string, Uint8Array>();
    const fetchFile = async (path: string, cookie: string) =>
      new Uint8Array(
        await (await fetch(`${mall.origin}${path}`, { headers: { Cookie: cookie } })).arrayBuffer(),
      );
    for (const table of tables)
      files.set(`${table}.csv`, await fetchFile(`/kelola/ekspor.csv?tabel=${table}`, operator));
    files.set('figures.xlsx', await fetchFile('/kelola/ekspor.xlsx', operator));
    files.set('orders.csv', await fetchFile('/lapak/pesanan.csv', desk.Cookie));
    const opened = open(files);

    const sold = sku!.price + 75_000;
    const HISTORY = 3_715_382_000;
    const answer = (await (await fetch(`${mall.origin}/api/turnover`)).json()) as { total: number };
    const total = answer.total;
    expect([sold, HISTORY + sold]).toContain(total);
    const sheetOf = (name: string) => [...opened.get(name)!.values()][0]!;
    const numbersOf = (rows: Understood[][]) =>
      rows.map((row) => (row.findLast((cell) => typeof cell === 'number') as number | undefined) ?? 0);
    const sumOf = (rows: Understood[][]) => numbersOf(rows).reduce((sum, number) => sum + number, 0);
    for (const table of tables.filter((name) => name !== 'day' && name !== 'entries'))
      expect([table, sumOf(sheetOf(`${table}.csv`))]).toEqual([table, total]);
    expect(sumOf(sheetOf('day.csv'))).toBe(sold);
    expect(numbersOf(sheetOf('entries.csv'))).toEqual(expect.arrayContaining([sku!.price, 75_000]));

    const workbook = opened.get('figures.xlsx')!;
    expect(workbook.size).toBe(tables.length);
    const [summary, ...others] = [...workbook.values()];
    expect(summary!.flat()).toContain(total);
    for (const rows of others.slice(0, -1)) expect(sumOf(rows)).toBe(total);
    expect(sumOf(others.at(-1)!)).toBe(sold);

    const own = sheetOf('orders.csv').find((row) => row[0] === code)!;
    expect(own).toContain(sku!.price);
    // A place by its name: a code such as 33.74 would become a number.
    expect(own).toContain('Kota Semarang');
    // What would run is text, and a phone number keeps its plus.
    expect(own).toContain(`'${EVIL}`);
    expect(own).toContain("'+6281234567890");
    expect(own).toContain('\'+62 Jalan "Pemuda", RT 1');
  },
);
