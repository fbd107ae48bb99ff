import { beforeAll, beforeEach, expect, test } from 'vitest';
import { type Jar, OPERATOR, SEKAR, shown, signedIn } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

const mall = testMall({ limits: false });
let operator: Jar;
beforeAll(async () => {
  await prepareDatabases();
  operator = await signedIn(mall, OPERATOR);
  await mall.addressBook.confirm('sri@contoh.test', mall.clock.time);
});
beforeEach(() => {
  mall.mails.taken.length = 0;
});

async function shippedWithComplaint() {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  const { token } = order;
  const { code } = order.seller_orders[0]!;
  for (const move of [{ to: 'paid' }, { to: 'processing' }, { to: 'shipped', courier: 'JNE', tracking: 'X' }])
    await mall.mall.life.move(code, 'seller', move);
  const complaint = { reason: 'damaged', text: 'Sobek' };
  await mall.mall.life.asBuyer(token, code, 'complaint', complaint);
  await mall.mall.deliverMails();
  mall.mails.taken.length = 0;
  return { token, code };
}
const lifeOf = async (code: string) => (await mall.mall.life.bySellerOrder(code))!.life;
/** What the operator did to an order; the sellers' own lines stand beside it in the trail. */
const trailOf = async (code: string) =>
  (
    await bindings.MALL_DB.prepare(
      "SELECT actor, action, detail FROM audit WHERE subject = ?1 AND actor NOT LIKE 'seller:%' ORDER BY id",
    )
      .bind(code)
      .all<{ actor: string; action: string; detail: string }>()
  ).results;

test('an open complaint is listed for the operator until it is closed', async () => {
  const { code } = await shippedWithComplaint();
  const listed = async () =>
    (await mall.mall.figures.needingHelp()).complaints.filter((row) => row.code === code);
  expect(await listed()).toMatchObject([{ reason: 'damaged', answered_at: null, decided_at: null }]);
  await mall.mall.life.answerComplaint(code, 'Kami ganti');
  expect(await listed()).toMatchObject([{ answered_at: expect.any(String) }]);
  await operator.form(`/kelola/pesanan/${code}`, { action: 'close', decision: 'Ganti barang.' });
  expect(await listed()).toEqual([]);
});

test('an answer or a decision that is too long is refused, not cut', async () => {
  const { code } = await shippedWithComplaint();
  const long = 'x'.repeat(1001);
  for (const [refused, field] of [
    [await mall.mall.life.answerComplaint(code, long), '/answer'],
    [await mall.mall.life.decideComplaint(code, OPERATOR, { decision: long, close: true }), '/decision'],
  ] as const)
    expect(refused).toMatchObject({ status: 422, errors: [{ pointer: field, code: 'too_long' }] });
  expect((await lifeOf(code)).complaint).toMatchObject({ text: expect.any(String) });
});

