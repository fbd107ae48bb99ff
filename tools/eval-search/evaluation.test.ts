import { expect, test } from 'vitest';
import { readContent } from '../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../src/catalog/reading/regions.ts';
import { type Evaluation, evaluate } from './evaluation.ts';
import { judgeContent, judged, summary, type Verdict } from './judged.ts';
import { listingsCatalogue } from './listings.ts';

/** The least that must be found, as a share. */
const TARGETS: Record<string, number> = {
  'full title': 0.99,
  'four words': 0.97,
  'one typo': 0.97,
  inflected: 0.95,
  'inflected alone': 0.95,
  synonyms: 1,
  'wider word': 1,
};

function expectTargets({ scores }: Evaluation): void {
  for (const [row, target] of Object.entries(TARGETS)) {
    const score = scores[row];
    if (score) expect(score.found / score.of, row).toBeGreaterThanOrEqual(target);
  }
  expect(scores['four words']!.of).toBeGreaterThan(100);
}

test('on the content: titles, four words, typos, inflections and synonyms are found', async () => {
  const { content } = await readContent('content');
  const regions = await readRegions();
  const regionName = (code: string) => regions.get(code)?.name;
  expectTargets(await evaluate({ name: 'content', content, regionName }, 'built'));
}, 180_000);

test(
  'on the real listings of tests/data/listings.csv: the same',
  async () => expectTargets(await evaluate((await listingsCatalogue())!, 'built')),
  180_000,
);

test('what people ask for is among the first ten: prices and sizes always, the rest in 95 of 100', async () => {
  const { content } = await readContent('content');
  const regions = await readRegions();
  const verdicts = await judgeContent(content, (code) => regions.get(code)?.name);
  const missed = (group: Verdict['group']) =>
    verdicts.filter((verdict) => verdict.group === group && !verdict.success).map(({ query }) => query);
  expect(judged.length).toBeGreaterThanOrEqual(150);
  expect(missed('price')).toEqual([]);
  expect(missed('size')).toEqual([]);
  expect(summary(verdicts).success).toBeGreaterThanOrEqual(0.95);
  expect(summary(verdicts).ndcg).toBeGreaterThanOrEqual(0.95);
}, 180_000);
