import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fakeMidtrans } from '../../tests/support/midtrans.ts';
import { OPERATOR, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { d1OrderLife } from './d1-fulfilment.ts';
import type { LifeChange } from './ports.ts';

beforeAll(prepareDatabases);
const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const mall = testMall({ limits: false }, midtrans);
const SKU = 'batik-sekar/selendang-truntum';
const PAID = { transaction_status: 'settlement', status_code: '200' };

const setStock = (pieces: number) =>
  bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '') ON CONFLICT (sku) DO UPDATE SET on_hand = ?2`,
  )
    .bind(SKU, pieces)
    .run();
beforeEach(async () => {
  await setStock(3);
  mall.mails.taken.length = 0;
});

interface SellerOrder {
  code: string;
  status: string;
  total: number;
  owed: { amount: number; reason: string }[];
  owed_refunds: { amount: number; reference: string; received_at: string | null }[];
  refunds: unknown[];
}
async function place() {
  const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }], payment: 'gateway' });
  const response = await mall.request('/api/orders', orderRequest(body));
  const { order } = (await response.json()) as { order: { token: string; seller_orders: SellerOrder[] } };
  return { token: order.token, ...order.seller_orders[0]! };
}
async function see(token: string): Promise<SellerOrder> {
  const response = await mall.request(`/api/orders/${token}`);
  return ((await response.json()) as { order: { seller_orders: SellerOrder[] } }).order.seller_orders[0]!;
}
async function notify(gatewayOrder: string) {
  const response = await mall.request('/api/payments/midtrans', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(await midtrans.notification(gatewayOrder)),
  });
  await mall.settle();
  return response.status;
}
const mailsAbout = (words: RegExp) => mall.mails.taken.filter(({ subject }) => words.test(subject));

/** An order that was paid through two pages of the gateway. */
async function paidTwice() {
  const order = await place();
  await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
  for (const attempt of [1, 2]) {
    midtrans.settle(`${order.code}.${attempt}`, PAID);
    await notify(`${order.code}.${attempt}`);
  }
  return order;
}

test('money that came twice is told to buyer, seller and operator, once, however often it is notified', async () => {
  const order = await paidTwice();
  await notify(`${order.code}.2`);
  expect(await see(order.token)).toMatchObject({
    status: 'paid',
    owed: [{ amount: order.total, reason: 'paid_twice' }],
    refunds: [],
  });
  const told = mailsAbout(/(akan|perlu) dikembalikan/);
  expect(told.map(({ to }) => to).sort()).toEqual([SEKAR, OPERATOR, 'sri@contoh.test'].sort());
  for (const { text, subject } of told) {
    expect(subject).toContain(order.code);
    expect(text).toContain('Pembayaran masuk lebih dari sekali.');
  }
});

test('it waits at the seller’s and the operator’s desk until it has gone back', async () => {
  const order = await paidTwice();
  const account = async (email: string) =>
    (await mall.mall.signIn.account((await signedIn(mall, email)).cookie('mall_session')!))!;
  const waits = async (email: string) =>
    (await mall.mall.desk.todo(await account(email))).find(({ code }) => code === order.code)?.owed;
  const atOperator = async () =>
    (await mall.mall.figures.needingHelp()).owed.filter(({ code }) => code === order.code);
  expect([await waits(SEKAR), await waits(TROSO)]).toEqual([1, undefined]);
  expect(await atOperator()).toMatchObject([{ seller: 'batik-sekar', amount: order.total }]);

  const seller = await signedIn(mall, SEKAR);
  const long = { action: 'owed', gateway_order: `${order.code}.2`, reference: 'T'.repeat(61) };
  expect((await seller.form(`/lapak/pesanan/${order.code}`, long)).status).toBe(422);
  expect(await atOperator()).toHaveLength(1);
  const done = await seller.form(`/lapak/pesanan/${order.code}`, {
    action: 'owed',
    gateway_order: `${order.code}.2`,
    reference: 'TRF 12',
  });
  expect([done.status, done.headers.get('Location')]).toEqual([
    303,
    `/lapak/pesanan/${order.code}?kabar=owed`,
  ]);
  expect([await waits(SEKAR), await atOperator()]).toEqual([0, []]);
});

describe('money that belongs to no sale goes back', () => {
  test('by transfer, in parts, never more than came, and takes nothing from the sale', async () => {
    const order = await paidTwice();
    const ledger = () =>
      bindings.MALL_DB.prepare('SELECT SUM(amount) AS sum FROM ledger WHERE cause = ?1')
        .bind(order.code)
        .first<number>('sum');
    const before = await ledger();
    const seller = await signedIn(mall, SEKAR);
    const give = (amount: string) =>
      seller.form(`/lapak/pesanan/${order.code}`, { action: 'owed', amount, reference: 'TRF 13' });
    expect((await give(String(order.total + 1))).status).toBe(422);
    expect((await give('0')).status).toBe(422);
    expect((await give('100.000')).status).toBe(303);
    expect((await see(order.token)).owed).toMatchObject([{ amount: order.total - 100_000 }]);
    expect((await give('')).status).toBe(303);
    expect((await give('')).status).toBe(409);
    const now = await see(order.token);
    expect(now).toMatchObject({ status: 'paid', owed: [], refunds: [] });
    expect(now.owed_refunds.map(({ amount }) => amount)).toEqual([100_000, order.total - 100_000]);
    expect(await ledger()).toBe(before);
    await notify(`${order.code}.2`);
    expect((await see(order.token)).owed).toEqual([]);
  });

  test('pressed twice at once, it is recorded once', async () => {
    const order = await paidTwice();
    const seller = await signedIn(mall, SEKAR);
    const press = () => seller.form(`/lapak/pesanan/${order.code}`, { action: 'owed', reference: 'TRF 14' });
    const statuses = (await Promise.all([press(), press(), press()])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([303, 409, 409]);
    expect((await see(order.token)).owed_refunds).toHaveLength(1);
  });

  test('by the gateway, whose notification may be repeated', async () => {
    const order = await paidTwice();
    midtrans.settle(`${order.code}.2`, { transaction_status: 'partial_refund', refund_amount: '50000.00' });
    for (let time = 0; time < 3; time += 1) expect(await notify(`${order.code}.2`)).toBe(200);
    expect((await see(order.token)).owed).toMatchObject([{ amount: order.total - 50_000 }]);
    midtrans.settle(`${order.code}.2`, {
      transaction_status: 'refund',
      refund_amount: `${order.total}.00`,
    });
    for (let time = 0; time < 2; time += 1) expect(await notify(`${order.code}.2`)).toBe(200);
    expect(await see(order.token)).toMatchObject({ status: 'paid', owed: [] });
  });

  test('to the account that the buyer gives, who then says that it came', async () => {
    const order = await paidTwice();
    const act = (action: string, fields: object = {}) =>
      mall.request(`/api/orders/${order.token}/seller-orders/${order.code}/${action}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(fields),
      });
    expect((await act('refund-received')).status).toBe(409);
    expect((await act('refund-account', { bank: 'BRI', number: '0123 456', holder: 'Sri' })).status).toBe(
      200,
    );
    const seller = await signedIn(mall, SEKAR);
    await seller.form(`/lapak/pesanan/${order.code}`, { action: 'owed' });
    expect((await act('refund-received')).status).toBe(200);
    expect((await see(order.token)).owed_refunds).toMatchObject([{ received_at: expect.any(String) }]);
  });
});

