import { beforeAll, expect, test } from 'vitest';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const catalogue = { forgets: false };
const mall = testMall({ limits: false }, undefined, undefined, (ports) => ({
  ...ports,
  catalog: {
    ...ports.catalog,
    skus: async (skus) => (catalogue.forgets ? new Map() : ports.catalog.skus(skus)),
  },
}));
const { life } = mall.mall;
const DAY = 24 * 3_600_000;
const SHIRT = 'batik-sekar/kemeja-parang/xl';
/** Made in 14 days. */
const MADE = { sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 };
const later = (ms: number) => {
  mall.clock.time = new Date(mall.clock.time.getTime() + ms);
};
async function place(changes: Record<string, unknown> = {}) {
  const lines = [{ sku: SHIRT, qty: 1, price: 185_000 }];
  const response = await mall.request('/api/orders', orderRequest(orderBody({ lines, ...changes })));
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  return { token: order.token, code: order.seller_orders[0]!.code };
}
const lifeOf = async (code: string) => (await life.bySellerOrder(code))!.life;
const stock = () =>
  bindings.MALL_DB.prepare('SELECT on_hand FROM stock WHERE sku = ?1').bind(SHIRT).first<number>('on_hand');
async function ship(code: string) {
  for (const to of ['paid', 'processing', 'shipped'])
    expect(await life.move(code, 'seller', { to, courier: 'JNE', tracking: '1' })).toMatchObject({
      ok: true,
    });
}

test('an order that is not paid lapses whatever is complained of, and its end gives no new time', async () => {
  const { token, code } = await place();
  const held = await stock();
  const { expires_at } = await lifeOf(code);
  await life.asBuyer(token, code, 'complaint', { text: 'Kok lama' });
  expect((await lifeOf(code)).expires_at).toBe(expires_at);
  later(3_600_000);
  await life.asBuyer(token, code, 'complaint-closed', {});
  expect((await lifeOf(code)).expires_at).toBe(expires_at);
  await life.asBuyer(token, code, 'complaint', { text: 'Kok lama' });
  later(DAY);
  await life.runClock();
  expect((await lifeOf(code)).status).toBe('expired');
  expect(await stock()).toBe(held! + 1);
});

test('a fee that is quoted while a complaint is open can still lapse', async () => {
  const { token, code } = await place({
    lines: [MADE],
    ship_to: { country: 'SG', address: '12 Bedok Road', postal_code: '469000', city: 'Singapore' },
    payment: 'abroad',
  });
  await life.asBuyer(token, code, 'complaint', { text: 'Lama' });
  await life.move(code, 'seller', { to: 'awaiting_payment', amount: 50_000 });
  expect((await lifeOf(code)).expires_at).toBeDefined();
  later(DAY);
  await life.runClock();
  expect((await lifeOf(code)).status).toBe('expired');
});

test('a complaint from before the parcel was sent shifts its completion by the time since then only', async () => {
  const { token, code } = await place();
  await life.move(code, 'seller', { to: 'paid' });
  await life.asBuyer(token, code, 'complaint', { text: 'Belum dikirim' });
  later(20 * DAY);
  for (const to of ['processing', 'shipped'])
    await life.move(code, 'seller', { to, courier: 'JNE', tracking: '1' });
  const before = Date.parse((await lifeOf(code)).completes_at!);
  later(DAY);
  await life.asBuyer(token, code, 'complaint-closed', {});
  expect(Date.parse((await lifeOf(code)).completes_at!) - before).toBe(DAY);
});

test('the day to ship by counts the time to make it, also where the catalogue has forgotten the goods', async () => {
  const { code } = await place({ lines: [MADE] });
  catalogue.forgets = true;
  expect(await life.move(code, 'seller', { to: 'paid' })).toMatchObject({ ok: true });
  catalogue.forgets = false;
  const { ship_by } = await lifeOf(code);
  expect(Date.parse(ship_by!) - mall.clock.time.getTime()).toBeGreaterThan(15 * DAY);
});

test('what is paid, lapsed or cancelled shows no code to pay with', async () => {
  const qrisOf = async (token: string) => {
    const response = await mall.request(`/api/orders/${token}`);
    const { order } = (await response.json()) as {
      order: { seller_orders: { payment: { qris?: string } }[] };
    };
    return order.seller_orders[0]!.payment.qris;
  };
  const [paid, lapsed, cancelled] = [
    await place({ payment: 'qris' }),
    await place({ payment: 'qris' }),
    await place({ payment: 'qris' }),
  ];
  for (const { token } of [paid, lapsed, cancelled]) expect(await qrisOf(token)).toMatch(/^0002/);
  await ship(paid.code);
  await life.asBuyer(cancelled.token, cancelled.code, 'cancel', {});
  later(25 * 3_600_000);
  await life.runClock();
  expect((await lifeOf(lapsed.code)).status).toBe('expired');
  for (const { token } of [paid, lapsed, cancelled]) expect(await qrisOf(token)).toBeUndefined();
});

test('what was sold before the ceiling can be paid back whole', async () => {
  const { code } = await place();
  await life.move(code, 'seller', { to: 'paid' });
  const huge = 1_003_715_579_100;
  const at = mall.clock.time.toISOString();
  await bindings.MALL_DB.batch([
    bindings.MALL_DB.prepare(
      'UPDATE seller_orders SET subtotal = ?2, total = ?2, shipping = 0 WHERE code = ?1',
    ).bind(code, huge),
    bindings.MALL_DB.prepare(
      `INSERT INTO ledger (kind, seller, edition, channel, amount, occurred_at, recorded_at, cause)
       VALUES ('sale', 'batik-sekar', 'lain', 'online', ?2, ?3, ?3, ?1)`,
    ).bind(code, huge - 185_000, at),
  ]);
  expect(await life.move(code, 'seller', { to: 'refunded' })).toMatchObject({ ok: true });
  const left = await bindings.MALL_DB.prepare('SELECT SUM(amount) AS sum FROM ledger WHERE cause = ?1')
    .bind(code)
    .first<number>('sum');
  expect(left).toBe(0);
});

test('a sale that the ledger would not take is not taken as paid', async () => {
  const { code } = await place();
  await bindings.MALL_DB.prepare(
    'UPDATE order_lines SET qty = 1, unit_price = ?2, line_total = ?2 WHERE seller_order = ?1',
  )
    .bind(code, 20_000_000_000)
    .run();
  await bindings.MALL_DB.prepare('UPDATE seller_orders SET subtotal = ?2 WHERE code = ?1')
    .bind(code, 20_000_000_000)
    .run();
  expect(await life.move(code, 'seller', { to: 'paid' })).toMatchObject({
    status: 422,
    errors: [{ pointer: '/amount', code: 'entry_too_large' }],
  });
  expect((await lifeOf(code)).status).toBe('awaiting_payment');
});
