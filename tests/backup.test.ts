import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureKey } from '../functions/payment/r2-proofs.ts';
import { withDatabases } from '../tools/serve/prepare-state.ts';
import { openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-backup-'));
const before = join(folder, 'before');
const after = join(folder, 'after');
const copies = join(folder, 'copies');
const key = randomBytes(32).toString('base64');
const picture = { seller_order: '', id: 'photo-of-a-transfer' };
let token: string;
let code: string;

function backup(state: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['tools/backup.ts', '--local', ...args], {
    env: { ...process.env, MALL_STATE: state, MALL_BACKUP_KEY: key },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

/** Every row of every table of a database, and all that is defined in it. */
function everything(
  state: string,
  database: 'MALL_DB' | 'COUNTS_DB' = 'MALL_DB',
): Promise<Record<string, string[]>> {
  return withDatabases('wrangler.toml', state, async (databases) => {
    const db = databases[database];
    const { results: schema } = await db
      .prepare(
        "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\' ORDER BY type, name",
      )
      .all<{ type: string; name: string; sql: string }>();
    const rows: Record<string, string[]> = {
      schema: schema.map(({ type, name, sql }) => `${type} ${name} ${sql?.replace(/\s+/g, ' ')}`),
    };
    for (const { type, name } of schema)
      if (type === 'table')
        rows[name] = (await db.prepare(`SELECT * FROM "${name}"`).all()).results
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
  await withDatabases('wrangler.toml', before, async ({ MALL_DB, PROOFS }) => {
    picture.seller_order = (await MALL_DB.prepare(
      'SELECT MIN(code) AS code FROM seller_orders',
    ).first<string>('code'))!;
    await PROOFS.put(pictureKey(picture), 'the transfer of Sri');
    await MALL_DB.prepare(
      `INSERT INTO proofs (id, seller_order, kind, given_by, type, bytes, at)
       VALUES (?1, ?2, 'payment', 'buyer', 'image/jpeg', 19, '2026-11-20T02:00:00.000Z')`,
    )
      .bind(picture.id, picture.seller_order)
      .run();
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

const photoIn = (state: string) =>
  withDatabases('wrangler.toml', state, async ({ PROOFS }) =>
    (await PROOFS.get(pictureKey(picture)))?.text(),
  );

test('export, wipe, restore by one command: every row, index and trigger of both databases, and the photos', async () => {
  const kept = await everything(before);
  expect(kept.orders).toHaveLength(4);
  expect(kept.seller_orders).toHaveLength(5);
  const counts = await everything(before, 'COUNTS_DB');
  const saved = backup(before, '--out', copies);
  expect(saved).toMatchObject({ status: 0 });
  expect(saved.said).toContain('4 orders, 5 seller orders, 2 ledger entries of Rp160000');
  const restored = backup(after, '--restore', copies);
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.said).toContain('the same as the file; 1 photos brought back; 0 erased again');
  expect(await everything(after)).toEqual(kept);
  expect(await everything(after, 'COUNTS_DB')).toEqual(counts);
  expect(await photoIn(after)).toBe('the transfer of Sri');
});

test('nothing of a sealed copy can be read, and a backup that was made is written down', async () => {
  const files = globSync('**/*', { cwd: copies, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files).toHaveLength(4);
  for (const { parentPath, name } of files)
    expect(readFileSync(join(parentPath, name)).toString('latin1')).not.toMatch(/Sri|INSERT|Titip/);
  const { backups } = await everything(before, 'COUNTS_DB');
  expect(backups).toHaveLength(1);
});

test('a restore writes over nothing', () => {
  const [file] = globSync(join(copies, 'mall-*.sql.gz'));
  const again = backup(after, '--restore', file!);
  expect(again.status).toBe(1);
  expect(again.said).toContain('is not empty');
});

test('from the bucket’s file as it lies, and what was erased since the backup stays erased', async () => {
  expect(backup(before, '--bucket', 'mall-backups')).toMatchObject({ status: 0 });
  const erased = await withDatabases('wrangler.toml', before, async ({ MALL_DB, COUNTS_DB, PROOFS }) => {
    const row = await MALL_DB.prepare(
      'SELECT o.code FROM orders o JOIN seller_orders s ON s.order_id = o.id WHERE s.code = ?1',
    )
      .bind(picture.seller_order)
      .first<{ code: string }>();
    await COUNTS_DB.prepare("INSERT INTO erasures (kind, code, at) VALUES ('order', ?1, '2026-11-24')")
      .bind(row!.code)
      .run();
    // MALL_DB is lost, and the photo went with the erasure.
    await PROOFS.delete(pictureKey(picture));
    await MALL_DB.batch(
      (
        await MALL_DB.prepare(
          "SELECT type, name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_cf%' ESCAPE '\\'",
        ).all<{ type: string; name: string }>()
      ).results.flatMap(({ type, name }) => [
        MALL_DB.prepare('PRAGMA defer_foreign_keys = on'),
        MALL_DB.prepare(`DROP ${type} "${name}"`),
      ]),
    );
    return row!.code;
  });
  const restored = backup(before, '--restore', 'latest', '--bucket', 'mall-backups');
  expect(restored).toMatchObject({ status: 0 });
  expect(restored.said).toContain('0 photos brought back; 1 erased again');
  expect(await photoIn(before)).toBeUndefined();
  const { orders, proofs } = await everything(before);
  expect(orders).toHaveLength(4);
  expect(proofs).toEqual([]);
  const row = orders!.find((each) => each.includes(erased))!;
  expect(JSON.parse(row)).toMatchObject({ buyer_phone: '', buyer_email: null, body_hash: '' });
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
