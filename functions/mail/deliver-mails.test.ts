import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const db = () => bindings.MALL_DB;
const SEKAR = 'batik-sekar@contoh.mal-ukm.test';
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

beforeEach(async () => {
  await db().batch([
    db().prepare('UPDATE stock SET on_hand = 1000'),
    db().prepare("UPDATE outbox SET sent_at = '2026-01-01' WHERE sent_at IS NULL"),
    db().prepare("UPDATE letters SET sent_at = '2026-01-01' WHERE sent_at IS NULL"),
  ]);
});

function newMall() {
  const mall = testMall({ limits: false });
  const later = (ms: number) => {
    mall.clock.time = new Date(mall.clock.time.getTime() + ms);
  };
  return { ...mall, later };
}
async function place(mall: ReturnType<typeof newMall>, email: string, changes: Record<string, unknown> = {}) {
  const body = orderBody({ buyer: { name: 'Sri Rahayu', phone: '0812 3456 7890', email }, ...changes });
  const response = await mall.request('/api/orders', orderRequest(body));
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as {
    order: { code: string; token: string; seller_orders: { code: string }[] };
  };
  return { ...order, part: order.seller_orders[0]!.code };
}
/** Mails to buyers beside an order's own, all to different addresses. */
async function fill(mall: ReturnType<typeof newMall>, order: string, count: number, kind = 'paid_buyer') {
  await db()
    .prepare(
      `INSERT INTO outbox (kind, order_id, seller_order, to_address, created_at, next_attempt_at)
       WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?3)
       SELECT ?4, orders.id, orders.code || '-1', 'nobody' || i || '@reject.test', ?2, ?2
       FROM n, orders WHERE orders.code = ?1`,
    )
    .bind(order, mall.clock.time.toISOString(), count, kind)
    .run();
}
const waiting = () =>
  db()
    .prepare("SELECT COUNT(*) AS n FROM outbox WHERE sent_at IS NULL AND next_attempt_at < '9999'")
    .first<number>('n');
const refusing = (is: 'refused' | 'later') => (email: { to: string }) =>
  email.to.endsWith('@reject.test') ? { is, error: `${is} by the test` } : undefined;

describe('addresses that a mail server refuses', () => {
  test.each(['refused', 'later'] as const)(
    '5,000 mails that are %s delay an honest order’s mail to its seller by less than a minute of runs',
    async (is) => {
      const mall = newMall();
      mall.mails.answer = refusing(is);
      const spam = await place(mall, 'first@reject.test');
      await mall.settle();
      await fill(mall, spam.code, 5000);
      for (let run = 0; run < 3; run += 1) {
        mall.later(MINUTE);
        await mall.mall.deliverMails();
      }
      const to = async (buyer: string) => {
        const { code } = await place(mall, buyer);
        await mall.settle();
        return mall.mails.taken.filter(({ subject }) => subject.includes(code)).map((mail) => mail.to);
      };
      expect(await to('honest@contoh.test')).toContain(SEKAR);
      // Where each was tried once and is due again, a new order's buyer does not wait for them either.
      await db().prepare('UPDATE outbox SET attempts = 1 WHERE sent_at IS NULL').run();
      mall.later(14 * MINUTE);
      expect((await to('next@contoh.test')).sort()).toEqual([SEKAR, 'next@contoh.test'].sort());
    },
  );

  test('a seller’s refused mailbox is listed for the operator until it takes mail again', async () => {
    const mall = newMall();
    mall.later(DAY);
    const listed = async () => (await mall.mall.figures.needingHelp()).refused_mail;
    mall.mails.answer = ({ to }) => (to === SEKAR ? { is: 'refused', error: '550 no such user' } : undefined);
    await place(mall, 'rina@contoh.test');
    await mall.settle();
    expect(await listed()).toEqual([
      { seller: 'batik-sekar', address: SEKAR, at: mall.clock.time.toISOString() },
    ]);
    delete mall.mails.answer;
    mall.later(MINUTE);
    await place(mall, 'rina@contoh.test');
    await mall.settle();
    expect(await listed()).toEqual([]);
  });

  test('a refused address is not tried again, and the order says that its mail did not arrive, until it is corrected', async () => {
    const mall = newMall();
    mall.mails.answer = refusing('refused');
    const order = await place(mall, 'typo@reject.test');
    await mall.settle();
    mall.later(DAY);
    let asked = 0;
    mall.mails.answer = (email) => {
      if (email.to.endsWith('@reject.test')) asked += 1;
      return undefined;
    };
    await mall.mall.deliverMails();
    expect(asked).toBe(0);
    expect((await mall.mall.orderByToken(order.token))?.email_refused_at).toBeDefined();
    const contact = {
      buyer: { name: 'Sri', phone: '081234567890', email: 'right@contoh.test' },
      ship_to: { address: 'Jalan Diponegoro 5', postal_code: '73111' },
    };
    const corrected = await mall.request(`/api/orders/${order.token}/contact`, orderRequest(contact));
    expect(corrected.status).toBe(200);
    expect((await mall.mall.orderByToken(order.token))?.email_refused_at).toBeUndefined();
  });

  test('what nobody takes for 3 days is given up, but not what waits for a server that is down', async () => {
    const mall = newMall();
    mall.mails.answer = refusing('later');
    await place(mall, 'full@reject.test');
    await mall.settle();
    mall.later(2 * DAY);
    await mall.mall.deliverMails();
    expect(await waiting()).toBe(1);
    mall.later(1.1 * DAY);
    await mall.mall.deliverMails();
    expect(await waiting()).toBe(0);

    mall.mails.down = true;
    await place(mall, 'patient@contoh.test');
    await mall.settle();
    mall.later(4 * DAY);
    await mall.mall.deliverMails();
    mall.mails.down = false;
    mall.later(DAY);
    await mall.mall.deliverMails();
    await mall.mall.deliverMails();
    expect(mall.mails.taken.map(({ to }) => to)).toContain('patient@contoh.test');
  });
});

