import { beforeAll, beforeEach, expect, test } from 'vitest';
import example from '../../tests/data/midtrans-notifications.json' with { type: 'json' };
import { fakeMidtrans, signature } from '../../tests/support/midtrans.ts';
import { midtransPayment } from '../payment/midtrans-payment.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const mall = testMall({ limits: false }, midtrans);
beforeEach(() => {
  midtrans.down = false;
});

const SKU = 'batik-sekar/selendang-truntum';
interface Placed {
  order: {
    token: string;
    seller_orders: { code: string; total: number; payment: { redirect_url?: string } }[];
  };
}

async function place(key?: string) {
  const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment: 'gateway' });
  const response = await mall.request('/api/orders', orderRequest(body, key));
  expect(response.status).toBe(201);
  const text = await response.text();
  const { order } = JSON.parse(text) as Placed;
  const [sellerOrder] = order.seller_orders;
  return { text, token: order.token, ...sellerOrder!, gatewayOrder: `${sellerOrder!.code}.1` };
}
const setStock = (pieces: number) =>
  bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '') ON CONFLICT (sku) DO UPDATE SET on_hand = ?2`,
  )
    .bind(SKU, pieces)
    .run();
beforeEach(() => setStock(3));

async function notify(body: unknown) {
  const response = await mall.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: 'https://midtrans.test' },
    body: JSON.stringify(body),
  });
  await mall.settle();
  return response.status;
}
const statusOf = async (code: string) =>
  bindings.MALL_DB.prepare('SELECT status FROM seller_orders WHERE code = ?1')
    .bind(code)
    .first<string>('status');
const paymentOf = (gatewayOrder: string) =>
  bindings.MALL_DB.prepare('SELECT * FROM gateway_payments WHERE gateway_order = ?1')
    .bind(gatewayOrder)
    .first<{ credited_at: string | null; surplus: number; refunded: number; status: string }>();
const salesOf = async (code: string) =>
  (
    await bindings.MALL_DB.prepare('SELECT kind, amount FROM ledger WHERE cause = ?1 ORDER BY id')
      .bind(code)
      .all<{ kind: string; amount: number }>()
  ).results;
const PAID = { transaction_status: 'settlement', status_code: '200' };

test('an order that is paid at the gateway is answered with its page; a replay names the same one', async () => {
  const order = await place('gateway-key');
  expect(order.payment.redirect_url).toMatch(/^https:\/\/midtrans\.test\/snap\//);
  expect((await place('gateway-key')).text).toBe(order.text);
  expect(midtrans.transactions.get(order.gatewayOrder)).toMatchObject({
    gross_amount: `${order.total}.00`,
    callback: `http://mal.test/pesanan/${order.token}`,
  });
});

test('a replay that comes while the gateway’s page is being opened has the same body', async () => {
  const slowly: typeof midtrans = {
    ...midtrans,
    fetch: async (...asked) => {
      await new Promise((done) => setTimeout(done, 500));
      return midtrans.fetch(...asked);
    },
  };
  const slow = testMall({ limits: false }, slowly);
  const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment: 'gateway' });
  const first = slow.request('/api/orders', orderRequest(body, 'gateway-slow'));
  await new Promise((done) => setTimeout(done, 150));
  const replay = await mall.request('/api/orders', orderRequest(body, 'gateway-slow'));
  expect(replay.headers.get('Idempotent-Replayed')).toBe('true');
  const text = await replay.text();
  expect(text).toContain('redirect_url');
  expect(await (await first).text()).toBe(text);
});

test('a good notification pays the order once, however often it is repeated', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  const notification = await midtrans.notification(order.gatewayOrder);
  expect(await notify(notification)).toBe(200);
  expect(await statusOf(order.code)).toBe('paid');
  expect(await notify(notification)).toBe(200);
  expect(await Promise.all([notify(notification), notify(notification)])).toEqual([200, 200]);
  expect(await salesOf(order.code)).toEqual([{ kind: 'sale', amount: 450_000 }]);
  expect(await paymentOf(order.gatewayOrder)).toMatchObject({ surplus: 0, credited_at: expect.any(String) });
});

