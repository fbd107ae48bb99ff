import { existsSync } from 'node:fs';
import { contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { readRegions } from '../src/catalog/reading/regions.ts';
import { type Evaluation, evaluate, STEMMING, type Stemming } from './eval-search/evaluation.ts';
import { generatedCatalogue } from './eval-search/generated.ts';
import { judgeContent, summary } from './eval-search/judged.ts';
import { listingsCatalogue, type SearchableCatalogue } from './eval-search/listings.ts';

const ROWS: [row: string, target: string][] = [
  ['full title', '99 %, first 3'],
  ['four words', '97 %'],
  ['one typo', '97 %'],
  ['inflected', '95 %'],
  ['one typo alone', ''],
  ['inflected alone', '95 %'],
  ['synonyms', '100 %'],
  ['wider word', '100 %'],
  ['place', ''],
  ['English words', ''],
  ['English title', ''],
];

/** `npm run eval:search`: what the search finds, as a table; `--stemming` compares the ways to stem. */
async function main(): Promise<void> {
  const compare = process.argv.includes('--stemming');
  const ways: readonly Stemming[] = compare ? STEMMING : ['built'];
  for (const catalogue of await catalogues()) {
    const results: [string, Evaluation][] = [];
    for (const way of ways) results.push([way, await evaluate(catalogue, way)]);
    print(catalogue, results);
    if (catalogue.name === 'content') await printJudged(catalogue);
  }
}

/** Success and nDCG at ten of the judged queries; with `--misses` the ten of each that is no success. */
async function printJudged({ content, regionName }: SearchableCatalogue): Promise<void> {
  const verdicts = await judgeContent(content, regionName);
  const groups = Map.groupBy(verdicts, ({ group }) => group);
  console.log('\njudged queries  success@10          nDCG@10');
  for (const [name, list] of [['all', verdicts], ...groups] as const) {
    const { success, ndcg, of } = summary(list);
    const share = `${(100 * success).toFixed(1)} % of ${of}`;
    console.log(name.padEnd(16) + share.padEnd(20) + ndcg.toFixed(3));
  }
  if (process.argv.includes('--misses'))
    for (const { query, success, titles } of verdicts)
      if (!success) console.log(`\n${query}\n  ${titles.join('\n  ')}`);
}

async function catalogues(): Promise<SearchableCatalogue[]> {
  const found: SearchableCatalogue[] = [];
  if (existsSync(contentFolder())) {
    const { content } = await readContent(contentFolder());
    const regions = await readRegions();
    found.push({ name: 'content', content, regionName: (code) => regions.get(code)?.name });
  }
  found.push(await listingsCatalogue());
  if (process.argv.includes('--generated')) found.push(await generatedCatalogue(2768));
  return found;
}

function print(catalogue: SearchableCatalogue, results: [string, Evaluation][]): void {
  console.log(`\n${catalogue.name}: ${catalogue.content.products.size} products`);
  const cell = (text: string, width: number) => text.padEnd(width);
  console.log(cell('', 16) + results.map(([way]) => cell(way, 20)).join('') + 'target');
  for (const [row, target] of ROWS) {
    const cells = results.map(([, { scores }]) => {
      const score = scores[row];
      return cell(score ? `${((100 * score.found) / score.of).toFixed(1)} % of ${score.of}` : '–', 20);
    });
    console.log(cell(row, 16) + cells.join('') + target);
  }
  if (process.argv.includes('--misses'))
    for (const [row, queries] of Object.entries(results.at(-1)![1].misses))
      console.log(`\n${row}, not found:\n  ${queries.slice(0, 15).join('\n  ')}`);
}

await main();
