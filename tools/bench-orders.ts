import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { convertV4MiniflareOptions, Miniflare } from 'miniflare';
import { COMPATIBILITY, DIRECT, d1Bindings, execute, loadMall, mallWorker } from './bench/mall-runtime.ts';
import { quietEnvironment } from './mall-folders.ts';
import { phase, runTool, ToolError } from './terminal.ts';

/** Orders in all, and how they are shared out: one at a time, and many at a time. */
const ORDERS = Number(process.env.BENCH_ORDERS ?? 10_000);
const LEVELS = [
  { concurrency: 1, share: 0.2 },
  { concurrency: 16, share: 0.8 },
] as const;
/** Statements in an order's batch, see `functions/ordering/d1-orders.ts`. */
const STATEMENTS = 8;
/**
 * What the order path must reach of a bare Worker that writes as many statements in one batch as an order does:
 * what is left above that is the mall's own. Workers that answer "ok" and that write one row are printed beside
 * it; no order can come near the first, since one durable row costs many times an answer.
 */
const TARGET = 0.25;
/** Requests to each bare Worker at each level. */
const BARE_REQUESTS = 4000;
const WARM_UP = 300;
/** Every so many orders one is sent again: the answer must be the first one. */
const REPLAY_EVERY = 20;

const BARE = {
  ok: `export default { fetch: () => new Response('ok') };`,
  row: `export default { async fetch(_request, { BENCH_DB }) {
    await BENCH_DB.prepare('INSERT INTO rows (text) VALUES (?1)').bind('ok').run();
    return new Response('ok', { status: 201 });
  } };`,
  batch: `export default { async fetch(_request, { BENCH_DB }) {
    const row = BENCH_DB.prepare('INSERT INTO rows (text) VALUES (?1)');
    await BENCH_DB.batch(Array.from({ length: ${STATEMENTS} }, () => row.bind('ok')));
    return new Response('ok', { status: 201 });
  } };`,
};
/** The bare Workers that write. */
const WRITERS = ['row', 'batch'] as const;

interface Sku {
  sku: string;
  seller: string;
  price: number;
}
interface Sent {
  key: string;
  body: string;
  status: number;
  answer: string;
}

/**
 * `npm run bench:orders`: orders a second through the built mall, next to bare Workers: one answers "ok", one
 * writes one row, one writes a batch of as many statements as an order. All are in one workerd that is talked to
 * directly. Then it counts that nothing was lost or doubled.
 */
export async function benchOrders(): Promise<void> {
  Object.assign(process.env, quietEnvironment);
  const state = mkdtempSync(join(tmpdir(), 'mal-ukm-bench-'));
  const runtime = await phase('one workerd, four Workers', () => start(state));
  try {
    const skus = await phase('catalogue and stock', () => prepare(runtime));
    const [ok, row, batch, mall] = (await Promise.all(
      ['ok', 'row', 'batch', 'mall'].map((name) => runtime.unsafeGetDirectURL(name)),
    )) as [URL, URL, URL, URL];
    const sent: Sent[] = [];
    const makeOrder = orderMaker(skus);
    const placed = async (agent: Agent) => {
      const order = makeOrder();
      const answer = await post(agent, new URL('/api/orders', mall), order.body, order.key);
      sent.push({ ...order, ...answer });
    };
    const bare = (url: URL) => async (agent: Agent) => {
      await post(agent, url, '{}');
    };

    const lines: string[] = [];
    let reached = true;
    for (const { concurrency, share } of LEVELS) {
      for (const work of [bare(ok), bare(row), bare(batch), placed]) await run(work, WARM_UP, concurrency);
      const okRate = await run(bare(ok), BARE_REQUESTS, concurrency);
      const rowRate = await run(bare(row), BARE_REQUESTS, concurrency);
      const batchRate = await run(bare(batch), BARE_REQUESTS, concurrency);
      const orderRate = await run(placed, Math.round(ORDERS * share), concurrency);
      reached &&= orderRate >= TARGET * batchRate;
      lines.push(
        `${String(concurrency).padStart(11)} ${[okRate, rowRate, batchRate, orderRate].map((rate) => rate.toFixed(0).padStart(8)).join('')}` +
          `${[okRate, rowRate, batchRate].map((rate) => percent(orderRate / rate)).join('')}`,
      );
    }
    const faults = await phase('counting', () => count(runtime, mall, sent));
    process.stdout.write(
      `\nconcurrency       ok     row   batch  orders   of ok  of row of batch (requests a second)\n${lines.join('\n')}\n\n` +
        `${sent.length} orders sent, ${faults.length ? faults.join('; ') : 'none lost, none doubled, every replay answered alike'}\n`,
    );
    if (faults.length) throw new ToolError('Orders were lost or doubled.');
    if (!reached)
      throw new ToolError(`Below ${TARGET * 100} % of a Worker that writes as many statements in one batch.`);
  } finally {
    await runtime.dispose();
    rmSync(state, { recursive: true, force: true });
  }
}

const percent = (part: number) => `${(part * 100).toFixed(part < 0.1 ? 1 : 0)} %`.padStart(9);

async function start(state: string): Promise<Miniflare> {
  const runtime = new Miniflare(
    convertV4MiniflareOptions({
      resourcePersistencePath: state,
      workers: [
        // Orders ask for no static file.
        mallWorker('ok'),
        { name: 'ok', ...COMPATIBILITY, ...DIRECT, modules: true, script: BARE.ok },
        ...WRITERS.map((name) => ({
          name,
          ...COMPATIBILITY,
          ...DIRECT,
          modules: true,
          script: BARE[name],
          d1Databases: d1Bindings(['BENCH_DB']),
        })),
      ],
    }),
  );
  await runtime.ready;
  return runtime;
}

