import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall();
const db = bindings.MALL_DB;
const XL = 'batik-sekar/kemeja-parang/xl';
const SHAWL = 'batik-sekar/selendang-truntum';

interface Answer {
  code: string;
  order: {
    token: string;
    seller_orders: { code: string; payment: { amount: number; unique_code?: number } }[];
  };
  errors: {
    pointer: string;
    code: string;
    most?: number;
    limit?: number;
    ticket?: string;
    zero_bits?: number;
  }[];
}
let people = 0;
/** Another number each time, unless one is given. */
const somebody = (changes: Record<string, unknown> = {}) => ({
  name: 'Sri Rahayu',
  phone: `0812${String(++people).padStart(8, '0')}`,
  ...changes,
});
async function order(
  changes: Record<string, unknown>,
  { key, client = '203.0.113.1' }: { key?: string; client?: string } = {},
) {
  const request = orderRequest(orderBody({ buyer: somebody(), ...changes }), key, {
    'CF-Connecting-IP': client,
  });
  const response = await mall.request('/api/orders', request);
  return { status: response.status, ...((await response.json()) as Answer) };
}
const shirts = (qty: number) => [{ sku: XL, qty, price: qty >= 12 ? 170_000 : 185_000 }];
const setStock = (sku: string, on_hand: number) =>
  db
    .prepare(
      `INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '') ON CONFLICT (sku) DO UPDATE SET on_hand = ?2`,
    )
    .bind(sku, on_hand)
    .run();
beforeEach(async () => {
  await db.prepare('DELETE FROM order_clients').run();
  mall.clock.time = new Date(mall.clock.time.getTime() + 3 * 86_400_000);
});

test('a stranger’s order takes half of what is left and no more; the answer says how many', async () => {
  await setStock(XL, 40);
  const refused = await order({ lines: shirts(21) });
  expect([refused.status, refused.code]).toEqual([422, 'needs_confirmation']);
  expect(refused.errors).toMatchObject([{ pointer: '/lines/0/qty', code: 'needs_confirmation', most: 20 }]);
  expect((await order({ lines: shirts(20) })).status).toBe(201);
});

test('five pieces may always be taken, also the last ones', async () => {
  await setStock(XL, 5);
  expect((await order({ lines: shirts(5) })).status).toBe(201);
});

test('what is not there is out of stock, whoever asks', async () => {
  await setStock(XL, 8);
  expect((await order({ lines: shirts(9) })).code).toBe('out_of_stock');
});

test('a stranger’s order at one shop comes to ten million rupiah at most', async () => {
  await setStock(XL, 500);
  const refused = await order({ lines: shirts(60) });
  expect(refused.errors).toMatchObject([{ code: 'needs_confirmation_amount', limit: 10_000_000 }]);
  expect((await order({ lines: shirts(58) })).status).toBe(201);
});

test('a confirmed address vouches, and so does an order that was completed with that number', async () => {
  await setStock(XL, 200);
  await mall.addressBook.confirm('sri@contoh.test', mall.clock.time);
  const confirmed = somebody({ email: 'Sri@contoh.test' });
  expect((await order({ lines: shirts(100), buyer: confirmed })).status).toBe(201);
  const regular = somebody();
  const first = await order({ lines: shirts(1), buyer: regular });
  expect((await order({ lines: shirts(90), buyer: regular })).status).toBe(422);
  await db
    .prepare("UPDATE seller_orders SET status = 'completed' WHERE code = ?1")
    .bind(first.order.seller_orders[0]!.code)
    .run();
  expect((await order({ lines: shirts(90), buyer: regular })).status).toBe(201);
});

test('a confirmed address that has many unpaid orders vouches for no more, and shuts nobody out', async () => {
  await setStock(XL, 10_000);
  await mall.addressBook.confirm('agen@contoh.test', mall.clock.time);
  const agent = () => somebody({ email: 'agen@contoh.test' });
  for (let n = 0; n < 25; n += 1)
    expect((await order({ lines: shirts(60), buyer: agent() })).status).toBe(201);
  expect((await order({ lines: shirts(60), buyer: agent() })).code).toBe('needs_confirmation');
  expect((await order({ lines: shirts(1), buyer: agent() })).status).toBe(201);
});

test('a number has three cash-on-delivery orders open at most', async () => {
  await setStock(SHAWL, 100);
  const buyer = somebody();
  const cod = () =>
    order({
      lines: [{ sku: SHAWL, qty: 1, price: 450_000 }],
      ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
      payment: 'cod',
      buyer,
    });
  const first = await cod();
  expect([first.status, (await cod()).status, (await cod()).status]).toEqual([201, 201, 201]);
  const fourth = await cod();
  expect([fourth.status, fourth.errors[0]?.code]).toEqual([429, 'too_many_cod']);
  await db
    .prepare("UPDATE seller_orders SET status = 'shipped' WHERE code = ?1")
    .bind(first.order.seller_orders[0]!.code)
    .run();
  expect((await cod()).status).toBe(201);
});