test('two notifications at the very same time pay the order once and find no money too much', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  const notification = await midtrans.notification(order.gatewayOrder);
  const answers = await Promise.all(Array.from({ length: 5 }, () => notify(notification)));
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(await salesOf(order.code)).toHaveLength(1);
  expect(await paymentOf(order.gatewayOrder)).toMatchObject({ surplus: 0 });
});

test('a forged notification is refused and changes nothing, whatever it claims', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  const good = await midtrans.notification(order.gatewayOrder);
  for (const forged of [
    { ...good, signature_key: '123' },
    { ...good, signature_key: String(good.signature_key).toUpperCase() },
    { ...good, gross_amount: '1.00' },
    { ...good, status_code: 200 },
    { ...good, signature_key: undefined },
    { order_id: order.gatewayOrder },
    { ...good, signature_key: [good.signature_key] },
  ])
    expect(await notify(forged)).toBe(403);
  expect(await notify([good])).toBe(422);
  expect(await statusOf(order.code)).toBe('awaiting_payment');
});

test('the amount is hashed as it was received', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  const bare = { ...midtrans.transactions.get(order.gatewayOrder)!, gross_amount: String(order.total) };
  const forBare = await signature(bare, midtrans.serverKey);
  const good = await midtrans.notification(order.gatewayOrder);
  expect(await notify({ ...good, signature_key: forBare })).toBe(403);
  expect(await notify(good)).toBe(200);
});

test('a notification is only the occasion to ask: what the gateway says then is believed', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  const paid = await midtrans.notification(order.gatewayOrder);
  midtrans.settle(order.gatewayOrder, { transaction_status: 'deny', status_code: '202' });
  expect(await notify(paid)).toBe(200);
  expect(await statusOf(order.code)).toBe('awaiting_payment');
  midtrans.settle(order.gatewayOrder, { ...PAID, fraud_status: 'challenge' });
  expect(await notify(paid)).toBe(200);
  expect(await statusOf(order.code)).toBe('awaiting_payment');
});

test('notifications may come in any order', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, { transaction_status: 'pending', status_code: '201' });
  const pending = await midtrans.notification(order.gatewayOrder);
  midtrans.settle(order.gatewayOrder, PAID);
  const paid = await midtrans.notification(order.gatewayOrder);
  expect(await notify(paid)).toBe(200);
  expect(await notify(pending)).toBe(200);
  expect(await statusOf(order.code)).toBe('paid');
});

test('money that comes after the order has lapsed is paid if the stock is still there', async () => {
  const order = await place();
  await mall.request(`/api/orders/${order.token}/cancel`, { method: 'POST' });
  expect(await statusOf(order.code)).toBe('cancelled');
  midtrans.settle(order.gatewayOrder, PAID);
  expect(await notify(await midtrans.notification(order.gatewayOrder))).toBe(200);
  expect(await statusOf(order.code)).toBe('paid');
  expect(await salesOf(order.code)).toEqual([{ kind: 'sale', amount: 450_000 }]);
});

test('where nothing is left, late money is kept as to be paid back and was never a sale', async () => {
  const order = await place();
  await mall.request(`/api/orders/${order.token}/cancel`, { method: 'POST' });
  await setStock(0);
  midtrans.settle(order.gatewayOrder, PAID);
  const late = await midtrans.notification(order.gatewayOrder);
  expect(await notify(late)).toBe(200);
  expect(await statusOf(order.code)).toBe('refunded');
  expect(await salesOf(order.code)).toEqual([]);
  expect(await notify(late)).toBe(200);
  expect(await paymentOf(order.gatewayOrder)).toMatchObject({ surplus: order.total, credited_at: null });
});

test('another amount than the one asked for pays nothing and is kept as to be paid back', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, { ...PAID, gross_amount: '1000.00' });
  expect(await notify(await midtrans.notification(order.gatewayOrder))).toBe(200);
  expect(await statusOf(order.code)).toBe('awaiting_payment');
  expect(await paymentOf(order.gatewayOrder)).toMatchObject({ surplus: 1000, credited_at: null });
});

