import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { type Jar, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { d1Turnover } from './d1-turnover.ts';
import type { TurnoverAnswer } from './turnover.ts';

const SHIRT = 'batik-sekar/kemeja-parang/xl';
const SCARF = 'batik-sekar/selendang-truntum';
const CLOTH = 'tenun-troso/kain-ikat';
const PRICE: Record<string, number> = { [SHIRT]: 185_000, [SCARF]: 450_000, [CLOTH]: 120_000 };
const EDITIONS = ['uvo-1', 'uvo-2'];

const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
let sellers: Jar[];
beforeAll(async () => {
  await prepareDatabases();
  // An order of shirt and scarf is of two expos at one seller.
  await bindings.CATALOG_A.batch([
    bindings.CATALOG_A.prepare("UPDATE products SET edition = 'uvo-1' WHERE slug = ?1").bind(SCARF),
    bindings.CATALOG_A.prepare(
      "INSERT OR REPLACE INTO editions (slug, name, history) VALUES ('uvo-1', 'UVO I', '[]')",
    ),
  ]);
  await db().batch(
    Object.keys(PRICE).map((sku) =>
      db().prepare("INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, 100000, '')").bind(sku),
    ),
  );
});

/** How often a command is sent at once: a double click, a client that tries again, two Workers. */
const times = fc.constantFrom(1, 1, 2, 3);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('place' as const),
      skus: fc.subarray(Object.keys(PRICE), { minLength: 1 }),
      qty: fc.integer({ min: 1, max: 4 }),
      payment: fc.constantFrom('transfer', 'cod'),
      times,
    }),
  },
  {
    weight: 9,
    arbitrary: fc.record({
      do: fc.constant('move' as const),
      order: fc.nat(),
      to: fc.oneof({ weight: 2, arbitrary: fc.constant('next') }, fc.constantFrom(...ORDER_STATES)),
      amount: fc.option(fc.integer({ min: 1, max: 900_000 }), { nil: undefined }),
      times,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('receive' as const), order: fc.nat(), times }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), order: fc.nat(), times }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('booth' as const),
      sku: fc.constantFrom(...Object.keys(PRICE)),
      amount: fc.integer({ min: 1, max: 10_000_000 }),
      times,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 400 }) }),
  },
);

/** Where the usual way leads, and at its end the money back. */
const NEXT: Record<string, string> = {
  awaiting_payment: 'paid',
  paid: 'processing',
  processing: 'shipped',
  shipped: 'completed',
  completed: 'refunded',
  returned: 'refunded',
};
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
/** One order paid, paid back in part and then whole, whatever else chance brings. */
const PAID_BACK: Step[] = [
  { do: 'place', skus: [SHIRT, SCARF], qty: 2, payment: 'transfer', times: 3 },
  { do: 'booth', sku: CLOTH, amount: 75_000, times: 2 },
  ...Array.from(
    { length: 3 },
    (): Step => ({ do: 'move', order: 0, to: 'next', amount: undefined, times: 2 }),
  ),
  { do: 'move', order: 0, to: 'refunded', amount: 100_000, times: 1 },
  { do: 'move', order: 0, to: 'refunded', amount: undefined, times: 2 },
];

interface Placed {
  token: string;
  code: string;
  seller: Jar;
}
let keys = 0;
let booth = 0;
const together = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(Array.from({ length: count }, () => work()));

