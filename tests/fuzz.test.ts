import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../functions/app.ts';
import { inParallel } from '../tools/build-mall/parallel.ts';
import { deskSession } from './support/desk-session.ts';
import { type FuzzedRequest, fuzzedRequests, type Role } from './support/fuzz.ts';
import { navigate } from './support/navigate.ts';
import type { OpenMall } from './support/open-mall.ts';
import { placeOrder } from './support/orders.ts';
import { openMallOfRealSellers } from './support/real-sellers.ts';

/** By hand: `FUZZ_REQUESTS=50000 FUZZ_SEED=7 npx vitest run --project mall tests/fuzz.test.ts`. */
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 3_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20_261_124);
const AT_ONCE = 8;
/** What ends the session that it is asked with is asked without one. */
const ENDS_SESSIONS = /^\/masuk\/(keluar|perangkat)/;

let mall: OpenMall;
beforeAll(async () => {
  mall = await openMallOfRealSellers();
});
afterAll(() => mall?.close());

async function preparation() {
  const orders = [];
  for (const payment of ['transfer', 'qris', 'cod'])
    for (let each = 0; each < 3; each += 1)
      orders.push(
        await placeOrder(mall.origin, [{ sku: 'batik-sekar/kemeja-parang/xl', price: 185_000, seller: '' }], {
          payment,
        }),
      );
  const threads: string[] = [];
  for (let each = 0; each < 3; each += 1) {
    const response = await fetch(`${mall.origin}/api/inquiries`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        seller: 'batik-sekar',
        buyer: { name: 'Rina', email: 'rina@contoh.test' },
        message: 'Masih ada?',
        consent: true,
      }),
    });
    threads.push(((await response.json()) as { inquiry: { token: string } }).inquiry.token);
  }
  const seller = await deskSession(mall, 'batik-sekar@contoh.mal-ukm.test');
  const operator = await deskSession(mall, 'operator@mal-ukm.test');
  const cart = await fetch(`${mall.origin}/keranjang`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: mall.origin },
    body: new URLSearchParams({ sku: 'batik-sekar/kemeja-parang/m', qty: '1' }),
  });
  // What only a seller's mails hold.
  const inbox = await (await fetch(`${mall.origin}/dev/mail`)).text();
  const mails = await Promise.all(
    [...inbox.matchAll(/href="(\/dev\/mail\/\d+)"/g)]
      .slice(0, 40)
      .map(async ([, path]) => (await navigate(mall.origin + path)).text),
  );
  const links = (pattern: RegExp) =>
    mails.flatMap((mail) => [...mail.matchAll(pattern)].map(([, found]) => found!));
  return {
    cookies: {
      nobody: '',
      buyer: cart.headers
        .getSetCookie()
        .map((cookie) => cookie.split(';')[0])
        .join('; '),
      seller,
      operator,
    } satisfies Record<Role, string>,
    known: {
      token: [
        ...orders.map(({ token }) => token),
        ...threads,
        ...links(/\/penjual\/([\w.-]+)/g),
        ...links(/\/tanya\/t\/([\w-]+)/g),
      ],
      code: orders.map(({ code }) => `${code}-1`),
      seller: ['batik-sekar', 'lurik-pedan'],
      product: ['kemeja-parang', 'seragam'],
      picture: orders.map(({ code }) => `${code}-1.png`),
      file: ['kemeja-parang.jpg'],
      action: ['message', 'offer', 'accept', 'close', 'confirm'],
      id: ['1', '2'],
    },
  };
}

test(`${REQUESTS} odd requests over all routes, by nobody, buyer, seller and operator: no 5xx, no broken answer`, async () => {
  const { cookies, known } = await preparation();
  const routes = createApp(() => ({}) as never, {})
    .routes.filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => ({ method, path }));
  expect(routes.length).toBeGreaterThan(100);
  const described = (await (await fetch(`${mall.origin}/api/openapi.json`)).json()) as {
    paths: Record<string, object>;
  };
  const walked = new Set(routes.map(({ path }) => path.replace(/:(\w+)/g, '{$1}')));
  expect(Object.keys(described.paths).filter((path) => !walked.has(path))).toEqual([]);

  const requests = fc.sample(fuzzedRequests(routes, known), { numRuns: REQUESTS, seed: SEED });
  const faults: string[] = [];
  const statuses = new Map<number, number>();
  const ask = async (request: FuzzedRequest) => {
    const { method, path, role, type, body } = request;
    const cookie = ENDS_SESSIONS.test(path) ? '' : cookies[role];
    const told = () => JSON.stringify({ ...request, body: body?.slice(0, 600) });
    try {
      const response = await fetch(mall.origin + path, {
        method,
        redirect: 'manual',
        headers: {
          Origin: mall.origin,
          ...(cookie && { Cookie: cookie }),
          ...(type && { 'Content-Type': type }),
          'Idempotency-Key': `fuzz-${path.length}-${body?.length ?? 0}-0123456789`,
        },
        ...(body !== undefined && { body }),
      });
      const text = await response.text();
      statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
      if (response.status >= 500) faults.push(`${response.status} ${told()} ${text.slice(0, 200)}`);
      // A page that breaks while it is sent ends before its end.
      else if (
        /^text\/html/.test(response.headers.get('Content-Type') ?? '') &&
        text &&
        !/<\/html>\s*$/.test(text)
      )
        faults.push(`broken page ${told()} …${text.slice(-120)}`);
    } catch (error) {
      faults.push(`no answer ${told()} ${String((error as Error).cause ?? error)}`);
    }
  };
  await inParallel(requests, AT_ONCE, ask);
  console.info(Object.fromEntries([...statuses].sort(([a], [b]) => a - b)));
  expect(faults).toEqual([]);
}, 3_600_000);