describe('a mail that can’t be composed', () => {
  test.each([
    ['of a kind that this version does not know', "UPDATE outbox SET kind = 'from_the_future_buyer'"],
    ['with a broken detail', "UPDATE outbox SET detail = '{'"],
    ['about a seller order that is gone', "UPDATE outbox SET seller_order = 'NONE-NONE-9'"],
  ])('%s fails alone: the 19 others of its claim are sent', async (_, poison) => {
    const mall = newMall();
    mall.mails.down = true;
    const order = await place(mall, 'good@contoh.test');
    await mall.settle();
    await db().prepare("UPDATE outbox SET sent_at = '2026-01-01' WHERE sent_at IS NULL").run();
    await fill(mall, order.code, 20);
    await db().prepare(`${poison} WHERE to_address = 'nobody7@reject.test' AND sent_at IS NULL`).run();
    mall.mails.down = false;
    await mall.mall.deliverMails();
    expect(mall.mails.taken).toHaveLength(19);
    expect(mall.mails.taken.map(({ to }) => to)).not.toContain('nobody7@reject.test');
    expect(await waiting()).toBe(1);
  });

  test('about an order that can’t be read fails alone', async () => {
    const mall = newMall();
    mall.mails.down = true;
    const broken = await place(mall, 'broken@contoh.test');
    const good = await place(mall, 'good@contoh.test');
    await mall.settle();
    await db()
      .prepare("UPDATE seller_orders SET payment_details = '{' WHERE code = ?1")
      .bind(broken.part)
      .run();
    mall.mails.down = false;
    mall.later(MINUTE);
    await mall.mall.deliverMails();
    await db()
      .prepare("UPDATE seller_orders SET payment_details = '{}' WHERE code = ?1")
      .bind(broken.part)
      .run();
    expect(mall.mails.taken.every(({ subject }) => subject.includes(good.code))).toBe(true);
    expect(mall.mails.taken).toHaveLength(2);
  });

  test.each([
    ['of an unknown kind', "'from_the_future', '{}'"],
    ['with a broken offer', `'offer_buyer', '{"offer":"{"}'`],
  ])('a letter %s fails alone: the 19 others of its claim are sent', async (_, poison) => {
    const mall = newMall();
    const at = mall.clock.time.toISOString();
    const insert = (row: string, to: string) =>
      db()
        .prepare(
          `INSERT INTO letters (kind, detail, to_address, created_at, next_attempt_at) VALUES (${row}, ?1, ?2, ?2)`,
        )
        .bind(to, at);
    const good = `'message_seller', '{"code":"T-1","shop":"Batik Sekar","buyer":"Sri","token":"x","text":"Halo"}'`;
    await db().batch(
      Array.from({ length: 20 }, (__, index) =>
        insert(index === 6 ? poison : good, `shop${index}@contoh.test`),
      ),
    );
    await mall.mall.deliverMails();
    expect(mall.mails.taken).toHaveLength(19);
  });
});