test('money that came too late for the last piece ends the order, and is owed until somebody says that it went back', async () => {
  const order = await place();
  await mall.request(`/api/orders/${order.token}/cancel`, { method: 'POST' });
  await setStock(0);
  midtrans.settle(`${order.code}.1`, PAID);
  await Promise.all([notify(`${order.code}.1`), notify(`${order.code}.1`)]);
  expect(await see(order.token)).toMatchObject({
    status: 'refunded',
    owed: [{ amount: order.total, reason: 'late_without_stock' }],
    refunds: [],
    owed_refunds: [],
  });
  expect(mailsAbout(/akan dikembalikan/)).toHaveLength(1);
  expect(mailsAbout(/Dana pesanan .* dikembalikan/)).toEqual([]);
});

test('another amount than the one asked for is owed, and the order can still be paid', async () => {
  const order = await place();
  midtrans.settle(`${order.code}.1`, { ...PAID, gross_amount: '1000.00' });
  await notify(`${order.code}.1`);
  expect(await see(order.token)).toMatchObject({
    status: 'awaiting_payment',
    owed: [{ amount: 1000, reason: 'other_amount' }],
  });
  await mall.request(`/pesanan/${order.token}/${order.code}/bayar`, { method: 'POST' });
  midtrans.settle(`${order.code}.2`, PAID);
  await notify(`${order.code}.2`);
  expect(await see(order.token)).toMatchObject({ status: 'paid', owed: [{ amount: 1000 }] });
});

