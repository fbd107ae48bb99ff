import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import uvo1 from '../../content/editions/uvo-1.json';
import uvo2 from '../../content/editions/uvo-2.json';
import type { LedgerEntry } from '../../src/domain/turnover/ledger.ts';
import { signedIn } from '../testing/desk.ts';
import { turnover, turnoverBy } from '../testing/ledger-oracle.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { d1Turnover } from './d1-turnover.ts';
import type { TurnoverAnswer } from './turnover.ts';

beforeAll(async () => {
  await prepareDatabases();
  // The expos as content tells them, with their recorded figures.
  await bindings.CATALOG_A.batch(
    Object.entries({ 'uvo-1': uvo1, 'uvo-2': uvo2 }).map(([slug, { name, history }]) =>
      bindings.CATALOG_A.prepare(
        'INSERT OR REPLACE INTO editions (slug, name, history) VALUES (?1, ?2, ?3)',
      ).bind(slug, name, JSON.stringify(history)),
    ),
  );
});
const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
const store = d1Turnover(bindings.MALL_DB);

async function ask(query = ''): Promise<TurnoverAnswer> {
  const response = await mall.request(`/api/turnover${query}`);
  expect(response.status).toBe(200);
  return response.json();
}
const HISTORY = 3_715_382_000;
let causes = 0;

/** Writes an entry as its cause's batch does. */
async function enter(entry: Partial<LedgerEntry> & { cause?: string; sku?: string }): Promise<string> {
  const cause = entry.cause ?? `test-${++causes}`;
  const at = mall.clock.time.toISOString();
  const full = {
    kind: 'sale',
    seller: 'batik-sekar',
    edition: 'uvo-2',
    channel: 'online',
    amount: 100_000,
    occurred_at: at,
    recorded_at: at,
    ...entry,
  };
  await db()
    .prepare(
      `INSERT INTO ledger (kind, seller, edition, channel, destination, amount, occurred_at, recorded_at, cause, sku)
       VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)`,
    )
    .bind(
      full.kind,
      full.seller,
      full.edition,
      full.channel,
      full.destination ?? null,
      full.amount,
      full.occurred_at,
      full.recorded_at,
      cause,
      full.sku ?? null,
    )
    .run();
  return cause;
}

test('the history of an expo is turnover from its own moment on, and entered once', async () => {
  const answer = await ask('?as_of=2020-11-20T13:00:00+07:00');
  expect(answer).toMatchObject({
    as_of: '2020-11-20T13:00:00+07:00',
    total: HISTORY,
    history: HISTORY,
    captured: 0,
    reported: 0,
    editions: [
      { edition: 'uvo-1', total: 3_484_791_000 },
      { edition: 'uvo-2', total: 230_591_000 },
    ],
    sellers: 152,
    products: 2768,
    visitors: 9500,
    inquiries: 3464,
  });
  const before = await ask('?as_of=2020-11-20T12:59:59+07:00');
  expect(before).toMatchObject({ total: 0, sellers: 0, products: 0, visitors: 0, inquiries: 0 });
  expect(before.editions.map(({ total }) => total)).toEqual([0, 0]);
  await testMall().request('/api/turnover');
  await mall.mall.figures.tidy();
  expect((await ask('?as_of=2020-11-20T13:00:00+07:00')).total).toBe(HISTORY);
  expect(await db().prepare('SELECT COUNT(*) AS n FROM ledger').first('n')).toBe(2);
});

test('a plus that arrived as a space is understood; what is no moment or no expo is told', async () => {
  expect((await ask('?as_of=2020-11-20T13:00:00%2B07:00')).total).toBe(HISTORY);
  expect((await ask('?as_of=2020-11-20T06:00:00Z&known_at=2020-11-20T13:00:00+07:00')).total).toBe(HISTORY);
  for (const [query, pointer] of [
    ['?as_of=kemarin', '/as_of'],
    ['?as_of=', '/as_of'],
    ['?as_of=2020-11-20T13:00:00', '/as_of'],
    ['?as_of=2020-02-30T13:00:00%2B07:00', '/as_of'],
    ['?known_at=2020', '/known_at'],
    ['?edition=uvo-9', '/edition'],
  ]) {
    const response = await mall.request(`/api/turnover${query}`);
    const body = (await response.json()) as { code: string; errors: { pointer: string }[] };
    expect([response.status, body.code, body.errors[0]?.pointer]).toEqual([422, 'invalid', pointer]);
  }
});

test('a sale counts at its very moment, not a second earlier, and changes nothing that was told before', async () => {
  const sold = new Date('2026-11-24T05:00:00.000Z');
  mall.clock.time = sold;
  await enter({ amount: 370_000, destination: '62.71' });
  expect((await ask('?as_of=2026-11-24T12:00:00+07:00')).total).toBe(HISTORY + 370_000);
  expect((await ask('?as_of=2026-11-24T11:59:59+07:00')).total).toBe(HISTORY);
  expect((await ask('?as_of=2020-11-20T13:00:00+07:00')).total).toBe(HISTORY);
  expect((await ask('?edition=uvo-2')).total).toBe(230_591_000 + 370_000);
  expect(await ask()).toMatchObject({
    captured: 370_000,
    reported: 0,
    history: HISTORY,
    sellers: 3,
    products: 4,
  });
});

