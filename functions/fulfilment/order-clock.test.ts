import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { ACTORS, TRANSITIONS } from '../../src/domain/fulfilment/order-states.ts';
import { ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { jpeg } from '../testing/pictures.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { BUYER_ACTIONS } from './act-as-buyer.ts';
import { DUE } from './d1-fulfilment.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const { life } = mall.mall;
const db = () => bindings.MALL_DB;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SHIRT = 'batik-sekar/kemeja-parang/xl';
const SEMARANG = { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' };

const later = (ms: number) => {
  mall.clock.time = new Date(mall.clock.time.getTime() + ms);
};
async function place(changes: Record<string, unknown> = {}) {
  const lines = [{ sku: SHIRT, qty: 1, price: 185_000 }];
  const response = await mall.request('/api/orders', orderRequest(orderBody({ lines, ...changes })));
  const body = (await response.json()) as { order: { token: string; seller_orders: { code: string }[] } };
  expect(response.status).toBe(201);
  return { token: body.order.token, code: body.order.seller_orders[0]!.code };
}
const lifeOf = async (code: string) => (await life.bySellerOrder(code))!.life;
const statusOf = async (code: string) => (await lifeOf(code)).status;
const kindsOf = async (code: string) =>
  (
    await db()
      .prepare('SELECT kind FROM outbox WHERE seller_order = ?1 ORDER BY id')
      .bind(code)
      .all<{ kind: string }>()
  ).results.map(({ kind }) => kind);
const stockOf = async (sku: string) =>
  (await db().prepare('SELECT on_hand FROM stock WHERE sku = ?1').bind(sku).first<number>('on_hand')) ?? 0;
const act = (token: string, code: string, action: (typeof BUYER_ACTIONS)[number], fields = {}) =>
  life.asBuyer(token, code, action, fields);
async function ship(code: string) {
  await life.move(code, 'seller', { to: 'paid' });
  await life.move(code, 'seller', { to: 'processing' });
  return life.move(code, 'seller', { to: 'shipped', courier: 'JNE', tracking: '1' });
}

test('an unpaid order lapses after 24 hours, once, even when the clock runs three times at once', async () => {
  const { code } = await place();
  const before = await stockOf(SHIRT);
  later(18 * HOUR);
  await Promise.all([life.runClock(), life.runClock()]);
  expect(await statusOf(code)).toBe('awaiting_payment');
  expect((await kindsOf(code)).filter((kind) => kind === 'pay_reminder_buyer')).toHaveLength(1);
  later(6 * HOUR);
  await Promise.all([life.runClock(), life.runClock(), life.runClock()]);
  expect(await statusOf(code)).toBe('expired');
  expect(await stockOf(SHIRT)).toBe(before + 1);
  expect((await lifeOf(code)).passages.map(({ to, actor }) => [to, actor])).toEqual([
    ['awaiting_payment', 'buyer'],
    ['expired', 'clock'],
  ]);
  expect((await kindsOf(code)).slice(-2).sort()).toEqual(['expired_buyer', 'expired_seller']);
  await life.runClock();
  expect(await stockOf(SHIRT)).toBe(before + 1);
});

test('many orders that lapse in the same minute all lapse once in two runs at once', async () => {
  const before = await stockOf(SHIRT);
  const orders = await Promise.all(Array.from({ length: 60 }, () => place()));
  later(25 * HOUR);
  // What a run leaves, as too much for one, the next one does.
  for (let run = 0; run < 2; run += 1) await Promise.all([life.runClock(), life.runClock()]);
  expect(await stockOf(SHIRT)).toBe(before);
  for (const { code } of orders) {
    const { status, passages } = await lifeOf(code);
    expect([status, passages.length]).toEqual(['expired', 2]);
  }
});

test('"I have paid" without a photo holds the order for 48 hours, then it lapses with the others', async () => {
  const { token, code } = await place();
  await act(token, code, 'paid');
  later(48 * HOUR - 1);
  await life.runClock();
  expect(await statusOf(code)).toBe('awaiting_payment');
  later(1);
  await life.runClock();
  expect(await statusOf(code)).toBe('expired');
  later(10 * DAY);
  await life.runClock();
  expect((await kindsOf(code)).filter((kind) => kind.startsWith('claim'))).toEqual(['claim_reminder_seller']);
  // Money that came after all is still taken.
  expect((await life.move(code, 'seller', { to: 'paid' })).ok).toBe(true);
});

test.each(['before', 'after'])('a photo %s "I have paid" stops the clock', async (when) => {
  const { token, code } = await place();
  const photo = () => mall.mall.proofs.keep(token, code, 'payment', jpeg());
  if (when === 'before') await photo();
  await act(token, code, 'paid');
  if (when === 'after') await photo();
  later(60 * HOUR);
  await life.runClock();
  expect(await statusOf(code)).toBe('awaiting_payment');
});

test('after "I have paid" with a photo the seller is reminded once, and after 3 days the operator hears of it once', async () => {
  const { token, code } = await place();
  await mall.mall.proofs.keep(token, code, 'payment', jpeg());
  expect((await act(token, code, 'paid')).ok).toBe(true);
  expect((await act(token, code, 'paid')).ok).toBe(true);
  expect(await kindsOf(code)).toContain('paid_claim_seller');
  later(25 * HOUR);
  await Promise.all([life.runClock(), life.runClock()]);
  later(24 * HOUR);
  await life.runClock();
  expect((await kindsOf(code)).filter((kind) => kind.startsWith('claim'))).toEqual(['claim_reminder_seller']);
  later(24 * HOUR);
  await Promise.all([life.runClock(), life.runClock()]);
  later(10 * DAY);
  await life.runClock();
  expect((await kindsOf(code)).filter((kind) => kind.startsWith('claim'))).toEqual([
    'claim_reminder_seller',
    'claim_overdue_operator',
  ]);
  expect((await kindsOf(code)).filter((kind) => kind === 'paid_claim_seller')).toHaveLength(1);
  expect(await statusOf(code)).toBe('awaiting_payment');
});

test('a shipped order completes 7 days after the longest delivery, cash on delivery never', async () => {
  const { code } = await place();
  await ship(code);
  const cod = await place({ ship_to: SEMARANG, payment: 'cod' });
  await life.move(cod.code, 'seller', { to: 'shipped', courier: 'JNE', tracking: '2' });
  later(12 * DAY - 1);
  await life.runClock();
  expect(await statusOf(code)).toBe('shipped');
  later(1);
  await Promise.all([life.runClock(), life.runClock()]);
  expect(await statusOf(code)).toBe('completed');
  later(60 * DAY);
  await life.runClock();
  expect(await statusOf(cod.code)).toBe('shipped');
  expect((await kindsOf(cod.code)).filter((kind) => kind === 'cash_reminder_seller')).toHaveLength(1);
});

test('an open complaint stops the clocks of a sale, and its end starts them again, later by the time they stood', async () => {
  const shipped = await place();
  await ship(shipped.code);
  expect((await act(shipped.token, shipped.code, 'complaint', { text: 'Belum sampai' })).ok).toBe(true);
  const stopped = await bindings.MALL_DB.prepare(
    'SELECT clock_at, expires_at FROM seller_orders WHERE code = ?1',
  )
    .bind(shipped.code)
    .all();
  expect(stopped.results).toEqual([{ clock_at: null, expires_at: null }]);
  later(40 * DAY);
  await life.runClock();
  expect(await statusOf(shipped.code)).toBe('shipped');
  await act(shipped.token, shipped.code, 'complaint-closed');
  later(12 * DAY - 1);
  await life.runClock();
  expect(await statusOf(shipped.code)).toBe('shipped');
  later(1);
  await life.runClock();
  expect(await statusOf(shipped.code)).toBe('completed');
});

test('after the day to ship by both are told, and the buyer may ask for cancellation, once', async () => {
  const { token, code } = await place();
  await life.move(code, 'seller', { to: 'paid' });
  expect((await act(token, code, 'cancel-request')).ok).toBe(false);
  later(3 * DAY);
  await Promise.all([life.runClock(), life.runClock()]);
  expect((await kindsOf(code)).filter((kind) => kind.startsWith('ship_'))).toEqual([
    'ship_reminder_seller',
    'ship_late_buyer',
  ]);
  expect((await act(token, code, 'cancel-request', { reason: 'Terlalu lama' })).ok).toBe(true);
  expect((await act(token, code, 'cancel-request')).ok).toBe(false);
  expect(await kindsOf(code)).toContain('cancel_request_seller');
});

test('an amount that somebody said was paid is asked for again only 3 days after its order was closed', async () => {
  const { token, code } = await place();
  await act(token, code, 'paid');
  const heldOf = () =>
    db().prepare('SELECT amount_held FROM seller_orders WHERE code = ?1').bind(code).first('amount_held');
  await act(token, code, 'cancel');
  later(3 * DAY - 1);
  await life.runClock();
  expect(await heldOf()).toBeGreaterThan(0);
  later(1);
  await life.runClock();
  expect(await heldOf()).toBeNull();
});

test('a fee that nobody quotes: the seller is reminded, and after 72 hours the order lapses', async () => {
  const { code } = await place({
    lines: [{ sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 }],
    ship_to: { country: 'SG', address: '12 Bedok Road', postal_code: '469000', city: 'Singapore' },
    payment: 'abroad',
  });
  later(48 * HOUR);
  await life.runClock();
  expect(await kindsOf(code)).toContain('quote_reminder_seller');
  later(24 * HOUR);
  await life.runClock();
  expect(await statusOf(code)).toBe('expired');
});

test('the clock finds what is due by its indexes, whatever else the tables hold', async () => {
  const plan = async (sql: string, ...values: unknown[]) =>
    (
      await db()
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .bind(...values)
        .all<{ detail: string }>()
    ).results.map(({ detail }) => detail);
  const due = await plan(DUE, '2026', 50);
  expect(due.filter((step) => step.includes('seller_orders'))).toEqual([
    expect.stringContaining('seller_orders_by_deadline'),
    expect.stringContaining('seller_orders_by_clock'),
  ]);
  expect(await plan("SELECT code FROM seller_orders WHERE amount_release_at <= '2026' LIMIT 5")).toEqual([
    expect.stringContaining('seller_orders_by_release'),
  ]);
});

/** Every mail that the mall can queue has words in both languages. */
test('every mail that was queued by these tests can be written, and names its order', async () => {
  await mall.mall.deliverMails();
  for (let round = 0; round < 20 && (await mall.mall.deliverMails()).sent; round += 1);
  const waiting = await db()
    .prepare('SELECT COUNT(*) AS n FROM outbox WHERE sent_at IS NULL')
    .first<number>('n');
  expect(waiting).toBe(0);
  for (const { subject, text, html } of mall.mails.taken) {
    expect(subject).toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
    // A signed link may spell anything by chance, so addresses are left out.
    const written = `${subject} ${text} ${html}`.replace(/https?:[^\s"]+/g, '');
    expect(written).not.toMatch(/undefined|\[object|NaN/);
  }
});

describe('whatever is pressed in whatever order', () => {
  const CLOTH = 'tenun-troso/kain-ikat';
  const INITIAL = 12;
  const HOLDING = new Set([
    'awaiting_payment',
    'awaiting_shipping',
    'paid',
    'processing',
    'shipped',
    'completed',
  ]);
  const step = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('place' as const), qty: fc.integer({ min: 1, max: 5 }) }),
    },
    {
      weight: 8,
      arbitrary: fc.record({
        do: fc.constant('move' as const),
        order: fc.nat(),
        by: fc.constantFrom(...ACTORS),
        to: fc.constantFrom(...ORDER_STATES),
        amount: fc.option(fc.integer({ min: 1, max: 400_000 }), { nil: undefined }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('act' as const),
        order: fc.nat(),
        action: fc.constantFrom(...BUYER_ACTIONS),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 100 }) }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('replay' as const), order: fc.nat() }) },
  );

  test('stock stays between 0 and what it was, every passage is in the table, and the ledger fits the states', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        await db().batch([
          // What earlier runs left open would give back to this one's stock.
          db().prepare('UPDATE seller_orders SET expires_at = NULL, clock_at = NULL'),
          db().prepare('DELETE FROM stock WHERE sku = ?1').bind(CLOTH),
          db()
            .prepare("INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '2026')")
            .bind(CLOTH, INITIAL),
        ]);
        const placed: { token: string; code: string; key: string; qty: number }[] = [];
        const request = (qty: number, key: string) =>
          mall.request(
            '/api/orders',
            orderRequest(orderBody({ lines: [{ sku: CLOTH, qty, price: 120_000 }] }), key),
          );
        for (const [index, one] of steps.entries()) {
          if (one.do === 'wait') {
            later(one.hours * HOUR);
            await Promise.all([life.runClock(), life.runClock()]);
          } else if (one.do === 'place') {
            const key = `model-${mall.clock.time.getTime()}-${index}-${Math.random()}`;
            const response = await request(one.qty, key);
            if (response.status !== 201) continue;
            const { order } = (await response.json()) as {
              order: { token: string; seller_orders: { code: string }[] };
            };
            placed.push({ token: order.token, code: order.seller_orders[0]!.code, key, qty: one.qty });
          } else if (placed.length) {
            const { token, code, key, qty } = placed[one.order % placed.length]!;
            if (one.do === 'replay')
              expect((await request(qty, key)).headers.get('Idempotent-Replayed')).toBe('true');
            else if (one.do === 'act')
              await act(token, code, one.action, { text: 'x', bank: 'BRI', number: '123', holder: 'S' });
            else if (one.by !== 'clock')
              await life.move(code, one.by, {
                to: one.to,
                amount: one.amount,
                reason: 'x',
                courier: 'JNE',
                tracking: '1',
              });
          }
        }
        const lives = await Promise.all(placed.map(({ code }) => lifeOf(code)));
        let held = 0;
        for (const [index, { status, passages, sold, refunds, total }] of lives.entries()) {
          for (const { from, to, actor } of passages.slice(1))
            expect(
              TRANSITIONS.some((row) => row.from === from && row.to === to && row.by.includes(actor)),
            ).toBe(true);
          const path = passages.map(({ to }) => to);
          expect(path.at(-1)).toBe(status);
          if (HOLDING.has(status)) held += placed[index]!.qty;
          // After shipping the goods are with the buyer, whatever becomes of the money.
          else if (status === 'refunded' && ['shipped', 'completed'].includes(path.at(-2)!))
            held += placed[index]!.qty;
          const goods = sold.reduce((sum, { amount }) => sum + amount, 0);
          const paidBack = refunds.reduce((sum, { amount }) => sum + amount, 0);
          expect(goods).toBeGreaterThanOrEqual(0);
          if (['paid', 'processing', 'shipped', 'completed', 'returned'].includes(status)) {
            expect(paidBack).toBeLessThan(total);
            expect(goods).toBe(Math.max(0, placed[index]!.qty * 120_000 - paidBack));
          } else expect(goods).toBe(0);
        }
        expect(await stockOf(CLOTH)).toBe(INITIAL - held);
        expect(held).toBeLessThanOrEqual(INITIAL);
      }),
      { numRuns: 10, endOnFailure: true },
    );
  });
});

