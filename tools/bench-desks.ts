import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { type BusySku, benchCode, fillCounts, fillMall } from './bench/busy-year.ts';
import { COMPATIBILITY, loadMall, mallWorker } from './bench/mall-runtime.ts';
import { quietEnvironment } from './mall-folders.ts';
import { phase, runTool, ToolError } from './terminal.ts';

const ORDERS = Number(process.env.BENCH_ORDERS ?? 10_000);
const VISITS = Number(process.env.BENCH_VISITS ?? 100_000);
/** How much longer a page may take after all these than before them. */
const MOST = 3;
const WARM_UP = 5;
const TIMES = 21;

/**
 * `npm run bench:desks`: how long every page and export of both desks takes in an empty mall, and after a year of
 * ten thousand orders and a hundred thousand visits, a fifth of the orders at the shop that looks. The two malls are
 * open side by side and asked in turn, so that whatever else the machine does slows both alike.
 */
export async function benchDesks(): Promise<void> {
  Object.assign(process.env, quietEnvironment);
  const now = new Date();
  const open: OpenDesks[] = [];
  try {
    open.push(await phase('the empty mall', () => openDesks(now)));
    open.push(await phase('the busy mall', () => openDesks(now)));
    const [empty, busy] = open as [OpenDesks, OpenDesks];
    const year = { orders: ORDERS, visits: VISITS, shop: busy.shop };
    await phase(`${ORDERS} orders`, () => fillMall(busy.mall, busy.skus, year, now));
    await phase(`${VISITS} visits`, () => fillCounts(busy.counts, busy.skus, year, now));

    const slow: string[] = [];
    const lines: string[] = [];
    await phase('looking', async () => {
      for (const [path, as] of pagesOf(busy.code)) {
        const [before, after] = await measure([empty, busy], path, as);
        const ratio = after.first / before.first;
        if (ratio > MOST) slow.push(path);
        const figures = [before.first, after.first, ratio, after.whole].map((each) =>
          each.toFixed(1).padStart(9),
        );
        lines.push(`${path.padEnd(36)}${figures.join('')}${(after.bytes / 1024).toFixed(0).padStart(8)}`);
      }
    });
    const head = ['empty', 'busy', 'ratio', 'to end'].map((name) => name.padStart(9)).join('');
    process.stdout.write(
      `\n${`ms, median of ${TIMES}`.padEnd(36)}${head}${'KB'.padStart(8)}\n${lines.join('\n')}\n\n`,
    );
    if (slow.length) throw new ToolError(`More than ${MOST} times as long as empty: ${slow.join(', ')}`);
    process.stdout.write(`Every page and export answers within ${MOST} times what it takes empty.\n`);
  } finally {
    for (const each of open) await each.close();
  }
}

type As = 'seller' | 'operator';
type OpenDesks = Awaited<ReturnType<typeof openDesks>>;

/** Every page and export of both desks. */
function pagesOf(code: string): [string, As][] {
  const seller = ['', '/pesanan', '/pesanan?tampil=active', '/pesanan?tampil=done', '/pesanan.csv', '/tanya'];
  const order = ['', '/isi', '/label'].map((page) => `/pesanan/${code}${page}`);
  const operator = ['', '/rinci', '/pengunjung', '/bantuan', '/tangguhkan', '/jejak', '/ekspor.xlsx'];
  const tables = ['edition', 'seller', 'product', 'day', 'entries'].map(
    (name) => `/ekspor.csv?tabel=${name}`,
  );
  return [
    ...[...seller, ...order, '/stok', '/jual', '/angka'].map((path): [string, As] => [
      `/lapak${path}`,
      'seller',
    ]),
    ...[...operator, ...tables].map((path): [string, As] => [`/kelola${path}`, 'operator']),
  ];
}

/** A mall with one order, so that its page can be looked at, and nothing else; both roles are signed in. */
async function openDesks(now: Date) {
  const state = mkdtempSync(`${tmpdir()}/mal-ukm-bench-`);
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: state,
      workers: [
        mallWorker('none'),
        {
          name: 'none',
          ...COMPATIBILITY,
          modules: true,
          script: 'export default { fetch: () => new Response(null, { status: 404 }) };',
        },
      ],
    }),
  );
  const { mall, catalog, counts } = await loadMall(runtime);
  const { results: skus } = await catalog
    .prepare(
      `SELECT s.sku, p.seller, p.title, COALESCE(s.own_price, p.price) AS price, p.edition, p.region
       FROM skus s JOIN products p ON p.slug = s.product ORDER BY s.sku`,
    )
    .all<BusySku>();
  const shop = skus[0]!.seller;
  const email = await catalog
    .prepare('SELECT email FROM sellers WHERE slug = ?1')
    .bind(shop)
    .first<string>('email');
  for (const [token, address] of Object.entries({ seller: email!, operator: 'operator@mal-ukm.test' }))
    await mall
      .prepare(
        `INSERT INTO sessions (id, sign_in, email, created_at, last_seen_at, expires_at)
         VALUES (?1, ?1, ?2, ?3, ?3, '9999')`,
      )
      .bind(createHash('sha256').update(token).digest('hex'), address.toLowerCase(), now.toISOString())
      .run();
  const lone = { orders: 1, visits: 0, shop, start: 900_000 };
  await fillMall(mall, skus, lone, now);
  return {
    mall,
    counts,
    skus,
    shop,
    code: `${benchCode(lone.start)}-1`,
    origin: await runtime.unsafeGetDirectURL('mall'),
    async close() {
      await runtime.dispose();
      rmSync(state, { recursive: true, force: true });
    },
  };
}

interface Measured {
  /** Until the answer begins, in milliseconds; a page is not sent before it is whole. */
  first: number;
  /** Until it ends. */
  whole: number;
  bytes: number;
}

/** Measures one page in each of two malls, asked in turn so that a busy machine slows both. */
async function measure(malls: [OpenDesks, OpenDesks], path: string, as: As): Promise<[Measured, Measured]> {
  const all: [Measured[], Measured[]] = [[], []];
  for (let time = 0; time < WARM_UP + TIMES; time += 1)
    for (const [index, { origin }] of malls.entries()) {
      const measured = await ask(new URL(path, origin), as);
      if (time >= WARM_UP) all[index]!.push(measured);
    }
  const median = (list: Measured[], key: keyof Measured) =>
    list.map((each) => each[key]).sort((a, b) => a - b)[Math.floor(list.length / 2)]!;
  return all.map((list) => ({
    first: median(list, 'first'),
    whole: median(list, 'whole'),
    bytes: median(list, 'bytes'),
  })) as [Measured, Measured];
}

async function ask(url: URL, as: As): Promise<Measured> {
  const start = performance.now();
  const response = await fetch(url, { headers: { Cookie: `mall_session=${as}` }, redirect: 'manual' });
  if (response.status !== 200) throw new ToolError(`${url.pathname} answered ${response.status}`);
  const reader = response.body!.getReader();
  let { value, done } = await reader.read();
  const first = performance.now() - start;
  let bytes = 0;
  while (!done) {
    bytes += value?.length ?? 0;
    ({ value, done } = await reader.read());
  }
  return { first, whole: performance.now() - start, bytes };
}

if (import.meta.main) await runTool(benchDesks);
