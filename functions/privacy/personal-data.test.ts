import { beforeAll, expect, test } from 'vitest';
import { RETENTION_DAYS } from '../../src/domain/privacy/retention.ts';
import { Jar, latestMail, OPERATOR, SEKAR, shown, signedIn } from '../testing/desk.ts';
import { jpeg } from '../testing/pictures.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import {
  DUE_INQUIRIES,
  DUE_ORDERS,
  DUE_PROOFS,
  DUE_SPAM,
  d1PersonalData,
  FORGET_ACCOUNTS,
  FORGET_ADDRESSES,
  FORGET_MAILS,
  FORGET_NAMES,
  FORGET_SIGN_INS,
} from './d1-personal-data.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
const anybody = new Jar(mall);
const START = new Date('2026-11-24T05:00:00.000Z');
const inDays = (days: number) => new Date(START.getTime() + days * 86_400_000);
const SECRETS = [
  'Sri Rahayu',
  '6281234567890',
  '81234567890',
  'sri@contoh.test',
  'Diponegoro',
  'Pak Budi',
  'RAHASIA',
  '7700110022',
];

async function place(changes: Record<string, unknown> = {}) {
  const response = await mall.request('/api/orders', orderRequest(orderBody(changes)));
  const { order } = (await response.json()) as {
    order: { code: string; token: string; seller_orders: { code: string }[] };
  };
  return { ...order, part: order.seller_orders[0]!.code };
}
const move = (code: string, to: string, more = {}) => mall.mall.life.move(code, 'seller', { to, ...more });

/** Everything that the database says in the rows of an order, wherever they lie. */
async function everythingAbout(order: { code: string; part: string }): Promise<string> {
  const tables = [
    ['orders', 'code', order.code],
    ['seller_orders', 'code', order.part],
    ...['order_lines', 'transitions', 'complaints', 'refunds', 'refund_accounts', 'proofs', 'outbox'].map(
      (table) => [table, 'seller_order', order.part],
    ),
  ] as [string, string, string][];
  const rows = await Promise.all(
    tables.map(
      async ([table, column, value]) =>
        (await db().prepare(`SELECT * FROM ${table} WHERE ${column} = ?1`).bind(value).all()).results,
    ),
  );
  return JSON.stringify(rows);
}
const keys = async (part: string) => (await bindings.PROOFS.list({ prefix: `${part}/` })).objects.length;

/** An order with everything personal that one can have: a recipient, notes, a complaint, photos, an account. */
async function livedThrough() {
  mall.clock.time = START;
  const order = await place({
    ship_to: { ...orderBody().ship_to, name: 'Pak Budi', phone: '0812 0000 1111', village: 'RAHASIA' },
    note: 'RAHASIA catatan',
    notes: { 'batik-sekar': 'RAHASIA untuk penjual' },
  });
  const picture = jpeg() as Uint8Array<ArrayBuffer>;
  for (const kind of ['payment', 'complaint']) {
    const body = new FormData();
    body.set('photo', new File([picture], 'x.jpg'));
    body.set('kind', kind);
    await mall.request(`/api/orders/${order.token}/seller-orders/${order.part}/proofs`, {
      method: 'POST',
      body,
    });
  }
  await move(order.part, 'paid');
  await move(order.part, 'processing');
  await move(order.part, 'shipped', { courier: 'JNE', tracking: 'CGK1' });
  const act = (action: string, fields = {}) =>
    anybody.json(`/api/orders/${order.token}/seller-orders/${order.part}/${action}`, fields);
  await act('complaint', { reason: 'damaged', text: 'RAHASIA rusak' });
  await mall.mall.life.answerComplaint(order.part, 'RAHASIA maaf');
  await act('refund-account', { bank: 'BRI', number: '7700110022', holder: 'Sri Rahayu' });
  const erase = () => anybody.json(`/api/orders/${order.token}/erasure`);
  return { order, act, erase };
}