test('200 buyers at once for 3 sellers with mixed stock: no oversell, no lost order, replays get the first answer', async () => {
  const L = 'batik-sekar/kemeja-parang/l';
  const CLOTH = 'tenun-troso/kain-ikat';
  await db().batch(
    [
      [L, 30],
      [CLOTH, 50],
    ].flatMap(([sku, left]) => [
      db().prepare('DELETE FROM stock WHERE sku = ?1').bind(sku),
      db().prepare("INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, ?2, '2026')").bind(sku, left),
    ]),
  );
  const baskets = [
    [{ sku: L, qty: 1, price: 195_000 }],
    [
      { sku: CLOTH, qty: 1, price: 120_000 },
      { sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 },
    ],
    [
      { sku: L, qty: 1, price: 195_000 },
      { sku: CLOTH, qty: 1, price: 120_000 },
    ],
    [{ sku: 'lurik-pedan/seragam', qty: 6, price: 150_000 }],
  ];
  const buyers = Array.from({ length: 200 }, (_, index) => ({
    key: `crowd-${index}`,
    lines: baskets[index % 4]!,
  }));
  const send = ({ key, lines }: (typeof buyers)[number]) =>
    mall.request('/api/orders', orderRequest(orderBody({ lines }), key));
  const answers = await Promise.all(buyers.map(async (buyer) => ({ buyer, response: await send(buyer) })));
  const taken = { [L]: 0, [CLOTH]: 0 } as Record<string, number>;
  const texts = new Map<string, string>();
  for (const { buyer, response } of answers) {
    expect([201, 409]).toContain(response.status);
    if (response.status !== 201) continue;
    texts.set(buyer.key, await response.text());
    for (const { sku, qty } of buyer.lines) if (sku in taken) taken[sku]! += qty;
  }
  expect(await stockOf(L)).toBe(30 - taken[L]!);
  expect(await stockOf(CLOTH)).toBe(50 - taken[CLOTH]!);
  // Who asked only for what is made to order always gets it.
  expect(buyers.filter(({ key }, index) => index % 4 === 3 && !texts.has(key))).toEqual([]);
  const written = await db()
    .prepare("SELECT COUNT(*) AS n FROM orders WHERE idempotency_key LIKE 'crowd-%'")
    .first<number>('n');
  expect(written).toBe(texts.size);
  const replays = await Promise.all(
    buyers
      .filter(({ key }) => texts.has(key))
      .slice(0, 40)
      .map(async (buyer) => [buyer.key, await (await send(buyer)).text()] as const),
  );
  for (const [key, text] of replays) expect(text).toBe(texts.get(key));
});
