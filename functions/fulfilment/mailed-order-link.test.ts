import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Jar, mailedOrderLink, OPERATOR, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
let code: string;
let mailed: string;
beforeEach(async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody({ buyer: BUYER })));
  code = ((await response.json()) as { order: { seller_orders: { code: string }[] } }).order.seller_orders[0]!
    .code;
  mailed = await mailedOrderLink(mall, code);
});
const BUYER = { name: 'Sri Rahayu', phone: '0812 3456 7890' };
const opens = async (path: string) => {
  const opened = await mall.mall.life.openSellerLink(path.replace('/penjual/', ''));
  return opened?.code === code && !opened.expired;
};

test('a mailed link stays the same however often its mail is sent, and opens its order for 7 days', async () => {
  expect(await mailedOrderLink(mall, code)).toBe(mailed);
  expect(await opens(mailed)).toBe(true);
});

test('it ends when the seller signs out everywhere; the mail of a later order carries one that works', async () => {
  const seller = await signedIn(mall, SEKAR);
  await (await signedIn(mall, TROSO)).form('/masuk/perangkat');
  expect(await opens(mailed)).toBe(true);
  await seller.form('/masuk/perangkat');
  expect(await opens(mailed)).toBe(false);
  expect((await new Jar(mall).form(mailed, { to: 'paid' })).status).toBe(404);
  expect(await opens(await mailedOrderLink(mall, code))).toBe(true);
});

test('it ends with a suspension of the shop', async () => {
  const operator = await signedIn(mall, OPERATOR);
  const answer = await operator.json('/api/desk/suspensions', {
    subject: 'batik-sekar',
    reason: 'Laporan penipuan',
  });
  expect(answer.ok).toBe(true);
  expect(await opens(mailed)).toBe(false);
  expect(await opens(await mailedOrderLink(mall, code))).toBe(true);
  await bindings.MALL_DB.prepare("DELETE FROM pauses WHERE kind = 'suspended'").run();
});

test('it ends with a new address of the shop', async () => {
  const { sellers } = mall.mall;
  expect((await sellers(['batik-sekar'])).get('batik-sekar')?.email).toBe(SEKAR);
  await bindings.MALL_DB.prepare(
    "UPDATE approved_sets SET email = 'baru@contoh.test' WHERE seller = 'batik-sekar'",
  ).run();
  expect(await opens(mailed)).toBe(false);
});
