import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { budgetTable } from './budget-changes.ts';
import { BUDGETS, measureBuild } from './measure-build.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function distWith(files: Record<string, string>): string {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  made.push(dist);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dist, file)), { recursive: true });
    writeFileSync(join(dist, file), text);
  }
  return dist;
}

const brotli = (text: string) =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length;

test('a build is weighed as the edge sends it: pages, scripts with what they import, files, the Worker', async () => {
  const small = '<p>kecil</p>';
  const large = `<p>${'abc def ghi '.repeat(50)}</p><script type="module" src="/_astro/a.js"></script>`;
  const dist = distWith({
    'client/index.html': small,
    'client/produk/toko/satu/index.html': small,
    'client/produk/toko/dua/index.html': large,
    'client/_astro/a.js': 'import "./b.js";import"./b.js";alert(1)',
    'client/_astro/b.js': 'alert(2)',
    'client/_astro/c.js': 'nobody loads this',
    'server/entry.mjs': 'export default 1;',
    'server/wrangler.json': '{}',
  });
  expect(await measureBuild(dist)).toEqual({
    pageBytes: brotli(large),
    scriptBytes: brotli('import "./b.js";import"./b.js";alert(1)') + brotli('alert(2)'),
    files: 6,
    workerBytes: gzipSync('export default 1;').length,
  });
});

const measures = { pageBytes: 7000, scriptBytes: 1200, files: 7101, workerBytes: 587_000 };

test('the table sets before, after, the difference and the budget beside each other', () => {
  const table = budgetTable(measures, { ...measures, pageBytes: 7120, files: 7099, workerBytes: 610_000 });
  expect(table).toContain('| 7.000 | 7.120 | +120 | 13.000 (55 %) |');
  expect(table).toContain('| 1.200 | 1.200 | sama | 5.000 (24 %) |');
  expect(table).toContain('| 7.101 | 7.099 | −2 |');
  expect(table).toContain('| 587.000 | 610.000 | +23.000 | 600.000 (102 % **terlampaui**) |');
});

test('where the state before could not be built, the table says so', () => {
  const table = budgetTable(undefined, measures);
  expect(table).toContain('| ? | 7.000 |  | 13.000');
  expect(table).toContain('tidak dapat dibangun');
});

test('the budgets are those of the design', () => {
  expect(BUDGETS).toEqual({ pageBytes: 13_000, scriptBytes: 5_000, files: 20_000, workerBytes: 600_000 });
});
