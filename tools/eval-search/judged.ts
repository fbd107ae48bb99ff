import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { d1Search } from '../../functions/search/d1-search.ts';
import type { SearchAnswer, SearchProducts } from '../../functions/search/search-products.ts';
import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { searchIndexStatements } from '../build-mall/search-index.ts';
import { memoryDatabase } from './database.ts';
import { searchOn } from './evaluation.ts';

const FIRST = 10;
/** So many of the first ten may miss what the query is about before the answer is no success. */
const MOST_STRAY = 2;

/** What the first ten must be; patterns are regular expressions, whatever the case. */
const mustSchema = z.strictObject({
  category: z.array(z.string()).optional(),
  title: z.string().optional(),
  /** Title, text, colours, technique. */
  text: z.string().optional(),
  /** A variant. */
  size: z.string().optional(),
  sizeOrTitle: z.string().optional(),
  /** Rupiah. */
  min: z.number().optional(),
  max: z.number().optional(),
  sorted: z.literal('price_asc').optional(),
  /** Nothing of it is in the mall. */
  none: z.literal(true).optional(),
  /** The words stay as they were typed. */
  notCorrected: z.literal(true).optional(),
});
const judgedSchema = z.array(
  z.strictObject({
    query: z.string(),
    group: z.enum(['thing', 'price', 'size', 'occasion', 'language']),
    must: mustSchema,
  }),
);
export type Judged = z.output<typeof judgedSchema>[number];
type Must = Judged['must'];

/** What people ask and what they must get: the walk of a shopper, and more of its kind. */
export const judged = judgedSchema.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, 'judged.json'), 'utf8')),
);

export interface Verdict extends Judged {
  success: boolean;
  /** Of the first ten, 0 to 1, those at the top weighing more. */
  ndcg: number;
  titles: string[];
}

/** The verdicts on the search of a content. */
export async function judgeContent(
  content: Content,
  regionName: (code: string) => string | undefined,
): Promise<Verdict[]> {
  const database = memoryDatabase([
    'CREATE TABLE sellers (slug TEXT PRIMARY KEY)',
    ...searchIndexStatements(content, { regionName }),
  ]);
  return judge(content, searchOn(d1Search(async () => database, 'judged')));
}

/** Asks every judged query and tells what the first ten are worth. */
async function judge(content: Content, search: SearchProducts): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const entry of judged) {
    const there = [...content.products.keys()].filter((sku) => meets(content, sku, entry.must)).length;
    const result = await search({
      query: entry.query,
      filters: {},
      sort: 'relevance',
      page: 1,
      per_page: FIRST,
      literal: false,
    });
    if (!result.ok) throw new Error(`${entry.query}: ${result.reason}`);
    const good = result.answer.items.map(({ sku }) => meets(content, sku, entry.must));
    verdicts.push({
      ...entry,
      success: isSuccess(entry, result.answer, good, there),
      ndcg: entry.must.none || entry.must.notCorrected ? 1 : gain(good),
      titles: result.answer.items.map(
        ({ title, price }, index) => `${good[index] ? ' ' : '×'} ${title} ${price}`,
      ),
    });
  }
  return verdicts;
}

function isSuccess({ must, group }: Judged, answer: SearchAnswer, good: boolean[], there: number): boolean {
  if (must.none) return answer.total === 0;
  if (must.notCorrected) return answer.suggestion === null;
  if (!good.length) return false;
  const prices = answer.items.map(({ price }) => price);
  if (must.sorted && prices.some((price, index) => index > 0 && price < prices[index - 1]!)) return false;
  const inRange = prices.every((price) => price >= (must.min ?? 0) && price <= (must.max ?? price));
  // A price or a size is a promise: one dearer product among ten breaks it. Where the mall has fewer, all of them.
  const wanted = Math.min(good.length - (group === 'size' ? 0 : MOST_STRAY), there);
  return inRange && good.filter(Boolean).length >= Math.max(1, wanted);
}

function meets(content: Content, sku: string, must: Must): boolean {
  const product = content.products.get(sku);
  if (!product) return false;
  const has = (pattern: string | undefined, ...texts: string[]) =>
    pattern === undefined ||
    texts.some((text) => new RegExp(`(?:^|[^a-z0-9])(?:${pattern})`, 'i').test(text));
  const exactly = (pattern: string) => new RegExp(`(?:^|[^a-z0-9])(?:${pattern})(?![a-z0-9])`, 'i');
  const sizes = product.variants.map(({ name }) => name);
  return (
    (must.category?.includes(product.category) ?? true) &&
    has(must.title, product.title) &&
    has(must.text, product.title, product.body, ...product.colors, product.technique ?? '') &&
    (must.size === undefined || sizes.some((name) => exactly(must.size!).test(name))) &&
    has(must.sizeOrTitle, product.title, ...sizes)
  );
}

/** Discounted gain over the best that as many results could have. */
function gain(good: boolean[]): number {
  const weight = (index: number) => 1 / Math.log2(index + 2);
  const total = (flags: boolean[]) => flags.reduce((sum, flag, index) => sum + (flag ? weight(index) : 0), 0);
  return good.length ? total(good) / total(good.map(() => true)) : 0;
}

/** Share of successes, and the mean gain, of all verdicts or of one group. */
export function summary(verdicts: readonly Verdict[]) {
  const success = verdicts.filter((verdict) => verdict.success).length / verdicts.length;
  const ndcg = verdicts.reduce((sum, verdict) => sum + verdict.ndcg, 0) / verdicts.length;
  return { success, ndcg, of: verdicts.length };
}