test('a number’s orders of the day are counted, also those that it cancelled at once', async () => {
  await setStock(XL, 1000);
  const buyer = somebody();
  for (let n = 0; n < 25; n += 1) {
    const { order: placed } = await order({ lines: shirts(1), buyer });
    await mall.request(`/api/orders/${placed.token}/cancel`, { method: 'POST' });
  }
  expect(await order({ lines: shirts(1), buyer })).toMatchObject({
    status: 429,
    code: 'too_many_open_orders',
  });
  mall.clock.time = new Date(mall.clock.time.getTime() + 86_400_001);
  expect((await order({ lines: shirts(1), buyer })).status).toBe(201);
});

/** What a browser's script does: tries numbers until the hash begins with so many zero bits. */
async function proofOfWork(ticket: string, zeroBits: number): Promise<string> {
  for (let nonce = 0; ; nonce += 1) {
    const text = new TextEncoder().encode(`${ticket}:${nonce}`);
    const view = new DataView(await crypto.subtle.digest('SHA-256', text));
    if (view.getUint32(0) >>> (32 - zeroBits) === 0) return `${ticket}:${nonce}`;
  }
}

test('a client that holds a fifth of something is asked for a sign of life: a proof of work, or a minute', async () => {
  await setStock(XL, 200);
  expect((await order({ lines: shirts(40) })).status).toBe(201);
  const key = 'greedy-but-human-0001';
  const asked = await order({ lines: shirts(3) }, { key });
  expect(asked).toMatchObject({
    status: 422,
    code: 'needs_confirmation',
    errors: [{ code: 'sign_of_life' }],
  });
  const { ticket, zero_bits } = asked.errors[0]!;
  expect((await order({ lines: shirts(3), human_check: ticket }, { key })).status).toBe(422);
  // For another form it is no sign.
  const proof = await proofOfWork(ticket!, zero_bits!);
  expect((await order({ lines: shirts(3), human_check: proof }, { key: 'another-form-0001' })).status).toBe(
    422,
  );
  expect((await order({ lines: shirts(3), human_check: proof }, { key })).status).toBe(201);

  const patient = 'patient-human-0001';
  const again = await order({ lines: shirts(3) }, { key: patient });
  mall.clock.time = new Date(mall.clock.time.getTime() + 60_000);
  const waited = await order({ lines: shirts(3), human_check: again.errors[0]!.ticket }, { key: patient });
  expect(waited.status).toBe(201);
  expect((await order({ lines: shirts(3) }, { client: '203.0.113.2' })).status).toBe(201);
});

test('a replay with another sign of life is the same order', async () => {
  await setStock(XL, 200);
  const buyer = somebody();
  const first = await order({ lines: shirts(1), buyer }, { key: 'replayed-sign-0001' });
  const again = await order({ lines: shirts(1), buyer, human_check: 'x' }, { key: 'replayed-sign-0001' });
  expect(again.order.token).toBe(first.order.token);
});

test('without limits nothing is counted', async () => {
  const unlimited = testMall({ limits: false });
  await setStock(XL, 500);
  const request = orderRequest(orderBody({ lines: shirts(400), buyer: somebody() }));
  expect((await unlimited.request('/api/orders', request)).status).toBe(201);
});

test('a transfer is offered however many ask for the same amount: then bare, and matched by the code', async () => {
  await setStock(XL, 10_000);
  const { order: first } = await order({ lines: shirts(1) });
  const { subtotal, shipping } = (await db
    .prepare('SELECT subtotal, shipping FROM seller_orders WHERE code = ?1')
    .bind(first.seller_orders[0]!.code)
    .first<{ subtotal: number; shipping: number }>())!;
  const due = subtotal + shipping;
  await db
    .prepare(
      `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 499)
       INSERT INTO seller_orders (code, order_id, position, seller, seller_name, status, status_at, placed_status,
         subtotal, weight_grams, unique_code, total, payment_method, payment_details, amount_held)
       SELECT 'F-' || i, (SELECT MIN(id) FROM orders), 9, 'batik-sekar', '', 'expired', '', '', 0, 1, 0, 0, '', '{}', ?1 - i
       FROM n WHERE true ON CONFLICT DO NOTHING`,
    )
    .bind(due)
    .run();
  const { status, order: bare } = await order({ lines: shirts(1) });
  expect(status).toBe(201);
  expect(bare.seller_orders[0]!.payment).toMatchObject({ amount: due });
  expect(bare.seller_orders[0]!.payment.unique_code).toBeUndefined();
  await db.prepare("DELETE FROM seller_orders WHERE code LIKE 'F-%'").run();
});