test('a decision reaches buyer and seller in words, stands in the trail, and stops no clock from waiting', async () => {
  const { code } = await shippedWithComplaint();
  const decision = 'Penjual mengganti barang paling lambat hari Jumat.';
  const done = await operator.form(`/kelola/pesanan/${code}`, { action: 'decide', decision });
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/kelola/pesanan/${code}?kabar=decide`]);
  await mall.settle();
  expect(mall.mails.taken.map(({ to }) => to).sort()).toEqual([SEKAR, 'sri@contoh.test'].sort());
  for (const { text, subject } of mall.mails.taken) {
    expect(text).toContain(decision);
    expect(subject).toContain(code);
  }
  const life = await lifeOf(code);
  expect(life.complaint).toMatchObject({ decision });
  expect([life.complaint?.closed_at, life.clock_at]).toEqual([undefined, undefined]);
  expect(await trailOf(code)).toEqual([{ actor: OPERATOR, action: 'decide_complaint', detail: decision }]);
});

test('closed by the operator, both are told, the clocks go on, and nobody decides again', async () => {
  const { code } = await shippedWithComplaint();
  const path = `/api/desk/complaints/${code}`;
  const closed = await operator.json(path, { decision: 'Barang sesuai foto.', close: true });
  expect(closed.status).toBe(200);
  expect(await closed.json()).toMatchObject({
    complaint: { decision: 'Barang sesuai foto.', closed_at: expect.any(String) },
  });
  await mall.settle();
  expect(mall.mails.taken.filter(({ text }) => text.includes('Barang sesuai foto.'))).toHaveLength(2);
  const life = await lifeOf(code);
  expect(life.clock_at).toBe(life.completes_at);
  expect((await operator.json(path, { decision: 'Lagi', close: true })).status).toBe(409);
  expect(await trailOf(code)).toHaveLength(1);
});

test('two operators who close at once: one decides, the other is told', async () => {
  const { code } = await shippedWithComplaint();
  const press = (decision: string) =>
    operator.json(`/api/desk/complaints/${code}`, { decision, close: true });
  const statuses = (await Promise.all([press('Satu'), press('Dua')])).map(({ status }) => status);
  expect(statuses.sort()).toEqual([200, 409]);
  expect(await trailOf(code)).toHaveLength(1);
});

test('a decision without words comes back as the page; an unknown order is not found', async () => {
  const { code } = await shippedWithComplaint();
  const empty = await operator.form(`/kelola/pesanan/${code}`, { action: 'close', decision: ' ' });
  expect(empty.status).toBe(422);
  expect(await shown(empty)).toMatchObject({ errors: [{ pointer: '/decision' }] });
  expect((await lifeOf(code)).complaint?.closed_at).toBeUndefined();
  expect((await operator.get('/kelola/pesanan/ZZZZ-ZZZZ-1')).status).toBe(404);
  expect((await operator.json('/api/desk/complaints/ZZZZ-ZZZZ-1', { decision: 'x' })).status).toBe(404);
});

test('an order that is stuck before payment is ended with a reason, in the trail; a paid one is not', async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await response.json()) as { order: { seller_orders: { code: string }[] } };
  const { code } = order.seller_orders[0]!;
  const press = (reason: string) => operator.form(`/kelola/pesanan/${code}`, { action: 'cancel', reason });
  expect((await press(' ')).status).toBe(422);
  expect((await press('Toko tutup')).status).toBe(303);
  expect((await lifeOf(code)).status).toBe('cancelled');
  expect(await trailOf(code)).toEqual([{ actor: OPERATOR, action: 'order_cancelled', detail: 'Toko tutup' }]);
  const { code: shipped } = await shippedWithComplaint();
  const late = await operator.form(`/kelola/pesanan/${shipped}`, { action: 'cancel', reason: 'Macet' });
  expect(late.status).toBe(409);
  expect(await trailOf(shipped)).toEqual([]);
});

test('a paid order whose seller has left the mall: the operator records that its money went back', async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order: placed } = (await response.json()) as { order: { seller_orders: { code: string }[] } };
  const order = placed.seller_orders[0]!;
  await mall.mall.life.move(order.code, 'seller', { to: 'paid' });
  const away = testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    catalog: { ...ports.catalog, sellers: async () => new Map() },
  }));
  const operator = await signedIn(away, OPERATOR);
  const press = (fields: Record<string, string>) =>
    operator.form(`/kelola/pesanan/${order.code}`, { action: 'refund', ...fields });
  expect((await press({})).status).toBe(422);
  expect((await press({ reason: 'Toko sudah tutup', reference: 'TRF 9' })).status).toBe(303);
  const { life } = (await mall.mall.life.bySellerOrder(order.code))!;
  expect(life).toMatchObject({ status: 'refunded', refunds: [{ reference: 'TRF 9' }] });
  expect(life.sold.reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
  const { rows } = await mall.mall.figures.auditTrail();
  expect(rows[0]).toMatchObject({
    action: 'order_refunded',
    subject: order.code,
    detail: 'Toko sudah tutup',
  });
  expect((await press({ reason: 'lagi' })).status).toBe(409);
});