test('a buyer has an order’s data erased once it is over: names, numbers, words and photos, nothing that is counted', async () => {
  const { order, act, erase } = await livedThrough();
  const running = await erase();
  expect([running.status, ((await running.json()) as { code: string }).code]).toEqual([409, 'order_running']);
  expect(await keys(order.part)).toBe(2);
  await act('complaint-closed');
  await act('received');
  await mall.settle();
  const turnover = await mall.mall.figures.turnover({});
  const before = await everythingAbout(order);
  for (const secret of ['Sri Rahayu', 'sri@contoh.test', 'Diponegoro', 'Pak Budi', 'RAHASIA', '7700110022'])
    expect(before).toContain(secret);

  expect((await anybody.form(`/pesanan/${order.token}/hapus-data`)).headers.get('Location')).toContain(
    'not_sure',
  );
  const done = await anybody.form(`/pesanan/${order.token}/hapus-data`, { sure: 'yes' });
  expect(done.headers.get('Location')).toContain('kabar=erased');
  const after = await everythingAbout(order);
  for (const secret of SECRETS) expect(after, secret).not.toContain(secret);
  expect(after).toContain('batik-sekar/kemeja-parang/m');
  expect(await keys(order.part)).toBe(0);
  expect(await mall.mall.figures.turnover({})).toEqual(turnover);
  const seen = await mall.mall.orderByToken(order.token);
  expect(seen).toMatchObject({ erased_at: START.toISOString(), ship_to: { region: '62.71' } });
  expect((await erase()).status).toBe(200);
  const found = await anybody.form('/pesanan', { code: order.code, phone: '' });
  expect(found.status).not.toBe(303);
});

test('a buyer mends name and address; the seller who has yet to send hears of it, region and fee stay', async () => {
  mall.clock.time = START;
  const order = await place();
  const contact = (changes = {}) => ({
    name: 'Sri Rahayu Wulandari',
    phone: '0813 1111 2222',
    address: 'Jalan Pemuda 7',
    postal_code: '73112',
    recipient_name: 'Ibu Tini',
    recipient_phone: '0857 1234 5678',
    ...changes,
  });
  const done = await anybody.form(`/pesanan/${order.token}/data`, contact());
  expect(done.headers.get('Location')).toContain('kabar=contact');
  await mall.settle();
  const mail = latestMail(mall, SEKAR, '/penjual/').mail!;
  expect(mail.subject).toContain(`${order.part} diperbaiki`);
  expect(mail.text).toContain('Jalan Pemuda 7');
  expect(await mall.mall.orderByToken(order.token)).toMatchObject({
    buyer: { name: 'Sri Rahayu Wulandari', phone: '+6281311112222' },
    ship_to: { region: '62.71', address: 'Jalan Pemuda 7', name: 'Ibu Tini', phone: '+6285712345678' },
  });
  const wrong = await anybody.form(
    `/pesanan/${order.token}/data`,
    contact({ phone: 'banyak', postal_code: '12' }),
  );
  expect(wrong.status).toBe(422);
  const form = await shown<{ values: Record<string, string>; errors: { pointer: string }[] }>(wrong);
  expect(form.values.phone).toBe('banyak');
  expect(form.errors.map(({ pointer }) => pointer).sort()).toEqual(['/buyer/phone', '/ship_to/postal_code']);
  expect((await anybody.json('/api/orders/tidak-ada/contact', {})).status).toBe(404);
  expect((await anybody.json('/api/orders/tidak-ada/erasure', {})).status).toBe(404);

  await anybody.json(`/api/orders/${order.token}/cancel`);
  await anybody.json(`/api/orders/${order.token}/erasure`);
  const late = await anybody.form(`/pesanan/${order.token}/data`, contact());
  expect(late.headers.get('Location')).toContain('masalah=order_erased');
  expect((await mall.mall.orderByToken(order.token))?.buyer.phone).toBe('');
});

