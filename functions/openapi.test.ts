import { type Schema, Validator } from '@cfworker/json-schema';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseSearchParams } from '../src/domain/search/params.ts';
import { fakeMidtrans } from '../tests/support/midtrans.ts';
import { createApp } from './app.ts';
import { apiRoutes } from './http/openapi.ts';
import { latestMail, mailedOrderLink, OPERATOR, SEKAR, signedIn } from './testing/desk.ts';
import { jpeg } from './testing/pictures.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from './testing/test-mall.ts';

interface Described {
  parameters: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: Schema;
}

const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const mall = testMall({ limits: false }, midtrans);
let document: Document;
beforeAll(async () => {
  await prepareDatabases();
  await bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at)
     VALUES ('batik-sekar/kemeja-parang/m', 100, ''), ('batik-sekar/selendang-truntum', 100, '')`,
  ).run();
  document = await (await mall.request('/api/openapi.json')).json();
});

const operations = (): [path: string, method: string, Described][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): [string, string, Described] => [
      path,
      method.toUpperCase(),
      described,
    ]),
  );

/** What is wrong with a body, by a schema of the document. */
function faultsOf(schema: Schema, body: unknown): string[] {
  const { valid, errors } = new Validator(
    { ...schema, components: document.components },
    '2020-12',
    false,
  ).validate(body);
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

const seen = new Set<string>();
/** Holds an answer against its description: status, media type and body. */
async function held(path: string, method: string, response: Response, sent: string): Promise<unknown> {
  const said = `${method} ${path} ${sent}: ${response.status}`;
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[response.status];
  expect(described, `${said} is not described`).toBeDefined();
  seen.add(`${method} ${path} ${response.status}`);
  const [type, content] = Object.entries(described?.content ?? {})[0] ?? [];
  if (!type || !content) {
    expect(await response.text(), `${said} has no body`).toBe('');
    return undefined;
  }
  expect(response.headers.get('Content-Type')?.split(';')[0], said).toBe(type);
  const body: unknown = await response.json();
  expect(faultsOf(content.schema, body), said).toEqual([]);
  return body;
}

/** A request to the operation that its address belongs to, its answer held against the description. */
async function call<T = unknown>(
  status: number,
  method: string,
  address: string,
  body?: unknown,
  by: { request: (path: string, init?: RequestInit) => Promise<Response> } = mall,
  headers: Record<string, string> = {},
): Promise<T> {
  const { pathname } = new URL(address, 'http://mal.test');
  const path = Object.keys(document.paths)
    .sort((a, b) => a.split('{').length - b.split('{').length)
    .find((known) => new RegExp(`^${known.replace(/\{\w+\}/g, '[^/]+')}$`).test(pathname));
  const json = body !== undefined && !(body instanceof FormData);
  const response = await by.request(address, {
    method,
    headers: { ...(json && { 'Content-Type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: json ? JSON.stringify(body) : (body as FormData) }),
  });
  const described = document.paths[path ?? '']?.[method.toLowerCase()]?.requestBody?.content;
  // What is taken must be what the description asks for.
  if (json && status < 300)
    expect(faultsOf(described?.['application/json']?.schema ?? {}, body), `body of ${address}`).toEqual([]);
  const answer = await held(path ?? pathname, method, response, JSON.stringify(body) ?? '');
  expect(response.status, `${method} ${address}: ${JSON.stringify(answer)}`).toBe(status);
  await mall.settle();
  return answer as T;
}

test('every route of the API describes itself, and the document holds no other', () => {
  const routes = apiRoutes(createApp(() => ({}) as never, {}).routes);
  expect(routes.filter(({ operation }) => !operation)).toEqual([]);
  expect(operations().map(([path, method]) => `${method} ${path}`)).toEqual(
    routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  );
});

/** Every address of the description with parts that nobody has. */
const strangers = (path: string) => path.replace(/\{\w+\}/g, 'TIDAK-ADA');

const BAD: [name: string, init: (method: string) => RequestInit][] = [
  ['nothing', () => ({})],
  ['a foreign origin', () => ({ headers: { Origin: 'https://lain.test' } })],
  ['plain words', () => ({ headers: { 'Content-Type': 'text/html' }, body: 'halo' })],
  ['words without a type', () => ({ body: new TextEncoder().encode('halo') })],
  ...['{"a":', 'null', '[]', '7', '{}', '{"path":7}'].map((body): [string, () => RequestInit] => [
    body,
    () => ({ headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'kunci' }, body }),
  ]),
  [
    'a body beyond the limit',
    () => ({
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
      body: `"${'a'.repeat(70_000)}"`,
    }),
  ],
  ['a form', () => ({ body: new URLSearchParams({ sku: 'x' }) })],
  [
    'half a form with files',
    () => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x' }),
  ],
];

test.each(['nobody', 'a seller', 'an operator'])(
  'what %s sends wrongly is answered as described',
  async (who) => {
    const email = { 'a seller': SEKAR, 'an operator': OPERATOR }[who];
    const by = email ? await signedIn(mall, email) : mall;
    for (const [path, method, described] of operations()) {
      for (const [name, init] of BAD) {
        const { body, ...rest } = init(method);
        const request = { method, ...rest, ...(method !== 'GET' && body !== undefined && { body }) };
        await held(path, method, await by.request(strangers(path), request), name);
      }
      const schema = described.requestBody?.content['application/json']?.schema;
      for (const wrong of [7, {}, ['x'], 'x'.repeat(3000)]) {
        const body = Object.fromEntries(Object.keys(schema?.properties ?? {}).map((field) => [field, wrong]));
        const { method: _, ...request } = orderRequest(body);
        if (schema)
          await held(
            path,
            method,
            await by.request(strangers(path), { method, ...request }),
            JSON.stringify(wrong).slice(0, 9),
          );
      }
      const query = described.parameters.filter((parameter) => parameter.in === 'query');
      for (const { name } of query)
        for (const value of ['', 'x', '-1', '999999999999999999'])
          await held(
            path,
            method,
            await by.request(`${strangers(path)}?${name}=${value}`),
            `${name}=${value}`,
          );
    }
    await mall.settle();
  },
);

test('another method is answered 405, with those that the description has', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const response = await mall.request(strangers(path), { method: 'DELETE' });
    expect([path, response.status]).toEqual([path, 405]);
    const allowed = response.headers
      .get('Allow')
      ?.split(', ')
      .filter((method) => method !== 'HEAD');
    expect(allowed?.sort()).toEqual(
      Object.keys(methods)
        .map((method) => method.toUpperCase())
        .sort(),
    );
    expect(faultsOf({ $ref: '#/components/schemas/Problem' }, await response.json())).toEqual([]);
  }
});

test('a search takes what its parameters allow, and refuses what they do not', () => {
  const search = document.paths['/api/search']?.get;
  const shapes = new Map(search?.parameters.map(({ name, schema }) => [name, schema]));
  expect(shapes.get('sort')?.enum).toContain('price_desc');
  const faults = (name: string, value: unknown) =>
    parseSearchParams(new URLSearchParams({ [name]: String(value) })).errors;
  for (const [name, { enum: values = [], minimum, maximum }] of shapes) {
    for (const value of [...values, minimum ?? '', maximum ?? '']) expect(faults(name, value)).toEqual([]);
    if (values.length) expect(faults(name, 'lain')).not.toEqual([]);
    if (minimum !== undefined) expect(faults(name, minimum - 1)).not.toEqual([]);
    if (maximum !== undefined) expect(faults(name, maximum + 1)).not.toEqual([]);
  }
});

interface Placed {
  order: { token: string; seller_orders: { code: string }[] };
}
let keys = 0;
async function place(payment = 'transfer', by = mall) {
  const { lines, ...rest } = orderBody({ payment });
  const body = { lines, ...rest };
  const { order } = await call<Placed>(201, 'POST', '/api/orders', body, by, {
    'Idempotency-Key': `uraian-${++keys}`,
  });
  const { code } = order.seller_orders[0]!;
  const api = `/api/orders/${order.token}`;
  return { code, api, part: `${api}/seller-orders/${code}`, desk: `/api/desk/seller-orders/${code}` };
}

describe('what is asked for rightly is answered as described:', () => {
  type Session = Awaited<ReturnType<typeof signedIn>>;
  let seller: Session;
  let operator: Session;
  beforeAll(async () => {
    seller = await signedIn(mall, SEKAR);
    operator = await signedIn(mall, OPERATOR);
  });

  test('the catalogue, search, prices, figures and visits', async () => {
    await call(200, 'GET', '/api/openapi.json');
    await call(200, 'GET', '/api/health');
    await call(200, 'GET', '/api/products/batik-sekar/kemeja-parang');
    await call(200, 'GET', '/api/products/lurik-pedan/seragam');
    await call(404, 'GET', '/api/products/batik-sekar/tidak-ada');
    for (const query of [
      '',
      '?q=kmeja&available=1&sort=price_desc',
      '?q=tidakadasamasekali',
      '?price=50000-',
    ])
      await call(200, 'GET', `/api/search${query}`);
    await call(422, 'GET', '/api/search?category=lain');
    await call(200, 'GET', '/api/search/suggest?q=ke');
    const { lines, ship_to } = orderBody();
    await call(200, 'POST', '/api/cart/price', { lines });
    const { country, region } = ship_to as { country: string; region: string };
    await call(200, 'POST', '/api/cart/price', { lines, ship_to: { country, region }, payment: 'qris' });
    await call(200, 'POST', '/api/cart/price', {
      lines: [
        { sku: 'batik-sekar/kemeja-parang/m', qty: 9_999, price: 1 },
        { sku: 'x/y', qty: 1 },
      ],
    });
    await call(200, 'GET', '/api/turnover');
    await call(200, 'GET', '/api/turnover?as_of=2020-11-22T23:59:59%2B07:00&edition=uvo-2');
    await call(204, 'POST', '/api/visits', { path: '/' });
  });

  test('an order that is paid, sent, complained about and received', async () => {
    const { api, part, desk } = await place();
    const photos = new FormData();
    photos.set('photo', new File([jpeg() as Uint8Array<ArrayBuffer>], 'bukti.jpg'));
    await call(201, 'POST', `${part}/proofs`, photos);
    await call(200, 'POST', `${part}/payment-method`, { method: 'qris' });
    await call(200, 'POST', `${part}/paid`);
    await call(200, 'POST', `${desk}/transitions`, { to: 'paid' }, seller);
    await call(200, 'POST', `${part}/complaint`, { reason: 'other', text: 'Lama' });
    await call(200, 'POST', `${desk}/complaint-answer`, { answer: 'Maaf' }, seller);
    await call(200, 'GET', api);
    await call(200, 'POST', `${part}/complaint-closed`);
    await call(200, 'POST', `${desk}/transitions`, { to: 'processing' }, seller);
    await call(409, 'POST', `${desk}/transitions`, { to: 'paid' }, seller);
    await call(422, 'POST', `${desk}/transitions`, { to: 'shipped' }, seller);
    const parcel = { to: 'shipped', courier: 'JNE', tracking: 'JT0123456789' };
    await call(200, 'POST', `${desk}/transitions`, parcel, seller);
    await call(200, 'POST', `${part}/received`);
    await call(200, 'GET', api);
  });

  test('orders that are mended, cancelled, erased, paid back or too late', async () => {
    const { buyer, ship_to } = orderBody();
    const { address } = ship_to as { address: string };
    const first = await place();
    await call(200, 'POST', `${first.api}/contact`, { buyer, ship_to: { address } });
    await call(409, 'POST', `${first.api}/erasure`);
    await call(200, 'POST', `${first.api}/cancel`, { reason: 'Salah pesan' });
    await call(200, 'POST', `${first.api}/erasure`, {});
    await call(409, 'POST', `${first.part}/complaint`, { text: 'Halo' });
    await call(200, 'GET', first.api);

    const second = await place();
    await call(200, 'POST', `${second.part}/cancel`, {});
    await call(409, 'POST', `${second.part}/cancel`, {});

    const third = await place();
    const token = (await mailedOrderLink(mall, third.code)).split('/').at(-1);
    const bearer = { Authorization: `Bearer ${token}` };
    await call(200, 'POST', `${third.desk}/transitions`, { to: 'paid' }, mall, bearer);
    await call(401, 'POST', `${third.desk}/transitions`, { to: 'paid' }, mall, { Authorization: 'Bearer x' });
    await call(200, 'POST', `${third.part}/complaint`, { text: 'Batal' });
    const account = { bank: 'BCA', number: '1234567890', holder: 'Sri Rahayu' };
    await call(200, 'POST', `${third.part}/refund-account`, account);
    await call(422, 'POST', `${third.part}/refund-account`, { ...account, number: 'x' });
    const decision = { decision: 'Uangnya dikembalikan', close: true };
    await call(200, 'POST', `/api/desk/complaints/${third.code}`, decision, operator);
    const refund = { to: 'refunded', reason: 'Batal', reference: 'TRX-1' };
    await call(200, 'POST', `${third.desk}/transitions`, refund, seller);
    await call(200, 'POST', `${third.part}/refund-received`);
    await call(200, 'GET', third.api);

    const fourth = await place();
    await call(200, 'POST', `${fourth.desk}/transitions`, { to: 'paid' }, seller);
    const now = mall.clock.time;
    mall.clock.time = new Date(now.getTime() + 20 * 86_400_000);
    await call(200, 'POST', `${fourth.part}/cancel-request`, { reason: 'Terlalu lama' });
    mall.clock.time = now;
  });

  test('payment by the gateway', async () => {
    const { code, api, part } = await place('gateway');
    await call(200, 'GET', api);
    midtrans.settle(`${code}.1`, { transaction_status: 'settlement', status_code: '200' });
    const notification = await midtrans.notification(`${code}.1`);
    const headers = { Origin: 'https://midtrans.test' };
    await call(200, 'POST', '/api/payments/midtrans', notification, mall, headers);
    const forged = { ...notification, signature_key: 'x' };
    await call(403, 'POST', '/api/payments/midtrans', forged, mall, headers);
    midtrans.down = true;
    await call(503, 'POST', '/api/payments/midtrans', notification, mall, headers);
    midtrans.down = false;
    await call(409, 'POST', `${part}/cancel`, {});
  });

  test('questions, offers and their acceptance', async () => {
    const email = 'rina@contoh.test';
    const question = {
      seller: 'batik-sekar',
      sku: 'batik-sekar/kemeja-parang',
      buyer: { name: 'Rina', email, phone: '0812 3456 7890' },
      quantity: 60,
      message: 'Apakah bisa 60 pcs?',
      consent: true,
    };
    const { inquiry } = await call<{ inquiry: { token: string } }>(201, 'POST', '/api/inquiries', question);
    await mall.mall.deliverMails();
    const sellers = latestMail(mall, SEKAR, '/tanya/t/').path?.split('/').at(-1);
    const [own, other] = [`/api/inquiries/${inquiry.token}`, `/api/inquiries/${sellers}`];
    await call(201, 'POST', `${other}/messages`, { message: 'Bisa' });
    await call(409, 'POST', `${own}/accept`, { quote: 1 });
    const offer = {
      lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 60, price: 150_000 }],
      shipping: 250_000,
      valid_until: '2026-12-01',
    };
    await call(422, 'POST', `${other}/quotes`, { ...offer, valid_until: 'besok' });
    const made = await call<{ inquiry: { quote: { id: number } } }>(201, 'POST', `${other}/quotes`, offer);
    await call(200, 'GET', own);
    await call(200, 'GET', other);
    const { lines: _, ...rest } = orderBody();
    await call(422, 'POST', `${own}/accept`, { quote: made.inquiry.quote.id });
    await call(201, 'POST', `${own}/accept`, { ...rest, quote: made.inquiry.quote.id });
    await call(200, 'GET', own);
  });

  test("the seller's stock and sales, and the operator's decisions", async () => {
    const sku = 'batik-sekar/selendang-truntum';
    await call(200, 'POST', '/api/desk/stock', { sku, on_hand: 50 }, seller);
    await call(200, 'POST', '/api/desk/stock', { sku, add: 5 }, seller);
    await call(409, 'POST', '/api/desk/stock', { sku, add: -500 }, seller);
    const occurred_at = mall.clock.time.toISOString();
    const sale = { id: 'jual-0001', sku, qty: 1, amount: 450_000, occurred_at };
    await call(201, 'POST', '/api/desk/sales', sale, seller);
    await call(409, 'POST', '/api/desk/sales', { ...sale, amount: 1 }, seller);
    const correction = { id: 'koreksi-1', edition: 'uvo-2', amount: 1000, reason: 'Salah hitung' };
    await call(201, 'POST', '/api/desk/corrections', correction, operator);
    await call(
      201,
      'POST',
      '/api/desk/corrections',
      { ...correction, id: 'k-2', corrects: 'jual-0001' },
      operator,
    );
    await call(409, 'POST', '/api/desk/corrections', { ...correction, amount: 7 }, operator);
    await call(200, 'POST', '/api/desk/sales/jual-0001/void', undefined, seller);
    await call(201, 'POST', '/api/desk/sales', { ...sale, id: 'jual-0002', amount: 45_000_000 }, seller);
    const decision = { seller: 'batik-sekar', decision: 'approve' };
    await call(200, 'POST', '/api/desk/sales/jual-0002/decision', decision, operator);
    await call(
      409,
      'POST',
      '/api/desk/sales/jual-0002/decision',
      { ...decision, decision: 'refuse', reason: 'x' },
      operator,
    );
    const subject = { subject: 'batik-sekar', reason: 'Diperiksa' };
    const { subject: scope } = await call<{ subject: string }>(
      200,
      'POST',
      '/api/desk/suspensions',
      subject,
      operator,
    );
    await call(409, 'POST', '/api/desk/sales', { ...sale, id: 'jual-0003' }, seller);
    await call(200, 'POST', '/api/desk/suspensions', { resume: scope }, operator);
    await call(404, 'POST', '/api/desk/suspensions', { resume: scope }, operator);
  });

  test("an approval of a seller's changed number", async () => {
    await mall.mall.sellers(['batik-sekar']);
    await bindings.CATALOG_A.prepare(
      "UPDATE sellers SET whatsapp = '+6281999999999' WHERE slug = 'batik-sekar'",
    ).run();
    const deployed = testMall({ limits: false });
    await deployed.mall.sellers(['batik-sekar']);
    await deployed.settle();
    const [change] = await deployed.mall.approvals.list();
    const body = { change: change?.id, decision: 'approve' };
    await call(200, 'POST', '/api/desk/approvals', body, await signedIn(deployed, OPERATOR));
    await deployed.settle();
  });

  test('and no success that is described was left out', () => {
    const successes = operations().flatMap(([path, method, { responses }]) =>
      Object.keys(responses).flatMap((status) => (status < '300' ? [`${method} ${path} ${status}`] : [])),
    );
    expect(successes.filter((success) => !seen.has(success))).toEqual([]);
  });
});

test('whoever calls too often, and whoever meets a fault, is told so as described', async () => {
  const crowded = testMall({ limits: true }, undefined, undefined, (ports) => ({
    ...ports,
    limiter: { allow: async () => false },
  }));
  await call(429, 'GET', '/api/search', undefined, crowded);
  await call(429, 'POST', '/api/orders/x/cancel', {}, crowded);
  await call(429, 'POST', '/api/visits', { path: '/' }, crowded);
  await call(429, 'POST', '/api/cart/price', {}, crowded);
  for (const [path, method] of operations()) {
    const { method: _, ...request } = orderRequest({});
    const init = { method, ...(method !== 'GET' && request) };
    await held(path, method, await crowded.request(strangers(path), init), 'too often');
  }
  const unloaded = testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    catalog: { ...ports.catalog, health: async () => undefined },
  }));
  await call(503, 'GET', '/api/health', undefined, unloaded);
  const broken = testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    orders: { ...ports.orders, byToken: () => Promise.reject(new Error('out of order')) },
  }));
  await call(500, 'GET', '/api/orders/x', undefined, broken);
});
