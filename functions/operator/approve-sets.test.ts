import { beforeEach, describe, expect, test } from 'vitest';
import type { Order } from '../../src/domain/ordering/order.ts';
import type { SellerFacts } from '../../src/domain/products/facts.ts';
import { Jar, latestMail, OPERATOR, SEKAR, signedIn } from '../testing/desk.ts';
import {
  bindings,
  orderBody,
  orderRequest,
  prepareDatabases,
  type TestMall,
  testMall,
} from '../testing/test-mall.ts';

const SLUG = 'batik-sekar';
const NEW_EMAIL = 'pencuri@contoh.mal-ukm.test';

/** What content deploys of the shop from now on; the mall is a Worker of its own each time, as after a deploy. */
async function deploy(
  change: (seller: SellerFacts) => Partial<SellerFacts>,
  settings = {},
): Promise<TestMall> {
  const before = testMall({ limits: false, ...settings });
  const seller = (await before.deployed.sellers([SLUG])).get(SLUG)!;
  const { email, whatsapp, payments } = { ...seller, ...change(seller) };
  await bindings.CATALOG_A.prepare(
    'UPDATE sellers SET email = ?2, whatsapp = ?3, payments = ?4 WHERE slug = ?1',
  )
    .bind(SLUG, email, whatsapp, JSON.stringify(payments))
    .run();
  return testMall({ limits: false, ...settings });
}

/** The shop as everybody meets it. */
async function shop(mall: TestMall): Promise<SellerFacts | undefined> {
  const found = (await mall.mall.sellers([SLUG])).get(SLUG);
  await mall.settle();
  await mall.mall.deliverMails();
  return found;
}

const mailsTo = (mall: TestMall, to: string) =>
  mall.mails.taken
    .filter(({ to: address, messageId }) => address === to && messageId.startsWith('<letter-'))
    .map(({ subject }) => subject);

const trail = async (mall: TestMall) =>
  (await mall.mall.figures.auditTrail()).rows.map(
    ({ action, subject, detail }) => `${action} ${subject} ${detail}`,
  );

async function approve(mall: TestMall, by = OPERATOR): Promise<number> {
  const operator = await signedIn(mall, by);
  const [change] = await mall.mall.approvals.list();
  const response = await operator.form('/kelola/persetujuan', {
    change: String(change?.id),
    decision: 'approve',
  });
  await mall.settle();
  return response.status;
}

async function placed(
  mall: TestMall,
  payment: string,
): Promise<Order['seller_orders'][number]['payment_details']> {
  const response = await mall.request('/api/orders', orderRequest(orderBody({ payment })));
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as { order: { token: string } };
  return (await mall.mall.orderByToken(order.token))!.seller_orders[0]!.payment_details;
}

beforeEach(async () => {
  await prepareDatabases();
  const tables = ['approved_sets', 'set_changes', 'letters', 'sign_ins', 'sessions'];
  await bindings.MALL_DB.batch(tables.map((table) => bindings.MALL_DB.prepare(`DELETE FROM ${table}`)));
  // The mall's first deployment.
  await shop(testMall());
});

test('a first deployment is approved as it stands, and nothing waits', async () => {
  const mall = testMall();
  expect((await shop(mall))?.email).toBe(SEKAR);
  expect(await mall.mall.approvals.list()).toEqual([]);
  expect(await mall.mall.approvals.waiting()).toBe(0);
});