test('what the buyer does not ask for is erased when its time is over, and not a day earlier', async () => {
  const { order, act } = await livedThrough();
  await act('complaint-closed');
  await act('received');
  await mall.settle();
  mall.clock.time = inDays(RETENTION_DAYS.mails - 1);
  await mall.mall.personalData.forget();
  const mailed = () =>
    db()
      .prepare("SELECT COUNT(*) AS n FROM outbox WHERE seller_order = ?1 AND to_address <> ''")
      .bind(order.part)
      .first('n');
  expect(await mailed()).toBeGreaterThan(0);
  mall.clock.time = inDays(RETENTION_DAYS.mails);
  await mall.mall.personalData.forget();
  expect(await mailed()).toBe(0);

  mall.clock.time = inDays(RETENTION_DAYS.order_proofs - 1);
  await mall.mall.personalData.forget();
  expect(await keys(order.part)).toBe(2);
  mall.clock.time = inDays(RETENTION_DAYS.order_proofs);
  await mall.mall.personalData.forget();
  expect(await keys(order.part)).toBe(0);
  const half = await everythingAbout(order);
  expect(half).not.toContain('7700110022');
  expect(half).toContain('Sri Rahayu');

  mall.clock.time = inDays(RETENTION_DAYS.orders - 1);
  await mall.mall.personalData.forget();
  expect(await everythingAbout(order)).toContain('Sri Rahayu');
  mall.clock.time = inDays(RETENTION_DAYS.orders);
  await mall.mall.personalData.forget();
  const after = await everythingAbout(order);
  for (const secret of SECRETS) expect(after, secret).not.toContain(secret);
});

test('photos of an order whose complaint stands open stay as long as it does', async () => {
  const { order, act } = await livedThrough();
  mall.clock.time = inDays(RETENTION_DAYS.order_proofs + 100);
  await mall.mall.personalData.forget();
  expect(await keys(order.part)).toBe(2);
  await act('complaint-closed');
  await mall.mall.personalData.forget();
  expect(await keys(order.part)).toBe(0);
});

test('a question goes a year after its last word, spam sooner, and at once where its buyer asks for it', async () => {
  mall.clock.time = START;
  const ask = async (website = '') => {
    const response = await anybody.json('/api/inquiries', {
      seller: 'batik-sekar',
      buyer: { name: 'Rina RAHASIA', email: 'rina@contoh.test' },
      message: 'RAHASIA pertanyaan',
      consent: true,
      website,
    });
    const { inquiry } = (await response.json()) as { inquiry: { code: string; token: string } };
    await mall.settle();
    return inquiry;
  };
  const [kept, asked, spam] = [await ask(), await ask(), await ask('trap')];
  const words = async (code: string) =>
    JSON.stringify(
      (
        await db()
          .prepare(
            `SELECT i.*, m.text FROM inquiries i LEFT JOIN inquiry_messages m ON m.inquiry_id = i.id WHERE code = ?1`,
          )
          .bind(code)
          .all()
      ).results,
    );
  const inquiries = (await mall.mall.figures.turnover({}))!.inquiries;
  const sure = await anybody.form(`/tanya/t/${asked.token}/hapus-data`);
  expect(sure.headers.get('Location')).toContain('not_sure');
  const done = await anybody.form(`/tanya/t/${asked.token}/hapus-data`, { sure: 'yes' });
  expect(done.headers.get('Location')).toBe('/tanya/batik-sekar?kabar=erased');
  expect(await words(asked.code)).not.toMatch(/RAHASIA|rina@/);
  expect((await anybody.get(`/api/inquiries/${asked.token}`)).status).toBe(404);
  const letters = await db().prepare('SELECT detail FROM letters').all<{ detail: string }>();
  expect(letters.results.filter(({ detail }) => detail.includes(asked.code))).toEqual([]);
  expect(letters.results.filter(({ detail }) => detail.includes(kept.code))).toHaveLength(1);
  const seller = await signedIn(mall, SEKAR);
  const account = (await mall.mall.signIn.account(seller.cookie('mall_session')!))!;
  const listed = (await mall.mall.inquiries.list(account)).map(({ code }) => code);
  expect(listed).toContain(kept.code);
  expect(listed).not.toContain(asked.code);

  mall.clock.time = inDays(RETENTION_DAYS.spam);
  await mall.mall.personalData.forget();
  expect(await words(spam.code)).not.toContain('RAHASIA');
  expect(await words(kept.code)).toContain('RAHASIA');
  await anybody.form(`/tanya/t/${kept.token}/message`, { message: 'Masih RAHASIA' });
  mall.clock.time = inDays(RETENTION_DAYS.inquiries);
  await mall.mall.personalData.forget();
  expect(await words(kept.code)).toContain('RAHASIA');
  mall.clock.time = inDays(RETENTION_DAYS.inquiries + RETENTION_DAYS.spam);
  await mall.mall.personalData.forget();
  expect(await words(kept.code)).not.toMatch(/RAHASIA|rina@/);
  expect((await mall.mall.figures.turnover({ as_of: inDays(1) }))!.inquiries).toBe(inquiries);
});

