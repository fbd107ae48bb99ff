import { beforeAll, describe, expect, test } from 'vitest';
import { mailedOrderLink } from '../testing/desk.ts';
import {
  bindings,
  orderBody,
  orderRequest,
  prepareDatabases,
  type TestMall,
  testMall,
} from '../testing/test-mall.ts';

const mall = testMall({ limits: false });
beforeAll(async () => {
  await prepareDatabases();
  await mall.addressBook.confirm('sri@contoh.test', mall.clock.time);
});
const db = () => bindings.MALL_DB;

const SHIRT = 'batik-sekar/kemeja-parang/xl';
const CLOTH = 'tenun-troso/kain-ikat';
const PALANGKARAYA = { country: 'ID', region: '62.71', address: 'Jalan Diponegoro 5' };
const SEMARANG = { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' };

interface SellerOrderAnswer {
  code: string;
  status: string;
  total: number;
  shipping: number | null;
  payment: { amount: number; expires_at: string | null; unique_code?: number };
  tracking?: string | null;
  complaint?: { reason: string; answer: string | null; closed_at: string | null } | null;
  refunds?: { amount: number; received_at: string | null }[];
  transitions?: { from: string | null; to: string; by: string; reason: string; at: string }[];
}
interface Answer {
  code: string;
  order: { code: string; token: string; total: number; seller_orders: SellerOrderAnswer[] };
  errors?: { pointer: string }[];
}

async function place(changes: Record<string, unknown> = {}, of: TestMall = mall) {
  const lines = [{ sku: SHIRT, qty: 2, price: 185_000 }];
  const response = await of.request(
    '/api/orders',
    orderRequest(orderBody({ lines, ship_to: PALANGKARAYA, ...changes })),
  );
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as Answer;
  return { token: order.token, code: order.seller_orders[0]!.code, order };
}
const post = (body: unknown = {}, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
async function buyer(token: string, code: string, action: string, body: unknown = {}, of: TestMall = mall) {
  const response = await of.request(`/api/orders/${token}/seller-orders/${code}/${action}`, post(body));
  return { status: response.status, body: (await response.json()) as Answer };
}
async function bearer(code: string, of: TestMall = mall) {
  const path = await mailedOrderLink(of, code);
  return { Authorization: `Bearer ${path.replace('/penjual/', '')}` };
}
async function seller(code: string, body: unknown, of: TestMall = mall) {
  const path = `/api/desk/seller-orders/${code}/transitions`;
  const response = await of.request(path, post(body, await bearer(code, of)));
  return { status: response.status, body: (await response.json()) as Answer };
}
async function see(token: string, code: string) {
  const { order } = (await (await mall.request(`/api/orders/${token}`)).json()) as Answer;
  return order.seller_orders.find((candidate) => candidate.code === code)!;
}
const stockOf = async (sku: string) =>
  (await db().prepare('SELECT on_hand FROM stock WHERE sku = ?1').bind(sku).first<number>('on_hand')) ??
  undefined;
const ledgerOf = async (code: string) =>
  (
    await db()
      .prepare('SELECT kind, edition, amount, destination FROM ledger WHERE cause = ?1 ORDER BY id')
      .bind(code)
      .all<{ kind: string; edition: string; amount: number; destination: string }>()
  ).results;
const mailsAbout = (code: string, of: TestMall = mall) =>
  of.mails.taken.filter(({ subject }) => subject.includes(code));
const DAY = 24 * 3_600_000;
const later = (ms: number, of: TestMall = mall) => {
  of.clock.time = new Date(of.clock.time.getTime() + ms);
};

test('the whole way of a transfer: confirmed, packed, shipped, received; one sale, and a mail for each step', async () => {
  const { token, code } = await place();
  expect((await seller(code, { to: 'paid' })).body.order.seller_orders[0]).toMatchObject({ status: 'paid' });
  expect((await seller(code, { to: 'processing' })).status).toBe(200);
  const bare = await seller(code, { to: 'shipped' });
  expect([bare.status, bare.body.errors?.[0]?.pointer]).toEqual([422, '/courier']);
  const shipped = await seller(code, { to: 'shipped', courier: 'JNE', tracking: 'CGK0012345' });
  expect(shipped.body.order.seller_orders[0]).toMatchObject({ status: 'shipped', tracking: 'CGK0012345' });
  expect(shipped.body.order.token).toBeUndefined();
  const received = await buyer(token, code, 'received');
  expect(received.body.order.seller_orders[0]?.status).toBe('completed');
  expect(received.body.order.seller_orders[0]?.transitions?.map(({ to, by }) => [to, by])).toEqual([
    ['awaiting_payment', 'buyer'],
    ['paid', 'seller'],
    ['processing', 'seller'],
    ['shipped', 'seller'],
    ['completed', 'buyer'],
  ]);
  expect(await ledgerOf(code)).toEqual([
    { kind: 'sale', edition: 'uvo-2', amount: 370_000, destination: '62.71' },
  ]);
  await mall.settle();
  await mall.mall.deliverMails();
  const mails = mailsAbout(code);
  expect(mails.filter(({ to }) => to === 'sri@contoh.test')).toHaveLength(3);
  expect(mails.find(({ subject }) => subject.includes('dikirim'))?.text).toContain('CGK0012345');
  expect(mails.find(({ subject }) => subject.includes('selesai'))?.to).toBe(
    'batik-sekar@contoh.mal-ukm.test',
  );
  for (const mail of mails) expect(mail.text).toContain(code);
});

describe('who may do what', () => {
  test('a move that the table does not hold answers 409 and changes nothing', async () => {
    const { token, code } = await place();
    for (const to of ['processing', 'shipped', 'completed', 'returned', 'refunded', 'awaiting_payment']) {
      const { status, body } = await seller(code, { to });
      expect([to, status, body.code]).toEqual([to, 409, 'transition_not_allowed']);
    }
    expect((await buyer(token, code, 'received')).status).toBe(409);
    expect((await see(token, code)).status).toBe('awaiting_payment');
    expect(await ledgerOf(code)).toEqual([]);
  });

  test('without a link 401, with another order’s link 404, with a forged or old one 401', async () => {
    const { code } = await place();
    const other = await place();
    const path = `/api/desk/seller-orders/${code}/transitions`;
    expect((await mall.request(path, post({ to: 'paid' }))).status).toBe(401);
    expect((await mall.request(path, post({ to: 'paid' }, await bearer(other.code)))).status).toBe(404);
    const { Authorization } = await bearer(code);
    const forged = Authorization.replace(code, other.code);
    expect((await mall.request(path, post({ to: 'paid' }, { Authorization: forged }))).status).toBe(401);
    const old = await bearer(code);
    later(7 * DAY + 1000);
    expect((await mall.request(path, post({ to: 'paid' }, old))).status).toBe(401);
    later(-7 * DAY - 1000);
    expect((await mall.request(path, post({ to: 'paid' }, old))).status).toBe(200);
  });

  test('a buyer’s token opens no other order’s seller order', async () => {
    const mine = await place();
    const other = await place();
    expect((await buyer(mine.token, other.code, 'paid')).status).toBe(404);
    expect((await buyer('bukan-token', other.code, 'paid')).status).toBe(404);
  });

  test('the seller says why an order is cancelled; the buyer need not', async () => {
    const first = await place();
    expect((await seller(first.code, { to: 'cancelled' })).status).toBe(422);
    expect((await seller(first.code, { to: 'cancelled', reason: 'Kain robek' })).status).toBe(200);
    await mall.settle();
    await mall.mall.deliverMails();
    expect(mailsAbout(first.code).find(({ subject }) => subject.includes('dibatalkan'))?.text).toContain(
      'Kain robek',
    );
    const second = await place();
    const response = await mall.request(`/api/orders/${second.token}/cancel`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(((await response.json()) as Answer).order.seller_orders[0]?.status).toBe('cancelled');
    expect((await mall.request(`/api/orders/${second.token}/cancel`, { method: 'POST' })).status).toBe(409);
  });
});

describe('stock comes back exactly once', () => {
  test('with a cancelled order, and not again', async () => {
    const { token, code } = await place();
    const before = (await stockOf(SHIRT))!;
    expect((await buyer(token, code, 'cancel')).status).toBe(200);
    expect((await buyer(token, code, 'cancel')).status).toBe(409);
    expect(await stockOf(SHIRT)).toBe(before + 2);
  });

  test('late money takes it again, or says that nothing is left and is recorded for a refund', async () => {
    await place({ lines: [{ sku: CLOTH, qty: 1, price: 120_000 }] });
    await db().prepare('UPDATE stock SET on_hand = 3 WHERE sku = ?1').bind(CLOTH).run();
    const late = await place({ lines: [{ sku: CLOTH, qty: 3, price: 120_000 }] });
    await buyer(late.token, late.code, 'cancel');
    const winner = await place({ lines: [{ sku: CLOTH, qty: 2, price: 120_000 }] });
    const refused = await seller(late.code, { to: 'paid' });
    expect([refused.status, refused.body.code]).toEqual([409, 'out_of_stock']);
    expect((await see(late.token, late.code)).status).toBe('cancelled');
    expect(await ledgerOf(late.code)).toEqual([]);
    expect((await seller(late.code, { to: 'refunded', reference: 'TRF 77' })).status).toBe(200);
    expect(await see(late.token, late.code)).toMatchObject({
      status: 'refunded',
      refunds: [{ amount: late.order.total }],
    });
    expect(await ledgerOf(late.code)).toEqual([]);
    expect(await stockOf(CLOTH)).toBe(1);
    await buyer(winner.token, winner.code, 'cancel');
    expect((await seller(winner.code, { to: 'paid' })).status).toBe(200);
    expect(await stockOf(CLOTH)).toBe(1);
    expect((await ledgerOf(winner.code))[0]?.amount).toBe(240_000);
  });

  test('a refund before shipping gives it back and takes the whole sale out of the turnover', async () => {
    const { code } = await place();
    const before = (await stockOf(SHIRT))!;
    await seller(code, { to: 'paid' });
    expect((await seller(code, { to: 'refunded', reason: 'Stok rusak', reference: 'BRI 991' })).status).toBe(
      200,
    );
    expect(await stockOf(SHIRT)).toBe(before + 2);
    expect((await ledgerOf(code)).map(({ amount }) => amount)).toEqual([370_000, -370_000]);
  });
});

describe('two people pressing at once: one wins, the other is told', () => {
  test.each([
    ['cancel by the buyer', (token: string, code: string) => buyer(token, code, 'cancel')],
    ['money confirmed by the seller', (_: string, code: string) => seller(code, { to: 'paid' })],
  ])('%s, five times', async (_, press) => {
    const { token, code } = await place();
    const before = (await stockOf(SHIRT))!;
    const answers = await Promise.all(Array.from({ length: 5 }, () => press(token, code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
    const { status } = await see(token, code);
    expect(await stockOf(SHIRT)).toBe(status === 'cancelled' ? before + 2 : before);
  });

  test('the buyer cancels while the seller confirms: the order is one or the other, with its own stock and ledger', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { token, code } = await place();
      const before = (await stockOf(SHIRT))!;
      const answers = await Promise.all([buyer(token, code, 'cancel'), seller(code, { to: 'paid' })]);
      const { status, transitions } = await see(token, code);
      // Cancelled first, then paid late, is allowed one after the other; what must not be is half of both.
      expect(answers.some((answer) => answer.status === 200)).toBe(true);
      expect(transitions?.at(-1)?.to).toBe(status);
      expect(await stockOf(SHIRT)).toBe(status === 'paid' ? before : before + 2);
      expect(await ledgerOf(code)).toHaveLength(status === 'paid' ? 1 : 0);
    }
  });

  test('two partial refunds at once never give back more than was paid', async () => {
    const { token, code, order } = await place();
    await seller(code, { to: 'paid' });
    const half = Math.ceil(order.total / 2) + 1;
    const answers = await Promise.all(
      [1, 2].map(() => seller(code, { to: 'refunded', amount: half, reason: 'x' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      expect.toSatisfy((n) => n === 409 || n === 422),
    ]);
    const { status, refunds } = await see(token, code);
    expect([status, refunds?.length]).toEqual(['paid', 1]);
  });
});

describe('refunds', () => {
  test('a partial one is an entry in the ledger, not a transition; the rest ends the order', async () => {
    const { token, code, order } = await place();
    await seller(code, { to: 'paid' });
    expect((await seller(code, { to: 'refunded', amount: order.total + 1 })).status).toBe(422);
    const part = await seller(code, { to: 'refunded', amount: 70_000, reason: 'Jahitan lepas' });
    expect(part.body.order.seller_orders[0]).toMatchObject({ status: 'paid', refunds: [{ amount: 70_000 }] });
    expect((await ledgerOf(code)).map(({ amount }) => amount)).toEqual([370_000, -70_000]);
    expect((await seller(code, { to: 'refunded' })).body.order.seller_orders[0]?.status).toBe('refunded');
    expect((await ledgerOf(code)).reduce((sum, { amount }) => sum + amount, 0)).toBe(0);
    const { refunds } = await see(token, code);
    expect(refunds!.reduce((sum, { amount }) => sum + amount, 0)).toBe(order.total);
  });

  test('goes to the account that the buyer gave, and the buyer says that it came', async () => {
    const { token, code } = await place();
    expect((await buyer(token, code, 'refund-account', {})).status).toBe(409);
    await seller(code, { to: 'paid' });
    expect(
      (await buyer(token, code, 'refund-account', { bank: 'BRI', number: 'x', holder: 'Sri' })).status,
    ).toBe(422);
    const account = { bank: 'BRI', number: '1234 5678', holder: 'Sri Rahayu' };
    expect((await buyer(token, code, 'refund-account', account)).status).toBe(200);
    expect((await mall.mall.life.bySellerOrder(code))?.life.refund_account).toEqual(account);
    expect((await buyer(token, code, 'refund-received')).status).toBe(409);
    await seller(code, { to: 'refunded', reason: 'Batal' });
    expect((await buyer(token, code, 'refund-received')).status).toBe(200);
    expect((await see(token, code)).refunds?.[0]?.received_at).toBe(mall.clock.time.toISOString());
    expect((await buyer(token, code, 'refund-received')).status).toBe(409);
  });
});

test('the ledger refuses to be changed or emptied, and a refund beyond its sale', async () => {
  const { code } = await place();
  await seller(code, { to: 'paid' });
  await expect(db().prepare('UPDATE ledger SET amount = 1').run()).rejects.toThrow(/never changed/);
  await expect(db().prepare('DELETE FROM ledger').run()).rejects.toThrow(/never deleted/);
  const refund = `INSERT INTO ledger (kind, seller, edition, channel, amount, occurred_at, recorded_at, cause)
    VALUES ('refund', 'batik-sekar', 'uvo-2', 'online', -370001, '2026-01-01', '2026-01-01', ?1)`;
  await expect(db().prepare(refund).bind(code).run()).rejects.toThrow(/more than its sale/);
});

test('cash on delivery: a sale when the seller has the cash; refused, it comes back and never was one', async () => {
  const body = { lines: [{ sku: SHIRT, qty: 1, price: 185_000 }], ship_to: SEMARANG, payment: 'cod' };
  const good = await place(body);
  await seller(good.code, { to: 'shipped', courier: 'J&T', tracking: 'JP1' });
  expect(await ledgerOf(good.code)).toEqual([]);
  expect((await buyer(good.token, good.code, 'received')).status).toBe(409);
  expect((await seller(good.code, { to: 'completed' })).status).toBe(200);
  expect((await ledgerOf(good.code)).map(({ amount }) => amount)).toEqual([185_000]);
  const refused = await place(body);
  const before = (await stockOf(SHIRT))!;
  await seller(refused.code, { to: 'shipped', courier: 'J&T', tracking: 'JP2' });
  expect((await seller(refused.code, { to: 'returned', reason: 'Ditolak pembeli' })).status).toBe(200);
  expect(await stockOf(SHIRT)).toBe(before + 1);
  expect(await ledgerOf(refused.code)).toEqual([]);
  expect((await seller(refused.code, { to: 'refunded' })).status).toBe(409);
});

test('a quoted fee binds: the buyer pays goods and fee, and a replay is still answered with the first answer', async () => {
  const body = orderBody({
    lines: [{ sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 }],
    ship_to: { country: 'SG', address: '12 Bedok Road', postal_code: '469000', city: 'Singapore' },
    buyer: { name: 'Dewi', phone: '+65 8123 4567' },
    payment: 'abroad',
  });
  const first = await mall.request('/api/orders', orderRequest(body, 'quoted'));
  const text = await first.text();
  const { order } = JSON.parse(text) as Answer;
  const code = order.seller_orders[0]!.code;
  expect((await seller(code, { to: 'awaiting_payment' })).status).toBe(422);
  const quoted = await seller(code, { to: 'awaiting_payment', amount: 260_000 });
  expect(quoted.body.order.seller_orders[0]).toMatchObject({
    status: 'awaiting_payment',
    shipping: 260_000,
    total: 1_010_000,
  });
  expect((await seller(code, { to: 'awaiting_payment', amount: 1 })).status).toBe(409);
  expect(await (await mall.request('/api/orders', orderRequest(body, 'quoted'))).text()).toBe(text);
  expect((await see(order.token, code)).payment.expires_at).toBe(
    new Date(mall.clock.time.getTime() + DAY).toISOString(),
  );
});

test('a complaint is answered by the seller, closed by the buyer, and there is one at a time', async () => {
  const { token, code } = await place();
  await seller(code, { to: 'paid' });
  expect((await buyer(token, code, 'complaint', { reason: 'damaged' })).status).toBe(422);
  expect((await buyer(token, code, 'complaint', { reason: 'damaged', text: 'Sobek' })).status).toBe(200);
  expect((await buyer(token, code, 'complaint', { reason: 'other', text: 'Lagi' })).status).toBe(409);
  const answered = await mall.request(
    `/api/desk/seller-orders/${code}/complaint-answer`,
    post({ answer: 'Kami ganti' }, await bearer(code)),
  );
  expect(answered.status).toBe(200);
  expect((await see(token, code)).complaint).toMatchObject({
    reason: 'damaged',
    answer: 'Kami ganti',
    closed_at: null,
  });
  expect((await buyer(token, code, 'complaint-closed')).status).toBe(200);
  expect((await buyer(token, code, 'complaint-closed')).status).toBe(409);
  await mall.settle();
  await mall.mall.deliverMails();
  expect(mailsAbout(code).map(({ to }) => to)).toContain('operator@mal-ukm.test');
});

describe('forms', () => {
  const form = (fields: Record<string, string> = {}): RequestInit => ({
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://mal.test' },
    body: new URLSearchParams(fields).toString(),
    redirect: 'manual',
  });

  test('of the buyer are answered 303, back to the order with what became of it', async () => {
    const { token, code } = await place();
    const done = await mall.request(`/pesanan/${token}/${code}/cancel`, form());
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `/pesanan/${token}?kabar=cancel&bagian=${code}#${code}`,
    ]);
    const again = await mall.request(`/pesanan/${token}/${code}/cancel`, form());
    expect([again.status, await again.json()]).toEqual([
      409,
      {
        page: {
          path: `/pesanan/${token}`,
          status: 409,
          form: { code, action: 'cancel', values: {}, refused: 'transition_not_allowed', errors: [] },
        },
      },
    ]);
  });

  test('of the seller’s page act only when posted; a mail scanner that opens the link changes nothing', async () => {
    const { token, code } = await place();
    const path = await mailedOrderLink(mall, code);
    expect((await mall.request(path)).status).toBe(200);
    expect((await see(token, code)).status).toBe('awaiting_payment');
    const done = await mall.request(path, form({ to: 'paid' }));
    expect([done.status, done.headers.get('Location')]).toEqual([303, `${path}?kabar=paid`]);
    expect((await see(token, code)).status).toBe('paid');
    expect((await mall.request(`${path}x`, form({ to: 'processing' }))).status).toBe(404);
  });

  test('finding an order takes code and phone in any spelling, and never tells which was wrong', async () => {
    const strict = testMall();
    const { token, order } = await place({ buyer: { name: 'Ani', phone: '0813 1111 2222' } }, strict);
    const find = async (code: string, phone: string) => strict.request('/pesanan', form({ code, phone }));
    const found = await find(order.code.toLowerCase().replace('-', ' '), '+62 813-1111-2222');
    expect([found.status, found.headers.get('Location')]).toEqual([303, `/pesanan/${token}`]);
    const wrongPhone = await find(order.code, '0813 1111 2223');
    const wrongCode = await find('K7QM-3XTD', '0813 1111 2222');
    expect([wrongPhone.status, wrongCode.status]).toEqual([404, 404]);
    const shown = async (response: Response) =>
      ((await response.json()) as { page: { form: { refused: string } } }).page.form.refused;
    expect(await shown(wrongPhone)).toBe(await shown(wrongCode));
    for (let attempt = 0; attempt < 10; attempt += 1) await find(order.code, `0813 9999 00${attempt}0`);
    const limited = await find(order.code, '0813 1111 2222');
    expect([limited.status, limited.headers.get('Retry-After')]).toEqual([429, '900']);
    strict.clock.time = new Date(strict.clock.time.getTime() + 16 * 60_000);
    expect((await find(order.code, '081311112222')).status).toBe(303);
  });
});

test('a text that is too long is refused with its field named, never cut', async () => {
  const { token, code } = await place();
  const pointer = async (answer: Promise<{ status: number; body: Answer }>) => {
    const { status, body } = await answer;
    return [status, body.errors?.[0]?.pointer];
  };
  expect(await pointer(buyer(token, code, 'cancel', { reason: 'x'.repeat(501) }))).toEqual([422, '/reason']);
  expect((await seller(code, { to: 'paid' })).status).toBe(200);
  expect(await pointer(buyer(token, code, 'complaint', { text: 'x'.repeat(1001) }))).toEqual([422, '/text']);
  const account = { bank: 'Bank Contoh', number: '1234567890', holder: 'Rina' };
  for (const field of ['bank', 'holder'])
    expect(
      await pointer(buyer(token, code, 'refund-account', { ...account, [field]: 'x'.repeat(101) })),
    ).toEqual([422, `/${field}`]);
  expect((await seller(code, { to: 'processing' })).status).toBe(200);
  expect(
    await pointer(seller(code, { to: 'shipped', courier: 'JNE', tracking: `CGK${'1'.repeat(60)}` })),
  ).toEqual([422, '/tracking']);
});
