import { beforeAll, expect, test } from 'vitest';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall();

async function refused(path: string, init: RequestInit) {
  const response = await mall.request(path, init);
  const body = (await response.json()) as {
    code: string;
    status: number;
    detail: string;
    errors?: { pointer: string; message: string }[];
  };
  expect(response.headers.get('Content-Type')).toBe('application/problem+json; charset=utf-8');
  expect(body.status).toBe(response.status);
  return {
    status: response.status,
    code: body.code,
    errors: body.errors,
    detail: body.detail,
    headers: response.headers,
  };
}
const post = (changes: Record<string, unknown>) => refused('/api/orders', orderRequest(orderBody(changes)));

test('an order without a key, with a body that is no JSON, of another type or too large', async () => {
  const { 'Idempotency-Key': _, ...headers } = orderRequest('').headers as Record<string, string>;
  const noKey = await refused('/api/orders', { method: 'POST', headers, body: '{}' });
  expect(noKey).toMatchObject({ status: 400, code: 'idempotency_key_required' });
  expect(await refused('/api/orders', orderRequest('{"lines":'))).toMatchObject({
    status: 400,
    code: 'invalid_json',
  });
  expect(
    await refused('/api/orders', orderRequest('x', 'k', { 'Content-Type': 'text/plain' })),
  ).toMatchObject({
    status: 415,
    code: 'unsupported_media_type',
  });
  expect(await refused('/api/orders', orderRequest(`"${'a'.repeat(70_000)}"`))).toMatchObject({
    status: 413,
    code: 'too_large',
  });
});

test.each([
  ['null', 'null'],
  ['a list', '[]'],
  ['a number', '7'],
  ['a list nested very deep', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
])('a body that is %s is invalid, not a fault', async (_, body) => {
  expect(await refused('/api/orders', orderRequest(body))).toMatchObject({ status: 422, code: 'invalid' });
});

test.each([
  ['/lines/0/sku', { lines: [{ sku: 'batik-sekar/tidak-ada', qty: 1, price: 1 }] }],
  ['/lines/0/qty', { lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 0, price: 185_000 }] }],
  ['/lines/0/qty', { lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1.5, price: 185_000 }] }],
  ['/lines/0/qty', { lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1e9, price: 185_000 }] }],
  ['/lines/0/price', { lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1, price: '185000' }] }],
  ['/lines', { lines: [] }],
  ['/lines', { lines: Array.from({ length: 31 }, () => ({ sku: 'a/b', qty: 1, price: 1 })) }],
  ['/buyer/name', { buyer: { name: '  ', phone: '0812 3456 7890' } }],
  ['/buyer/phone', { buyer: { name: 'Sri', phone: 'abc' } }],
  ['/buyer/email', { buyer: { name: 'Sri', phone: '0812 3456 7890', email: 'a@b\r\nBcc: c@d.test' } }],
  ['/ship_to/region', { ship_to: { country: 'ID', address: 'Jalan 1' } }],
  ['/ship_to/region', { ship_to: { country: 'ID', region: '99.99', address: 'Jalan 1' } }],
  ['/ship_to/country', { ship_to: { country: 'XX', address: 'Jalan 1' } }],
  [
    '/ship_to/postal_code',
    { ship_to: { country: 'ID', region: '33.74', address: 'Jalan 1', postal_code: '12' } },
  ],
  ['/consent', { consent: false }],
  ['/payment', { payment: undefined }],
])('%s is named by its pointer, with a message', async (pointer, changes) => {
  const { status, code, errors } = await post(changes);
  expect({ status, code }).toEqual({ status: 422, code: 'invalid' });
  expect(errors?.map((error) => error.pointer)).toContain(pointer);
  for (const { message } of errors ?? []) expect(message.length).toBeGreaterThan(10);
});

test('a method that the seller does not offer, and a service that does not go there', async () => {
  const lines = [{ sku: 'tenun-troso/kain-ikat', qty: 1, price: 120_000 }];
  expect(await post({ lines, payment: 'qris' })).toMatchObject({ status: 422, code: 'payment_unavailable' });
  expect(await post({ shipping: { 'batik-sekar': 'kilat' } })).toMatchObject({
    status: 422,
    code: 'shipping_unavailable',
  });
});