test('paid twice, through two pages, is one sale and money to be paid back', async () => {
  const order = await place();
  const again = await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
  expect(again.status).toBe(303);
  const second = `${order.code}.2`;
  for (const gatewayOrder of [order.gatewayOrder, second]) {
    midtrans.settle(gatewayOrder, PAID);
    expect(await notify(await midtrans.notification(gatewayOrder))).toBe(200);
  }
  expect(await salesOf(order.code)).toHaveLength(1);
  expect(await paymentOf(second)).toMatchObject({ surplus: order.total, credited_at: null });
});

test('a part that the gateway pays back is an entry in the ledger, all of it ends the order; repeated, it counts once', async () => {
  const order = await place();
  midtrans.settle(order.gatewayOrder, PAID);
  await notify(await midtrans.notification(order.gatewayOrder));
  midtrans.settle(order.gatewayOrder, { transaction_status: 'partial_refund', refund_amount: '50000.00' });
  const part = await midtrans.notification(order.gatewayOrder);
  expect(await notify(part)).toBe(200);
  expect(await notify(part)).toBe(200);
  expect(await statusOf(order.code)).toBe('paid');
  expect(await salesOf(order.code)).toEqual([
    { kind: 'sale', amount: 450_000 },
    { kind: 'refund', amount: -50_000 },
  ]);
  midtrans.settle(order.gatewayOrder, {
    transaction_status: 'refund',
    refund_amount: `${order.total}.00`,
  });
  expect(await notify(await midtrans.notification(order.gatewayOrder))).toBe(200);
  expect(await statusOf(order.code)).toBe('refunded');
  expect((await salesOf(order.code)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
});

test('a gateway that does not answer stops no order; its page opens later, and notifications wait', async () => {
  midtrans.down = true;
  const order = await place('gateway-down');
  expect(order.payment.redirect_url).toBeUndefined();
  midtrans.down = false;
  await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
  const now = (await (await mall.request(`/api/orders/${order.token}`)).json()) as Placed;
  expect(now.order.seller_orders[0]!.payment.redirect_url).toMatch(/^https:/);
  // The replay still is the first answer.
  expect((await place('gateway-down')).text).toBe(order.text);

  const second = `${order.code}.2`;
  midtrans.settle(second, PAID);
  const notification = await midtrans.notification(second);
  midtrans.down = true;
  expect(await notify(notification)).toBe(503);
  midtrans.down = false;
  expect(await notify(notification)).toBe(200);
  expect(await statusOf(order.code)).toBe('paid');
});

test('a payment that the mall does not know, and a mall without a gateway, answer 404', async () => {
  const unknown = { order_id: 'lain', status_code: '200', gross_amount: '1.00' };
  expect(await notify({ ...unknown, signature_key: await signature(unknown, midtrans.serverKey) })).toBe(404);
  const without = testMall({ limits: false });
  const answer = await without.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(unknown),
  });
  expect(answer.status).toBe(404);
  const refused = await without.request(
    '/api/orders',
    orderRequest(orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment: 'gateway' })),
  );
  expect(refused.status).toBe(422);
});

test('Midtrans’s documented example is genuine, and every documented change of it is not', async () => {
  const { server_key, notifications } = example;
  const gateway = midtransPayment({ serverKey: server_key });
  const body: Record<string, unknown> = notifications[0]!.body!;
  expect(await gateway.isGenuine(body)).toBe(true);
  expect(await gateway.isGenuine({ ...body, ...notifications[1]!.body_override! })).toBe(false);
  expect(await gateway.isGenuine({ ...body, gross_amount: '100000' })).toBe(false);
  expect(await gateway.isGenuine({ ...body, gross_amount: 100000 })).toBe(false);
  expect(await gateway.isGenuine({ ...body, status_code: 201 })).toBe(false);
});
