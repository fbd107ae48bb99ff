import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeMidtrans } from '../../tests/support/midtrans.ts';
import { SEKAR } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const mall = testMall({ limits: false }, midtrans);
beforeEach(async () => {
  mall.mails.taken.length = 0;
  await bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES ('batik-sekar/kemeja-parang/m', 500, '')
     ON CONFLICT (sku) DO UPDATE SET on_hand = 500`,
  ).run();
});

interface Placed {
  code: string;
  status: string;
  total: number;
  payment: {
    method: string;
    amount: number;
    unique_code?: number;
    bank?: object;
    qris?: string;
    redirect_url?: string;
  };
}
let keys = 0;
async function place(changes: object) {
  const request = orderRequest(orderBody(changes as Record<string, unknown>), `change-${++keys}`);
  const response = await mall.request('/api/orders', request);
  const text = await response.text();
  expect([response.status, text]).toEqual([201, text]);
  const { order } = JSON.parse(text) as { order: { token: string; seller_orders: Placed[] } };
  return { token: order.token, text, request, ...order.seller_orders[0]! };
}
type Order = Awaited<ReturnType<typeof place>>;
async function see({ token }: Order): Promise<Placed> {
  const response = await mall.request(`/api/orders/${token}`);
  return ((await response.json()) as { order: { seller_orders: Placed[] } }).order.seller_orders[0]!;
}
const change = ({ token, code }: Order, method: unknown) =>
  mall.request(`/api/orders/${token}/seller-orders/${code}/payment-method`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ method }),
  });
const replay = async ({ request }: Order) => (await mall.request('/api/orders', request)).text();

test('a buyer pays in another way: the amount stays, the seller hears of it, and a replay is the first answer', async () => {
  const order = await place({ payment: 'qris' });
  expect((await change(order, 'transfer')).status).toBe(200);
  await mall.settle();
  const now = await see(order);
  expect(now.payment).toMatchObject({ method: 'transfer', amount: order.total, bank: expect.any(Object) });
  expect(now.payment.qris).toBeUndefined();
  const [mail] = mall.mails.taken.filter(({ subject }) => subject.includes('mengganti cara bayar'));
  expect([mail?.to, mail?.text]).toEqual([SEKAR, expect.stringContaining('Transfer bank')]);
  expect(await replay(order)).toBe(order.text);
});

test('an amount that was kept apart from none is made to differ, and the replay still is the first answer', async () => {
  const others = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const order = await place({ payment: 'gateway' });
      expect((await change(order, 'transfer')).status).toBe(200);
      return order;
    }),
  );
  const amounts = await Promise.all(others.map(async (order) => (await see(order)).payment.amount));
  expect(new Set(amounts).size).toBe(20);
  for (const amount of amounts) expect(amount).toBeLessThanOrEqual(others[0]!.total);
  for (const order of others) expect(await replay(order)).toBe(order.text);
});

test('only to what the seller offers there, only while it waits for money, and not after "I have paid"', async () => {
  const order = await place({ payment: 'transfer' });
  for (const method of ['cod', 'abroad', 'emas', 5, undefined]) {
    const refused = await change(order, method);
    expect([method, refused.status]).toEqual([method, 422]);
  }
  await mall.mall.life.asBuyer(order.token, order.code, 'paid', {});
  expect((await change(order, 'qris')).status).toBe(409);
  const paid = await place({ payment: 'transfer' });
  await mall.mall.life.move(paid.code, 'seller', { to: 'paid' });
  expect((await change(paid, 'qris')).status).toBe(409);
  const cash = await place({
    payment: 'cod',
    ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
  });
  expect((await change(cash, 'transfer')).status).toBe(409);
});

test('money that comes by the gateway after all pays the order', async () => {
  const order = await place({ payment: 'gateway' });
  await change(order, 'qris');
  midtrans.settle(`${order.code}.1`, { transaction_status: 'settlement', status_code: '200' });
  const notified = await mall.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(await midtrans.notification(`${order.code}.1`)),
  });
  expect([notified.status, (await see(order)).status]).toEqual([200, 'paid']);
});

describe('above Rp10.000.000, where QRIS ends', () => {
  const many = [{ sku: 'batik-sekar/kemeja-parang/m', qty: 60, price: 170_000 }];

  test('an order says so in words, with what can be used instead', async () => {
    const refused = await mall.request(
      '/api/orders',
      orderRequest(orderBody({ lines: many, payment: 'qris' })),
    );
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({
      code: 'payment_unavailable',
      detail: expect.stringMatching(/QRIS paling banyak Rp10\.000\.000.*Transfer bank/),
      errors: [{ pointer: '/payment', methods: ['transfer', 'gateway'], limit: 10_000_000 }],
    });
  });

  test('a fee that lifts it above is quoted all the same, and the buyer pays in another way', async () => {
    const order = await place({
      lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 58, price: 170_000 }],
      payment: 'qris',
      ship_to: { country: 'ID', region: '91.71', address: 'Jalan Raya Abepura 1' },
    });
    expect(order.status).toBe('awaiting_shipping');
    const quoted = await mall.mall.life.move(order.code, 'seller', {
      to: 'awaiting_payment',
      amount: 500_000,
    });
    expect(quoted.ok).toBe(true);
    const above = await see(order);
    expect(above.payment).toEqual(expect.not.objectContaining({ qris: expect.anything() }));
    expect((await change(order, 'transfer')).status).toBe(200);
    expect((await see(order)).payment).toMatchObject({ method: 'transfer', amount: 10_360_000 });
    expect(await replay(order)).toBe(order.text);
  });
});

test('a way of paying that is changed while the seller quotes the fee: the quote is decided on anew', async () => {
  const between: { run?: () => Promise<unknown> } = {};
  const slow = testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    orders: {
      ...ports.orders,
      async byCode(code) {
        const order = await ports.orders.byCode(code);
        await between.run?.();
        return order;
      },
    },
  }));
  const order = await place({
    payment: 'gateway',
    ship_to: { country: 'ID', region: '91.71', address: 'Jalan Raya Abepura 1' },
  });
  expect(order.status).toBe('awaiting_shipping');
  between.run = () => change(order, 'transfer');
  const quote = () => slow.mall.life.move(order.code, 'seller', { to: 'awaiting_payment', amount: 20_000 });
  expect(await quote()).toMatchObject({ status: 409, code: 'conflict' });
  between.run = undefined;
  expect(await quote()).toMatchObject({ ok: true });
  const { life } = (await mall.mall.life.bySellerOrder(order.code))!;
  expect(life.amount_held).toBe(life.total);
});
