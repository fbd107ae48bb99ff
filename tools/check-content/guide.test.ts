import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';

const guide = readFileSync('content/README.md', 'utf8');
const scripts = JSON.parse(readFileSync('package.json', 'utf8')).scripts;

test('the product of the editors’ guide, copied as it stands, passes the check', async () => {
  const example = /```markdown\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-guide-'));
  try {
    cpSync('tests/fixture-content', folder, { recursive: true });
    writeFileSync(join(folder, 'products/batik-sekar/kemeja-kawung.md'), example);
    writeFileSync(join(folder, 'products/batik-sekar/kemeja-kawung-1.jpg'), '');
    const { content, problems } = await readContent(folder);
    expect(problems).toEqual([]);
    expect(content.products.get('batik-sekar/kemeja-kawung')?.price).toBe(185_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every command that the guide names exists', () => {
  const named = [...guide.matchAll(/npm (?:run ([a-z:]+)|start)/g)].map(([, script]) => script ?? 'start');
  expect(named.length).toBeGreaterThan(5);
  for (const script of named) {
    expect(scripts).toHaveProperty([script]);
    expect(existsSync(scripts[script].split(' ')[1])).toBe(true);
  }
});

test('the messages that it explains are those that the check says', () => {
  const sources = [
    'src/catalog/reading/content-parse.ts',
    'src/catalog/reading/content-schema.ts',
    'src/catalog/reading/content-cross-check.ts',
    'src/catalog/reading/content-destinations.ts',
    'src/catalog/reading/content-legality.ts',
    'src/catalog/reading/content-seller.ts',
    'src/schemas/product.ts',
    'tools/photos/inspect-photo.ts',
    'tools/check-content/vanished-products.ts',
  ]
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const rows = [...guide.slice(guide.indexOf('## Arti pesannya')).matchAll(/^\| (?!pesan|---)([^|]+) \|/gm)];
  expect(rows.length).toBeGreaterThan(12);
  for (const [, message = ''] of rows) {
    // What a message quotes is filled in; the longest of its own words are looked for.
    const own = message
      .split(/"[^"]*"|185\.000|185|\(|\)|pakaian bayi|400 piksel/)
      .map((part) => part.trim());
    const longest = own.sort((a, b) => b.length - a.length)[0]!;
    expect(sources).toContain(longest);
  }
});
