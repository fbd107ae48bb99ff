import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AppVariables, createApp } from '../functions/app.ts';
import { builtSite } from './support/built-site.ts';
import { type Answer, navigate } from './support/navigate.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus } from './support/orders.ts';
import { PUBLIC } from './support/public-routes.ts';

let mall: OpenMall;
beforeAll(async () => {
  mall = await openMall({ MALL_LIMITS: 'off' });
});
afterAll(() => mall?.close());

const SECURITY = [
  'content-security-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-frame-options',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'strict-transport-security',
];
const securityOf = ({ headers }: Answer) => Object.fromEntries(SECURITY.map((name) => [name, headers[name]]));
const at = (path: string, options?: Parameters<typeof navigate>[1]) =>
  navigate(`${mall.origin}${path}`, options);

test('static files and the Worker answer with the same security headers', async () => {
  const home = securityOf(await at('/'));
  expect(Object.values(home).every(Boolean)).toBe(true);
  const script = /\/_astro\/[^"]+\.js/.exec(builtSite().read('/'))?.[0];
  for (const path of [
    '/produk/',
    '/favicon.svg',
    '/sitemap.xml',
    script!,
    '/keranjang',
    '/checkout',
    '/pesanan',
    '/pesanan/tidak-ada',
    '/cari?q=batik',
    '/dev/mail',
    '/api/health',
    '/api/products/tidak/ada',
    '/api/tidak-ada',
    '/tidak/ada',
  ])
    expect(securityOf(await at(path)), path).toEqual(home);
  const refused = await at('/keranjang', { form: {}, headers: { Origin: 'https://evil.test' } });
  expect(refused.status).toBe(403);
  expect(securityOf(refused)).toEqual(home);
});

test('the policy allows nothing from elsewhere, nothing inline but its own stylesheets, and no frames', async () => {
  const policy = (await at('/')).headers['content-security-policy'] as string;
  const directives = new Map(
    policy.split('; ').map((part) => [part.split(' ')[0]!, part.split(' ').slice(1)]),
  );
  expect(directives.get('default-src')).toEqual(["'none'"]);
  expect(directives.get('frame-ancestors')).toEqual(["'none'"]);
  expect(directives.get('base-uri')).toEqual(["'none'"]);
  expect(directives.get('form-action')).toEqual(["'self'"]);
  for (const source of directives.get('style-src')!) expect(source).toMatch(/^'sha256-[A-Za-z0-9+/]{43}='$/);
  for (const sources of directives.values())
    for (const source of sources) expect(source).toMatch(/^'(none|self|sha256-.+)'$|^data:$/);
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
});

test('what may be kept for long is named by its content; carts, orders and answers of the API are kept nowhere', async () => {
  const html = builtSite().read('/');
  const script = /\/_astro\/[^"]+\.js/.exec(html)![0];
  const picture = /\/foto\/[^"\s]+/.exec(html)![0];
  for (const path of [script, picture])
    expect((await at(path)).headers['cache-control'], path).toBe('public, max-age=31536000, immutable');
  for (const path of ['/keranjang', '/pesanan', '/api/orders/tidak-ada', '/dev/mail'])
    expect((await at(path)).headers['cache-control'], path).toContain('no-store');
});

test('every cookie is HttpOnly, Secure and SameSite=Lax', async () => {
  const [line] = await buyableSkus(mall.origin, 1);
  const answers = [
    await at('/keranjang', { form: { sku: line!.sku, qty: '1' } }),
    await at('/keranjang/ubah', { form: { empty: 'yes' } }),
  ];
  const cookies = answers.flatMap(({ headers }) => headers['set-cookie'] ?? []);
  expect(cookies.filter((cookie) => cookie.startsWith('cart='))).toHaveLength(2);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/; Secure/i);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).toMatch(/; HttpOnly/i);
  }
});

test.each([
  ['a foreign Origin', { Origin: 'https://evil.test' }, 403],
  ['an Origin that only begins like the mall', { Origin: 'http://localhost.evil.test' }, 403],
  ['the Origin null', { Origin: 'null' }, 403],
  ['no Origin, from another site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
  ['no Origin, from a sister site', { 'Sec-Fetch-Site': 'same-site' }, 403],
  ['neither, a foreign Referer', { Referer: 'https://evil.test/x' }, 403],
  ['neither, the Referer is no address', { Referer: 'x' }, 403],
  ['no Origin, from the mall itself', { 'Sec-Fetch-Site': 'same-origin' }, 303],
  ['no Origin, typed in or from a bookmark', { 'Sec-Fetch-Site': 'none' }, 303],
  ['none of the three, so no browser', {}, 303],
])('a form is judged by where it comes from: %s', async (_, headers, status) => {
  expect(await postEmptyForm('/keranjang/ubah', headers)).toBe(status);
});

test('a form of the mall itself passes, at the address that is in the browser', async () => {
  expect(await postEmptyForm('/keranjang/ubah', { Origin: mall.origin })).toBe(303);
});

/** Posts without any of the headers that a browser would add by itself. */
function postEmptyForm(path: string, headers: Record<string, string>): Promise<number> {
  return new Promise((answered, failed) => {
    const sent = request(
      `${mall.origin}${path}`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '0', ...headers },
      },
      (response) => {
        response.resume();
        answered(response.statusCode!);
      },
    );
    sent.on('error', failed);
    sent.end();
  });
}

test('every route is on the list of public ones, or shut without a session or a token', async () => {
  const { routes } = createApp(() => ({}) as AppVariables, {});
  const served = routes.filter(({ method }) => method !== 'ALL');
  const all = new Set(served.map(({ method, path }) => `${method} ${path}`));
  expect(all.size).toBeGreaterThan(PUBLIC.length);
  expect(PUBLIC.filter((route) => !all.has(route))).toEqual([]);
  const open: string[] = [];
  for (const route of [...all].filter((route) => !PUBLIC.includes(route))) {
    const [method = '', path = ''] = route.split(' ');
    const answer = await answerTo(method, path.replace(/:\w+/g, 'tidak-ada'));
    const asksToSignIn = answer.status === 303 && /^\/masuk(\?|$)/.test(answer.headers.get('Location') ?? '');
    if (!asksToSignIn && ![401, 403, 404].includes(answer.status)) open.push(`${answer.status} ${route}`);
  }
  expect(open).toEqual([]);
});

/** Asks with a body of each type that the route may want, until it is not the type that is refused. */
async function answerTo(method: string, path: string): Promise<Response> {
  const bodies = method === 'GET' ? [undefined] : [new URLSearchParams({ a: '' }), jsonBody(), photoForm()];
  let answer: Response | undefined;
  for (const body of bodies) {
    answer = await fetch(`${mall.origin}${path}`, { method, body, redirect: 'manual' });
    if (answer.status !== 415) break;
  }
  return answer!;
}

function photoForm(): FormData {
  const form = new FormData();
  form.set('kind', 'transfer');
  form.set(
    'photo',
    new Blob([Buffer.from('/9j/4AAQSkZJRgABAQEASABIAAD/2Q==', 'base64')], { type: 'image/jpeg' }),
    'a.jpg',
  );
  return form;
}
const jsonBody = () => new Blob(['{}'], { type: 'application/json' });
