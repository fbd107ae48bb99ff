import { beforeAll, expect, test } from 'vitest';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });

interface Answer {
  order: {
    code: string;
    token: string;
    total: number;
    seller_orders: {
      code: string;
      seller: string;
      status: string;
      subtotal: number;
      shipping: number | null;
      total: number;
      payment: {
        method: string;
        amount: number;
        unique_code?: number;
        qris?: string;
        bank?: { number: string };
      };
    }[];
  };
}
const place = async (body: unknown, key?: string) => {
  const response = await mall.request('/api/orders', orderRequest(body, key));
  return {
    response,
    body: (await response.clone().json()) as Answer & { code: string; errors: Record<string, unknown>[] },
  };
};
const stockOf = async (sku: string) =>
  (await bindings.MALL_DB.prepare('SELECT on_hand FROM stock WHERE sku = ?1')
    .bind(sku)
    .first<number>('on_hand')) ?? undefined;
const countOf = async (table: string) =>
  (await bindings.MALL_DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n')) ?? 0;

test('an order of two sellers is one order with a seller order, a payment and a mail for each', async () => {
  const { response, body } = await place(
    orderBody({
      lines: [
        { sku: 'batik-sekar/kemeja-parang/l', qty: 1, price: 195_000 },
        { sku: 'tenun-troso/kain-ikat', qty: 3, price: 120_000 },
      ],
      payment: { 'batik-sekar': 'qris', 'tenun-troso': 'transfer' },
    }),
  );
  expect(response.status).toBe(201);
  const [batik, tenun] = body.order.seller_orders;
  expect(batik).toMatchObject({
    seller: 'batik-sekar',
    status: 'awaiting_payment',
    subtotal: 195_000,
    shipping: 48_000,
  });
  expect(batik?.payment.qris).toMatch(/^000201010212.*5406243000.*6304[0-9A-F]{4}$/);
  expect(tenun).toMatchObject({ seller: 'tenun-troso', subtotal: 360_000, shipping: 48_000 });
  expect(tenun?.payment.unique_code).toBeGreaterThanOrEqual(1);
  expect(tenun?.total).toBe(408_000 - tenun!.payment.unique_code!);
  expect(tenun?.payment).toMatchObject({ amount: tenun?.total, bank: { number: '0000000002' } });
  expect(body.order.total).toBe(batik!.total + tenun!.total);
  await mall.settle();
  expect(mall.mails.taken.map(({ to }) => to).sort()).toEqual([
    'batik-sekar@contoh.mal-ukm.test',
    'sri@contoh.test',
    'tenun-troso@contoh.mal-ukm.test',
  ]);
  for (const mail of mall.mails.taken) {
    expect(mail.subject).toContain(body.order.code);
    expect(mail.text).toContain(body.order.code);
    expect(mail.html).toContain(body.order.code);
  }
  const order = await mall.request(`/api/orders/${body.order.token}`);
  expect(((await order.json()) as Answer).order.total).toBe(body.order.total);
});

test('the same key with the same body is answered with the first answer, and places one order', async () => {
  const before = await countOf('orders');
  const first = await place(orderBody(), 'same-key');
  const again = await place(orderBody(), 'same-key');
  expect(again.response.status).toBe(201);
  expect(again.response.headers.get('Idempotent-Replayed')).toBe('true');
  expect(await again.response.text()).toBe(await first.response.text());
  expect(await countOf('orders')).toBe(before + 1);
});

test('a key sent ten times at once places one order', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => place(orderBody(), 'hurried-key')));
  expect(new Set(answers.map(({ body }) => body.order.token)).size).toBe(1);
});

test('the same key with another body is refused', async () => {
  await place(orderBody(), 'reused-key');
  const other = await place(orderBody({ note: 'lain' }), 'reused-key');
  expect(other.response.status).toBe(422);
  expect(other.body.code).toBe('idempotency_key_reused');
});

test('a changed price is refused with the new one, and takes nothing', async () => {
  const before = await stockOf('batik-sekar/kemeja-parang/m');
  const { response, body } = await place(
    orderBody({ lines: [{ sku: 'batik-sekar/kemeja-parang/m', qty: 1, price: 180_000 }] }),
  );
  expect(response.status).toBe(409);
  expect(body).toMatchObject({
    code: 'price_changed',
    errors: [{ pointer: '/lines/0/price', price: 185_000 }],
  });
  expect(await stockOf('batik-sekar/kemeja-parang/m')).toBe(before);
});

test('50 buyers for 10 pieces: exactly 10 orders, and the stock is 0', async () => {
  await bindings.MALL_DB.prepare('DELETE FROM stock WHERE sku = ?1')
    .bind('batik-sekar/kemeja-parang/l')
    .run();
  const lines = [{ sku: 'batik-sekar/kemeja-parang/l', qty: 1, price: 195_000 }];
  const answers = await Promise.all(Array.from({ length: 50 }, () => place(orderBody({ lines }))));
  expect(answers.filter(({ response }) => response.status === 201)).toHaveLength(10);
  const refused = answers.filter(({ response }) => response.status === 409);
  expect(refused).toHaveLength(40);
  expect(refused[0]?.body).toMatchObject({
    code: 'out_of_stock',
    errors: [{ pointer: '/lines/0/qty', sku: 'batik-sekar/kemeja-parang/l', left: 0 }],
  });
  expect(await stockOf('batik-sekar/kemeja-parang/l')).toBe(0);
});

test('200 orders of the same price at one seller all ask for different amounts', async () => {
  const lines = [{ sku: 'batik-sekar/kemeja-parang/xl', qty: 1, price: 185_000 }];
  const answers = await Promise.all(Array.from({ length: 200 }, () => place(orderBody({ lines }))));
  const amounts = answers.map(({ body }) => body.order.seller_orders[0]!.payment.amount);
  expect(new Set(amounts).size).toBe(200);
  for (const amount of amounts) expect(233_000 - amount).toBeLessThanOrEqual(499);
});

test('the API’s stock is live, and null for what is made to order', async () => {
  const shirt = (await (await mall.request('/api/products/batik-sekar/kemeja-parang')).json()) as {
    variants: { sku: string; stock: number }[];
  };
  expect(shirt.variants.find(({ sku }) => sku.endsWith('/l'))?.stock).toBe(0);
  expect(await (await mall.request('/api/products/lurik-pedan/seragam')).json()).toMatchObject({
    stock: null,
    min_qty: 5,
  });
  expect((await mall.request('/api/products/lurik-pedan/tidak-ada')).status).toBe(404);
});

test('where no courier goes the order waits for the seller’s quote', async () => {
  const { response, body } = await place(
    orderBody({
      lines: [{ sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 }],
      ship_to: { country: 'SG', address: '12 Bedok Road', postal_code: '469000', city: 'Singapore' },
      buyer: { name: 'Dewi', phone: '+65 8123 4567' },
      payment: 'abroad',
    }),
  );
  expect(response.status).toBe(201);
  expect(body.order.seller_orders[0]).toMatchObject({
    status: 'awaiting_shipping',
    shipping: null,
    total: 750_000,
  });
});

test('cash on delivery begins with packing and carries no code', async () => {
  const { body } = await place(
    orderBody({
      lines: [{ sku: 'batik-sekar/selendang-truntum', qty: 1, price: 450_000 }],
      ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
      payment: 'cod',
    }),
  );
  expect(body.order.seller_orders[0]).toMatchObject({
    status: 'processing',
    total: 460_000,
    payment: { amount: 460_000 },
  });
});