describe('a change in content', () => {
  test('of the e-mail: the old address signs in and is told; after the yes the new one does', async () => {
    const mall = await deploy(() => ({ email: NEW_EMAIL }));
    expect((await shop(mall))?.email).toBe(SEKAR);
    expect(mailsTo(mall, SEKAR)).toEqual(['Data Batik Sekar diminta berubah']);
    expect(mailsTo(mall, OPERATOR)).toEqual(['1 data penjual menunggu persetujuan']);
    expect(mailsTo(mall, NEW_EMAIL)).toEqual([]);
    await signedIn(mall, SEKAR);
    await expect(signedIn(mall, NEW_EMAIL)).rejects.toThrow('not signed in');

    expect(await approve(mall)).toBe(303);
    expect(mailsTo(mall, SEKAR)).toContain('Data Batik Sekar yang baru sudah berlaku');
    expect(mailsTo(mall, NEW_EMAIL)).toContain('Data Batik Sekar yang baru sudah berlaku');
    await signedIn(mall, NEW_EMAIL);
    await expect(signedIn(mall, SEKAR)).rejects.toThrow('not signed in');
    expect(await trail(mall)).toEqual(
      expect.arrayContaining([
        'set_changed seller:batik-sekar email',
        'set_approved seller:batik-sekar email',
      ]),
    );
  });

  test('of the WhatsApp number: the old one is shown until the yes', async () => {
    const mall = await deploy(() => ({ whatsapp: '+6281999999999' }));
    const old = (await shop(mall))?.whatsapp;
    expect(old).not.toBe('+6281999999999');
    expect(mailsTo(mall, SEKAR)).toHaveLength(1);
    await approve(mall);
    expect((await shop(mall))?.whatsapp).toBe('+6281999999999');
    expect(await trail(mall)).toEqual(
      expect.arrayContaining([
        'set_changed seller:batik-sekar whatsapp',
        'set_approved seller:batik-sekar whatsapp',
      ]),
    );
  });

  test('of the bank account: orders carry the old one until the yes', async () => {
    const bank = { bank: 'BCA', number: '9990001112', holder: 'Orang Lain' };
    const mall = await deploy(({ payments }) => ({ payments: { ...payments, bank } }));
    expect((await placed(mall, 'transfer')).bank?.number).not.toBe(bank.number);
    await shop(mall);
    expect(mailsTo(mall, SEKAR)).toHaveLength(1);
    await approve(mall);
    expect((await placed(mall, 'transfer')).bank).toEqual(bank);
    expect(await trail(mall)).toEqual(
      expect.arrayContaining(['set_changed seller:batik-sekar bank', 'set_approved seller:batik-sekar bank']),
    );
  });

  test('of the QRIS: orders carry the old one until the yes', async () => {
    const before = (await shop(testMall()))!.payments.qris!;
    const qris = `${before}-lain`;
    const mall = await deploy(({ payments }) => ({ payments: { ...payments, qris } }));
    expect((await placed(mall, 'qris')).qris_static).toBe(before);
    await shop(mall);
    expect(mailsTo(mall, SEKAR)).toHaveLength(1);
    await approve(mall);
    expect((await shop(mall))?.payments.qris).toBe(qris);
    expect(await trail(mall)).toEqual(
      expect.arrayContaining(['set_changed seller:batik-sekar qris', 'set_approved seller:batik-sekar qris']),
    );
  });

  test('that takes an account out counts at once; one that adds an account waits', async () => {
    const without = await deploy(({ payments: { bank, ...payments } }) => ({ payments }));
    expect((await shop(without))?.payments).not.toHaveProperty('bank');
    expect(await without.mall.approvals.waiting()).toBe(0);
    const refused = await without.request('/api/orders', orderRequest(orderBody({ payment: 'transfer' })));
    expect(refused.status).toBe(422);

    const cod = await deploy(({ payments }) => ({ payments: { ...payments, cod: { max: 2_000_000 } } }));
    expect((await shop(cod))?.payments.cod?.max).not.toBe(2_000_000);
    expect(await cod.mall.approvals.waiting()).toBe(1);
  });

  test('is told once, however many Workers see it', async () => {
    const mall = await deploy(() => ({ email: NEW_EMAIL }));
    await shop(mall);
    await shop(testMall());
    await mall.mall.approvals.carryOn();
    await mall.mall.deliverMails();
    expect(await mall.mall.approvals.waiting()).toBe(1);
    expect(mailsTo(mall, SEKAR)).toHaveLength(1);
  });

  test('that content takes back waits no longer', async () => {
    await shop(await deploy(() => ({ email: NEW_EMAIL })));
    const mall = await deploy(() => ({ email: SEKAR }));
    await mall.mall.approvals.carryOn();
    expect(await mall.mall.approvals.waiting()).toBe(0);
  });

  test('that has changed again meanwhile is not approved unseen', async () => {
    const first = await deploy(() => ({ email: NEW_EMAIL }));
    await shop(first);
    const [change] = await first.mall.approvals.list();
    const mall = await deploy(() => ({ email: 'lain-lagi@contoh.mal-ukm.test' }));
    expect(await mall.mall.approvals.decide(OPERATOR, change!.id, 'approve')).toMatchObject({
      ok: false,
      code: 'changed_again',
    });
    expect((await shop(mall))?.email).toBe(SEKAR);
  });

  test('that is refused leaves the old set, is told to the old address, and can be approved later', async () => {
    const mall = await deploy(() => ({ email: NEW_EMAIL }));
    await shop(mall);
    const operator = await signedIn(mall, OPERATOR);
    const [change] = await mall.mall.approvals.list();
    await operator.json('/api/desk/approvals', { change: change!.id, decision: 'refuse' });
    expect((await shop(mall))?.email).toBe(SEKAR);
    expect(mailsTo(mall, SEKAR)).toContain('Data Batik Sekar tetap yang lama');
    expect(await trail(mall)).toContain('set_refused seller:batik-sekar email');
    await mall.mall.approvals.carryOn();
    expect(await mall.mall.approvals.waiting()).toBe(0);
    expect(await mall.mall.approvals.list()).toMatchObject([{ id: change!.id, refused: true }]);
    await approve(mall);
    expect((await shop(mall))?.email).toBe(NEW_EMAIL);
  });
});

