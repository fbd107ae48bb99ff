import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join, resolve } from 'node:path';
import { readContent } from '../src/catalog/reading/content-folder.ts';
import { writeBareSite } from './bench/bare-site.ts';
import { type Measured, measuredRun } from './bench/measured-run.ts';
import { codeFingerprint } from './build-mall/fingerprint.ts';
import { preparePictures } from './build-mall/pictures.ts';
import { folders } from './mall-folders.ts';
import { runTool, ToolError } from './terminal.ts';

/** The sample catalogue's size, and so many times it. */
const TIMES = [1, 4, 16];

const SCRATCH = join(folders.cache, 'bench');

interface Row {
  what: string;
  measured: Measured;
  pages: number;
}

/** `npm run bench:build -- [times…]`: cold, warm and one-edit build beside a bare Astro site of as many pages. */
async function bench(): Promise<void> {
  const wanted = process.argv.slice(2).map(Number);
  if (wanted.some((times) => !Number.isInteger(times) || times < 1))
    throw new ToolError('npm run bench:build -- [times…], how many times the sample catalogue: 1 4 16');
  await encodePictures();
  for (const times of wanted.length ? wanted : TIMES) await benchSize(times);
}

/** Pictures are encoded once for ever, and copies of products show the same ones; what is measured is all else. */
async function encodePictures(): Promise<void> {
  const { content } = await readContent('content');
  const manifestFile = join(SCRATCH, 'pictures.json');
  mkdirSync(SCRATCH, { recursive: true });
  await preparePictures({ content, contentFolder: 'content', cacheFolder: folders.cache, manifestFile });
}

/** Forgets what builds keep of the code and of a content folder; pictures stay. */
function forget(content: string): void {
  const name = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const form = readdirSync(folders.cache).filter((entry) => entry.startsWith('content-form-'));
  for (const entry of [join('kept', name), `code-${codeFingerprint().slice(0, 16)}`, ...form])
    rmSync(join(folders.cache, entry), { recursive: true, force: true });
}

async function benchSize(times: number): Promise<void> {
  const content = join(SCRATCH, `content-${times}`);
  const products = writeContent(content, times);
  const dist = join(SCRATCH, `dist-${times}`);
  const environment = { MALL_CONTENT: content, MALL_DIST: dist };
  const build = () => measuredRun(resolve('tools/build-mall.ts'), [], { cwd: resolve('.'), environment });
  forget(content);
  const cold = await build();
  const before = hashes(dist);
  const warm = await build();
  const same = changedFiles(before, hashes(dist));
  changeOnePrice(content);
  const edit = await build();
  const changed = changedFiles(before, hashes(dist));
  const pages = globSync('**/*.html', { cwd: join(dist, 'client') }).length;

  const bare = join(SCRATCH, `bare-${times}`);
  writeBareSite(bare, content, Math.max(0, pages - products));
  const astro = resolve('node_modules/astro/bin/astro.mjs');
  const bareBuild = () => measuredRun(astro, ['build'], { cwd: bare });
  const bareCold = await bareBuild();
  const bareWarm = await bareBuild();

  const rows: Row[] = [
    { what: 'bare Astro, cold', measured: bareCold, pages },
    { what: 'bare Astro, warm', measured: bareWarm, pages },
    { what: 'mall, cold', measured: cold, pages },
    { what: 'mall, warm', measured: warm, pages },
    { what: 'mall, one price edited', measured: edit, pages },
  ];
  print(products, pages, rows);
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  console.log(
    `cold mall / cold bare ${ratio(cold.seconds, bareCold.seconds)} · one edit / cold ${ratio(edit.seconds, cold.seconds)} · memory mall / bare ${ratio(cold.peakMegabytes, bareCold.peakMegabytes)}`,
  );
  console.log(`files that a warm build changes: ${same.length}; that one price changes: ${changed.length}`);
  for (const file of changed.slice(0, 40)) console.log(`  ${file}`);
  forget(content);
  for (const folder of [dist, content, bare]) rmSync(folder, { recursive: true, force: true });
}

function print(products: number, pages: number, rows: Row[]): void {
  console.log(
    `\n${products} products, ${pages} pages; load of the machine before ${loadavg()[2]!.toFixed(1)} (15 min)`,
  );
  for (const { what, measured } of rows)
    console.log(
      `  ${what.padEnd(24)} ${measured.seconds.toFixed(1).padStart(7)} s ${Math.round(
        pages / measured.seconds,
      )
        .toString()
        .padStart(6)} pages/s ${measured.peakMegabytes.toString().padStart(6)} MB`,
    );
}

/** The sample catalogue so many times, each copy under an address of its own with the same pictures. */
function writeContent(folder: string, times: number): number {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync('content', folder, { recursive: true });
  let products = 0;
  for (const seller of readdirSync(join(folder, 'products')))
    for (const file of readdirSync(join(folder, 'products', seller))) {
      if (!file.endsWith('.md')) continue;
      const path = join(folder, 'products', seller, file);
      const text = readFileSync(path, 'utf8');
      products += times;
      for (let copy = 2; copy <= times; copy += 1) writeFileSync(path.replace(/\.md$/, `-${copy}.md`), text);
    }
  return products;
}

function changeOnePrice(folder: string): void {
  const [file] = globSync('products/*/*.md', { cwd: folder }).sort();
  const path = join(folder, file!);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(/^price: (\d+)/m, (_, price) => `price: ${Number(price) + 1000}`),
  );
}

function hashes(dist: string): Map<string, string> {
  const files = globSync('**/*', { cwd: dist, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(dist.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}

function changedFiles(before: Map<string, string>, after: Map<string, string>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}

if (import.meta.main) await runTool(bench);