describe('the database itself refuses', () => {
  const store = d1OrderLife(bindings.MALL_DB);
  async function change(order: { code: string }, what: Partial<LifeChange>) {
    const life = (await store.lives([order.code])).get(order.code)!;
    const at = mall.clock.time.toISOString();
    return store.change({ code: order.code, expected: life, at, next: life, mails: [], ...what });
  }

  test('to bring up a payment’s money twice, or money that was taken for its order', async () => {
    const order = await paidTwice();
    for (const attempt of [1, 2]) {
      const owed = { gateway_order: `${order.code}.${attempt}`, amount: 5, reason: 'paid_twice' } as const;
      expect(await change(order, { owed })).toBe('conflict');
    }
    expect((await see(order.token)).owed).toMatchObject([{ amount: order.total }]);
  });

  test('to pay back more than there is', async () => {
    const order = await paidTwice();
    const back = { gateway_order: `${order.code}.2`, reference: '', by: 'seller' } as const;
    expect(await change(order, { owed_refund: { ...back, amount: order.total + 1 } })).toBe('conflict');
    expect((await see(order.token)).owed_refunds).toEqual([]);
    expect(await change(order, { owed_refund: { ...back, amount: order.total } })).toBe('done');
  });
});

describe('money that came twice by transfer, which no gateway tells', () => {
  async function placeByTransfer() {
    const body = orderBody({ lines: [{ sku: SKU, qty: 1, price: 450_000 }] });
    const response = await mall.request('/api/orders', orderRequest(body));
    const { order } = (await response.json()) as { order: { token: string; seller_orders: SellerOrder[] } };
    return { token: order.token, ...order.seller_orders[0]! };
  }

  test('is told by the seller, waits at both desks, and goes back as any other', async () => {
    const order = await placeByTransfer();
    const seller = await signedIn(mall, SEKAR);
    const tell = (fields: Record<string, string>) =>
      seller.form(`/lapak/pesanan/${order.code}`, { action: 'owe', ...fields });
    for (const amount of ['', '0', 'banyak', '99.999.999.999'])
      expect((await tell({ amount })).status).toBe(422);
    const done = await tell({ amount: '450.000', reason: 'paid_twice' });
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `/lapak/pesanan/${order.code}?kabar=owe`,
    ]);
    await mall.settle();
    expect((await see(order.token)).owed).toMatchObject([{ amount: 450_000, reason: 'paid_twice' }]);
    const told = mailsAbout(/(akan|perlu) dikembalikan/);
    expect(told.map(({ to }) => to).sort()).toEqual([OPERATOR, 'sri@contoh.test'].sort());
    const atOperator = async () =>
      (await mall.mall.figures.needingHelp()).owed.filter(({ code }) => code === order.code);
    expect(await atOperator()).toMatchObject([{ amount: 450_000 }]);
    await seller.form(`/lapak/pesanan/${order.code}`, { action: 'owed', reference: 'TRF 20' });
    expect(await atOperator()).toEqual([]);
    expect((await see(order.token)).owed_refunds).toMatchObject([{ amount: 450_000, reference: 'TRF 20' }]);
  });

  test('or by the operator, whose word stands in the trail', async () => {
    const order = await placeByTransfer();
    const operator = await signedIn(mall, OPERATOR);
    const fields = { action: 'owe', amount: '1.000', reason: 'other_amount' };
    expect((await operator.form(`/kelola/pesanan/${order.code}`, fields)).status).toBe(303);
    expect((await see(order.token)).owed).toMatchObject([{ amount: 1000, reason: 'other_amount' }]);
    const { rows } = await mall.mall.figures.auditTrail();
    expect(rows[0]).toMatchObject({ action: 'owe', subject: order.code, detail: '1000 other_amount' });
  });
});
