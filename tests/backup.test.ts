import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabases } from '../tools/serve/prepare-state.ts';
import { openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-backup-'));
const before = join(folder, 'before');
const after = join(folder, 'after');
let token: string;
let code: string;

function backup(state: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/backup.ts', '--local', ...args], {
    env: { ...process.env, MALL_STATE: state },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** Every row of every table of MALL_DB, and all that is defined in it. */
function everything(state: string): Promise<Record<string, string[]>> {
  return withDatabases('wrangler.toml', state, async ({ MALL_DB }) => {
    const { results: schema } = await MALL_DB.prepare(
      "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name",
    ).all<{ type: string; name: string; sql: string }>();
    const rows: Record<string, string[]> = {
      schema: schema.map(({ type, name, sql }) => `${type} ${name} ${sql?.replace(/\s+/g, ' ')}`),
    };
    for (const { type, name } of schema)
      if (type === 'table')
        rows[name] = (await MALL_DB.prepare(`SELECT * FROM "${name}"`).all()).results
          .map((row) => JSON.stringify(row))
          .sort();
    return rows;
  });
}

/** Something that can be bought a few times over. */
async function roomiest(origin: string) {
  const found = await buyableSkus(origin, 20);
  const stocks = await Promise.all(
    found.map(async ({ sku }) => {
      const [seller, product] = sku.split('/');
      const facts = await (await fetch(`${origin}/api/products/${seller}/${product}`)).json();
      const { stock } =
        (facts as { variants: { sku: string; stock: number | null }[]; stock: number | null }).variants.find(
          (variant) => variant.sku === sku,
        ) ?? (facts as { stock: number | null });
      return stock ?? Number.POSITIVE_INFINITY;
    }),
  );
  return found[stocks.indexOf(Math.max(...stocks))]!;
}

beforeAll(async () => {
  const mall = await openMall({ MALL_STATE: before });
  try {
    const [first, second] = await buyableSkus(mall.origin, 2);
    const plenty = await roomiest(mall.origin);
    ({ token, code } = await placeOrder(mall.origin, [first!, second!], {
      note: "Titip pak RT; 'tanya' dulu\n--",
    }));
    for (let order = 0; order < 3; order += 1) await placeOrder(mall.origin, [plenty]);
  } finally {
    await mall.close();
  }
  await withDatabases('wrangler.toml', before, async ({ MALL_DB }) => {
    const entry = MALL_DB.prepare(
      `INSERT INTO ledger (kind, cause, seller, edition, channel, destination, amount, occurred_at, recorded_at)
       SELECT ?1, code, seller, 'uvo-2', 'online', '33.74', ?2, ?3, ?3 FROM seller_orders ORDER BY code LIMIT 1`,
    );
    await MALL_DB.batch([
      entry.bind('sale', 185_000, '2026-11-20T02:00:00.000Z'),
      entry.bind('refund', -25_000, '2026-11-21T02:00:00.000Z'),
    ]);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('export, wipe, restore: every row of every table, every index and trigger is the same', async () => {
  const kept = await everything(before);
  expect(kept.orders).toHaveLength(4);
  expect(kept.seller_orders).toHaveLength(5);
  const saved = backup(before, '--out', folder);
  expect(saved).toMatchObject({ status: 0 });
  expect(saved.said).toContain('4 orders, 5 seller orders, 2 ledger entries of Rp160000');
  const [file] = globSync(join(folder, 'mall-*.sql'));
  const restored = backup(after, '--restore', file!);
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.said).toContain('the same as the file');
  expect(await everything(after)).toEqual(kept);
});

test('a restore writes over nothing', () => {
  const [file] = globSync(join(folder, 'mall-*.sql'));
  const again = backup(after, '--restore', file!);
  expect(again.status).toBe(1);
  expect(again.said).toContain('is not empty');
});

test('a dump that is cut off is told, not restored', () => {
  const cut = join(folder, 'cut.sql');
  writeFileSync(cut, 'CREATE TABLE orders (id INTEGER);\nINSERT INTO orders VALUES (1');
  const { status, said } = backup(join(folder, 'nowhere'), '--restore', cut);
  expect(status).toBe(1);
  expect(said).toContain("can't be loaded");
});

test('the restored mall shows the old order to who has its address, and takes new ones', async () => {
  const mall = await openMall({ MALL_STATE: after });
  try {
    const { order } = (await (await fetch(`${mall.origin}/api/orders/${token}`)).json()) as {
      order: { code: string };
    };
    expect(order.code).toBe(code);
    await placeOrder(mall.origin, [await roomiest(mall.origin)]);
  } finally {
    await mall.close();
  }
});
