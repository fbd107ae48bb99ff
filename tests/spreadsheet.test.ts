import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readSheets from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSession } from './support/desk-session.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';

let mall: OpenMall;
beforeAll(async () => {
  mall = await openMall({ MALL_LIMITS: 'off' });
});
afterAll(() => mall?.close());

/** A cell as a spreadsheet understands it. */
type Understood = string | number;

/** A CSV's cell as Excel, LibreOffice and Sheets take it: what reads as a number is one, what begins like a formula runs. */
function understood(cell: string): Understood {
  expect(cell).not.toMatch(/^[=+@\t\r]|^-[^\d]/);
  return /^-?\d+([.,]\d+)?$/.test(cell) ? Number(cell.replace(',', '.')) : cell;
}

async function sheetsOf(name: string, bytes: Uint8Array): Promise<Map<string, Understood[][]>> {
  if (name.endsWith('.csv')) {
    const rows: string[][] = parse(Buffer.from(bytes), { bom: true, relax_column_count: true });
    return new Map([[name, rows.map((row) => row.map(understood))]]);
  }
  const sheets = await readSheets(Buffer.from(bytes));
  return new Map(
    sheets.map(({ sheet, data }) => [
      sheet,
      data.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : String(cell ?? '')))),
    ]),
  );
}

test('every export has the right numbers as a spreadsheet reads them, and nothing in it is a formula', async () => {
  const [sku] = await buyableSkus(mall.origin, 1);
  const EVIL = '=SUM(1;2)&"klik"';
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
  expect((await post('/api/desk/sales', { ...sale, id: 'sheet-sale', destination: 'SG' })).status).toBe(201);

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
  const opened = new Map(
    await Promise.all([...files].map(async ([name, bytes]) => [name, await sheetsOf(name, bytes)] as const)),
  );

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
});