async function play(steps: Step[]): Promise<void> {
  const placed: Placed[] = [];
  for (const one of steps) {
    mall.clock.time = new Date(mall.clock.time.getTime() + 1000);
    if (one.do === 'wait') {
      mall.clock.time = new Date(mall.clock.time.getTime() + one.hours * 3_600_000);
      await together(2, () => mall.mall.life.runClock());
    } else if (one.do === 'place') {
      const key = `books-${++keys}`;
      const body = orderBody({
        lines: one.skus.map((sku) => ({ sku, qty: one.qty, price: PRICE[sku] })),
        ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
        // Only one of the two shops takes cash.
        payment: { 'batik-sekar': one.payment, 'tenun-troso': 'transfer' },
      });
      const answers = await together(one.times, () => mall.request('/api/orders', orderRequest(body, key)));
      const texts = new Set(await Promise.all(answers.map((answer) => answer.text())));
      expect(texts.size).toBe(1);
      const { order } = JSON.parse([...texts][0]!) as {
        order?: { token: string; seller_orders: { code: string; seller: string }[] };
      };
      for (const { code, seller } of order?.seller_orders ?? [])
        placed.push({ token: order!.token, code, seller: sellers[seller === 'batik-sekar' ? 0 : 1]! });
    } else if (one.do === 'booth') {
      const seller = sellers[one.sku === CLOTH ? 1 : 0]!;
      const sale = {
        id: `device-${++booth}`,
        sku: one.sku,
        qty: 1,
        amount: one.amount,
        occurred_at: mall.clock.time.toISOString(),
      };
      for (const answer of await together(one.times, () => seller.json('/api/desk/sales', sale)))
        expect(answer.status).toBe(201);
    } else if (placed.length) {
      const { token, code, seller } = placed[one.order % placed.length]!;
      const to =
        one.do === 'move' && one.to === 'next'
          ? (NEXT[(await mall.mall.life.bySellerOrder(code))!.life.status] ?? 'refunded')
          : one.do === 'move' && one.to;
      const part = `/api/orders/${token}/seller-orders/${code}`;
      await together(one.times, () =>
        one.do === 'move'
          ? seller.json(`/api/desk/seller-orders/${code}/transitions`, {
              to,
              ...(one.amount && { amount: one.amount }),
              reason: 'x',
              courier: 'JNE',
              tracking: '1',
            })
          : seller.json(`${part}/${one.do === 'receive' ? 'received' : 'paid'}`),
      );
    }
  }
}

/** Goods by edition of every seller order whose passages say that its money came: not read from the ledger. */
const GOODS_OF_PAID = `
SELECT l.edition, SUM(l.line_total) AS amount FROM order_lines l JOIN seller_orders s ON s.code = l.seller_order
WHERE EXISTS (
  SELECT 1 FROM transitions t WHERE t.seller_order = s.code
    AND t.to_status = CASE s.payment_method WHEN 'cod' THEN 'completed' ELSE 'paid' END)
GROUP BY l.edition`;
const REFUNDED = "SELECT edition, -SUM(amount) AS amount FROM ledger WHERE kind = 'refund' GROUP BY edition";
const SOLD_AT_BOOTHS =
  "SELECT edition, SUM(amount) AS amount FROM booth_sales WHERE status = 'counted' GROUP BY edition";

async function byEdition(sql: string): Promise<Map<string, number>> {
  const { results } = await db().prepare(sql).all<{ edition: string; amount: number }>();
  return new Map(results.map(({ edition, amount }) => [edition, amount]));
}

test('whatever is pressed, however often and by how many at once, an edition’s turnover and its refunds are the goods of its paid orders', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 12, maxLength: 30 }), async (steps) => {
      // Sequences take months, sessions end sooner.
      sellers = [await signedIn(mall, SEKAR), await signedIn(mall, TROSO)];
      await play(steps);
      const [goods, refunded, booths] = await Promise.all(
        [GOODS_OF_PAID, REFUNDED, SOLD_AT_BOOTHS].map(byEdition),
      );
      const now = `as_of=${encodeURIComponent(mall.clock.time.toISOString())}`;
      let total = 0;
      for (const edition of EDITIONS) {
        const answer = (await (
          await mall.request(`/api/turnover?${now}&edition=${edition}`)
        ).json()) as TurnoverAnswer;
        const of = (sums: Map<string, number> | undefined) => sums?.get(edition) ?? 0;
        expect(answer.captured + of(refunded), edition).toBe(of(goods));
        expect(answer.reported, edition).toBe(of(booths));
        expect(answer.total).toBe(answer.captured + answer.reported);
        total += answer.total;
      }
      const { answer, groups } = await mall.mall.figures.grouped({ as_of: mall.clock.time });
      expect(answer.total).toBe(total);
      for (const [grouping, rows] of Object.entries(groups))
        expect(
          rows.reduce((sum, { amount }) => sum + amount, 0),
          grouping,
        ).toBe(total);
    }),
    { numRuns: 12, endOnFailure: true, examples: [[PAID_BACK]] },
  );
  // The sequences did reach what they are about.
  const kinds = await db().prepare('SELECT DISTINCT kind FROM ledger ORDER BY kind').all<{ kind: string }>();
  expect(kinds.results.map(({ kind }) => kind)).toEqual(['offline_sale', 'refund', 'sale']);
  expect(await d1Turnover(db()).drift()).toBe(0);
});
