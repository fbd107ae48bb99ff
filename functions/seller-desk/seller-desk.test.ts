import { beforeAll, describe, expect, test } from 'vitest';
import type { HolidayForm } from '../../src/forms/holiday-form.ts';
import type { SaleForm } from '../../src/forms/sale-form.ts';
import { Jar, OPERATOR, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { d1Turnover } from '../turnover/d1-turnover.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
const SCARF = 'batik-sekar/selendang-truntum';
const SHIRT = 'batik-sekar/kemeja-parang/m';
const CLOTH = 'tenun-troso/kain-ikat';
const UNIFORM = 'lurik-pedan/seragam';

let seller: Jar;
let other: Jar;
let operator: Jar;
beforeAll(async () => {
  seller = await signedIn(mall, SEKAR);
  other = await signedIn(mall, TROSO);
  operator = await signedIn(mall, OPERATOR);
});

async function place(sku = SHIRT, price = 185_000) {
  const response = await mall.request(
    '/api/orders',
    orderRequest(orderBody({ lines: [{ sku, qty: 1, price }] })),
  );
  return {
    response,
    body: (await response.clone().json()) as never as {
      code: string;
      order: { token: string; seller_orders: { code: string }[] };
    },
  };
}
const stockOf = async (sku: string) =>
  (await db().prepare('SELECT on_hand FROM stock WHERE sku = ?1').bind(sku).first<number>('on_hand')) ??
  undefined;
let ids = 0;
const sale = (changes: Record<string, unknown> = {}) => ({
  id: `device-sale-${++ids}`,
  sku: SCARF,
  qty: 1,
  amount: 450_000,
  occurred_at: '2026-11-24T11:00:00+07:00',
  ...changes,
});
const entries = async (id: string) =>
  (await db().prepare("SELECT * FROM ledger WHERE substr(cause, instr(cause, ':') + 1) = ?1").bind(id).all())
    .results;

describe('orders at the desk', () => {
  test('a seller who signed in moves an own order on; another shop’s does not exist for it', async () => {
    const { body } = await place();
    const code = body.order.seller_orders[0]!.code;
    const path = `/api/desk/seller-orders/${code}/transitions`;
    expect((await other.json(path, { to: 'paid' })).status).toBe(404);
    expect((await operator.json(path, { to: 'paid' })).status).toBe(403);
    expect((await new Jar(mall).json(path, { to: 'paid' })).status).toBe(401);
    expect((await seller.json(path, { to: 'paid' })).status).toBe(200);
    expect((await seller.json(path, { to: 'paid' })).status).toBe(409);
    const form = await seller.form(`/lapak/pesanan/${code}`, { to: 'processing' });
    expect(form.headers.get('Location')).toBe(`/lapak/pesanan/${code}?kabar=processing`);
    const bare = await seller.form(`/lapak/pesanan/${code}`, { to: 'shipped' });
    expect(bare.status).toBe(422);
    expect(await shown(bare)).toMatchObject({
      action: 'shipped',
      errors: [{ pointer: '/courier', code: 'courier' }],
    });
    await seller.form(`/lapak/pesanan/${code}`, { to: 'shipped', courier: 'JNE', tracking: 'X1' });
    const order = await mall.mall.orderByToken(body.order.token);
    expect(order?.seller_orders[0]?.status).toBe('shipped');
  });

  test('what waits for the seller is listed until it is done, other shops’ never', async () => {
    const account = (jar: Jar) => mall.mall.signIn.account(jar.cookie('mall_session')!);
    const waits = async (jar: Jar) =>
      (await mall.mall.desk.todo((await account(jar))!)).map(({ code }) => code);
    const { body } = await place();
    const code = body.order.seller_orders[0]!.code;
    expect(await waits(seller)).not.toContain(code);
    await mall.request(`/api/orders/${body.order.token}/seller-orders/${code}/paid`, { method: 'POST' });
    expect(await waits(seller)).toContain(code);
    await seller.form(`/lapak/pesanan/${code}`, { to: 'paid' });
    await seller.form(`/lapak/pesanan/${code}`, { to: 'processing' });
    expect(await waits(seller)).toContain(code);
    await seller.form(`/lapak/pesanan/${code}`, { to: 'shipped', courier: 'JNE', tracking: 'X2' });
    expect(await waits(seller)).not.toContain(code);
    expect(await waits(other)).toEqual([]);
    const { rows } = await mall.mall.desk.orders((await account(seller))!, { statuses: ['shipped'] });
    expect(rows.map((row) => row.code)).toContain(code);
  });

  test('the export has own orders only, numbers bare and formulas defused', async () => {
    const body = orderBody({ buyer: { name: '=HYPERLINK("x")', phone: '+6281234567890' } });
    await mall.request('/api/orders', orderRequest(body));
    const csv = await (await seller.get('/lapak/pesanan.csv')).text();
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv).toContain(`'+6281234567890`);
    expect(csv).toContain(',185000,');
    expect((await (await other.get('/lapak/pesanan.csv')).text()).trim().split('\r\n')).toHaveLength(1);
  });
});

