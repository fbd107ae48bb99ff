import { beforeAll, describe, expect, test } from 'vitest';
import type { CorrectionForm } from '../../src/forms/operator-forms.ts';
import { type Jar, OPERATOR, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { d1Turnover } from '../turnover/d1-turnover.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
const SCARF = 'batik-sekar/selendang-truntum';
const HOUR = 3_600_000;

let seller: Jar;
let other: Jar;
let operator: Jar;
beforeAll(async () => {
  seller = await signedIn(mall, SEKAR);
  other = await signedIn(mall, TROSO);
  operator = await signedIn(mall, OPERATOR);
});

interface Answer {
  status: number;
  code?: string;
  sale?: { id: string; status: string; waits_for: string[] };
  correction?: { id: string; amount: number; occurred_at: string; channel: string; corrects: string | null };
  pointer?: string;
  replayed: boolean;
}
async function post(jar: Jar, path: string, body: unknown = {}): Promise<Answer> {
  const response = await jar.json(path, body);
  const { errors, ...rest } = (await response.json()) as Omit<Answer, 'status'> & {
    errors?: { pointer: string }[];
  };
  return {
    ...rest,
    status: response.status,
    replayed: response.headers.has('Idempotent-Replayed'),
    ...(errors?.[0] && { pointer: errors[0].pointer }),
  };
}
async function total(query = ''): Promise<number> {
  const answer = (await (await mall.request(`/api/turnover${query}`)).json()) as {
    total: number;
    captured: number;
    reported: number;
    history: number;
    corrected: number;
  };
  expect(answer.captured + answer.reported + answer.history + answer.corrected).toBe(answer.total);
  return answer.total;
}
let ids = 0;
const sale = (changes: Record<string, unknown> = {}) => ({
  id: `booth-sale-${++ids}`,
  sku: SCARF,
  qty: 1,
  amount: 450_000,
  occurred_at: '2026-11-24T11:00:00+07:00',
  ...changes,
});
const stock = async () =>
  (await db().prepare('SELECT on_hand FROM stock WHERE sku = ?1').bind(SCARF).first<number>('on_hand'))!;
const trail = async () =>
  (
    await db()
      .prepare('SELECT action, actor, detail FROM audit ORDER BY id DESC LIMIT 20')
      .all<{ action: string; actor: string; detail: string }>()
  ).results;

describe('a sale that is likelier a typing error', () => {
  test.each([
    ['price', { amount: 9_999_999 }],
    ['amount', { qty: 1000, amount: 50_000_001 }],
    ['age', { occurred_at: '2026-10-20T11:00:00+07:00' }],
  ])(
    'waits for the operator because of its %s, and does not count until it is approved',
    async (reason, changes) => {
      const before = await total();
      const body = sale(changes);
      expect(await post(seller, '/api/desk/sales', body)).toMatchObject({
        status: 201,
        sale: { status: 'waiting', waits_for: [reason] },
      });
      expect(await post(seller, '/api/desk/sales', body)).toMatchObject({ status: 201, replayed: true });
      expect(await total()).toBe(before);
      expect((await mall.mall.figures.sales.waiting()).map(({ id }) => id)).toEqual([body.id]);
      const path = `/api/desk/sales/${body.id}/decision`;
      const decision = { seller: 'batik-sekar', decision: 'approve' };
      expect((await post(seller, path, decision)).status).toBe(403);
      const done = await Promise.all([post(operator, path, decision), post(operator, path, decision)]);
      expect(done.map(({ status, sale }) => [status, sale?.status])).toEqual([
        [200, 'counted'],
        [200, 'counted'],
      ]);
      expect(await total()).toBe(before + body.amount);
      expect(await mall.mall.figures.sales.waiting()).toEqual([]);
      expect(await post(operator, path, { ...decision, decision: 'refuse', reason: 'x' })).toMatchObject({
        status: 409,
        code: 'sale_not_waiting',
      });
      expect((await trail()).filter(({ action }) => action === 'sale_approve').length).toBeGreaterThan(0);
    },
  );

  test('is refused with a reason, gives back its stock, and never counts', async () => {
    await seller.json('/api/desk/stock', { sku: SCARF, on_hand: 9 });
    const before = await total();
    const body = sale({ qty: 2, amount: 9_000_000_000 });
    await post(seller, '/api/desk/sales', body);
    expect(await stock()).toBe(7);
    const fields = { seller: 'batik-sekar', id: body.id, decision: 'refuse' };
    const bare = await operator.form('/kelola/koreksi', fields);
    expect(bare.status).toBe(422);
    expect(await shown<CorrectionForm>(bare)).toMatchObject({
      action: 'decide',
      errors: [{ pointer: '/reason', code: 'reason' }],
    });
    const done = await operator.form('/kelola/koreksi', { ...fields, reason: 'Kelebihan nol.' });
    expect(done.headers.get('Location')).toBe('/kelola/koreksi?kabar=refuse');
    expect([await total(), await stock()]).toEqual([before, 9]);
    expect((await post(operator, `/api/desk/sales/${body.id}/decision`, fields)).status).toBe(422);
    expect((await trail())[0]).toMatchObject({ action: 'sale_refuse', actor: OPERATOR });
  });
});

describe('a sale that its seller takes back', () => {
  test('is no turnover any more at any moment, as it was known before it still is, and its stock is back', async () => {
    await seller.json('/api/desk/stock', { sku: SCARF, on_hand: 1 });
    const then = '?as_of=2026-11-24T11:30:00%2B07:00';
    const [before, beforeThen] = [await total(), await total(then)];
    const known = mall.clock.time.toISOString();
    const body = sale({ qty: 3, amount: 1_000_000 });
    await post(seller, '/api/desk/sales', body);
    expect([await total(), await stock()]).toEqual([before + 1_000_000, 0]);
    const path = `/api/desk/sales/${body.id}/void`;
    expect((await post(other, path)).status).toBe(404);
    expect((await post(operator, path)).status).toBe(403);
    mall.clock.time = new Date(mall.clock.time.getTime() + HOUR);
    const done = await Promise.all([post(seller, path), post(seller, path), post(seller, path)]);
    expect(done.map(({ status, sale }) => [status, sale?.status])).toEqual(Array(3).fill([200, 'voided']));
    expect([await total(), await stock()]).toEqual([before, 1]);
    expect(await total(then)).toBe(beforeThen);
    expect(await total(`?known_at=${known}`)).toBe(before + 1_000_000);
    expect((await trail())[0]).toEqual({
      action: 'sale_void',
      actor: SEKAR,
      detail: '3 × Selendang Batik Tulis Truntum, Rp1.000.000',
    });
    expect(await d1Turnover(db()).drift()).toBe(0);
    const sums = await d1Turnover(db()).sums(['product'], { as_of: mall.clock.time });
    expect(sums.product.find(({ value }) => value === 'batik-sekar/kemeja-parang')).toBeUndefined();
  });

  test('can be taken back for a day, at the desk with a button', async () => {
    const body = sale();
    await post(seller, '/api/desk/sales', body);
    const late = sale();
    await post(seller, '/api/desk/sales', late);
    const before = await total();
    const pressed = await seller.form(`/lapak/jual/${body.id}/batal`);
    expect(pressed.headers.get('Location')).toBe('/lapak/jual?kabar=dibatalkan');
    expect(await total()).toBe(before - body.amount);
    mall.clock.time = new Date(mall.clock.time.getTime() + 24 * HOUR);
    expect(await post(seller, `/api/desk/sales/${late.id}/void`)).toMatchObject({
      status: 409,
      code: 'void_too_late',
    });
    expect((await post(seller, '/api/desk/sales/tidak-ada/void')).status).toBe(404);
    expect(await total()).toBe(before - body.amount);
  });
});

describe('a correction', () => {
  test('of a sale counts from its moment on, once however often it is sent, and never takes more than there is', async () => {
    const body = sale({ occurred_at: mall.clock.time.toISOString() });
    const before = await total();
    await post(seller, '/api/desk/sales', body);
    const correction = {
      id: 'koreksi-1',
      edition: 'uvo-2',
      amount: -200_000,
      reason: 'Salah ketik.',
      corrects: body.id,
    };
    expect((await post(seller, '/api/desk/corrections', correction)).status).toBe(403);
    const answers = await Promise.all(
      [1, 2, 3].map(() => post(operator, '/api/desk/corrections', correction)),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(answers[0]?.correction).toMatchObject({
      channel: 'booth',
      corrects: `batik-sekar:${body.id}`,
      occurred_at: body.occurred_at,
    });
    expect(await total()).toBe(before + 250_000);
    expect(await post(operator, '/api/desk/corrections', { ...correction, amount: -1 })).toMatchObject({
      status: 409,
      code: 'correction_id_reused',
    });
    expect(
      await post(operator, '/api/desk/corrections', { ...correction, id: 'koreksi-2', amount: -250_001 }),
    ).toMatchObject({ status: 422, pointer: '/amount' });
    await post(seller, `/api/desk/sales/${body.id}/void`);
    expect(await total()).toBe(before);
    expect(await d1Turnover(db()).drift()).toBe(0);
  });

  test.each([
    ['took from it', -100_000],
    ['added to it', 50_000],
  ])('leaves a refund what it %s: nothing, and no less', async (_, amount) => {
    const before = await total();
    const response = await mall.request('/api/orders', orderRequest(orderBody()));
    const { order } = (await response.json()) as { order: { seller_orders: { code: string }[] } };
    const code = order.seller_orders[0]!.code;
    expect(await mall.mall.life.move(code, 'seller', { to: 'paid' })).toMatchObject({ ok: true });
    const correction = { id: `koreksi-${code}`, edition: 'uvo-2', amount, reason: 'Salah.', corrects: code };
    expect((await post(operator, '/api/desk/corrections', correction)).status).toBe(201);
    const refund = { to: 'refunded', reason: 'Barang rusak' };
    expect(await mall.mall.life.move(code, 'seller', { ...refund, amount: 1_000 })).toMatchObject({
      ok: true,
    });
    expect(await mall.mall.life.move(code, 'seller', refund)).toMatchObject({ ok: true });
    expect(await total()).toBe(before);
    expect(await d1Turnover(db()).drift()).toBe(0);
  });

  test('of no entry counts from now on, for its edition, in either direction, and stands in the export', async () => {
    const before = await total('?edition=uvo-2');
    const moment = new Date(mall.clock.time.getTime() - 1).toISOString();
    const fields = {
      edition: 'uvo-2',
      amount: '-75rb',
      reason: 'Laporan panitia keliru.',
      id: 'koreksi-form',
    };
    const done = await operator.form('/kelola/koreksi', fields);
    expect(done.headers.get('Location')).toBe('/kelola/koreksi?kabar=correct');
    expect(await total('?edition=uvo-2')).toBe(before - 75_000);
    expect(await total(`?edition=uvo-2&as_of=${moment}`)).toBe(before);
    await post(operator, '/api/desk/corrections', { ...fields, id: 'koreksi-plus', amount: 5_000 });
    expect(await total('?edition=uvo-2')).toBe(before - 70_000);
    const csv = await (await operator.get('/kelola/ekspor.csv?tabel=entries')).text();
    expect(csv).toContain('Laporan panitia keliru.');
    expect((await trail()).slice(0, 3).map(({ action }) => action)).toEqual([
      'export',
      'correction',
      'correction',
    ]);
    await expect(db().prepare('UPDATE corrections SET amount = 1').run()).rejects.toThrow(/never changed/);
    await expect(db().prepare('DELETE FROM corrections').run()).rejects.toThrow(/never deleted/);
    const { answer, groups } = await mall.mall.figures.grouped({});
    for (const rows of Object.values(groups))
      expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(answer.total);
  });

  test.each([
    ['amount', 0],
    ['amount', 1.5],
    ['amount', '-5'],
    ['amount', -10_000_000_001],
    ['edition', 'uvo-9'],
    ['reason', ' '],
    ['seller', 'toko-palsu'],
    ['corrects', 'tidak-ada'],
    ['id', ''],
  ])('with %s %j is 422 at that field', async (field, value) => {
    const body = { id: 'koreksi-salah', edition: 'uvo-2', amount: -5, reason: 'Uji.', [field]: value };
    expect(await post(operator, '/api/desk/corrections', body)).toMatchObject({
      status: 422,
      code: 'invalid',
      pointer: `/${field}`,
    });
  });
});

test('a figure of before the mall opened is the recorded history alone, whatever is dated back to it', async () => {
  const asked = '?as_of=2020-11-20T13:00:00%2B07:00';
  const before = await total(asked);
  const body = sale({ occurred_at: '2020-11-01T10:00:00+07:00' });
  await post(seller, '/api/desk/sales', body);
  await post(operator, `/api/desk/sales/${body.id}/decision`, { seller: 'batik-sekar', decision: 'approve' });
  expect(await total(asked)).toBe(before);
  const told = await mall.mall.figures.grouped({ as_of: new Date('2020-11-20T06:00:00Z') });
  for (const rows of Object.values(told.groups))
    expect(rows.reduce((sum, { amount }) => sum + amount, 0)).toBe(before);
  expect(told.days.reduce((sum, { amount }) => sum + amount, 0)).toBe(before);
});

test('a question becomes one sale or one order; taken back, it may be told again', async () => {
  const ask = async () => {
    const response = await mall.request('/api/inquiries', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        seller: 'batik-sekar',
        buyer: { name: 'Rina', email: `rina-${++ids}@contoh.test` },
        message: 'Ada warna biru?',
        consent: true,
      }),
    });
    return ((await response.json()) as { inquiry: { code: string } }).inquiry.code;
  };
  const inquiry = await ask();
  const first = sale({ inquiry });
  expect((await post(seller, '/api/desk/sales', first)).status).toBe(201);
  expect((await post(seller, '/api/desk/sales', first)).replayed).toBe(true);
  const refused = { status: 409, code: 'question_is_sold', pointer: '/inquiry' };
  expect(await post(seller, '/api/desk/sales', sale({ inquiry }))).toMatchObject(refused);
  await post(seller, `/api/desk/sales/${first.id}/void`);
  expect((await post(seller, '/api/desk/sales', sale({ inquiry }))).status).toBe(201);
  const ordered = await ask();
  await db().prepare("UPDATE inquiries SET status = 'ordered' WHERE code = ?1").bind(ordered).run();
  expect(await post(seller, '/api/desk/sales', sale({ inquiry: ordered }))).toMatchObject(refused);
});