/** Migrations, the built catalogue, and enough pieces of one SKU of every product for all orders. */
async function prepare(runtime: Miniflare): Promise<Sku[]> {
  const { mall, catalog } = await loadMall(runtime);
  const bench = await runtime.getD1Database('BENCH_DB', 'row');
  await execute(bench, ['CREATE TABLE rows (id INTEGER PRIMARY KEY, text TEXT NOT NULL)']);
  const { results } = await catalog
    .prepare(
      `SELECT s.sku, p.seller, COALESCE(s.own_price, p.price) AS price
       FROM skus s JOIN products p ON p.slug = s.product JOIN sellers l ON l.slug = p.seller
       WHERE s.position = 0 AND s.stock IS NOT NULL AND p.min_qty = 1 AND l.payments ->> '$.bank' IS NOT NULL
       ORDER BY s.sku`,
    )
    .all<Sku>();
  if (!results.length) throw new ToolError('The catalogue has nothing that can be ordered.');
  await mall
    .prepare(
      `INSERT INTO stock (sku, on_hand, updated_at)
       SELECT value ->> 'sku', ?2, '' FROM json_each(?1)`,
    )
    .bind(JSON.stringify(results), ORDERS * 10)
    .run();
  return results;
}

/** Orders of one or two sellers, over all products in turn, so that amounts at one seller may differ. */
function orderMaker(skus: Sku[]): () => { key: string; body: string } {
  let made = 0;
  return () => {
    made += 1;
    const first = skus[(made * 7) % skus.length]!;
    const second = skus[(made * 13 + 1) % skus.length]!;
    const lines = made % 4 === 0 && second.seller !== first.seller ? [first, second] : [first];
    return {
      key: `bench-${made}`,
      body: JSON.stringify({
        lines: lines.map(({ sku, price }) => ({ sku, qty: 1, price })),
        buyer: { name: 'Sri Rahayu', phone: `0812${String(made).padStart(8, '0')}` },
        ship_to: { country: 'ID', region: '62.71', address: 'Jalan Diponegoro 5', postal_code: '73111' },
        payment: 'transfer',
        consent: true,
      }),
    };
  };
}

/** Requests a second of `total` requests, so many at a time. */
async function run(
  work: (agent: Agent) => Promise<void>,
  total: number,
  concurrency: number,
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
  let begun = 0;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (begun < total) {
        begun += 1;
        await work(agent);
      }
    }),
  );
  agent.destroy();
  return total / ((performance.now() - start) / 1000);
}

function post(
  agent: Agent,
  url: URL,
  body: string,
  key?: string,
): Promise<{ status: number; answer: string }> {
  return new Promise((done, failed) => {
    const sending = request(
      url,
      {
        agent,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
          ...(key && { 'Idempotency-Key': key }),
        },
      },
      (response) => {
        let answer = '';
        response.setEncoding('utf8');
        response.on('data', (text) => {
          answer += text;
        });
        response.on('end', () => done({ status: response.statusCode ?? 0, answer }));
        response.on('error', failed);
      },
    );
    sending.on('error', failed);
    sending.end(body);
  });
}

/** What the database holds against what was answered. */
async function count(runtime: Miniflare, mall: URL, sent: Sent[]): Promise<string[]> {
  const faults: string[] = [];
  const refused = sent.filter(({ status }) => status !== 201);
  if (refused.length)
    faults.push(`${refused.length} refused, the first: ${refused[0]!.answer.slice(0, 300)}`);
  const db = await runtime.getD1Database('MALL_DB', 'mall');
  const { results } = await db.prepare('SELECT idempotency_key AS key, token FROM orders').all<{
    key: string;
    token: string;
  }>();
  const held = new Map(results.map(({ key, token }) => [key, token]));
  const accepted = sent.filter(({ status }) => status === 201);
  const tokenOf = (answer: string) => (JSON.parse(answer) as { order: { token: string } }).order.token;
  const lost = accepted.filter(({ key, answer }) => held.get(key) !== tokenOf(answer));
  if (lost.length) faults.push(`${lost.length} lost`);
  if (results.length !== accepted.length)
    faults.push(`${results.length} held of ${accepted.length} accepted`);
  const taken = await db
    .prepare('SELECT COALESCE(SUM(?1 - on_hand), 0) AS n FROM stock')
    .bind(ORDERS * 10)
    .first<number>('n');
  const lines = await db.prepare('SELECT COALESCE(SUM(qty), 0) AS n FROM order_lines').first<number>('n');
  if (taken !== lines) faults.push(`${lines} pieces ordered and ${taken} taken`);
  const doubled = await db
    .prepare(
      `SELECT COUNT(*) AS n FROM (SELECT 1 FROM seller_orders WHERE amount_held IS NOT NULL
       GROUP BY seller, amount_held HAVING COUNT(*) > 1)`,
    )
    .first<number>('n');
  if (doubled) faults.push(`${doubled} amounts asked for twice`);
  const agent = new Agent({ keepAlive: true });
  for (let index = 0; index < accepted.length; index += REPLAY_EVERY) {
    const { key, body, answer } = accepted[index]!;
    const again = await post(agent, new URL('/api/orders', mall), body, key);
    if (again.answer !== answer) faults.push(`${key} was answered differently the second time`);
  }
  agent.destroy();
  return faults.slice(0, 10);
}

if (import.meta.main) await runTool(benchOrders);
