import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildMall } from './support/build-mall.ts';

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-builds-'));
const first = new Map<string, string>();
const second = new Map<string, string>();
const third = new Map<string, string>();

/** Builds the fixture's content from a copy of its own, so that no path of one build is that of another. */
async function build(
  name: string,
  change: (content: string) => void = () => {},
): Promise<Map<string, string>> {
  const content = join(folder, name, 'content');
  const dist = join(folder, name, 'dist');
  cpSync('tests/fixture-content', content, { recursive: true });
  change(content);
  await buildMall(content, dist);
  const files = globSync('**/*', { cwd: dist })
    .filter((file) => statSync(join(dist, file)).isFile())
    .sort();
  return new Map(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(dist, file)))
        .digest('hex'),
    ]),
  );
}

beforeAll(async () => {
  for (const [file, hash] of await build('one')) first.set(file, hash);
  for (const [file, hash] of await build('another-place')) second.set(file, hash);
  const changed = await build('dearer', (content) => {
    const file = join(content, 'products/tenun-troso/kain-ikat.md');
    writeFileSync(file, readFileSync(file, 'utf8').replace('price: 120000', 'price: 125000'));
  });
  for (const [file, hash] of changed) third.set(file, hash);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Files that two builds do not share byte for byte; `+` and `-` where only one has them. */
function differences(before: Map<string, string>, after: Map<string, string>): string[] {
  const changed = [...after]
    .filter(([file, hash]) => before.has(file) && before.get(file) !== hash)
    .map(([file]) => file);
  const added = [...after.keys()].filter((file) => !before.has(file)).map((file) => `+ ${file}`);
  const removed = [...before.keys()].filter((file) => !after.has(file)).map((file) => `- ${file}`);
  return [...changed, ...added, ...removed].sort();
}

test('two builds of the same content, in different folders, give the same bytes', () => {
  expect(first.size).toBeGreaterThan(40);
  expect(differences(first, second)).toEqual([]);
});

test('one changed price changes exactly the files that show it, and the catalogue with the code that names it', () => {
  expect(differences(first, third)).toEqual(
    [
      // The catalogue, and the one part of the Worker that names its version.
      'catalog-version',
      'catalog.sql',
      'server/entry.mjs',
      // The product, every list and card that shows it, and the search on the device.
      'client/daerah/33.20/index.html',
      'client/expo/uvo-2/index.html',
      'client/feed.xml',
      'client/kategori/kain/index.html',
      'client/pagefind/items-5.json',
      'client/produk/batik-sekar/selendang-truntum/index.html',
      'client/produk/tenun-troso/kain-ikat/index.html',
      'client/ukm/tenun-troso/index.html',
    ].sort(),
  );
});
