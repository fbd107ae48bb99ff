import { beforeAll, describe, expect, test } from 'vitest';
import { CALLS_A_MINUTE } from '../../src/domain/access/limits.ts';
import { fakeMidtrans } from '../../tests/support/midtrans.ts';
import { orderBody, orderRequest, prepareDatabases, type TestMall, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);

const from = (address: string, init: RequestInit = {}): RequestInit => ({
  ...init,
  headers: { ...(init.headers as Record<string, string>), 'CF-Connecting-IP': address },
});
const SEARCH = '/api/search/suggest?q=';
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** The statuses of so many calls, the rare ones counted. */
async function statuses(times: number, call: (n: number) => Promise<Response>): Promise<Map<number, number>> {
  const counted = new Map<number, number>();
  for (let n = 0; n < times; n += 1) {
    const { status } = await call(n);
    counted.set(status, (counted.get(status) ?? 0) + 1);
  }
  return counted;
}

describe('a flood from one client is stopped', () => {
  const { reading, acting } = CALLS_A_MINUTE;
  test.each([
    ['search', reading, SEARCH, {}],
    ['prices of a cart', reading, '/api/cart/price', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    ['codes to sign in', acting, '/masuk/kode', { method: 'POST', body: new URLSearchParams({ code: 'x' }) }],
    ['passkeys', acting, '/masuk/sidik-jari/pilihan', { method: 'POST', headers: JSON_TYPE, body: '{}' }],
    [
      'buyers’ actions',
      acting,
      '/pesanan/none/none/received',
      { method: 'POST', body: new URLSearchParams() },
    ],
  ] as const)('%s', async (_, limit, path, init) => {
    const mall = testMall();
    const counted = await statuses(limit + 5, () => mall.request(path, from('203.0.113.7', init)));
    expect(counted.get(429)).toBe(5);
    const refused = await mall.request(path, from('203.0.113.7', init));
    expect(refused.headers.get('Retry-After')).toBe('60');
    expect((await mall.request(path, from('203.0.113.8', init))).status).not.toBe(429);
    mall.clock.time = new Date(mall.clock.time.getTime() + 60_000);
    expect((await mall.request(path, from('203.0.113.7', init))).status).not.toBe(429);
  });

  test('whatever address of its own IPv6 network it takes', async () => {
    const mall = testMall();
    const counted = await statuses(reading + 5, (n) =>
      mall.request(SEARCH, from(`2001:db8:7:1::${n.toString(16)}`)),
    );
    expect(counted.get(429)).toBe(5);
    expect((await mall.request(SEARCH, from('2001:db8:7:2::1'))).status).toBe(200);
  });

  test('but not where limits are off', async () => {
    const mall = testMall({ limits: false });
    const counted = await statuses(acting + 5, () =>
      mall.request('/masuk/kode', from('203.0.113.7', { method: 'POST', body: new URLSearchParams() })),
    );
    expect(counted.get(429)).toBeUndefined();
  });
});

test('200 shoppers behind one address look around, type and price their carts undisturbed', async () => {
  const mall = testMall();
  const lines = [{ sku: 'tenun-troso/kain-ikat', qty: 1 }];
  const price = { method: 'POST', headers: JSON_TYPE, body: JSON.stringify({ lines }) };
  for (const [path, init, each] of [
    [`${SEARCH}ba`, {}, 10],
    ['/api/cart/price', price, 3],
  ] as const) {
    const counted = await statuses(200 * each, () => mall.request(path, from('203.0.113.7', init)));
    expect([...counted.keys()]).toEqual([200]);
  }
});

test('one client asks one shop forty times an hour at most, under whatever name; other clients go on', async () => {
  const mall = testMall();
  const ask = (n: number, address: string) =>
    mall.request(
      '/api/inquiries',
      from(address, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({
          seller: 'batik-sekar',
          buyer: { name: 'Sri', email: `sri${n}@contoh.test` },
          message: 'Apakah ada ukuran XL?',
          consent: true,
        }),
      }),
    );
  const counted = await statuses(45, (n) => ask(n, '203.0.113.7'));
  expect(Object.fromEntries(counted)).toEqual({ 201: 40, 429: 5 });
  expect((await ask(99, '203.0.113.8')).status).toBe(201);
  await mall.settle();
});

describe('who knows an order’s code', () => {
  const find = (mall: TestMall, code: string, phone: string, address: string) =>
    mall.request('/pesanan', from(address, { method: 'POST', body: new URLSearchParams({ code, phone }) }));

  test('cannot shut its buyer out by guessing phone numbers', async () => {
    const mall = testMall();
    const buyer = { name: 'Sri', phone: '0812 7777 1234' };
    const placed = await mall.request('/api/orders', orderRequest(orderBody({ buyer })));
    const { code } = ((await placed.json()) as { order: { code: string } }).order;
    const counted = await statuses(12, (n) => find(mall, code, `0812 5555 00${10 + n}`, '198.51.100.1'));
    expect(counted.get(429)).toBe(2);
    expect((await find(mall, code, buyer.phone, '203.0.113.7')).status).toBe(303);
  });
});

test('a buyer opens the gateway’s page again ten times an hour at most', async () => {
  const midtrans = fakeMidtrans('SB-Mid-server-test');
  const mall = testMall({}, midtrans);
  const placed = await mall.request(
    '/api/orders',
    orderRequest(
      orderBody({
        lines: [{ sku: 'batik-sekar/selendang-truntum', qty: 1, price: 450_000 }],
        payment: 'gateway',
        buyer: { name: 'Sri', phone: '0812 7777 4321' },
      }),
    ),
  );
  const { order } = (await placed.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  const path = `/pesanan/${order.token}/${order.seller_orders[0]!.code}/bayar`;
  const refused: boolean[] = [];
  for (let press = 0; press < 12; press += 1) {
    const response = await mall.request(path, { method: 'POST' });
    refused.push(/gateway_unavailable/.test(response.headers.get('Location') ?? ''));
  }
  expect(refused.filter(Boolean)).toHaveLength(2);
});
