import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { d1Attempts } from './access/d1-attempts.ts';
import { d1OrderLife } from './fulfilment/d1-fulfilment.ts';
import { runOrderClock } from './fulfilment/run-order-clock.ts';
import { d1Orders } from './ordering/d1-orders.ts';
import {
  bindings,
  orderBody,
  orderRequest,
  prepareDatabases,
  type TestMall,
  testMall,
} from './testing/test-mall.ts';

beforeAll(prepareDatabases);
beforeEach(async () => {
  await bindings.MALL_DB.prepare('UPDATE stock SET on_hand = 1000').run();
});
const HOUR = 3_600_000;
const ON_THE_HOUR = new Date('2026-11-25T06:00:00.000Z');

async function place(mall: TestMall): Promise<string> {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  expect(response.status).toBe(201);
  return ((await response.json()) as { order: { seller_orders: { code: string }[] } }).order.seller_orders[0]!
    .code;
}
let faulty = false;
/** What answers until the database is gone. */
const until =
  <Given extends unknown[], Answer>(works: (...given: Given) => Promise<Answer>) =>
  async (...given: Given): Promise<Answer> => {
    if (faulty) throw new Error('D1_ERROR: no such database');
    return works(...given);
  };

test.each([
  ['the counts’ database is gone', ['searches']],
  ['the clock can’t read what is due', ['clock']],
  ['the mails can’t be claimed', ['mails']],
  ['all of them', ['searches', 'clock', 'mails']],
] as const)('a step that fails leaves the others running: %s', async (_, broken) => {
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  const mall = testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    ...(broken.some((step) => step === 'searches') && {
      searchCounts: { ...ports.searchCounts, tidy: until(ports.searchCounts.tidy) },
    }),
    ...(broken.some((step) => step === 'clock') && {
      lives: { ...ports.lives, due: until(ports.lives.due) },
    }),
    ...(broken.some((step) => step === 'mails') && {
      mails: { ...ports.mails, claim: until(ports.mails.claim) },
    }),
  }));
  const works = (step: string) => !broken.some((each) => each === step);
  const code = await place(mall);
  await mall.settle();
  faulty = true;
  const before = mall.mails.taken.length;
  mall.clock.time = new Date(mall.clock.time.getTime() + 25 * HOUR);
  await bindings.MALL_DB.prepare(
    "INSERT INTO sign_ins (id, email, known, asked_at, expires_at) VALUES (?1, 'a@b.test', 1, '2020', '2020')",
  )
    .bind(code)
    .run();
  await expect(mall.mall.scheduled(ON_THE_HOUR)).rejects.toThrow(/^scheduled steps failed/);
  const status = (await mall.mall.life.bySellerOrder(code))?.life.status;
  expect(status).toBe(works('clock') ? 'expired' : 'awaiting_payment');
  expect(mall.mails.taken.length > before).toBe(works('mails') && works('clock'));
  // The last step of all: personal data whose time is over.
  expect(
    await bindings.MALL_DB.prepare('SELECT 1 FROM sign_ins WHERE id = ?1').bind(code).first(),
  ).toBeNull();
  faulty = false;
  quiet.mockRestore();
});

test('a run of the clock and one of the mails stay within what D1 answers to one invocation', async () => {
  const mall = testMall({ limits: false });
  await Promise.all(Array.from({ length: 60 }, () => place(mall)));
  await mall.settle();
  mall.clock.time = new Date(mall.clock.time.getTime() + 25 * HOUR);
  let statements = 0;
  const counted = new Proxy(bindings.MALL_DB, {
    get(db, name) {
      if (name === 'prepare')
        return (sql: string) => {
          statements += 1;
          return db.prepare(sql);
        };
      const value: unknown = Reflect.get(db, name);
      return typeof value === 'function' ? value.bind(db) : value;
    },
  });
  const { skus, sellers } = mall.mall;
  const ran = await runOrderClock({
    orders: d1Orders(counted),
    lives: d1OrderLife(counted),
    attempts: d1Attempts(counted),
    catalog: { skus, sellers, shippingServices: async () => [] },
    clock: { now: () => mall.clock.time },
    random: { bytes: (count) => new Uint8Array(count) },
    settings: { operators: [], gateway: false },
  });
  expect(ran).toEqual({ changed: 50, failed: 0 });
  expect(statements).toBeLessThanOrEqual(400);
});
