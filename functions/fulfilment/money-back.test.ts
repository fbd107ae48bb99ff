import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeMidtrans } from '../../tests/support/midtrans.ts';
import { OPERATOR, SEKAR, signedIn } from '../testing/desk.ts';
import {
  bindings,
  orderBody,
  orderRequest,
  prepareDatabases,
  type TestMall,
  testMall,
} from '../testing/test-mall.ts';
import type { OrderLifeStore } from './ports.ts';

beforeAll(prepareDatabases);
const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const around: { change?: OrderLifeStore['change'] } = {};
/** A Worker of its own on the same database. */
const worker = (change?: (write: OrderLifeStore['change']) => OrderLifeStore['change']) =>
  testMall({ limits: false }, midtrans, undefined, (ports) =>
    change ? { ...ports, lives: { ...ports.lives, change: change(ports.lives.change) } } : ports,
  );
const mall = worker((write) => (asked) => (around.change ?? write)(asked));
const SKU = 'batik-sekar/selendang-truntum';
const PAID = { transaction_status: 'settlement', status_code: '200' };

beforeEach(async () => {
  around.change = undefined;
  mall.mails.taken.length = 0;
  await bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, 9, '') ON CONFLICT (sku) DO UPDATE SET on_hand = 9`,
  )
    .bind(SKU)
    .run();
});

async function place(payment = 'gateway') {
  const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment });
  const response = await mall.request('/api/orders', orderRequest(body));
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string; total: number }[] };
  };
  return { token: order.token, ...order.seller_orders[0]! };
}
const lifeOf = async (code: string) => (await mall.mall.life.bySellerOrder(code))!.life;
async function notify(gatewayOrder: string, at: TestMall = mall) {
  const response = await at.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(await midtrans.notification(gatewayOrder)),
  });
  await at.settle();
  return response.status;
}
async function pay(gatewayOrder: string) {
  midtrans.settle(gatewayOrder, PAID);
  expect(await notify(gatewayOrder)).toBe(200);
}
function givesBack(gatewayOrder: string, amount: number, whole = true) {
  midtrans.settle(gatewayOrder, {
    transaction_status: whole ? 'refund' : 'partial_refund',
    refund_amount: `${amount}.00`,
  });
}
const salesOf = async (code: string) =>
  (
    await bindings.MALL_DB.prepare('SELECT kind, amount FROM ledger WHERE cause = ?1 ORDER BY id')
      .bind(code)
      .all<{ kind: string; amount: number }>()
  ).results;
const net = async (code: string) => (await salesOf(code)).reduce((sum, { amount }) => sum + amount, 0);
const paymentOf = (gatewayOrder: string) =>
  bindings.MALL_DB.prepare('SELECT * FROM gateway_payments WHERE gateway_order = ?1')
    .bind(gatewayOrder)
    .first<{ credited_at: string | null; surplus: number; refunded: number; over_refunded: number }>();
const overRefunded = async (code: string) =>
  (await mall.mall.figures.needingHelp()).over_refunded.filter((row) => row.code === code);

test('a refund that could not be written is written when the gateway tells it again', async () => {
  const order = await place();
  await pay(`${order.code}.1`);
  givesBack(`${order.code}.1`, order.total);
  around.change = async () => {
    around.change = undefined;
    throw new Error('D1_ERROR: Network connection lost');
  };
  expect(await notify(`${order.code}.1`)).toBe(500);
  expect(await paymentOf(`${order.code}.1`)).toMatchObject({ refunded: 0 });
  for (let time = 0; time < 2; time += 1) expect(await notify(`${order.code}.1`)).toBe(200);
  expect((await lifeOf(order.code)).status).toBe('refunded');
  expect(await salesOf(order.code)).toEqual([
    { kind: 'sale', amount: 450_000 },
    { kind: 'refund', amount: -450_000 },
  ]);
});

test('a payment is marked as taken with the order that it pays: two Workers never take two', async () => {
  const order = await place();
  await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
  for (const attempt of [1, 2]) midtrans.settle(`${order.code}.${attempt}`, PAID);
  const slow = worker((write) => async (asked) => {
    const result = await write(asked);
    await new Promise((done) => setTimeout(done, 150));
    return result;
  });
  const first = notify(`${order.code}.1`, slow);
  await new Promise((done) => setTimeout(done, 60));
  expect([await notify(`${order.code}.2`), await first]).toEqual([200, 200]);
  const payments = await Promise.all([1, 2].map((attempt) => paymentOf(`${order.code}.${attempt}`)));
  expect(payments.filter((payment) => payment!.credited_at)).toHaveLength(1);
  expect((await lifeOf(order.code)).owed).toMatchObject([{ amount: order.total, reason: 'paid_twice' }]);
  expect(await salesOf(order.code)).toHaveLength(1);
});

test('a payment that the seller confirmed by hand is that very payment when its notification comes', async () => {
  const order = await place();
  midtrans.settle(`${order.code}.1`, PAID);
  expect(await mall.mall.life.move(order.code, 'seller', { to: 'paid' })).toMatchObject({ ok: true });
  for (let time = 0; time < 2; time += 1) expect(await notify(`${order.code}.1`)).toBe(200);
  expect(await paymentOf(`${order.code}.1`)).toMatchObject({ credited_at: expect.any(String), surplus: 0 });
  expect((await lifeOf(order.code)).owed).toEqual([]);
  expect(mall.mails.taken.filter(({ subject }) => /dikembalikan/.test(subject))).toEqual([]);
  givesBack(`${order.code}.1`, order.total);
  expect(await notify(`${order.code}.1`)).toBe(200);
  expect((await lifeOf(order.code)).status).toBe('refunded');
  expect(await net(order.code)).toBe(0);
});

test('a part that is paid back before the mall heard of the payment is not lost', async () => {
  const order = await place();
  midtrans.settle(`${order.code}.1`, PAID);
  givesBack(`${order.code}.1`, 50_000, false);
  expect(await notify(`${order.code}.1`)).toBe(200);
  expect(await lifeOf(order.code)).toMatchObject({ status: 'paid', refunds: [{ amount: 50_000 }] });
});

describe('what the gateway pays back beyond what is left', () => {
  test('after a part by transfer: the order ends, and the rest is told as paid back too much', async () => {
    const order = await place();
    await pay(`${order.code}.1`);
    await mall.mall.life.move(order.code, 'seller', { to: 'refunded', amount: 5000, reference: 'TRF 1' });
    givesBack(`${order.code}.1`, order.total);
    for (let time = 0; time < 2; time += 1) expect(await notify(`${order.code}.1`)).toBe(200);
    expect(await lifeOf(order.code)).toMatchObject({
      status: 'refunded',
      refunds: [{ amount: 5000 }, { amount: order.total - 5000 }],
      over_refunded: 5000,
    });
    expect(await net(order.code)).toBe(0);
    expect(await overRefunded(order.code)).toMatchObject([{ seller: 'batik-sekar', amount: 5000 }]);
    const told = mall.mails.taken.filter(({ subject }) => /lebih dari sisanya/.test(subject));
    expect(told.map(({ to }) => to).sort()).toEqual([SEKAR, OPERATOR].sort());
  });

  test('after all of it by transfer: all of it is told, once, until the operator has seen to it', async () => {
    const order = await place();
    await pay(`${order.code}.1`);
    await mall.mall.life.move(order.code, 'seller', { to: 'refunded', reference: 'TRF 2' });
    givesBack(`${order.code}.1`, order.total);
    for (let time = 0; time < 2; time += 1) expect(await notify(`${order.code}.1`)).toBe(200);
    expect((await lifeOf(order.code)).over_refunded).toBe(order.total);
    expect(await overRefunded(order.code)).toMatchObject([{ amount: order.total }]);
    expect(await net(order.code)).toBe(0);

    const operator = await signedIn(mall, OPERATOR);
    const settle = () => operator.form(`/kelola/pesanan/${order.code}`, { action: 'settle' });
    expect((await settle()).headers.get('Location')).toContain('kabar=settle');
    expect((await settle()).status).toBe(409);
    expect(await overRefunded(order.code)).toEqual([]);
    const { rows } = await mall.mall.figures.auditTrail();
    expect(rows[0]).toMatchObject({ action: 'settle_over_refund', subject: order.code });
  });

  test('of an owed payment that the seller has returned already', async () => {
    const order = await place();
    await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
    await pay(`${order.code}.1`);
    await pay(`${order.code}.2`);
    await mall.mall.life.payBackOwed(order.code, 'seller', { reference: 'TRF 3' });
    givesBack(`${order.code}.2`, order.total);
    expect(await notify(`${order.code}.2`)).toBe(200);
    expect(await lifeOf(order.code)).toMatchObject({ status: 'paid', over_refunded: order.total });
  });
});

test('a page that asked for more than the order does now pays it, and what is too much is owed', async () => {
  const order = await place();
  const changed = await mall.request(
    `/api/orders/${order.token}/seller-orders/${order.code}/payment-method`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ method: 'transfer' }),
    },
  );
  expect(changed.status).toBe(200);
  const { total } = await lifeOf(order.code);
  expect(total).toBeLessThan(order.total);
  await pay(`${order.code}.1`);
  expect(await lifeOf(order.code)).toMatchObject({
    status: 'paid',
    owed: [{ amount: order.total - total, reason: 'other_amount' }],
  });
  givesBack(`${order.code}.1`, order.total);
  expect(await notify(`${order.code}.1`)).toBe(200);
  expect(await lifeOf(order.code)).toMatchObject({
    status: 'refunded',
    owed: [],
    over_refunded: 0,
    refunds: [{ amount: total }],
    owed_refunds: [{ amount: order.total - total }],
  });
  expect(await net(order.code)).toBe(0);
});