test('the trail of the desks stays and loses its names only; sign-ins go', async () => {
  mall.clock.time = START;
  const operator = await signedIn(mall, OPERATOR);
  await operator.form('/kelola/tangguhkan', { subject: 'lurik-pedan', reason: 'RAHASIA alasan' });
  await operator.form('/kelola/tangguhkan', { resume: 'seller:lurik-pedan' });
  await expect(db().prepare("UPDATE audit SET action = 'x'").run()).rejects.toThrow(/never changed/);
  await expect(db().prepare("UPDATE audit SET actor = 'x'").run()).rejects.toThrow(/never changed/);
  mall.clock.time = inDays(RETENTION_DAYS.desk_names);
  await mall.mall.personalData.forget();
  const { rows } = await mall.mall.figures.auditTrail();
  expect(rows.filter(({ subject }) => subject === 'seller:lurik-pedan')).toMatchObject([
    { action: 'resume', actor: '', detail: '' },
    { action: 'suspend', actor: '', detail: '' },
  ]);
  for (const table of ['sign_ins', 'sessions'])
    expect(await db().prepare(`SELECT COUNT(*) AS n FROM ${table}`).first('n')).toBe(0);
});

test('two runs at once erase everything once, and what is due is found without reading a whole table', async () => {
  const runs = await Promise.all([mall.mall.personalData.forget(), mall.mall.personalData.forget()]);
  expect(runs).toHaveLength(2);
  for (const sql of [
    DUE_ORDERS,
    DUE_INQUIRIES,
    DUE_SPAM,
    DUE_PROOFS,
    FORGET_ACCOUNTS,
    FORGET_ADDRESSES,
    ...FORGET_MAILS,
    ...FORGET_SIGN_INS,
    ...FORGET_NAMES,
  ]) {
    const { results } = await db()
      .prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .bind(START.toISOString(), 5)
      .all<{ detail: string }>();
    for (const { detail } of results) expect(detail, sql).not.toMatch(/^SCAN|TEMP B-TREE/);
  }
});

test('an address that was confirmed is forgotten with its order, and a year after it was last confirmed', async () => {
  mall.clock.time = START;
  const confirmed = async () =>
    (await db().prepare('SELECT address FROM confirmed_addresses ORDER BY address').all()).results.map(
      ({ address }) => address,
    );
  await db().prepare('DELETE FROM confirmed_addresses').run();
  const { code } = await place();
  for (const address of ['Sri@contoh.test', 'lain@contoh.test'])
    await mall.addressBook.confirm(address, START);
  const { results } = await db()
    .prepare(
      'SELECT code, version FROM seller_orders WHERE order_id = (SELECT id FROM orders WHERE code = ?1)',
    )
    .bind(code)
    .all<{ code: string; version: number }>();
  expect(await d1PersonalData(db(), bindings.PROOFS).eraseOrders([{ code, parts: results }], START)).toBe(
    true,
  );
  expect(await confirmed()).toEqual(['lain@contoh.test']);
  mall.clock.time = inDays(RETENTION_DAYS.confirmed_addresses + 1);
  await mall.mall.personalData.forget();
  expect(await confirmed()).toEqual([]);
});