test('fewer pieces than the minimum', async () => {
  const { status, code, errors } = await post({
    lines: [{ sku: 'lurik-pedan/seragam', qty: 2, price: 150_000 }],
  });
  expect({ status, code }).toEqual({ status: 422, code: 'invalid' });
  expect(errors?.[0]).toMatchObject({ pointer: '/lines/0/qty', min_qty: 5 });
});

test('foreign and null origins are refused on every unsafe method, even at addresses that do not exist', async () => {
  for (const origin of ['https://evil.test', 'null'])
    for (const path of ['/api/orders', '/keranjang', '/checkout', '/tidak/ada'])
      expect(await refused(path, { method: 'POST', headers: { Origin: origin } })).toMatchObject({
        status: 403,
        code: 'forbidden_origin',
      });
});

test('a known path with a wrong method is told which ones it knows', async () => {
  const answer = await refused('/api/orders', { method: 'GET' });
  expect(answer).toMatchObject({ status: 405, code: 'method_not_allowed' });
  expect(answer.headers.get('Allow')).toBe('POST');
  expect((await refused('/api/health', { method: 'DELETE' })).headers.get('Allow')).toBe('GET, HEAD');
  expect(await refused('/api/tidak-ada', { method: 'GET' })).toMatchObject({
    status: 404,
    code: 'not_found',
  });
});

test('too many unpaid orders of one number are refused with Retry-After', async () => {
  const buyer = { name: 'Sri', phone: '0812 9999 9999' };
  const statuses: number[] = [];
  for (let index = 0; index < 26; index += 1)
    statuses.push(
      (
        await mall.request(
          '/api/orders',
          orderRequest(
            orderBody({ buyer, lines: [{ sku: 'tenun-troso/kain-ikat', qty: 1, price: 120_000 }] }),
          ),
        )
      ).status,
    );
  expect(statuses.slice(0, 25).every((status) => status === 201)).toBe(true);
  expect(statuses[25]).toBe(429);
  const answer = await refused(
    '/api/orders',
    orderRequest(orderBody({ buyer, lines: [{ sku: 'tenun-troso/kain-ikat', qty: 1, price: 120_000 }] })),
  );
  expect(answer.code).toBe('too_many_open_orders');
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0);
});

test('texts follow Accept-Language, codes do not', async () => {
  const headers = { 'Accept-Language': 'en-SG,en;q=0.9' };
  const english = await refused(
    '/api/orders',
    orderRequest(orderBody({ consent: false }), undefined, headers),
  );
  const indonesian = await refused('/api/orders', orderRequest(orderBody({ consent: false })));
  expect(english.code).toBe(indonesian.code);
  expect(english.errors?.[0]?.message).toBe('Please tick this box to place the order.');
  expect(indonesian.errors?.[0]?.message).toBe('Centang persetujuan ini untuk memesan.');
});

test('an address with control signs or a broken escape names nothing, whatever route it would have met', async () => {
  for (const path of [
    '/masuk/%00',
    '/pesanan/%0A/x/bukti',
    '/pesanan/x/%0D%0AX-Odd:%201/paid',
    '/tanya/t/%7F',
    '/pesanan/%E0%A4%A',
    '/api/orders/%00',
  ])
    for (const method of ['GET', 'POST']) {
      const response = await mall.request(path, {
        method,
        ...(method === 'POST' && { body: new URLSearchParams() }),
      });
      expect([method, path, response.status]).toEqual([method, path, 404]);
    }
});

test('a human check that is no text has not been passed, and breaks nothing', async () => {
  const init = (human_check: unknown) => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      seller: 'batik-sekar',
      buyer: { name: 'Rina', email: 'rina@contoh.test' },
      message: 'Halo',
      consent: true,
      human_check,
    }),
  });
  for (const odd of [{ toString: 1 }, [], 1, null])
    expect((await mall.request('/api/inquiries', init(odd))).status).toBe(201);
  await mall.settle();
});
