import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STATEMENT_END } from '../tools/build-mall/sql.ts';
import { deployMall, STEPS, type Step } from '../tools/deploy/deploy-mall.ts';
import { type LocalTarget, localTarget } from '../tools/deploy/local-target.ts';
import { VERSION_HEADER } from '../tools/deploy/switching-front.ts';
import type { Build } from '../tools/deploy/target.ts';
import { buildMall } from './support/build-mall.ts';
import { freePort } from './support/open-mall.ts';
import { placeOrder } from './support/orders.ts';

const PRODUCT = 'tenun-troso/kain-ikat';
const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-deploy-'));
const state = join(folder, 'state');
let cheap: Build;
let dear: Build;
let target: LocalTarget;
/** What a piece costs in a build, by its catalogue. */
const prices = new Map<string, number>();

/** Builds the fixture's catalogue with one price of its own. */
async function buildWith(name: string, price: number): Promise<Build> {
  const content = join(folder, name, 'content');
  const dist = join(folder, name, 'dist');
  cpSync('tests/fixture-content', content, { recursive: true });
  const file = join(content, `products/${PRODUCT}.md`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^price: .*/m, `price: ${price}`));
  await buildMall(content, dist);
  const catalog = readFileSync(join(dist, 'catalog-version'), 'utf8').trim();
  prices.set(catalog, price);
  return { dist, catalog };
}

beforeAll(async () => {
  cheap = await buildWith('cheap', 120_000);
  dear = await buildWith('dear', 125_000);
  target = await localTarget({ state, port: await freePort(), dist: cheap.dist });
});
afterAll(async () => {
  await target?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Visits {
  answered: number;
  /** Answers that were none, or that mix two versions. */
  wrong: string[];
}

/** Visits page, API and health without a pause while `work` goes on, as buyers would. */
async function visitDuring(work: () => Promise<unknown>): Promise<Visits> {
  const visits: Visits = { answered: 0, wrong: [] };
  let going = true;
  const visit = async (path: string, isRight: (body: string, price: number, catalog: string) => boolean) => {
    const response = await fetch(`${target.origin}${path}`).catch(() => undefined);
    const body = await response?.text().catch(() => '');
    const version = response?.headers.get(VERSION_HEADER) ?? '';
    const catalog = version.replace(/^v\d+-/, '');
    if (response?.status === 200 && isRight(body ?? '', prices.get(catalog) ?? -1, catalog))
      visits.answered += 1;
    else visits.wrong.push(`${path} ${response?.status} of ${version}: ${body?.slice(0, 200)}`);
  };
  const written = (price: number) => `Rp${String(price).replace(/(\d{3})$/, '.$1')}`;
  const visitor = (async () => {
    while (going) {
      await visit(`/produk/${PRODUCT}/`, (html, price) => html.includes(written(price)));
      await visit(`/api/products/${PRODUCT}`, (json, price) => JSON.parse(json).price === price);
      await visit('/api/health', (json, _, catalog) => JSON.parse(json).catalog === catalog);
      await visit('/api/search?q=tenun', (json, price) => JSON.parse(json).items[0]?.price === price);
    }
  })();
  try {
    await work();
  } finally {
    going = false;
    await visitor;
  }
  return visits;
}

/** Everything in MALL_DB that an order consists of. */
function ordersKept(): Promise<string[][]> {
  const tables = ['orders', 'seller_orders', 'order_lines', 'stock', 'ledger', 'transitions'];
  return Promise.all(
    tables.map(async (table) => {
      const { results } = await target.databases.MALL_DB.prepare(`SELECT * FROM ${table}`).all();
      return results.map((row) => JSON.stringify(row)).sort();
    }),
  );
}

const price = async () =>
  ((await (await fetch(`${target.origin}/api/products/${PRODUCT}`)).json()) as { price: number }).price;

test('two deployments one after the other: the mall serves throughout, and never a mixture of the two', async () => {
  const first = await deployMall({ target, build: cheap });
  expect(first).toMatchObject({ before: undefined, catalog: 'CATALOG_A' });
  expect(await price()).toBe(120_000);
  await placeOrder(target.origin, [{ sku: PRODUCT, price: 120_000, seller: 'tenun-troso' }]);
  const orders = await ordersKept();
  expect(orders[0]).toHaveLength(1);

  const visits = await visitDuring(async () => {
    const second = await deployMall({ target, build: dear });
    expect(second).toMatchObject({ before: first.version, catalog: 'CATALOG_B' });
  });
  expect(visits.wrong).toEqual([]);
  expect(visits.answered).toBeGreaterThan(20);
  expect(await price()).toBe(125_000);
  expect(await ordersKept()).toEqual(orders);
});

test.each(STEPS)(
  'a failure after step "%s" leaves the version before with its own catalogue',
  async (failing) => {
    const before = await price();
    const orders = await ordersKept();
    const other = before === 120_000 ? dear : cheap;
    const afterStep = (step: Step) => {
      if (step === failing) throw new Error('the test pulls the plug');
    };
    const visits = await visitDuring(() =>
      expect(deployMall({ target, build: other, afterStep })).rejects.toThrow(
        new RegExp(`step "${failing}".*\n.*serves (as before|again)`),
      ),
    );
    expect(visits.wrong).toEqual([]);
    expect(await price()).toBe(before);
    expect(await ordersKept()).toEqual(orders);
  },
);

test('a load that breaks off in the middle is never read, and the next deployment mends it', async () => {
  const before = await price();
  const build = await buildWith('dearest', 130_000);
  const breaksOff: LocalTarget = {
    ...target,
    async loadCatalog(binding, { dist }) {
      const sql = readFileSync(join(dist, 'catalog.sql'), 'utf8').split(STATEMENT_END).filter(Boolean);
      for (const statement of sql.slice(0, sql.length / 2))
        await target.databases[binding].prepare(statement).run();
      throw new Error('the line is cut');
    },
  };
  const visits = await visitDuring(() =>
    expect(deployMall({ target: breaksOff, build })).rejects.toThrow('the line is cut'),
  );
  expect(visits.wrong).toEqual([]);
  expect(await price()).toBe(before);
  await deployMall({ target, build });
  expect(await price()).toBe(130_000);
});

test('a mall that is down is mended by a deployment', async () => {
  const orders = await ordersKept();
  for (const binding of ['CATALOG_A', 'CATALOG_B'] as const)
    await target.databases[binding].prepare('DELETE FROM catalog').run();
  await expect
    .poll(async () => (await fetch(`${target.origin}/api/health`)).status, { timeout: 90_000 })
    .not.toBe(200);
  await deployMall({ target, build: dear });
  expect(await price()).toBe(125_000);
  expect(await ordersKept()).toEqual(orders);
});

test('a mall that was closed opens again with the version that served', async () => {
  await target.close();
  target = await localTarget({ state, port: await freePort(), dist: cheap.dist });
  expect(await price()).toBe(125_000);
});

test('the rehearsal bundles the Worker within its budget and changes nothing', () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['tools/deploy.ts', '--dry-run'], {
    env: { ...process.env, MALL_DIST: cheap.dist, CLOUDFLARE_API_TOKEN: '', CLOUDFLARE_ACCOUNT_ID: '' },
    encoding: 'utf8',
  });
  expect({ status, stderr: status ? stderr : '' }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('Nothing was changed.');
  expect(Number(/gzip: ([\d.]+) KiB/.exec(stdout)?.[1])).toBeLessThan(600);
});
