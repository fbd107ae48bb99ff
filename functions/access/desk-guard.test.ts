import { beforeAll, expect, test } from 'vitest';
import { type AppVariables, createApp } from '../app.ts';
import { Jar, OPERATOR, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });

/** Every route of both desks, whoever added it. */
const routes = [
  ...new Set(
    createApp(() => ({}) as AppVariables, {})
      .routes.filter(
        ({ method, path }) => method !== 'ALL' && /^\/(api\/desk|lapak|kelola)(\/|\.|$)/.test(path),
      )
      .map(({ method, path }) => `${method} ${path}`),
  ),
].sort();

/** Routes that only the operator has; the others are the sellers'. */
const isOperators = (route: string) =>
  /\/kelola|\/api\/desk\/(suspensions|complaints|approvals|corrections|sales\/:id\/decision)/.test(route);

let code: string;
beforeAll(async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  code = ((await response.json()) as { order: { seller_orders: { code: string }[] } }).order.seller_orders[0]!
    .code;
});

async function answerTo(
  jar: Jar,
  route: string,
): Promise<{ status: number; location: string | null; text: string }> {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(':code', code).replace(/:\w+/g, 'batik-sekar');
  const own = { sku: 'batik-sekar/selendang-truntum', on_hand: 3, seller: 'batik-sekar', to: 'paid' };
  const sale = { ...own, id: 'walked-sale', qty: 1, amount: 1000, occurred_at: '2026-11-24T04:00:00Z' };
  const init: RequestInit =
    method === 'GET'
      ? {}
      : path.startsWith('/api/')
        ? { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(sale) }
        : {
            method,
            body: new URLSearchParams({
              sku: own.sku,
              seller: own.seller,
              to: own.to,
              id: sale.id,
              qty: '1',
              amount: '1000',
            }),
          };
  const response = await jar.request(path, init);
  return { status: response.status, location: response.headers.get('Location'), text: await response.text() };
}

test('the walk knows the routes of both desks', () => {
  expect(routes).toContain('POST /api/desk/seller-orders/:code/transitions');
  expect(routes).toContain('GET /lapak/pesanan.csv');
  expect(routes).toContain('POST /kelola/tautan-masuk');
});

test.each(routes)('%s without a session: 401, or the way to signing in', async (route) => {
  const { status, location } = await answerTo(new Jar(mall), route);
  if (route.includes(' /api/')) expect(status).toBe(401);
  else {
    expect(status).toBe(303);
    expect(location).toMatch(/^\/masuk(\?|$)/);
  }
});

test('with the wrong role: 403 everywhere, and never data', async () => {
  const [seller, operator] = [await signedIn(mall, SEKAR), await signedIn(mall, OPERATOR)];
  for (const route of routes) {
    const { status, text } = await answerTo(isOperators(route) ? seller : operator, route);
    expect([route, status]).toEqual([route, 403]);
    expect(text).not.toContain('Sri Rahayu');
  }
});

test('with another seller’s session: what is not theirs does not exist, lists are empty, nothing is changed', async () => {
  const foreign = await signedIn(mall, TROSO);
  for (const route of routes.filter((each) => !isOperators(each))) {
    const { status, text } = await answerTo(foreign, route);
    expect(text).not.toContain('Sri Rahayu');
    const names = /:code|:seller|^POST/.test(route);
    if (names) expect([route, status]).toEqual([route, 404]);
  }
  const order = await mall.mall.life.bySellerOrder(code);
  expect(order?.sellerOrder.status).toBe('awaiting_payment');
});