describe('stock', () => {
  test('is set and added to, from the catalogue’s initial stock on, with who and when', async () => {
    const post = async (body: unknown) => {
      const response = await seller.json('/api/desk/stock', body);
      return [response.status, ((await response.json()) as { stock?: { on_hand: number } }).stock?.on_hand];
    };
    expect(await post({ sku: SCARF, add: 4 })).toEqual([200, 7]);
    expect(await post({ sku: SCARF, on_hand: 2 })).toEqual([200, 2]);
    expect(await post({ sku: SCARF, add: -3 })).toEqual([409, undefined]);
    expect(await stockOf(SCARF)).toBe(2);
    const log = await db()
      .prepare('SELECT cause, on_hand, made_by FROM stock_changes WHERE sku = ?1 ORDER BY id')
      .bind(SCARF)
      .all();
    expect(log.results).toEqual([
      { cause: 'add', on_hand: 7, made_by: SEKAR },
      { cause: 'set', on_hand: 2, made_by: SEKAR },
    ]);
    const product = (await (await mall.request(`/api/products/${SCARF}`)).json()) as { stock: number };
    expect(product.stock).toBe(2);
  });

  test('adding twice with the same form adds once', async () => {
    const before = (await stockOf(SCARF))!;
    const press = () =>
      seller.form('/lapak/stok', { sku: SCARF, number: '5', action: 'add', id: 'form-0001' });
    await Promise.all([press(), press()]);
    expect(await stockOf(SCARF)).toBe(before + 5);
  });

  test.each([
    [{ sku: SCARF }, 422],
    [{ sku: SCARF, on_hand: 1, add: 1 }, 422],
    [{ sku: SCARF, on_hand: -1 }, 422],
    [{ sku: SCARF, on_hand: 1.5 }, 422],
    [{ sku: SCARF, on_hand: '3' }, 422],
    [{ sku: SCARF, on_hand: 1e9 }, 422],
    [{ sku: SCARF, add: 0 }, 422],
    [{ sku: 'tidak/ada', on_hand: 1 }, 422],
    [{ sku: CLOTH, on_hand: 1 }, 404],
    [[], 422],
  ])('%j answers %i and changes nothing', async (body, status) => {
    const before = await stockOf(SCARF);
    expect((await seller.json('/api/desk/stock', body)).status).toBe(status);
    expect(await stockOf(SCARF)).toBe(before);
    expect(await stockOf(CLOTH)).toBeUndefined();
  });
});

