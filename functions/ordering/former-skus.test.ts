import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { d1Catalog } from '../products/d1-catalog.ts';
import { SEKAR, signedIn } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

const OLD = 'batik-sekar/selendang-truntum';
const NEW = 'batik-sekar/selendang-sogan';
const OLD_SIZE = 'batik-sekar/kemeja-parang/m';
const NEW_SIZE = 'batik-sekar/kemeja-parang/sedang';
const PRICE: Record<string, number> = {
  [OLD]: 450_000,
  [NEW]: 450_000,
  [OLD_SIZE]: 185_000,
  [NEW_SIZE]: 185_000,
};

/** The fixture's catalogue after a file and a variant got other names. */
async function renamed(): Promise<void> {
  const { statements } = bindings.CATALOG;
  for (let start = 0; start < statements.length; start += 20)
    await bindings.CATALOG_B.batch(
      statements.slice(start, start + 20).map((statement) => bindings.CATALOG_B.prepare(statement)),
    );
  const rename = (from: string, to: string) => [
    bindings.CATALOG_B.prepare('UPDATE skus SET sku = ?2, former = json_array(?1) WHERE sku = ?1').bind(
      from,
      to,
    ),
    bindings.CATALOG_B.prepare('INSERT INTO former_skus (former, sku) VALUES (?1, ?2)').bind(from, to),
  ];
  await bindings.CATALOG_B.batch([
    ...rename(OLD, NEW),
    ...rename(OLD_SIZE, NEW_SIZE),
    ...[
      'UPDATE products SET slug = ?2 WHERE slug = ?1',
      'UPDATE skus SET product = ?2 WHERE product = ?1',
      'INSERT INTO aliases (address, product) VALUES (?1, ?2)',
    ].map((sql) => bindings.CATALOG_B.prepare(sql).bind(OLD, NEW)),
  ]);
}

beforeAll(async () => {
  await prepareDatabases();
  await renamed();
});

const before = testMall({ limits: false });
const after = testMall({ limits: false }, undefined, undefined, (ports) => ({
  ...ports,
  catalog: d1Catalog(async () => bindings.CATALOG_B, bindings.CATALOG.version),
}));
type Mall = typeof before;

beforeEach(async () => {
  await bindings.MALL_DB.prepare('DELETE FROM stock').run();
});

async function buy(mall: Mall, sku: string, qty: number) {
  const body = orderBody({ lines: [{ sku, qty, price: PRICE[sku]! }] });
  const response = await mall.request('/api/orders', orderRequest(body));
  const { order } = (await response.json()) as { order?: { token: string; code: string } };
  return { status: response.status, token: order?.token ?? '', code: order?.code ?? '' };
}
type Bought = Awaited<ReturnType<typeof buy>>;

async function cancel(mall: Mall, { token }: Bought) {
  const result = await mall.mall.life.cancel(token, {});
  expect(result).toMatchObject({ ok: true });
}
const left = async (mall: Mall, sku: string) => (await mall.mall.stockOf([sku])).get(sku);

