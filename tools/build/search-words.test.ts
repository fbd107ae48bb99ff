import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkWordLists, readWordLists } from './search-words.ts';

function folderWith(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-words-'));
  mkdirSync(join(folder, 'search'));
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, 'search', name), typeof value === 'string' ? value : JSON.stringify(value));
  return folder;
}

test('the word lists have no fault, and at least 150 groups of synonyms', () => {
  expect(checkWordLists('content')).toEqual([]);
  const { same, wider } = readWordLists('content');
  expect(same.length).toBeGreaterThanOrEqual(150);
  expect(wider.baju).toContain('atasan');
});

test('a word in two groups, a circle of wider words and broken JSON are told with file and field', () => {
  const faults = checkWordLists(
    folderWith({
      'synonyms.json': {
        same: [
          ['tas', 'bag'],
          ['ransel', 'Bag'],
        ],
        wider: { baju: ['kemeja'], kemeja: ['baju'] },
      },
      'protected.json': '["kebaya",]',
      'ignored.json': ['***'],
    }),
  );
  expect(faults.map(({ file, field }) => [file.split('/').at(-1), field])).toEqual(
    expect.arrayContaining([
      ['synonyms.json', 'same.1'],
      ['synonyms.json', 'wider.baju'],
      ['protected.json', ''],
      ['ignored.json', '0'],
    ]),
  );
});

test('content without word lists uses the mall’s own', () => {
  expect(readWordLists(mkdtempSync(join(tmpdir(), 'mal-ukm-words-'))).same.length).toBeGreaterThan(150);
});