test('a suspended shop records no sale, though a sale that it had recorded is answered again', async () => {
  const before = sale();
  await post(seller, '/api/desk/sales', before);
  await operator.form('/kelola/tangguhkan', { subject: 'batik-sekar', reason: 'Uji.' });
  expect(await post(seller, '/api/desk/sales', sale())).toMatchObject({ status: 409, code: 'suspended' });
  expect(await post(seller, '/api/desk/sales', before)).toMatchObject({ status: 201, replayed: true });
  await operator.form('/kelola/tangguhkan', { resume: 'seller:batik-sekar' });
  expect((await post(seller, '/api/desk/sales', sale())).status).toBe(201);
});

test('the trail tells stock, holidays and exports with who did it', async () => {
  await seller.json('/api/desk/stock', { sku: SCARF, add: 4 });
  await seller.form('/lapak/libur', { seller: 'batik-sekar', note: 'Mudik' });
  await seller.form('/lapak/libur', { seller: 'batik-sekar', action: 'end' });
  await seller.get('/lapak/pesanan.csv');
  expect((await trail()).slice(0, 4).map(({ action, actor }) => [action, actor])).toEqual([
    ['export_orders', SEKAR],
    ['lift_holiday', SEKAR],
    ['pause_holiday', SEKAR],
    ['stock_add', SEKAR],
  ]);
  const { rows } = await mall.mall.figures.trailInWords();
  expect(rows.slice(1, 4).map(({ action, subject, detail }) => [action, subject, detail])).toEqual([
    ['Membuka lagi toko', 'Batik Sekar', ''],
    ['Meliburkan toko', 'Batik Sekar', 'Mudik'],
    ['Menambah stok', 'Selendang Batik Tulis Truntum', `menjadi ${await stock()}`],
  ]);
  for (const { action, subject } of rows) expect(`${action} ${subject}`).not.toMatch(/[a-z]_[a-z]|^\w+:/);
});

test('the trail tells who took money as come in, and what was paid back', async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody({})));
  const { order } = (await response.json()) as { order: { seller_orders: { code: string }[] } };
  const { code } = order.seller_orders[0]!;
  const path = `/api/desk/seller-orders/${code}/transitions`;
  expect((await seller.json(path, { to: 'paid' })).status).toBe(200);
  expect((await seller.json(path, { to: 'refunded', amount: 5_000, reason: 'Uji' })).status).toBe(200);
  const { rows } = await mall.mall.figures.trailInWords();
  expect(rows.slice(0, 2).map(({ id: _, at: __, ...row }) => row)).toEqual([
    { action: 'Mengembalikan dana pesanan', subject: code, detail: 'Rp5.000', actor: 'Penjual Batik Sekar' },
    { action: 'Uang masuk untuk pesanan', subject: code, detail: '', actor: 'Penjual Batik Sekar' },
  ]);
});