describe('what can’t be ordered just now', () => {
  test('a holiday stops orders of that shop at once, until it is over', async () => {
    await seller.form('/lapak/libur', { seller: 'batik-sekar', until: '2026-11-25', note: 'Mudik' });
    const { response, body } = await place();
    expect([response.status, body.code]).toEqual([409, 'seller_away']);
    const product = (await (await mall.request('/api/products/batik-sekar/kemeja-parang')).json()) as {
      stock: number;
    };
    expect(product.stock).toBe(0);
    expect((await place(CLOTH, 120_000)).response.status).toBe(201);
    expect((await other.form('/lapak/libur', { seller: 'batik-sekar', action: 'end' })).status).toBe(404);
    const now = mall.clock.time;
    mall.clock.time = new Date('2026-11-25T17:00:00Z');
    expect((await place()).response.status).toBe(201);
    mall.clock.time = now;
    expect((await place()).response.status).toBe(409);
    await seller.form('/lapak/libur', { seller: 'batik-sekar', action: 'end' });
    expect((await place()).response.status).toBe(201);
    const past = await seller.form('/lapak/libur', { seller: 'batik-sekar', until: '2026-11-23' });
    expect(past.status).toBe(422);
    expect((await shown<HolidayForm>(past)).errors).toEqual([{ pointer: '/until', code: 'day' }]);
  });

  test('a note of a holiday that is too long comes back as it was typed, and is not cut', async () => {
    const note = 'Mudik '.repeat(40).trim();
    const refused = await seller.form('/lapak/libur', { seller: 'batik-sekar', note });
    expect(refused.status).toBe(422);
    const { values, errors } = await shown<HolidayForm>(refused);
    expect([values.note, errors]).toEqual([note, [{ pointer: '/note', code: 'too_long' }]]);
    expect((await place()).response.status).toBe(201);
  });

  test('a SKU that is marked sold out can’t be ordered, whatever its stock; its sister can', async () => {
    await seller.form('/lapak/stok', { sku: SHIRT, action: 'sold_out' });
    const { response, body } = await place();
    expect([response.status, body.code]).toEqual([409, 'out_of_stock']);
    expect((await place('batik-sekar/kemeja-parang/xl')).response.status).toBe(201);
    expect((await other.form('/lapak/stok', { sku: SHIRT, action: 'lift' })).status).toBe(404);
    await seller.form('/lapak/stok', { sku: SHIRT, action: 'lift' });
    expect((await place()).response.status).toBe(201);
  });

  test('a replay of an order that was placed before the holiday is answered as it was', async () => {
    const body = orderBody({ lines: [{ sku: 'batik-sekar/kemeja-parang/xl', qty: 1, price: 185_000 }] });
    const first = await mall.request('/api/orders', orderRequest(body, 'before-holiday'));
    await seller.form('/lapak/libur', { seller: 'batik-sekar' });
    const again = await mall.request('/api/orders', orderRequest(body, 'before-holiday'));
    expect([first.status, again.status, again.headers.get('Idempotent-Replayed')]).toEqual([
      201,
      201,
      'true',
    ]);
    await seller.form('/lapak/libur', { seller: 'batik-sekar', action: 'end' });
  });
});

