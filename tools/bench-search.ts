import { getPlatformProxy } from 'wrangler';
import { d1Search } from '../functions/search/d1-search.ts';
import { wordsOf } from '../src/domain/search/text.ts';
import { searchIndexStatements } from './build-mall/search-index.ts';
import { memoryDatabase } from './eval-search/database.ts';
import { searchOn, withTypo } from './eval-search/evaluation.ts';
import { generatedCatalogue } from './eval-search/generated.ts';
import { pick, sample, seededRandom } from './eval-search/random.ts';

const SIZES = [2_768, 27_680, 110_720];
const RUNS = 200;
const PER_FILE = 400;

/** What one statement cost, as D1 tells it. */
interface Cost {
  rows: number;
  statements: number;
}

/**
 * `npm run bench:search`: milliseconds and rows read for a query, in workerd's D1, at three sizes. Each
 * query is new to the isolate, unless it says "again".
 */
async function main(): Promise<void> {
  const sizes = process.argv.slice(2).map(Number).filter(Boolean);
  const tables: [number, Record<string, string>][] = [];
  for (const size of sizes.length ? sizes : SIZES) tables.push([size, await bench(size)]);
  const rows = Object.keys(tables[0]![1]);
  const cell = (text: string, width: number) => text.padEnd(width);
  console.log(`\n${cell('', 36)}${tables.map(([size]) => cell(`${size} products`, 28)).join('')}`);
  for (const row of rows)
    console.log(cell(row, 36) + tables.map(([, values]) => cell(values[row] ?? '', 28)).join(''));
}

async function bench(size: number): Promise<Record<string, string>> {
  const catalogue = await generatedCatalogue(size);
  const built = performance.now();
  const statements = searchIndexStatements(catalogue.content, { regionName: catalogue.regionName });
  const buildMs = performance.now() - built;
  const platform = await getPlatformProxy<{ CATALOG_A: D1Database }>({
    configPath: 'wrangler.toml',
    persist: false,
  });
  const database = platform.env.CATALOG_A;
  const loading = performance.now();
  for (let start = 0; start < statements.length; start += PER_FILE)
    await database.batch(statements.slice(start, start + PER_FILE).map((sql) => database.prepare(sql)));
  const loadMs = performance.now() - loading;

  const cost: Cost = { rows: 0, statements: 0 };
  const fresh = () => searchOn(d1Search(async () => counting(database, cost), 'bench'));
  // Without workerd and the way to it: what SQLite itself needs.
  const memory = memoryDatabase(statements);
  const freshAlone = () => searchOn(d1Search(async () => memory, 'bench'));
  const random = seededRandom(11);
  const titles = [...catalogue.content.products.values()].map(({ title }) => [...new Set(wordsOf(title))]);
  const four = () => {
    for (;;) {
      const words = pick(random, titles);
      if (words.length >= 4) return sample(random, words, 4);
    }
  };
  const typo = () => {
    const words = four();
    const long = words.filter((word) => /^[a-z]{5,}$/.test(word));
    const word = long.length ? pick(random, long) : '';
    return words.map((part) => (part === word ? withTypo(random, word) : part)).join(' ');
  };
  const measure = async (run: () => Promise<unknown>, runs: number) => {
    await run();
    const times: number[] = [];
    cost.rows = 0;
    cost.statements = 0;
    for (let index = 0; index < runs; index++) {
      const start = performance.now();
      await run();
      times.push(performance.now() - start);
    }
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)]!.toFixed(2);
    const late = times[Math.floor(times.length * 0.95)]!.toFixed(1);
    return `${median} ms (95 %: ${late}), ${Math.round(cost.rows / runs)} rows`;
  };
  const ask = (query: string, filters = {}) => ({
    query,
    filters,
    sort: 'relevance' as const,
    page: 1,
    per_page: 24,
    literal: false,
  });
  const kept = fresh();
  // The labels of the facets are read once in an isolate's life.
  const warm = async () => {
    const search = fresh();
    await search(ask('zzzzzz'));
    return search;
  };
  const alone = freshAlone();
  const searchFour = await warm();
  const searchTypo = await warm();
  const common = ['batik', 'tenun', 'kain', 'baju'];
  let turn = 0;
  const result: Record<string, string> = {
    'index: built, loaded': `${(buildMs / 1000).toFixed(1)} s, ${(loadMs / 1000).toFixed(1)} s, ${(statements.join('').length / 1e6).toFixed(1)} MB`,
    'four words, SQLite alone': await measure(() => alone(ask(four().join(' '))), RUNS),
    'four words, one typo, SQLite alone': await measure(() => alone(ask(typo())), RUNS),
    'one common word, SQLite alone': await measure(() => freshAlone()(ask(common[turn++ % 4]!)), 8),
    'one statement (SELECT 1)': await measure(() => database.prepare('SELECT 1').all(), RUNS),
    'four words': await measure(() => searchFour(ask(four().join(' '))), RUNS),
    'four words, one typo': await measure(() => searchTypo(ask(typo())), RUNS),
    'one common word, with counts': await measure(() => fresh()(ask(common[turn++ % 4]!)), 8),
    'the same again': await measure(() => kept(ask('batik')), RUNS),
    'one common word and a filter': await measure(
      () => fresh()(ask('batik', { region: '33.74', max_price: 250_000 })),
      8,
    ),
    'everything (no words)': await measure(() => fresh()(ask('')), 8),
  };
  await platform.dispose();
  return result;
}

/** The database, with what its statements cost added up. */
function counting(database: D1Database, cost: Cost): D1Database {
  return {
    prepare: (sql: string) => {
      const statement = database.prepare(sql);
      return {
        bind: (...values: unknown[]) => ({
          all: async () => {
            const answer = await statement.bind(...values).all();
            cost.rows += answer.meta.rows_read;
            cost.statements++;
            return answer;
          },
        }),
      };
    },
  } as unknown as D1Database;
}

await main();