describe('a run', () => {
  test('sends sellers’ mails and sign-ins first, and first attempts before others', async () => {
    const mall = newMall();
    mall.mails.answer = () => ({ is: 'later', error: 'busy' });
    const old = await place(mall, 'old@contoh.test');
    await mall.settle();
    mall.later(MINUTE);
    mall.mails.down = true;
    const fresh = await place(mall, 'fresh@contoh.test');
    await mall.settle();
    await db()
      .prepare(
        'UPDATE outbox SET attempts = 0, next_attempt_at = created_at WHERE order_id = (SELECT id FROM orders WHERE code = ?1)',
      )
      .bind(fresh.code)
      .run();
    await mall.request('/masuk', {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: 'http://mal.test' },
      body: `email=${SEKAR}`,
    });
    mall.mails.answer = undefined;
    mall.mails.down = false;
    await mall.mall.deliverMails();
    await mall.settle();
    const order = mall.mails.taken.map(({ to, subject }) =>
      subject.includes('kode masuk') ? 'sign-in' : `${subject.includes(old.code) ? 'old' : 'fresh'} ${to}`,
    );
    expect(order.slice(0, 2).sort()).toEqual([`fresh ${SEKAR}`, 'sign-in']);
    expect(order.slice(2)).toEqual([`old ${SEKAR}`, 'fresh fresh@contoh.test', 'old old@contoh.test']);
  });

  test('sends no mail twice, however slow the server: none is begun that may outlast its lease', async () => {
    const mall = newMall();
    mall.mails.down = true;
    const order = await place(mall, 'slow@contoh.test');
    await mall.settle();
    await fill(mall, order.code, 60);
    mall.mails.down = false;
    mall.later(MINUTE);
    // While one mail is on its way for 8 seconds, other runs begin every 20 seconds.
    let others = 0;
    const sent: string[] = [];
    const sender = mall.mails.sender;
    const nested: Promise<unknown>[] = [];
    mall.mails.answer = (email) => {
      sent.push(email.messageId);
      mall.later(8_000);
      if (others < 5 && sent.length % 3 === 0) {
        others += 1;
        nested.push(mall.mall.deliverMails());
      }
      return undefined;
    };
    expect(sender).toBeDefined();
    for (let run = 0; run < 30 && (await waiting()); run += 1) {
      await mall.mall.deliverMails();
      await Promise.all(nested.splice(0));
      mall.later(MINUTE);
    }
    expect(await waiting()).toBe(0);
    expect(new Set(sent).size).toBe(sent.length);
  });

  test('is ended by a broken connection only, which costs one attempt of one mail', async () => {
    const mall = newMall();
    mall.mails.down = true;
    const order = await place(mall, 'later@contoh.test');
    await mall.settle();
    await fill(mall, order.code, 30);
    mall.later(MINUTE);
    await mall.mall.deliverMails();
    const { results } = await db()
      .prepare('SELECT attempts, lease_until FROM outbox WHERE sent_at IS NULL AND attempts > 0')
      .all<{ attempts: number; lease_until: string | null }>();
    expect(results.filter(({ lease_until }) => lease_until !== null)).toEqual([]);
    expect(results.reduce((sum, { attempts }) => sum + attempts, 0)).toBe(2);
    mall.mails.down = false;
    await mall.mall.deliverMails();
    mall.later(MINUTE);
    await mall.mall.deliverMails();
    expect(await waiting()).toBe(0);
  });
});

test('health tells how many mails wait and for how long, and is degraded after 15 minutes', async () => {
  const mall = newMall();
  const health = async () => (await mall.request('/api/health')).json();
  expect(await health()).toMatchObject({ status: 'ok', outbox: { waiting: 0, oldest_s: 0 } });
  mall.mails.down = true;
  await place(mall, 'health@contoh.test');
  await mall.settle();
  mall.later(15 * MINUTE);
  expect(await health()).toMatchObject({ status: 'ok', outbox: { waiting: 2, oldest_s: 900 } });
  mall.later(1000);
  expect(await health()).toMatchObject({ status: 'degraded', outbox: { waiting: 2, oldest_s: 901 } });
  mall.mails.down = false;
  mall.later(MINUTE);
  await mall.mall.deliverMails();
  expect(await health()).toMatchObject({ status: 'ok', outbox: { waiting: 0, oldest_s: 0 } });
});
