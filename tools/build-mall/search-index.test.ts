import { beforeAll, expect, test } from 'vitest';
import { d1Search } from '../../functions/search/d1-search.ts';
import type { SearchIndex } from '../../functions/search/ports.ts';
import type { SearchProducts } from '../../functions/search/search-products.ts';
import { type Content, readContent } from '../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../src/catalog/reading/regions.ts';
import { isSoldOut, skusOf } from '../../src/domain/products/skus-of.ts';
import type { Lexicon } from '../../src/domain/search/lexicon.ts';
import { PRICE_BANDS, priceBand, type SearchFilters } from '../../src/domain/search/query.ts';
import { wordsOf } from '../../src/domain/search/text.ts';
import { memoryDatabase } from '../eval-search/database.ts';
import { searchOn } from '../eval-search/evaluation.ts';
import { pick, sample, seededRandom } from '../eval-search/random.ts';
import { buildLexicon } from './search-analysis.ts';
import { type IndexedProduct, indexedProducts, searchIndexStatements } from './search-index.ts';

let content: Content;
let lexicon: Lexicon;
let products: IndexedProduct[];
let statements: string[];
let index: SearchIndex;
let search: SearchProducts;
beforeAll(async () => {
  ({ content } = await readContent('content'));
  const regions = await readRegions();
  const options = { regionName: (code: string) => regions.get(code)?.name };
  lexicon = buildLexicon(content.words);
  products = indexedProducts(content, lexicon, options);
  statements = searchIndexStatements(content, { ...options, lexicon });
  const database = memoryDatabase(['CREATE TABLE sellers (slug TEXT PRIMARY KEY)', ...statements]);
  index = d1Search(async () => database, 'test');
  search = searchOn(index);
}, 60_000);

test('the same content gives the same statements, none beyond what D1 takes', async () => {
  const regions = await readRegions();
  expect(searchIndexStatements(content, { regionName: (code) => regions.get(code)?.name })).toEqual(
    statements,
  );
  for (const statement of statements) expect(Buffer.byteLength(statement)).toBeLessThan(100_000);
});

const isAvailable = (product: IndexedProduct['product']) => !isSoldOut(skusOf(product));

/** Everything that a product has, whatever the field. */
const tokensOf = ({ tokens }: IndexedProduct) =>
  new Set([...tokens.title, ...tokens.attributes, ...tokens.wider, ...tokens.body]);

const passes = (filters: SearchFilters, except?: string) => (product: IndexedProduct) => {
  const { product: fields, region } = product;
  const checks: Record<string, boolean> = {
    category: filters.category === undefined || fields.category === filters.category,
    region: filters.region === undefined || region === filters.region,
    edition: filters.edition === undefined || fields.edition === filters.edition,
    price:
      fields.price >= (filters.min_price ?? 0) &&
      fields.price <= (filters.max_price ?? Number.POSITIVE_INFINITY),
    available: !filters.available || isAvailable(fields),
    export_ready: !filters.export_ready || fields.export_ready,
    seller: filters.seller === undefined || fields.seller === filters.seller,
  };
  return Object.entries(checks).every(([name, passed]) => passed || name === except);
};

