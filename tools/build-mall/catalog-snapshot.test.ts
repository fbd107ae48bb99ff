import { expect, test } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../src/catalog/reading/regions.ts';
import { catalogSnapshot } from './catalog-snapshot.ts';

test('order pages mark a sample seller’s number and account', async () => {
  const { content } = await readContent('tests/fixture-content');
  const seller = content.sellers.get('batik-sekar')!;
  const rowOf = async (changes: object) => {
    content.sellers.set('batik-sekar', { ...seller, sample: undefined, ...changes });
    const { statements } = catalogSnapshot(content, (await readRegions()).values(), {});
    const insert = statements.find((statement) => statement.startsWith('INSERT INTO sellers'))!;
    return /\('batik-sekar',.*?,(\d)\)/s.exec(insert)?.[1];
  };
  expect(await rowOf({})).toBe('0');
  expect(await rowOf({ sample: true })).toBe('1');
});
