import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import naughtyStrings from '../../tests/data/blns.json?raw';
import { catalogDatabase } from '../products/d1-catalog.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { matchExpression } from './d1-ranking.ts';
import { d1Search } from './d1-search.ts';
import { d1SearchCounts } from './d1-search-counts.ts';

beforeAll(prepareDatabases);
const mall = testMall();

interface Answer {
  query: string;
  total: number;
  page: number;
  per_page: number;
  items: { sku: string; title: string; price: number; seller: string; image: string | null; url: string }[];
  facets: Record<string, { value: string; count: number }[]>;
  suggestion: string | null;
  partial: boolean;
}
async function search(text: string): Promise<Answer> {
  const response = await mall.request(`/api/search?${text}`);
  expect(response.status).toBe(200);
  return response.json();
}
const skus = (answer: Answer) => answer.items.map(({ sku }) => sku);

test('the answer has what the design promises', async () => {
  const answer = await search('q=batik%20parang');
  expect(answer).toMatchObject({
    query: 'batik parang',
    total: 1,
    page: 1,
    per_page: 24,
    suggestion: null,
    partial: false,
  });
  expect(answer.items[0]).toMatchObject({
    sku: 'batik-sekar/kemeja-parang',
    seller: 'batik-sekar',
    price: 185_000,
    url: '/produk/batik-sekar/kemeja-parang/',
  });
  expect(answer.facets.category).toEqual([{ value: 'kemeja', count: 1 }]);
  expect(answer.facets.region).toHaveLength(1);
});

test('synonyms, English, places, inflections and misspellings find the same product', async () => {
  for (const query of ['kemeja parang', 'hem parang', 'parang shirt', 'baju parang', 'kemejanya parang'])
    expect(skus(await search(`q=${query}`)), query).toEqual(['batik-sekar/kemeja-parang']);
  expect(await search('q=lurik pekalongan')).toMatchObject({ partial: true });
  expect(skus(await search('q=tenun jepara'))).toContain('tenun-troso/kain-ikat');
});

test('misspelt words are corrected and said; as typed they find nothing', async () => {
  const corrected = await search('q=kmeja prang');
  expect(corrected.suggestion).toBe('kemeja parang');
  expect(skus(corrected)).toEqual(['batik-sekar/kemeja-parang']);
  const literal = await search('q=kmeja prang&exact=1');
  expect(literal).toMatchObject({ total: 0, suggestion: null });
});

test('when no product has all the words, those with some are shown and said so', async () => {
  const answer = await search('q=selendang truntum flamboyan');
  expect(answer.partial).toBe(true);
  expect(skus(answer)).toContain('batik-sekar/selendang-truntum');
});

test('a price in words is a limit, never text, and the query stays as typed', async () => {
  const cheap = await search(`q=${encodeURIComponent('kemeja dibawah 160rb')}`);
  expect(cheap).toMatchObject({ query: 'kemeja dibawah 160rb', suggestion: null, partial: false });
  expect(cheap.items.length).toBeGreaterThan(0);
  expect(cheap.items.every(({ price }) => price <= 160_000)).toBe(true);
  expect((await search(`q=${encodeURIComponent('< 160000')}`)).items.map(({ price }) => price)).toHaveLength(
    2,
  );
  // A limit that the address names counts before the words.
  expect((await search(`q=${encodeURIComponent('di bawah 160rb')}&max_price=130000`)).total).toBe(1);
  expect(Object.keys(cheap).sort()).toEqual(
    ['facets', 'items', 'nearest', 'page', 'partial', 'per_page', 'query', 'suggestion', 'total'].sort(),
  );
});

test('cheap is an order, not the colour that is spelt alike', async () => {
  const answer = await search('q=murah');
  expect(answer.suggestion).toBeNull();
  expect(answer.items.map(({ price }) => price)).toEqual([120_000, 150_000, 185_000, 450_000]);
  expect((await search('q=murah&sort=price_desc')).items[0]?.price).toBe(450_000);
  expect((await search('q=murah&exact=1')).total).toBe(0);
});

test('fillers, sizes and occasions never narrow what is found', async () => {
  const plain = await search('q=kemeja parang');
  for (const query of [
    'kemeja parang buat kondangan',
    'kemeja parang ukuran XL dong',
    'bwt cowok kemeja parang size L',
  ])
    expect(skus(await search(`q=${encodeURIComponent(query)}`)), query).toEqual(skus(plain));
});

