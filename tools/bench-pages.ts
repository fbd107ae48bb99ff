import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { brotliCompressSync, constants } from 'node:zlib';
import { folders } from './mall-folders.ts';
import { bucketPhotos } from './serve/photo-bucket.ts';
import { runTool, ToolError } from './terminal.ts';

const PAGES = 300;
const WARM_UP = 30;
const PORT = 8799;

/**
 * `npm run bench:pages`: what pages on demand cost, on a build with `MALL_STATIC_PRODUCTS`: the time of an answer when
 * it is rendered, when the edge has kept it, and of a static file; and the room that they take in the database and
 * the bucket.
 */
async function benchPages(): Promise<void> {
  if (!existsSync(join(folders.dist, 'photos')))
    throw new ToolError('Build first with pages on demand: MALL_STATIC_PRODUCTS=0 npm run build');
  const state = mkdtempSync(join(tmpdir(), 'mal-ukm-bench-'));
  const child = spawn(process.execPath, ['tools/serve.ts'], {
    env: { ...process.env, MALL_STATE: state, PORT: String(PORT) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const opening = performance.now();
    await new Promise<void>((opened, failed) => {
      child.stdout.on('data', (chunk: Buffer) => chunk.includes('is open at') && opened());
      child.on('close', () => failed(new ToolError('The mall did not open.')));
    });
    const prepared = performance.now() - opening;
    const room = roomOf(state);
    const step = Math.max(1, Math.floor(room.slugs.length / (PAGES + WARM_UP)));
    const spread = room.slugs.filter((_, index) => index % step === 0).map((slug) => `/produk/${slug}/`);
    // Code that runs for the first time is slower; visitors seldom meet it.
    await timesOf(spread.slice(0, WARM_UP));
    const paths = spread.slice(WARM_UP, WARM_UP + PAGES);
    const rendered = await timesOf(paths);
    const kept = await timesOf(paths);
    const still = await timesOf(paths.map(() => '/tentang/'));
    const photos = bucketPhotos(folders.dist);
    const bytes = photos.reduce((sum, { file }) => sum + statSync(file).size, 0);
    process.stdout.write(
      [
        `pages on demand: ${room.slugs.length}, of which ${paths.length} were asked for one after the other`,
        line('rendered', rendered.times),
        line('kept by the edge', kept.times),
        line('a static file', still.times),
        `Brotli, quality 4, 99th percentile: ${percentile(rendered.sizes, 0.99)} bytes`,
        `in the database: ${kilobytes(room.pages / room.slugs.length)} a page, ${room.cards} cards of ${kilobytes(room.cardBytes / room.cards)}; the whole of it ${megabytes(room.database)}`,
        `in the bucket: ${photos.length} photos, ${megabytes(bytes)}`,
        `databases and bucket prepared in ${(prepared / 1000).toFixed(1)} s`,
        '',
      ].join('\n'),
    );
  } finally {
    child.kill('SIGTERM');
    await new Promise((closed) => child.on('close', closed));
    rmSync(state, { recursive: true, force: true });
  }
}

/** Asks for one after the other; milliseconds each, and bytes as the edge compresses them. */
async function timesOf(paths: string[]): Promise<{ times: number[]; sizes: number[] }> {
  const times: number[] = [];
  const sizes: number[] = [];
  for (const path of paths) {
    const start = performance.now();
    const response = await fetch(`http://127.0.0.1:${PORT}${path}`);
    const html = await response.text();
    times.push(performance.now() - start);
    if (response.status !== 200) throw new ToolError(`${path} answers ${response.status}.`);
    sizes.push(brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length);
  }
  return { times, sizes };
}

interface Room {
  slugs: string[];
  /** Bytes of what pages hold without their neighbours' cards, and of those cards, which pages share. */
  pages: number;
  cards: number;
  cardBytes: number;
  /** Bytes of the database with everything in it. */
  database: number;
}

function roomOf(state: string): Room {
  for (const file of globSync(join(state, 'v3/d1/**/*.sqlite'))) {
    const db = new DatabaseSync(resolve(file), { readOnly: true });
    try {
      const has = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'product_pages'").get();
      if (!has) continue;
      const slugs = db.prepare('SELECT slug FROM product_pages ORDER BY slug').all() as { slug: string }[];
      const { pages } = db
        .prepare(
          'SELECT sum(octet_length(slug) + octet_length(page) + octet_length(kin)) AS pages FROM product_pages',
        )
        .get() as { pages: number };
      const { cards, bytes } = db
        .prepare(
          'SELECT count(*) AS cards, sum(octet_length(href) + octet_length(card)) AS bytes FROM product_cards',
        )
        .get() as { cards: number; bytes: number };
      return {
        slugs: slugs.map(({ slug }) => slug),
        pages,
        cards,
        cardBytes: bytes,
        database: statSync(file).size,
      };
    } finally {
      db.close();
    }
  }
  throw new ToolError('No database holds pages on demand.');
}

function percentile(numbers: number[], share: number): number {
  return [...numbers].sort((a, b) => a - b)[Math.ceil(numbers.length * share) - 1]!;
}

function line(what: string, times: number[]): string {
  const at = (share: number) => `${percentile(times, share).toFixed(1)} ms`.padStart(9);
  return `${what.padEnd(18)} median ${at(0.5)}   95th percentile ${at(0.95)}`;
}

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(2)} KB`;
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

if (import.meta.main) await runTool(benchPages);