const countBy = (list: IndexedProduct[], value: (product: IndexedProduct) => string | undefined) => {
  const counts = new Map<string, number>();
  for (const product of list) {
    const key = value(product);
    if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
};
const bandOf = ({ product }: IndexedProduct) => {
  const { min, max } = PRICE_BANDS[priceBand(product.price)]!;
  return `${min}-${max ?? ''}`;
};

test('total and every facet equal a brute-force count over the content, on 200 random queries', async () => {
  const random = seededRandom(2020);
  for (let round = 0; round < 200; round++) {
    const product = pick(random, products);
    // Sizes, taste and occasions only rank; they narrow nothing.
    const ranks = (word: string) =>
      ['size', 'soft', 'occasion'].includes(lexicon.meaning(lexicon.token(word))?.role ?? '');
    const words = [...new Set(wordsOf(product.product.title))].filter(
      (word) => !lexicon.ignoredWords.has(word) && !lexicon.isMisspelling(word) && !ranks(word),
    );
    const asked = sample(random, words, 1 + Math.floor(random() * 2));
    if (lexicon.isListed(asked.join(' ')) && asked.length > 1) continue;
    const filters: SearchFilters = {
      ...(random() < 0.3 && { category: pick(random, products).product.category }),
      ...(random() < 0.3 && { region: pick(random, products).region }),
      ...(random() < 0.3 && { edition: product.product.edition }),
      ...(random() < 0.3 && { min_price: 50_000, max_price: 50_000 + Math.floor(random() * 500_000) }),
      ...(random() < 0.3 && { available: true }),
      ...(random() < 0.2 && { export_ready: true }),
    };
    const tokens = asked.map((word) => lexicon.token(word));
    const matching = products.filter((candidate) => {
      const has = tokensOf(candidate);
      return tokens.every((token) => has.has(token));
    });
    const result = await search({
      query: asked.join(' '),
      filters,
      sort: 'relevance',
      page: 1,
      per_page: 24,
      literal: false,
    });
    if (!result.ok) throw new Error(result.reason);
    const { answer } = result;
    const of = (kind: string) => matching.filter(passes(filters, kind));
    const facet = (name: keyof typeof answer.facets) =>
      Object.fromEntries(answer.facets[name].map(({ value, count }) => [value, count]).sort());
    const what = JSON.stringify({ asked, filters });
    expect(answer.total, what).toBe(matching.filter(passes(filters)).length);
    expect(facet('category'), what).toEqual(countBy(of('category'), ({ product: { category } }) => category));
    expect(facet('region'), what).toEqual(countBy(of('region'), ({ region }) => region));
    expect(facet('edition'), what).toEqual(countBy(of('edition'), ({ product: { edition } }) => edition));
    expect(facet('price'), what).toEqual(countBy(of('price'), bandOf));
    expect(facet('available'), what).toEqual(
      countBy(of('available'), (p) => (isAvailable(p.product) ? '1' : undefined)),
    );
    expect(facet('export_ready'), what).toEqual(
      countBy(of('export_ready'), (p) => (p.product.export_ready ? '1' : undefined)),
    );
  }
}, 120_000);

const found = async (query: string, first = 100_000) => {
  const result = await search({
    query,
    filters: {},
    sort: 'relevance',
    page: 1,
    per_page: first,
    literal: false,
  });
  if (!result.ok) throw new Error(result.reason);
  return result.answer.items;
};

test('words in the title come before words elsewhere, what is sold out last among equals', async () => {
  const bySku = new Map(products.map((product) => [product.slug, product]));
  for (const word of ['parang', 'batik', 'tenun', 'sutra']) {
    const token = lexicon.token(word);
    const places = (await found(word)).map(({ sku }) => bySku.get(sku)!);
    const firstElsewhere = places.findIndex(({ tokens }) => !tokens.title.includes(token));
    const last = places.findLastIndex(({ tokens }) => tokens.title.includes(token));
    if (firstElsewhere >= 0) expect(last, word).toBeLessThan(firstElsewhere);
    const inTitle = places.slice(0, last + 1).filter(({ tokens }) => tokens.titleWords > 1);
    const firstSoldOut = inTitle.findIndex(({ product }) => !isAvailable(product));
    if (firstSoldOut >= 0)
      expect(
        inTitle.slice(firstSoldOut).every(({ product }) => !isAvailable(product)),
        word,
      ).toBe(true);
  }
});

test('among equals no seller fills a page', async () => {
  for (const word of ['batik', 'kain', 'kemeja', 'tas']) {
    const page = await found(word, 24);
    const sellers = Object.values(Object.groupBy(page, ({ seller }) => seller)).map((list) => list!.length);
    expect(Math.max(...sellers), word).toBeLessThanOrEqual(12);
  }
});

test('a wider word finds what a narrower one names, and not the other way round', async () => {
  const baju = new Set((await found('baju')).map(({ sku }) => sku));
  const kemeja = await found('kemeja');
  const named = kemeja.filter(({ title }) => /kemeja/i.test(title));
  expect(named.length).toBeGreaterThan(0);
  expect(named.every(({ sku }) => baju.has(sku))).toBe(true);
  expect(kemeja.length).toBeLessThan(baju.size);
});

test('protected words stay whole', async () => {
  for (const word of ['pekalongan', 'kebaya', 'kemeja', 'selendang', 'pemalang'])
    expect(lexicon.token(word)).toBe(word);
});
