import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { RETENTION_DAYS } from '../../src/domain/privacy/retention.ts';
import { fakeMidtrans } from '../../tests/support/midtrans.ts';
import { Jar } from '../testing/desk.ts';
import { jpeg } from '../testing/pictures.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const beforeErasing: { run?: () => Promise<unknown> } = {};
const mall = testMall({ limits: false }, midtrans, undefined, (ports) => ({
  ...ports,
  personalData: {
    ...ports.personalData,
    async eraseOrders(...given) {
      await beforeErasing.run?.();
      return ports.personalData.eraseOrders(...given);
    },
  },
}));
const anybody = new Jar(mall);
const SKU = 'batik-sekar/selendang-truntum';
const START = new Date('2026-11-24T05:00:00.000Z');
const inDays = (days: number) => new Date(START.getTime() + days * 86_400_000);

const setStock = (pieces: number) =>
  bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '') ON CONFLICT (sku) DO UPDATE SET on_hand = ?2`,
  )
    .bind(SKU, pieces)
    .run();
beforeEach(async () => {
  beforeErasing.run = undefined;
  mall.clock.time = START;
  await setStock(5);
});

async function place(key?: string, payment = 'gateway') {
  const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment });
  const response = await mall.request('/api/orders', orderRequest(body, key));
  const { order } = (await response.json()) as {
    order: { code: string; token: string; seller_orders: { code: string; total: number }[] };
  };
  const { code: part, total } = order.seller_orders[0]!;
  const act = (action: string, fields: object = {}) =>
    anybody.json(`/api/orders/${order.token}/seller-orders/${part}/${action}`, fields);
  const erase = () => anybody.json(`/api/orders/${order.token}/erasure`);
  return { ...order, part, total, act, erase };
}
const cancel = ({ token }: { token: string }) => anybody.json(`/api/orders/${token}/cancel`);
async function settle(gatewayOrder: string) {
  midtrans.settle(gatewayOrder, { transaction_status: 'settlement', status_code: '200' });
  const response = await mall.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(await midtrans.notification(gatewayOrder)),
  });
  expect(response.status).toBe(200);
  await mall.settle();
}
const codeOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { code: string }).code,
];
const lifeOf = async (part: string) => (await mall.mall.life.bySellerOrder(part))!;

/** Money came for an order that was cancelled, when nothing was left. */
async function owedTo() {
  const order = await place();
  await cancel(order);
  await setStock(0);
  await settle(`${order.part}.1`);
  return order;
}

describe('nothing personal is erased while money is owed', () => {
  test('not for the buyer who asks', async () => {
    const order = await owedTo();
    expect(
      (await order.act('refund-account', { bank: 'BRI', number: '7700110022', holder: 'Sri' })).status,
    ).toBe(200);
    expect(await codeOf(await order.erase())).toEqual([409, 'order_running']);
    await mall.mall.life.payBackOwed(order.part, 'seller', { reference: 'TRF 1' });
    expect((await order.erase()).status).toBe(200);
    expect((await lifeOf(order.part)).life.refund_account).toBeUndefined();
  });

  test('nor when its time is over', async () => {
    const order = await owedTo();
    await order.act('refund-account', { bank: 'BRI', number: '7700110022', holder: 'Sri' });
    for (const days of [RETENTION_DAYS.order_proofs, RETENTION_DAYS.orders]) {
      mall.clock.time = inDays(days + 1);
      await mall.mall.personalData.forget();
      const { life, order: seen } = await lifeOf(order.part);
      expect(life.refund_account).toMatchObject({ number: '7700110022' });
      expect(seen.buyer.name).toBe('Sri Rahayu');
    }
    await mall.mall.life.payBackOwed(order.part, 'seller', {});
    await mall.mall.personalData.forget();
    const { life, order: seen } = await lifeOf(order.part);
    expect([life.refund_account, seen.buyer.phone]).toEqual([undefined, '']);
  });
});

test('an order whose complaint is open keeps its words and its buyer after five years', async () => {
  const order = await place(undefined, 'transfer');
  for (const to of ['paid', 'processing', 'shipped'])
    await mall.mall.life.move(order.part, 'seller', { to, courier: 'JNE', tracking: 'CGK1' });
  await order.act('complaint', { reason: 'damaged', text: 'RAHASIA rusak' });
  mall.clock.time = inDays(RETENTION_DAYS.orders + 1);
  await mall.mall.personalData.forget();
  const { life, order: seen } = await lifeOf(order.part);
  expect([life.complaint?.text, seen.buyer.name]).toEqual(['RAHASIA rusak', 'Sri Rahayu']);
});

describe('after an order is erased', () => {
  test('late money is owed to its buyer, and the order is never paid', async () => {
    const order = await place();
    await cancel(order);
    expect((await order.erase()).status).toBe(200);
    await settle(`${order.part}.1`);
    expect((await lifeOf(order.part)).life).toMatchObject({
      status: 'cancelled',
      owed: [{ amount: order.total, reason: 'order_erased' }],
    });
    expect(await codeOf(await order.erase())).toEqual([409, 'order_running']);
    expect(await mall.mall.life.move(order.part, 'seller', { to: 'paid' })).toMatchObject({
      status: 409,
      code: 'order_erased',
    });
  });

  test('no complaint, account or photo is taken, and erasing again says that it is done', async () => {
    const order = await place(undefined, 'transfer');
    await cancel(order);
    await order.erase();
    expect(await codeOf(await order.act('complaint', { text: 'RAHASIA' }))).toEqual([409, 'order_erased']);
    expect(
      await codeOf(await order.act('refund-account', { bank: 'BRI', number: '7700110022', holder: 'Sri' })),
    ).toEqual([409, 'order_erased']);
    expect(await codeOf(await order.act('paid'))).toEqual([409, 'order_erased']);
    const body = new FormData();
    body.set('photo', new File([jpeg() as Uint8Array<ArrayBuffer>], 'x.jpg'));
    body.set('kind', 'payment');
    const photo = await mall.request(`/api/orders/${order.token}/seller-orders/${order.part}/proofs`, {
      method: 'POST',
      body,
    });
    expect(await codeOf(photo)).toEqual([409, 'order_erased']);
    expect((await order.erase()).status).toBe(200);
  });

  test('what was written into it before that was so goes with the second erasure', async () => {
    const order = await place(undefined, 'transfer');
    await cancel(order);
    await order.erase();
    await bindings.MALL_DB.prepare(
      `INSERT INTO complaints (seller_order, reason, text, opened_at, closed_at, closed_by)
       VALUES (?1, 'other', 'RAHASIA', ?2, ?2, 'buyer')`,
    )
      .bind(order.part, START.toISOString())
      .run();
    expect((await order.erase()).status).toBe(200);
    expect((await lifeOf(order.part)).life.complaint?.text).toBe('—');
    expect((await lifeOf(order.part)).order.erased_at).toBe(START.toISOString());
  });

  test('nothing is left by which name and number could be guessed, and its key is not used again', async () => {
    const order = await place('erased-key');
    await cancel(order);
    await order.erase();
    const row = await bindings.MALL_DB.prepare('SELECT body_hash FROM orders WHERE code = ?1')
      .bind(order.code)
      .first<string>('body_hash');
    expect(row).toBe('');
    const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment: 'gateway' });
    const replay = await mall.request('/api/orders', orderRequest(body, 'erased-key'));
    expect(await codeOf(replay)).toEqual([409, 'order_erased']);
  });
});

test('an order that moves on while it is being erased is not erased', async () => {
  const order = await place();
  await cancel(order);
  beforeErasing.run = () => settle(`${order.part}.1`);
  expect(await codeOf(await order.erase())).toEqual([409, 'conflict']);
  expect(await lifeOf(order.part)).toMatchObject({
    order: { buyer: { name: 'Sri Rahayu' } },
    life: { status: 'paid' },
  });
});
