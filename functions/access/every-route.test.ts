import { beforeAll, expect, test } from 'vitest';
import { PUBLIC } from '../../tests/support/public-routes.ts';
import { type AppVariables, createApp } from '../app.ts';
import { Jar, OPERATOR, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

const mall = testMall({ limits: false });

/** Every route of the mall, whoever added it. */
const routes = [
  ...new Set(
    createApp(() => ({}) as AppVariables, {})
      .routes.filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => `${method} ${path}`),
  ),
].sort();

/** What guards a route; each has exactly one guard. */
const GUARDS: Record<string, (route: string) => boolean> = {
  // Whoever may read it is whoever it is shown to: the mall's pages and what is sold there.
  nobody: (route) => PUBLIC.includes(route) || ASKED_BY_ANYBODY.test(route),
  // The link is the key: of an order, of a thread, of a seller's mail.
  link: (route) =>
    / \/(api\/orders|api\/inquiries|pesanan|tanya\/t|penjual)\/:token/.test(route) && !PUBLIC.includes(route),
  // A gateway's signature.
  signature: (route) => / \/api\/payments\//.test(route),
  // The account of the session.
  account: (route) => / \/masuk\/(perangkat|sidik-jari|keluar-semua)/.test(route) && !PUBLIC.includes(route),
  desk: (route) => / \/(api\/desk|lapak|kelola)(\/|\.|$)/.test(route),
};
const ASKED_BY_ANYBODY = / (\/en)?\/(tanya\/:seller(\/:product)?|og\/.*|masuk\/:token|dev\/mail\/:id)$/;
const guardsOf = (route: string) => Object.keys(GUARDS).filter((name) => GUARDS[name]!(route));

test.each(routes)('%s is public by name, or has one guard', (route) => {
  expect(guardsOf(route)).toHaveLength(1);
});

interface Placed {
  token: string;
  code: string;
}
const BUYER = 'Nyai Rahasia Wijaya';
let theirs: Placed;
let mine: Placed;
let visitors: [string, Jar][];

async function place(changes: Record<string, unknown>): Promise<Placed> {
  const response = await mall.request('/api/orders', orderRequest(orderBody(changes)));
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  return { token: order.token, code: order.seller_orders[0]!.code };
}

beforeAll(async () => {
  await prepareDatabases();
  theirs = await place({ buyer: { name: BUYER, phone: '0811 1111 1111', email: 'nyai@contoh.test' } });
  mine = await place({
    lines: [{ sku: 'batik-sekar/selendang-truntum', qty: 1, price: 450_000 }],
  });
  const operator = await signedIn(mall, OPERATOR);
  // One who signed in by mail although there is a passkey.
  await bindings.MALL_DB.prepare(
    `INSERT INTO passkeys (id, email, public_key, counter, transports, created_at)
     VALUES ('walked', ?1, '', 0, '[]', '2026-11-24T00:00:00.000Z')`,
  )
    .bind(OPERATOR)
    .run();
  visitors = [
    ['nobody', new Jar(mall)],
    ['the seller of another shop', await signedIn(mall, TROSO)],
    ['the seller of the shop', await signedIn(mall, SEKAR)],
    ['an operator without the second factor', operator],
  ];
});

/** What was written of the order that is walked at. */
async function traceOf({ code }: Placed): Promise<unknown> {
  const found = await mall.mall.life.bySellerOrder(code);
  return { order: found?.sellerOrder, life: found?.life };
}

async function ask(jar: Jar, route: string, names: Record<string, string>) {
  const [method = '', pattern = ''] = route.split(' ');
  const path = pattern.replace(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => names[name] ?? 'tidak-ada');
  const fields = { action: 'paid', to: 'paid', reason: 'damaged', text: 'x', sure: 'yes', e: 'x' };
  const init: RequestInit =
    method === 'GET'
      ? {}
      : path.startsWith('/api/')
        ? { method, headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(fields) }
        : { method, body: new URLSearchParams(fields) };
  const response = await jar.request(path, init);
  return { path, status: response.status, text: await response.text(), to: response.headers.get('Location') };
}

const behindLink = routes.filter((route) => guardsOf(route).includes('link'));

test.each(behindLink)('%s with a link that is none tells nobody anything', async (route) => {
  for (const [who, jar] of visitors) {
    const { status, text } = await ask(jar, route, { token: 'tidak-ada', code: theirs.code });
    expect([who, text.includes(BUYER)]).toEqual([who, false]);
    // Pages judge their token themselves; here they are only named.
    if (!route.startsWith('GET') || route.includes('/api/')) expect([who, status]).toEqual([who, 404]);
  }
});

test('with the link of another order, what is not in it does not exist, and nothing is changed', async () => {
  const before = await traceOf(theirs);
  const named = behindLink.filter((route) => route.includes(':code'));
  expect(named.length).toBeGreaterThan(5);
  for (const route of named)
    for (const [, jar] of visitors) {
      const { status, text } = await ask(jar, route, { token: mine.token, code: theirs.code });
      expect([route, text.includes(BUYER)]).toEqual([route, false]);
      if (!route.startsWith('GET')) expect([route, status]).toEqual([route, 404]);
    }
  expect(await traceOf(theirs)).toEqual(before);
});

const desks = routes.filter((route) => guardsOf(route).includes('desk'));

test.each(desks)('%s is shut to an operator who has yet to show the second factor', async (route) => {
  const [, jar] = visitors.at(-1)!;
  const { status, text, to } = await ask(jar, route, { code: theirs.code });
  expect(text).not.toContain(BUYER);
  if (status === 303) expect(to).toMatch(/^\/masuk\/sidik-jari/);
  else expect(status).toBe(403);
});

test('with a buyer’s link in the place of a seller’s or a session, no desk opens', async () => {
  for (const route of [...desks, ...routes.filter((each) => / \/penjual\//.test(each))]) {
    const { status, text } = await ask(new Jar(mall), route, { token: theirs.token, code: theirs.code });
    expect([route, text.includes(BUYER)]).toEqual([route, false]);
    if (!route.startsWith('GET')) expect([route, [303, 401, 404].includes(status)]).toEqual([route, true]);
  }
});