test('a booth sale told later was not known before, and has a line of its own', async () => {
  const asked = '?as_of=2026-11-24T12:30:00%2B07:00';
  mall.clock.time = new Date('2026-11-26T05:00:00.000Z');
  const before = (await ask(asked)).total;
  await enter({
    kind: 'offline_sale',
    channel: 'booth',
    amount: 55_000,
    occurred_at: '2026-11-24T05:10:00.000Z',
    sku: 'batik-sekar/kemeja-parang/m',
  });
  expect(await ask(asked)).toMatchObject({ total: before + 55_000, reported: 55_000 });
  expect((await ask(`${asked}&known_at=2026-11-26T11:59:59%2B07:00`)).total).toBe(before);
  expect((await ask(`${asked}&known_at=2026-11-26T12:00:00%2B07:00`)).total).toBe(before + 55_000);
  expect((await ask('?as_of=2027-01-01T00:00:00Z&known_at=2026-11-24T11:59:00%2B07:00')).total).toBe(HISTORY);
});

test('an order that is paid is in every sum at once, by its goods only', async () => {
  const before = (await ask()).total;
  const response = await mall.request(
    '/api/orders',
    orderRequest(orderBody({ lines: [{ sku: 'batik-sekar/kemeja-parang/xl', qty: 2, price: 185_000 }] })),
  );
  const { order } = (await response.json()) as { order: { seller_orders: { code: string }[] } };
  const { code } = order.seller_orders[0]!;
  expect((await mall.mall.life.move(code, 'seller', { to: 'paid' })).ok).toBe(true);
  expect((await ask()).total).toBe(before + 370_000);
  const sums = await store.sums(['product', 'seller', 'destination'], { as_of: mall.clock.time });
  expect(sums.product).toContainEqual({
    value: 'batik-sekar/kemeja-parang',
    channel: 'online',
    amount: 370_000,
    pieces: 2,
  });
  await mall.mall.life.move(code, 'seller', { to: 'paid' });
  expect((await ask()).total).toBe(before + 370_000);
});

test('an inquiry counts from its own minute on, beside those that the expos recorded', async () => {
  const at = '2026-11-25T03:30:20.000Z';
  await db()
    .prepare(
      `INSERT INTO inquiries (code, buyer_token, seller_token, seller, seller_name, buyer_name, locale, status,
         created_at, status_at, consent_text, consent_at)
       VALUES ('T1', 'b', 's', 'batik-sekar', 'Batik Sekar', 'Sri', 'id', 'open', ?1, ?1, '', ?1)`,
    )
    .bind(at)
    .run();
  const inquiries = async (as_of: string) => (await ask(`?as_of=${encodeURIComponent(as_of)}`)).inquiries;
  expect(await inquiries('2026-11-25T10:29:59+07:00')).toBe(3464);
  expect(await inquiries('2026-11-25T10:30:20+07:00')).toBe(3465);
  expect(await inquiries('2027-11-25T10:30:20+07:00')).toBe(3465);
  expect(await inquiries('2020-11-20T13:00:00+07:00')).toBe(3464);
});

test('the first seven hours of 1 January in WIB count, whatever year they are by UTC', async () => {
  const now = mall.clock.time;
  const before = (await ask()).total;
  for (const [at, amount] of [
    ['2026-12-31T23:30:00+07:00', 100],
    ['2027-01-01T00:30:00+07:00', 2_000],
    ['2027-01-01T08:00:00+07:00', 30_000],
  ] as const) {
    mall.clock.time = new Date(at);
    await enter({ amount });
  }
  mall.clock.time = new Date('2027-01-02T12:00:00+07:00');
  const total = async (as_of: string, known_at = '') =>
    (await ask(`?as_of=${encodeURIComponent(as_of)}${known_at && `&known_at=${known_at}`}`)).total - before;
  expect(await total('2026-12-31T23:59:59+07:00')).toBe(100);
  expect(await total('2027-01-01T06:00:00+07:00')).toBe(2_100);
  expect(await total('2027-01-01T12:00:00+07:00', '2027-03-01T00:00:00Z')).toBe(32_100);
  mall.clock.time = now;
});

const EDITIONS = ['uvo-1', 'uvo-2'];
const SELLERS = ['batik-sekar', 'tenun-troso', 'lurik-pedan'];
const DESTINATIONS = ['62.71', '33.74', 'SG', undefined];
const between = (from: string, to: string) => fc.integer({ min: Date.parse(from), max: Date.parse(to) });
const moment = fc
  .oneof(
    between('2024-12-30T00:00:00Z', '2026-02-02T00:00:00Z'),
    // The hours of 1 January that are the old year by UTC.
    between('2025-12-31T16:00:00Z', '2026-01-01T01:00:00Z'),
  )
  .map((time) => new Date(time));