test('an everyday word is no typing error of another', async () => {
  for (const query of ['stagen', 'ayah', 'anak'])
    expect((await search(`q=${query}`)).suggestion, query).toBeNull();
});

test('no words at all show everything; text without a word finds nothing', async () => {
  expect((await search('q=')).total).toBe(4);
  for (const text of ['***', '🧵', '"" ()', '\0'])
    expect((await search(`q=${encodeURIComponent(text)}`)).total).toBe(0);
});

test('filters narrow, and a facet counts what choosing its value would show', async () => {
  const all = await search('q=');
  for (const facet of ['category', 'region', 'edition', 'available', 'export_ready'])
    for (const { value, count } of all.facets[facet] ?? [])
      expect((await search(`q=&${facet}=${value}`)).total, `${facet}=${value}`).toBe(count);
  for (const { value, count } of all.facets.price ?? [])
    expect((await search(`price=${value}`)).total).toBe(count);
  const kemeja = await search('category=kemeja');
  expect(kemeja.facets.category).toEqual(all.facets.category);
  expect(kemeja.items.every(({ price }) => price >= 150_000)).toBe(true);
  expect((await search('min_price=150001&max_price=200000')).items.map(({ price }) => price)).toEqual([
    185_000,
  ]);
  expect((await search('sort=price_asc')).items.map(({ price }) => price)).toEqual([
    120_000, 150_000, 185_000, 450_000,
  ]);
  expect((await search('sort=price_desc&per_page=1&page=2')).items.map(({ price }) => price)).toEqual([
    185_000,
  ]);
});

test('a page beyond the end is empty, what cannot be is told field by field', async () => {
  expect((await search('q=batik&page=400')).items).toEqual([]);
  const response = await mall.request('/api/search?q=batik&page=0&min_price=-1&sort=best&per_page=9999');
  expect(response.status).toBe(422);
  const body = (await response.json()) as { code: string; errors: { pointer: string }[] };
  expect(body.code).toBe('invalid');
  expect(body.errors.map(({ pointer }) => pointer).sort()).toEqual([
    '/min_price',
    '/page',
    '/per_page',
    '/sort',
  ]);
  for (const unknown of [
    'category=nope',
    'region=99.99',
    'edition=uvo-9',
    'seller=nobody',
    'category=__proto__',
  ])
    expect((await mall.request(`/api/search?q=batik&${unknown}`)).status, unknown).toBe(422);
});

test('anything typed is text: no error, whatever it is', { timeout: 60_000 }, async () => {
  const syntax = [
    '"',
    '*',
    'NEAR(',
    'NEAR(a b, 2)',
    '-',
    ':',
    '^',
    'a AND',
    'OR',
    'title:batik',
    '{title}:x',
    "'; DROP TABLE search_docs;--",
    'x'.repeat(10_000),
    'kata '.repeat(2_000),
    'ك‎با‏ية',
    String.fromCharCode(0xd800),
    '%00',
    '\0batik\0',
  ];
  for (const text of syntax) {
    const response = await mall.request(`/api/search?q=${encodeURIComponent(text.toWellFormed())}`);
    expect(response.status, text.slice(0, 40)).toBe(200);
  }
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (text) => {
      const q = encodeURIComponent(text.toWellFormed());
      expect((await mall.request(`/api/search?q=${q}`)).status).toBe(200);
      expect((await mall.request(`/api/search/suggest?q=${q}`)).status).toBe(200);
    }),
    { numRuns: 100, seed: 4 },
  );
  expect((await search('q=batik')).total).toBeGreaterThan(0);
});

test('every naughty string of tests/data/blns.json is answered', { timeout: 120_000 }, async () => {
  for (const text of JSON.parse(naughtyStrings) as string[]) {
    const response = await mall.request(
      `/api/search?q=${encodeURIComponent(text.toWellFormed())}&per_page=1`,
    );
    expect(response.status, text.slice(0, 60)).toBe(200);
    await response.body?.cancel();
  }
});

test('tokens cannot leave their quotes', () => {
  expect(matchExpression([[['a"b', 'c']], [['d']]])).toBe('(("ab" OR "c")) OR (("d"))');
});

test('completions are short, and are there for a misspelt beginning', async () => {
  const response = await mall.request('/api/search/suggest?q=sele');
  const text = await response.text();
  expect(text.length).toBeLessThan(1024);
  expect(JSON.parse(text).suggestions.length).toBeGreaterThan(0);
  const misspelt = (await (await mall.request('/api/search/suggest?q=selendnag')).json()) as {
    suggestions: { text: string }[];
  };
  expect(misspelt.suggestions.map(({ text }) => text)).toContain('selendang');
  expect(await (await mall.request('/api/search/suggest?q=s')).json()).toEqual({ suggestions: [] });
});

