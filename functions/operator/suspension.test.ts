import { beforeAll, beforeEach, expect, test } from 'vitest';
import { Jar, latestMail, OPERATOR, SEKAR, signedIn } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

const mall = testMall({ limits: false });
const anybody = new Jar(mall);
const SHIRT = 'batik-sekar/kemeja-parang/xl';
let operator: Jar;
beforeAll(async () => {
  await prepareDatabases();
  operator = await signedIn(mall, OPERATOR);
});
beforeEach(() => operator.json('/api/desk/suspensions', { resume: 'seller:batik-sekar' }));

const suspend = async (fields: Record<string, string>) => {
  const response = await operator.json('/api/desk/suspensions', { reason: 'Aduan pembeli', ...fields });
  expect(response.status).toBe(200);
  await mall.settle();
};
async function place(changes: Record<string, unknown> = {}) {
  const response = await mall.request(
    '/api/orders',
    orderRequest(orderBody({ lines: [{ sku: SHIRT, qty: 1, price: 185_000 }], ...changes })),
  );
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  await mall.settle();
  return { token: order.token, code: order.seller_orders[0]!.code };
}
const code = async (response: Response) => [
  response.status,
  ((await response.json()) as { code?: string }).code,
];
const ask = (jar: Jar) =>
  jar.json('/api/inquiries', {
    seller: 'batik-sekar',
    sku: 'batik-sekar/kemeja-parang',
    buyer: { name: 'Rina', email: 'rina@contoh.test' },
    message: 'Masih ada?',
    consent: true,
  });
const found = async () => {
  const response = await anybody.get('/api/search?q=kemeja+parang');
  return ((await response.json()) as { items: { sku: string }[] }).items.map(({ sku }) => sku);
};
const sale = {
  id: 'booth-sale-1',
  sku: SHIRT,
  qty: 1,
  amount: 185_000,
  occurred_at: '2026-11-24T11:00:00+07:00',
};

test.each(['batik-sekar', 'batik-sekar/kemeja-parang'])(
  'a pause of %s: not found, not asked about, not sold at the booth; orders already placed go on',
  async (subject) => {
    const seller = await signedIn(mall, SEKAR);
    const order = await place();
    expect(await found()).toContain('batik-sekar/kemeja-parang');
    await suspend({ subject });
    expect(await found()).not.toContain('batik-sekar/kemeja-parang');
    expect(await code(await ask(anybody))).toEqual([409, 'suspended']);
    expect(await code(await seller.json('/api/desk/sales', sale))).toEqual([409, 'suspended']);
    const { order: shown } = (await (await anybody.get(`/api/orders/${order.token}`)).json()) as {
      order: { seller_orders: { payment: { bank?: unknown } }[] };
    };
    expect(shown.seller_orders[0]?.payment.bank).toBeDefined();
    const path = `/api/desk/seller-orders/${order.code}/transitions`;
    expect((await seller.json(path, { to: 'paid' })).status).toBe(200);
    await operator.json('/api/desk/suspensions', {
      resume: `${subject.includes('/') ? 'product' : 'seller'}:${subject}`,
    });
    expect((await ask(anybody)).status).toBe(201);
  },
);

test('for fraud the shop is closed: nobody is shown where to pay it, and its keys open nothing', async () => {
  const seller = await signedIn(mall, SEKAR);
  const order = await place();
  const qris = await place({ payment: 'qris' });
  await ask(anybody);
  await mall.settle();
  const link = latestMail(mall, SEKAR, '/tanya/t/').path!;
  const mailed = mall.mails.taken
    .flatMap(({ text }) => [...text.matchAll(/(\/penjual\/\S+)/g)].map(([, path]) => path!))
    .find((path) => path.includes(order.code))!;
  expect(mailed).toBeDefined();

  await suspend({ subject: 'batik-sekar', kind: 'fraud' });
  const answer = await (await anybody.get(`/api/orders/${order.token}`)).text();
  expect(answer).not.toContain('0000000001');
  expect(answer).toContain('"suspended":true');
  expect((await anybody.get(`/pesanan/${qris.token}/qris/${qris.code}.png`)).status).toBe(404);
  const change = `/api/orders/${order.token}/seller-orders/${order.code}/payment-method`;
  expect(await code(await anybody.json(change, { method: 'qris' }))).toEqual([409, 'suspended']);
  // What the buyer may still say is heard.
  const complaint = `/api/orders/${order.token}/seller-orders/${order.code}/complaint`;
  expect((await anybody.json(complaint, { text: 'Saya sudah bayar' })).status).toBe(200);

  expect((await seller.get('/lapak')).status).toBe(303);
  expect(
    (await seller.json(`/api/desk/seller-orders/${order.code}/transitions`, { to: 'paid' })).status,
  ).toBe(401);
  expect((await anybody.form(mailed, { to: 'paid' })).status).toBe(404);
  expect((await anybody.get(link)).status).toBe(404);
  expect((await anybody.form(`${link}/message`, { message: 'Transfer ke sini' })).status).toBe(404);
  await expect(signedIn(mall, SEKAR)).rejects.toThrow();

  // Lifted, the old session stays ended.
  await operator.json('/api/desk/suspensions', { resume: 'seller:batik-sekar' });
  expect((await seller.get('/lapak')).status).toBe(303);
  expect((await (await signedIn(mall, SEKAR)).get('/lapak')).status).toBe(200);
});

test('buyers whose orders are not over are written to, once', async () => {
  const email = 'pembeli-cemas@contoh.test';
  const order = await place({ buyer: { name: 'Cemas', phone: '0812 3456 7891', email } });
  const over = await place({ buyer: { name: 'Cemas', phone: '0812 3456 7891', email } });
  await anybody.json(`/api/orders/${over.token}/cancel`);
  const told = () =>
    mall.mails.taken.filter(({ to, subject }) => to === email && subject.includes('Jangan bayar dulu'));
  await suspend({ subject: 'Batik Sekar', kind: 'fraud' });
  await suspend({ subject: 'batik-sekar', kind: 'fraud', reason: 'Lagi' });
  expect(told().map(({ text }) => text.includes(order.code))).toEqual([true]);
  expect(told()[0]?.text).toContain('Jangan mengirim uang');
});

test('the subject may be the address as it was copied, or the shop’s name; objects say nothing', async () => {
  for (const subject of ['https://mal.test/ukm/batik-sekar/?utm_source=wa', 'batik SEKAR'])
    await suspend({ subject });
  for (const body of [{ x: { toString: 1 } }, { subject: { toString: 1 }, reason: 'x' }, [], 'x', null])
    expect((await operator.json('/api/desk/suspensions', body)).status).toBe(422);
});

test('the page of suspensions takes the kind and lists it', async () => {
  await operator.form('/kelola/tangguhkan', { subject: 'batik-sekar', reason: 'Penipuan', kind: 'fraud' });
  const list = await mall.mall.figures.suspensions.list();
  expect(list).toMatchObject([{ scope: 'seller:batik-sekar', fraud: true }]);
  const { results } = await bindings.MALL_DB.prepare(
    'SELECT action FROM audit ORDER BY id DESC LIMIT 1',
  ).all();
  expect(results).toEqual([{ action: 'suspend_fraud' }]);
});
