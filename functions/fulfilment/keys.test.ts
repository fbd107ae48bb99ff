import { beforeAll, expect, test } from 'vitest';
import { Jar, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const SHIRT = 'batik-sekar/kemeja-parang/xl';

test('no mail, answer or export that is made for a seller holds a buyer’s token, of an order or of a question', async () => {
  const buyer = new Jar(mall);
  const placed = await mall.request(
    '/api/orders',
    orderRequest(
      orderBody({
        lines: [
          { sku: SHIRT, qty: 1, price: 185_000 },
          { sku: 'tenun-troso/kain-ikat', qty: 1, price: 120_000 },
        ],
      }),
    ),
  );
  const { order } = (await placed.json()) as {
    order: { token: string; seller_orders: { code: string; seller: string }[] };
  };
  const { code } = order.seller_orders.find(({ seller }) => seller === 'batik-sekar')!;
  const asked = await buyer.json('/api/inquiries', {
    seller: 'batik-sekar',
    sku: SHIRT,
    buyer: { name: 'Rina', email: 'rina@contoh.test', phone: '0812 3456 7890' },
    quantity: 2,
    message: 'Bisa kirim besok?',
    consent: true,
  });
  const { inquiry } = (await asked.json()) as { inquiry: { token: string } };
  const keys = [order.token, inquiry.token];
  await mall.settle();

  const made: [string, string][] = [];
  const keep = async (name: string, response: Response) => {
    expect([name, response.status]).toEqual([name, expect.toSatisfy((status) => status < 400)]);
    made.push([name, `${await response.text()} ${JSON.stringify([...response.headers])}`]);
  };
  const seller = await signedIn(mall, SEKAR);
  const link = mall.mails.taken
    .filter(({ to }) => to === SEKAR)
    .flatMap(({ text }) => [...text.matchAll(/\/tanya\/t\/(\S+)/g)].map(([, token]) => token!))
    .at(-1)!;
  const act = (action: string, body: unknown = {}) =>
    buyer.json(`/api/orders/${order.token}/seller-orders/${code}/${action}`, body);
  const move = (body: unknown) => seller.json(`/api/desk/seller-orders/${code}/transitions`, body);

  await act('paid');
  for (const body of [
    { to: 'paid' },
    { to: 'processing' },
    { to: 'shipped', courier: 'JNE', tracking: 'CGK0012345' },
  ])
    await keep(`move ${body.to}`, await move(body));
  await act('complaint', { reason: 'damaged', text: 'Sobek' });
  await act('complaint-closed');
  await act('received');
  await keep('an answer', await seller.json(`/api/inquiries/${link}/messages`, { message: 'Bisa.' }));
  await keep(
    'an offer',
    await seller.json(`/api/inquiries/${link}/quotes`, {
      lines: [{ sku: SHIRT, qty: 2, price: 150_000 }],
      shipping: 20_000,
      valid_until: '2026-12-01',
    }),
  );
  const seen = (await (await buyer.get(`/api/inquiries/${inquiry.token}`)).json()) as {
    inquiry: { quote: { id: number } };
  };
  const accepted = await buyer.json(`/api/inquiries/${inquiry.token}/accept`, {
    ...orderBody(),
    quote: seen.inquiry.quote.id,
    lines: undefined,
  });
  expect(accepted.status).toBe(201);
  keys.push(((await accepted.json()) as { order: { token: string } }).order.token);
  await keep('the thread', await seller.get(`/api/inquiries/${link}`));
  await keep('the thread’s page', await seller.get(`/tanya/t/${link}`));
  await keep('the export', await seller.get('/lapak/pesanan.csv'));
  for (let minute = 0; minute < 3; minute += 1) {
    mall.clock.time = new Date(mall.clock.time.getTime() + 60_000);
    await mall.settle();
    await mall.mall.deliverSoon();
    await mall.mall.deliverMails();
  }
  for (const mail of mall.mails.taken)
    if (mail.to === SEKAR || mail.to === TROSO) made.push([mail.subject, JSON.stringify(mail)]);

  expect(made.length).toBeGreaterThan(12);
  for (const [name, text] of made)
    for (const key of keys) expect([name, text.includes(key)]).toEqual([name, false]);
});