test('the second answer reads no row', async () => {
  let statements = 0;
  const counting = {
    prepare: (sql: string) => {
      statements++;
      return bindings.CATALOG_A.prepare(sql);
    },
  } as unknown as D1Database;
  const index = d1Search(async () => counting, 'counted');
  const options = {
    match: [[['batik']]],
    filters: {},
    sort: 'relevance' as const,
    words: 1,
    offset: 0,
    limit: 24,
  };
  const first = await index.find(options);
  expect(await index.find({ ...options })).toBe(first);
  expect(statements).toBe(1);
});

test('what was read for many products is shared by isolates of a place, under its version only', async () => {
  let statements = 0;
  const counting = {
    prepare: (sql: string) => {
      statements++;
      return bindings.CATALOG_A.prepare(sql);
    },
  } as unknown as D1Database;
  const isolate = (version: string) => d1Search(async () => counting, version, { sharedFrom: 1 });
  const options = {
    match: [[['batik']]],
    filters: {},
    sort: 'relevance' as const,
    words: 1,
    offset: 0,
    limit: 24,
  };
  const first = await isolate('shared-1').find(options);
  expect(await isolate('shared-1').find(options)).toEqual(first);
  expect(statements).toBe(1);
  await isolate('shared-2').find(options);
  expect(statements).toBe(2);
});

test('while no database holds the version the answer is 503, and says when to ask again', async () => {
  const index = d1Search(catalogDatabase([bindings.CATALOG_B], 'no such version'), 'no such version');
  await expect(index.labels()).rejects.toThrow('cannot be asked');
});

test('a catalogue loads beside the old one and takes over at once: no answer mixes the two', async () => {
  const { version, statements } = bindings.CATALOG;
  const newVersion = 'the-next-version';
  const next = statements.map((sql) => sql.replaceAll('185000', '187777').replaceAll(version, newVersion));
  const databases = [bindings.CATALOG_A, bindings.CATALOG_B];
  const before = () => d1Search(catalogDatabase(databases, version), version);
  const after = () => d1Search(catalogDatabase(databases, newVersion), newVersion);
  const options = {
    match: [[['parang']]],
    filters: {},
    sort: 'relevance' as const,
    words: 1,
    offset: 0,
    limit: 24,
  };
  const price = async (index: ReturnType<typeof d1Search>) =>
    index.find(options).then(
      ({ items }) => items[0]?.price,
      () => 'unavailable' as const,
    );
  const seen = new Set<unknown>();
  for (let start = 0; start < next.length; start += 4) {
    const load = bindings.CATALOG_B.batch(
      next.slice(start, start + 4).map((sql) => bindings.CATALOG_B.prepare(sql)),
    );
    const [old, fresh] = await Promise.all([price(before()), price(after()), load]);
    expect(old).toBe(185_000);
    seen.add(fresh);
  }
  seen.add(await price(after()));
  expect([...seen]).toEqual(['unavailable', 187_777]);
  expect(await price(before())).toBe(185_000);
});

test('what people look for is counted by day, without persons; rare and old queries are dropped', async () => {
  const counts = d1SearchCounts(bindings.COUNTS_DB);
  await bindings.COUNTS_DB.exec('DELETE FROM searches');
  for (const query of ['Batik  PARANG', 'batik parang', 'zzzz', '0812 3456 7890', 'sri@contoh.test'])
    await search(`q=${encodeURIComponent(query)}`);
  await search('q=batik parang&page=2');
  await mall.settle();
  const day = '2026-11-24';
  const range = { from: day, to: day, limit: 10 };
  expect(await counts.top({ ...range, nothingFound: false })).toEqual([
    { query: 'batik parang', searches: 2, unfound: 0 },
    { query: 'zzzz', searches: 1, unfound: 1 },
  ]);
  expect(await counts.top({ ...range, nothingFound: true })).toEqual([
    { query: 'zzzz', searches: 1, unfound: 1 },
  ]);
  await search('q=batik parang');
  await mall.settle();
  expect(await counts.tidy('2026-11-25')).toBe(0);
  expect(await counts.tidy('2026-12-02')).toBe(1);
  expect((await counts.top({ ...range, nothingFound: false })).map(({ query }) => query)).toEqual([
    'batik parang',
  ]);
  expect(await counts.tidy('2028-01-01')).toBe(1);
});