describe('with two operators', () => {
  const SECOND = 'kedua@mal-ukm.test';
  const operators = { operators: [OPERATOR, SECOND] };

  test('two different people have to say yes', async () => {
    const mall = await deploy(() => ({ email: NEW_EMAIL }), operators);
    await shop(mall);
    expect(await approve(mall)).toBe(303);
    expect((await shop(mall))?.email).toBe(SEKAR);
    expect(await approve(mall)).toBe(409);
    expect(await approve(mall, SECOND)).toBe(303);
    expect((await shop(mall))?.email).toBe(NEW_EMAIL);
    expect(await trail(mall)).toContain('set_first_yes seller:batik-sekar email');
  });

  test('nobody approves a set with an address of their own', async () => {
    const mall = await deploy(() => ({ email: SECOND }), operators);
    await shop(mall);
    expect(await approve(mall, SECOND)).toBe(422);
  });
});

describe('a new shop in a mall that is open', () => {
  beforeEach(async () => {
    await bindings.MALL_DB.prepare('DELETE FROM approved_sets WHERE seller = ?1').bind(SLUG).run();
  });

  test('waits: nothing of it can be ordered, asked or signed in to', async () => {
    const mall = testMall({ limits: false });
    expect(await shop(mall)).toBeUndefined();
    expect(await mall.mall.approvals.list()).toMatchObject([{ seller: SLUG }]);
    const order = await mall.request('/api/orders', orderRequest(orderBody()));
    expect([order.status, ((await order.json()) as { code: string }).code]).toEqual([409, 'suspended']);
    expect(
      (await mall.mall.stockOf(['batik-sekar/kemeja-parang/m'])).get('batik-sekar/kemeja-parang/m'),
    ).toBe(0);
    await expect(signedIn(mall, SEKAR)).rejects.toThrow('not signed in');
    expect((await new Jar(mall).get(`/tanya/${SLUG}`)).status).toBe(404);
    expect(mailsTo(mall, SEKAR)).toEqual([]);
  });

  test('opens with the yes, and is told', async () => {
    const mall = testMall({ limits: false });
    await shop(mall);
    expect(await approve(mall)).toBe(303);
    expect((await shop(mall))?.email).toBe(SEKAR);
    expect(latestMail(mall, SEKAR, '/lapak').mail?.text).toContain('menerima pesanan');
    const order = await mall.request('/api/orders', orderRequest(orderBody()));
    expect(order.status).toBe(201);
  });
});