describe('a sale at the booth', () => {
  test('is in the ledger with its moment and place, takes from the stock, and counts once however often it is sent', async () => {
    await seller.json('/api/desk/stock', { sku: SCARF, on_hand: 5 });
    const body = sale({ qty: 2, amount: 880_000, destination: '33.74' });
    const answers = await Promise.all([0, 1, 2, 3].map(() => seller.json('/api/desk/sales', body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect(answers.filter(({ headers }) => !headers.has('Idempotent-Replayed'))).toHaveLength(1);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    expect(await entries(body.id)).toMatchObject([
      {
        kind: 'offline_sale',
        channel: 'booth',
        seller: 'batik-sekar',
        edition: 'uvo-2',
        amount: 880_000,
        destination: '33.74',
        occurred_at: '2026-11-24T04:00:00.000Z',
      },
    ]);
    expect(await stockOf(SCARF)).toBe(3);
  });

  test('an id that stands for another sale is refused', async () => {
    const body = sale();
    await seller.json('/api/desk/sales', body);
    const again = await seller.json('/api/desk/sales', { ...body, amount: 1 });
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'sale_id_reused']);
    expect(await entries(body.id)).toHaveLength(1);
  });

  test('two shops whose devices made the same id each have their sale', async () => {
    const body = sale();
    expect((await seller.json('/api/desk/sales', body)).status).toBe(201);
    expect((await other.json('/api/desk/sales', { ...body, sku: CLOTH, amount: 240_000 })).status).toBe(201);
    expect(await entries(body.id)).toHaveLength(2);
  });

  test('more than what was left leaves nothing, and the sale still counts', async () => {
    await seller.json('/api/desk/stock', { sku: SCARF, on_hand: 1 });
    expect((await seller.json('/api/desk/sales', sale({ qty: 3 }))).status).toBe(201);
    expect(await stockOf(SCARF)).toBe(0);
  });

  test.each([
    ['amount', 0],
    ['amount', -1],
    ['amount', 1000.5],
    ['amount', 10_000_000_001],
    ['amount', '75000'],
    ['amount', null],
    ['qty', 0],
    ['qty', 1.5],
    ['qty', -2],
    ['sku', 'tidak/ada'],
    ['sku', 7],
    ['id', ''],
    ['id', 'x'.repeat(65)],
    ['occurred_at', '2026-11-25T12:00:00+07:00'],
    ['occurred_at', '2026-11-24T12:00:00'],
    ['occurred_at', 'kemarin'],
    ['destination', '99.99'],
    ['destination', 'Semarang'],
    ['inquiry', 'T-0000-0000'],
  ])('with %s %j is 422 at that field and is not written', async (field, value) => {
    const body = sale({ [field]: value });
    const answer = await seller.json('/api/desk/sales', body);
    const { errors } = (await answer.json()) as { errors: { pointer: string; message: string }[] };
    expect([answer.status, errors[0]?.pointer]).toEqual([422, `/${field}`]);
    expect(errors[0]?.message).not.toBe('Isian ini belum benar.');
    expect(await entries(String(body.id))).toEqual([]);
  });

  test('of a phone whose clock is up to a day ahead is of now', async () => {
    const body = sale({ occurred_at: '2026-11-25T11:59:59+07:00' });
    expect((await seller.json('/api/desk/sales', body)).status).toBe(201);
    expect(await entries(body.id)).toMatchObject([{ occurred_at: mall.clock.time.toISOString() }]);
  });

  test.each(['75rb', 'Rp75.000', '0,075jt', '75 000'])('is recorded by the form with %s', async (amount) => {
    const id = `form-typed-${++ids}`;
    await seller.form('/lapak/jual', { id, sku: SCARF, qty: '1', amount });
    expect(await entries(id)).toMatchObject([{ amount: 75_000 }]);
  });

  test('more than may lie in the stock changes nothing, and an id stands for one change', async () => {
    await seller.json('/api/desk/stock', { sku: SCARF, on_hand: 999_999 });
    expect((await seller.json('/api/desk/stock', { sku: SCARF, add: 2 })).status).toBe(409);
    expect(await stockOf(SCARF)).toBe(999_999);
    const change = { sku: SCARF, on_hand: 5, id: 'stock-change-1' };
    expect((await seller.json('/api/desk/stock', change)).status).toBe(200);
    expect((await seller.json('/api/desk/stock', change)).status).toBe(200);
    const other_change = await seller.json('/api/desk/stock', { ...change, on_hand: 6 });
    expect([other_change.status, ((await other_change.json()) as { code: string }).code]).toEqual([
      409,
      'stock_id_reused',
    ]);
    expect(await stockOf(SCARF)).toBe(5);
  });

  test('of another shop’s goods is not found', async () => {
    expect((await seller.json('/api/desk/sales', sale({ sku: CLOTH }))).status).toBe(404);
    expect((await seller.json('/api/desk/sales', sale({ sku: UNIFORM }))).status).toBe(404);
  });

  test('is recorded by the form with amounts as people type them; faults come back with what was typed', async () => {
    const values = { id: 'form-sale-1', sku: SCARF, qty: '1', amount: 'Rp450.000' };
    const done = await seller.form('/lapak/jual', values);
    expect(done.headers.get('Location')).toBe('/lapak/jual?kabar=tercatat');
    expect((await seller.form('/lapak/jual', values)).headers.get('Location')).toBe('/lapak/jual?kabar=lagi');
    expect(await entries('form-sale-1')).toMatchObject([
      { amount: 450_000, occurred_at: '2026-11-24T05:00:00.000Z' },
    ]);
    const at = { ...values, id: 'form-sale-2', occurred_at: '2026-11-23T10:30' };
    await seller.form('/lapak/jual', at);
    expect(await entries('form-sale-2')).toMatchObject([{ occurred_at: '2026-11-23T03:30:00.000Z' }]);
    const wrong = await seller.form('/lapak/jual', { ...values, id: 'form-sale-3', amount: 'banyak' });
    expect(wrong.status).toBe(422);
    const form = await shown<SaleForm>(wrong);
    expect(form.values.amount).toBe('banyak');
    expect(form.errors[0]?.pointer).toBe('/amount');
  });

  test('shows in the shop’s own figures and nobody else’s', async () => {
    const account = async (jar: Jar) => (await mall.mall.signIn.account(jar.cookie('mall_session')!))!;
    const before = await mall.mall.desk.figures(await account(seller));
    await seller.json('/api/desk/sales', sale({ qty: 2, amount: 1_000_000 }));
    const after = await mall.mall.desk.figures(await account(seller));
    expect(after.months[0]).toEqual({ ...before.months[0], amount: before.months[0]!.amount + 1_000_000 });
    expect(after.months[0]?.month).toBe('2026-11');
    expect(after.best.find(({ product }) => product === SCARF)).toMatchObject({
      title: 'Selendang Batik Tulis Truntum',
    });
    const others = await mall.mall.desk.figures(await account(other));
    expect(others.best.every(({ product }) => product.startsWith('tenun-troso/'))).toBe(true);
  });

  test('are told by month with visits, questions and orders, each in the month it came in', async () => {
    const account = (await mall.mall.signIn.account(other.cookie('mall_session')!))!;
    const now = mall.clock.time;
    const visit = (path: string, address: string) =>
      mall.mall.figures.countVisit({ path, address, userAgent: 'Mozilla/5.0 (Linux; Android 10)' });
    const ask = () =>
      mall.request('/api/inquiries', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({
          seller: 'tenun-troso',
          buyer: { name: 'Rina', email: 'rina@contoh.test' },
          message: 'Ada warna biru?',
          consent: true,
        }),
      });
    const nowOf = async (month: string) =>
      (await mall.mall.desk.figures(account)).months.find((row) => row.month === month);
    const before = (await nowOf('2026-11'))!;
    await visit('/ukm/tenun-troso/', '198.51.100.1');
    await visit('/produk/tenun-troso/kain-ikat/', '198.51.100.1');
    await visit('/produk/tenun-troso/kain-ikat/', '198.51.100.2');
    await visit('/produk/tenun-troso/tidak-ada/', '198.51.100.3');
    await visit('/ukm/toko-palsu/', '198.51.100.4');
    const { code } = (await place(CLOTH, 120_000)).body.order.seller_orders[0]!;
    mall.clock.time = new Date('2026-12-02T05:00:00.000Z');
    const { inquiry } = (await (await ask()).json()) as { inquiry: { code: string } };
    await mall.mall.life.move(code, 'seller', { to: 'paid' });
    expect(await nowOf('2026-11')).toEqual({
      ...before,
      visitors: before.visitors + 2,
      orders: before.orders + 1,
    });
    expect(await nowOf('2026-12')).toEqual({
      month: '2026-12',
      visitors: 0,
      orders: 0,
      inquiries: 1,
      amount: 120_000,
    });
    // What turned out to be spam was no question.
    await db().prepare("UPDATE inquiries SET status = 'spam' WHERE code = ?1").bind(inquiry.code).run();
    expect((await nowOf('2026-12'))?.inquiries).toBe(0);
    expect((await mall.mall.desk.figures(account)).best[0]).toMatchObject({
      product: 'tenun-troso/kain-ikat',
      visitors: 2,
    });
    expect(await d1Turnover(db()).drift()).toBe(0);
    mall.clock.time = now;
  });
});