describe.each([
  ['product', OLD, NEW, 3],
  ['variant', OLD_SIZE, NEW_SIZE, undefined],
])('a %s that got another name', (_, former, present, stock) => {
  async function opened(): Promise<void> {
    const initial = (await left(before, former))!;
    if (stock !== undefined) expect(initial).toBe(stock);
    await bindings.MALL_DB.prepare(
      "INSERT INTO stock (sku, on_hand, updated_at) VALUES (?1, 3, '2026-11-24')",
    )
      .bind(former)
      .run();
  }

  test('keeps what was sold: of three, two sold, one is left, under either name', async () => {
    await opened();
    expect((await buy(before, former, 2)).status).toBe(201);
    expect([await left(after, present), await left(after, former)]).toEqual([1, 1]);
    expect((await buy(after, present, 2)).status).toBe(409);
    const last = await buy(after, present, 1);
    expect(last.status).toBe(201);
    expect([await left(after, present), await left(before, former)]).toEqual([0, 0]);
  });

  test('an order of the former name gives back to the present one, and the other way about', async () => {
    await opened();
    const old = await buy(before, former, 2);
    const young = await buy(after, present, 1);
    await cancel(after, old);
    expect(await left(after, present)).toBe(2);
    await cancel(before, young);
    expect([await left(after, present), await left(before, former)]).toEqual([3, 3]);
  });

  test('a cart with the former name is ordered under the present one', async () => {
    await opened();
    const { ok, quote } = (await after.mall.priceCart({
      lines: [{ sku: former, qty: 1, price: PRICE[former] }],
    })) as {
      ok: boolean;
      quote: { problems: unknown[] };
    };
    expect([ok, quote.problems]).toEqual([true, []]);
    const order = await buy(after, former, 1);
    const kept = await after.mall.orderByToken(order.token);
    expect(kept?.seller_orders[0]?.lines[0]?.sku).toBe(present);
    expect(
      await after.mall.cartNow({
        lines: [
          { sku: former, qty: 2, price: 1 },
          { sku: present, qty: 3, price: 2 },
        ],
      }),
    ).toEqual({ lines: [{ sku: present, qty: 5, price: 2 }] });
  });

  test('both names in one order are one and the same goods', async () => {
    const lines = [former, present].map((sku) => ({ sku, qty: 1, price: PRICE[sku] }));
    const response = await after.request('/api/orders', orderRequest(orderBody({ lines })));
    expect([response.status, await response.json()]).toMatchObject([
      422,
      { errors: [{ pointer: '/lines/1/sku', code: 'duplicate_sku' }] },
    ]);
  });

  test('is sold and counted at the desk under either name', async () => {
    await opened();
    const seller = await signedIn(after, SEKAR);
    const sale = {
      id: `jual-${present.replaceAll('/', '-')}`,
      sku: former,
      qty: 1,
      amount: PRICE[former],
      occurred_at: '2026-11-24T11:00:00+07:00',
    };
    expect((await seller.json('/api/desk/sales', sale)).status).toBe(201);
    expect((await seller.json('/api/desk/sales', sale)).headers.has('Idempotent-Replayed')).toBe(true);
    expect(await left(after, present)).toBe(2);
    const changed = await seller.json('/api/desk/stock', { sku: former, add: 4 });
    expect([changed.status, await left(after, present), await left(before, former)]).toEqual([200, 6, 6]);
    expect((await seller.json(`/api/desk/sales/${sale.id}/void`)).status).toBe(200);
    expect([await left(after, present), await left(before, former)]).toEqual([7, 7]);
  });

  test('whatever is bought and given back under either name, no piece is doubled or lost', async () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    for (let story = 0; story < 6; story += 1) {
      await bindings.MALL_DB.prepare('DELETE FROM stock').run();
      await opened();
      const open: { order: Bought; qty: number }[] = [];
      for (let step = 0; step < 12; step += 1) {
        const mall = random(2) ? after : before;
        const held = open.reduce((sum, { qty }) => sum + qty, 0);
        if (random(3)) {
          const qty = 1 + random(2);
          const order = await buy(mall, mall === after && random(2) ? present : former, qty);
          expect(order.status).toBe(held + qty <= 3 ? 201 : 409);
          if (order.status === 201) open.push({ order, qty });
        } else {
          const [ended] = open.splice(random(open.length), 1);
          if (ended) await cancel(mall, ended.order);
        }
        const now = 3 - open.reduce((sum, { qty }) => sum + qty, 0);
        expect([await left(after, present), await left(before, former)]).toEqual([now, now]);
      }
    }
  });
});

test('what is suspended stays so under another name', async () => {
  await bindings.MALL_DB.prepare(
    `INSERT INTO pauses (scope, kind, seller, note, set_at, set_by)
     VALUES (?1, 'suspended', 'batik-sekar', '', '2026-11-24', 'operator')`,
  )
    .bind(`product:${OLD}`)
    .run();
  expect((await buy(after, NEW, 1)).status).toBe(409);
  await bindings.MALL_DB.prepare('DELETE FROM pauses').run();
});