const entry = fc
  .record({
    kind: fc.constantFrom('sale', 'offline_sale', 'reported_sale'),
    seller: fc.constantFrom(...SELLERS),
    edition: fc.constantFrom(...EDITIONS),
    destination: fc.constantFrom(...DESTINATIONS),
    amount: fc.integer({ min: 1, max: 10_000_000_000 }),
    occurred: moment,
    delay: fc.constantFrom(0, 0, 1, 3_600_000, 40 * 86_400_000),
  })
  .map(({ occurred, delay, kind, ...rest }) => ({
    ...rest,
    kind,
    channel: kind === 'sale' ? 'online' : kind === 'offline_sale' ? 'booth' : 'elsewhere',
    occurred_at: occurred.toISOString(),
    recorded_at: new Date(occurred.getTime() + delay).toISOString(),
  })) as fc.Arbitrary<LedgerEntry>;

describe('the sums follow from the entries', () => {
  test('whatever was sold, every grouping as of any moment equals a sum over the whole ledger', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(entry, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(moment, fc.option(moment)), { minLength: 1, maxLength: 4 }),
        async (entries, questions) => {
          for (const made of entries) await enter(made);
          const { results } = await db()
            .prepare(
              'SELECT kind, seller, edition, channel, destination, amount, occurred_at, recorded_at FROM ledger',
            )
            .all<LedgerEntry>();
          for (const [as_of, known_at] of questions) {
            const when = { as_of, ...(known_at && { known_at }) };
            const total = turnover(results, when);
            const sums = await store.sums(['edition', 'seller', 'destination'], when);
            for (const dimension of ['edition', 'seller', 'destination'] as const) {
              const expected = turnoverBy(results, (row) => `${row[dimension] ?? ''} ${row.channel}`, when);
              for (const [key, amount] of expected) if (amount === 0) expected.delete(key);
              const told = new Map(
                sums[dimension].map(({ value, channel, amount }) => [`${value} ${channel}`, amount]),
              );
              expect(new Map([...told].sort())).toEqual(new Map([...expected].sort()));
              expect([...told.values()].reduce((sum, amount) => sum + amount, 0)).toBe(total);
            }
            const days = await store.days('2019-01-01', when);
            expect(days.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
          }
        },
      ),
      { numRuns: 15 },
    );
    expect(await store.drift()).toBe(0);
  });

  test('summed anew they are the same, and a sum that went wrong is mended', async () => {
    const before = await ask();
    await db().prepare("UPDATE turnover_sums SET amount = amount + 1 WHERE level = 'day'").run();
    expect(await store.drift()).toBeGreaterThan(0);
    await store.rebuild();
    expect(await store.drift()).toBe(0);
    expect(await ask()).toEqual(before);
  });

  test('the same entry sent again adds nothing to any sum', async () => {
    const cause = await enter({ cause: 'sent-twice', amount: 5_000 });
    const before = await ask();
    await expect(enter({ cause, amount: 5_000 })).rejects.toThrow(/UNIQUE/);
    await expect(db().prepare('UPDATE ledger SET amount = 1').run()).rejects.toThrow(/never changed/);
    await expect(db().prepare('DELETE FROM ledger').run()).rejects.toThrow(/never deleted/);
    expect(await ask()).toEqual(before);
    expect(await store.drift()).toBe(0);
  });
});

test("the operator's figures sum to the total in every way of telling them", async () => {
  const { answer, groups, days } = await mall.mall.figures.grouped({});
  for (const [grouping, rows] of Object.entries(groups))
    expect(
      rows.reduce((sum, { amount }) => sum + amount, 0),
      grouping,
    ).toBe(answer.total);
  expect(groups.region?.map(({ name }) => name)).toContain('Kab. Jepara');
  expect(groups.destination?.map(({ name }) => name)).toContain('Kota Palangkaraya');
  expect(days).toHaveLength(30);
  const operator = await signedIn(mall, 'operator@mal-ukm.test');
  expect((await operator.get('/kelola?pada=2020-11-20T13:00')).status).toBe(200);
  expect((await operator.get('/kelola?pada=kemarin')).status).toBe(422);
});

test('a moment outside the years 2000 to 9998 is told so, in the API and at the desk', async () => {
  for (const moment of ['9999-12-31T23:59:59Z', '0000-01-01T00:00:00%2B14:00', '1999-12-31T23:59:59Z'])
    for (const name of ['as_of', 'known_at']) {
      const response = await mall.request(`/api/turnover?${name}=${moment}`);
      const { code } = (await response.json()) as { code: string };
      expect([response.status, code]).toEqual([422, 'invalid']);
    }
  const operator = await signedIn(mall, 'operator@mal-ukm.test');
  const refused = await operator.get('/kelola/ekspor.csv?pada=9999-12-31T23:59:59Z');
  expect([refused.status, refused.headers.get('Location')]).toEqual([303, '/kelola']);
  expect((await operator.get('/kelola?pada=9999-12-31T23:59:59Z')).status).toBe(422);
});
