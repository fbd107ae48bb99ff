import { beforeAll, expect, test } from 'vitest';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);

const buyer = (code: string) =>
  bindings.MALL_DB.prepare('SELECT buyer_name, buyer_phone FROM orders WHERE code = ?1').bind(code).first();

test('what was erased and comes back with a restore is erased again within the hour', async () => {
  const mall = testMall({ limits: false });
  const placed = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await placed.json()) as {
    order: { token: string; code: string; seller_orders: { code: string }[] };
  };
  await mall.mall.life.move(order.seller_orders[0]!.code, 'seller', { to: 'cancelled', reason: 'stock' });
  expect(await mall.mall.personalData.eraseOrder(order.token)).toMatchObject({ ok: true });
  expect(
    await bindings.COUNTS_DB.prepare('SELECT kind, code FROM erasures').first(),
    'the list holds a code and no more',
  ).toEqual({ kind: 'order', code: order.code });
  // Time Travel: MALL_DB is as it was before.
  await bindings.MALL_DB.prepare(
    "UPDATE orders SET buyer_name = 'Sri Rahayu', buyer_phone = '+6281234567890', erased_at = NULL WHERE code = ?1",
  )
    .bind(order.code)
    .run();
  await mall.mall.scheduled(new Date('2026-11-24T06:00:00.000Z'));
  expect(await buyer(order.code)).toEqual({ buyer_name: '—', buyer_phone: '' });
});

test('a deployed mall says when a backup is missing or old', async () => {
  const deployed = testMall({ deployed: true, limits: false });
  const health = async () => (await deployed.request('/api/health')).json();
  expect(await health()).toMatchObject({ status: 'degraded', backup: { last: null } });
  await bindings.COUNTS_DB.prepare("INSERT INTO backups (at) VALUES ('2026-11-23T19:17:00.000Z')").run();
  expect(await health()).toMatchObject({ status: 'ok', backup: { last: '2026-11-23T19:17:00.000Z' } });
  deployed.clock.time = new Date('2026-11-26T00:00:00.000Z');
  expect(await health()).toMatchObject({ status: 'degraded' });
});
