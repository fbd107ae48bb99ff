import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from './content-problem.ts';
import { readWordLists } from './content-words.ts';

async function read(files?: Record<string, unknown>) {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-words-'));
  if (files) mkdirSync(join(folder, 'search'));
  for (const [name, value] of Object.entries(files ?? {}))
    writeFileSync(
      join(folder, 'search', name),
      typeof value === 'string' ? value : JSON.stringify(value, null, 1),
    );
  const problems: Problem[] = [];
  return { words: await readWordLists(folder, problems), problems };
}

test('the mall’s word lists have no fault, and at least 150 groups of synonyms', async () => {
  const problems: Problem[] = [];
  const { same, wider } = await readWordLists('content', problems);
  expect(problems).toEqual([]);
  expect(same.length).toBeGreaterThanOrEqual(150);
  expect(wider.baju).toContain('atasan');
});

test('a word in two groups, a circle of wider words, no word and broken JSON are told with file, line and field', async () => {
  const { problems, words } = await read({
    'synonyms.json': {
      same: [
        ['tas', 'bag'],
        ['ransel', 'Bag'],
      ],
      wider: { baju: ['kemeja'], kemeja: ['baju'] },
    },
    'protected.json': '["kebaya",]',
    'ignored.json': ['***'],
    'spellings.json': { batik: ['batk'] },
  });
  const told = problems.map(({ file, field }) => [file, field]);
  expect(told).toContainEqual(['search/synonyms.json', 'same.1']);
  expect(told).toContainEqual(['search/synonyms.json', 'wider.baju']);
  expect(told).toContainEqual(['search/ignored.json', '0']);
  expect(told.map(([file]) => file)).toContain('search/protected.json');
  for (const { line, message } of problems) {
    expect(line).toBeGreaterThan(0);
    expect(message).not.toBe('');
  }
  expect(words.spellings).toEqual({ batik: ['batk'] });
});

test('content without word lists has the mall’s own', async () => {
  expect((await read()).words.same.length).toBeGreaterThan(150);
});

test('every category that the wishes name is one of the mall', async () => {
  const { wishes } = await readWordLists('content', []);
  const slugs = JSON.parse(readFileSync('content/categories.json', 'utf8')).map(
    ({ slug }: { slug: string }) => slug,
  );
  const named = [
    ...Object.values(wishes.things),
    ...Object.values(wishes.leanings),
    ...Object.values(wishes.occasions).map(({ categories }) => categories),
  ].flat();
  expect(named.length).toBeGreaterThan(50);
  for (const category of named) expect(slugs).toContain(category);
});
