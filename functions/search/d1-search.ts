import type { WordMeaning } from '../../src/domain/search/lexicon.ts';
import type { FacetCount, KnownWord, Sort } from '../../src/domain/search/query.ts';
import { FACETS, PRICE_BANDS } from '../../src/domain/search/query.ts';
import type { SearchItem } from '../../src/domain/search/search-item.ts';
import { letterBits, type WordBucket } from '../../src/domain/search/spelling.ts';
import { matchExpression, type Rank, rankOf } from './d1-ranking.ts';
import { edgeAnswers, type SharedAnswers } from './edge-answers.ts';
import { recentAnswers } from './memory-answers.ts';
import type { FilterKind, FindOptions, Found, SearchIndex, SearchLabels, Suggestion } from './ports.ts';
import { FILTER_KINDS, SearchUnavailable } from './ports.ts';

/** Answers that an isolate keeps: some ten kilobytes each. */
const KEPT_ANSWERS = 300;
/** An answer that read so many products is worth being shared between isolates. */
const SHARED_FROM = 200;
/** Products of a seller that stand together among equals, before the next seller's turn. */
const SELLER_RUN = 3;
/** Among so many of the best, ten pages, sellers take turns; beyond, order by relevance alone is cheaper. */
const IN_TURN = 240;
/** A bit for each kind of filter that a product fails. */
const bit = (kind: FilterKind) => 1 << FILTER_KINDS.indexOf(kind);

/** Weights of bm25: a word in the title always weighs more than one elsewhere, however often it stands there. */
const SCORE = 'bm25(search_index, 1000, 30, 60, 1)';

const FAILS = `
  (:category IS NOT NULL AND d.category IS NOT :category) * ${bit('category')} +
  (:region IS NOT NULL AND d.region IS NOT :region) * ${bit('region')} +
  (:edition IS NOT NULL AND d.edition IS NOT :edition) * ${bit('edition')} +
  (d.price < :min_price OR d.price > :max_price) * ${bit('price')} +
  (:available = 1 AND d.available = 0) * ${bit('available')} +
  (:export_ready = 1 AND d.export_ready = 0) * ${bit('export_ready')} +
  (:seller IS NOT NULL AND d.seller IS NOT :seller) * ${bit('seller')}`;

/** Facets whose values are counted one by one, with the column that holds them. */
const COUNTED = { category: 'category', region: 'region', edition: 'edition', price: 'band' } as const;
type CountedFacet = keyof typeof COUNTED;

/** Products that pass every filter but those of a kind. */
const passes = (kind: FilterKind) => `fails & ~${bit(kind)} = 0`;

const countsBy = (facet: CountedFacet) => `
  SELECT '${facet}', ${COUNTED[facet]}, sum(n), NULL, NULL, NULL, NULL, NULL
  FROM cube WHERE ${passes(facet)} GROUP BY ${COUNTED[facet]}`;

/** Everything that is a mere sum, in one row. */
const SUMS = `
  SELECT 'sums' AS kind, NULL AS value, coalesce(sum(n), 0) AS n, NULL AS sku, NULL AS seller, NULL AS price,
    NULL AS available, json_object(
      'total', sum(n * (fails = 0)),
      'seller', sum(n * (${passes('seller')})),
      'available', sum(n * (available AND ${passes('available')})),
      'available_or_not', sum(n * (${passes('available')})),
      'export_ready', sum(n * (export_ready AND ${passes('export_ready')})),
      'export_ready_or_not', sum(n * (${passes('export_ready')}))) AS item
  FROM cube`;

/**
 * Words in the title before words elsewhere, the title that was typed in full, what can be bought, what is
 * named by the words rather than described, titles that say little else; among equals every seller in turn.
 */
const BY_RELEVANCE = 'tier DESC, level DESC, in_full DESC, available DESC, named DESC, cover DESC';
const ORDER: Record<Exclude<Sort, 'relevance'>, string> = {
  newest: 'id',
  price_asc: 'price, id',
  price_desc: 'price DESC, id',
};

/** The page's products in their order, from the scored ones. */
function pageOf(sort: Sort, everything: boolean, tier: string, tiered: boolean): string {
  if (sort !== 'relevance')
    return `SELECT id, row_number() OVER () AS place FROM (
      SELECT id FROM scored WHERE fails = 0 ORDER BY ${tiered ? `(${tier}) DESC, ` : ''}${ORDER[sort]}
      LIMIT :limit OFFSET :offset)`;
  if (everything)
    return `SELECT id, row_number() OVER () AS place FROM (
      SELECT id FROM scored WHERE fails = 0 ORDER BY available DESC, mix LIMIT :limit OFFSET :offset)`;
  return `SELECT id, row_number() OVER () AS place FROM (
    SELECT id FROM (
      SELECT *, rank <= ${IN_TURN} AS in_turn, CASE WHEN rank <= ${IN_TURN} THEN
          (row_number() OVER (PARTITION BY rank <= ${IN_TURN}, tier, level, in_full, available, named, cover, seller ORDER BY rank) - 1) / ${SELLER_RUN}
        END AS turn
      FROM (SELECT *, row_number() OVER () AS rank FROM (
        SELECT id, seller, available, ${tier} AS tier,
          CAST(round(100.0 * score / (SELECT min(score) FROM scored)) AS INTEGER) AS level,
          :words >= title_words AS in_full,
          EXISTS (SELECT 1 FROM json_each(:tokens) WHERE instr(heads, ' ' || value || ' ')) AS named,
          min(4, 4 * :words / max(1, title_words)) AS cover
        FROM scored WHERE fails = 0 ORDER BY ${BY_RELEVANCE}, mix LIMIT max(${IN_TURN}, :offset + :limit))))
    ORDER BY in_turn DESC, ${BY_RELEVANCE}, turn, rank LIMIT :limit OFFSET :offset)`;
}

/**
 * One statement for results and counts: FTS5 is asked once, each match is read a few times however many
 * facets there are, and both tell of the same moment. D1 allows five terms in a compound SELECT, hence the
 * two halves.
 */
function findStatement({ match, sort, rankedPrices }: FindOptions, rank: Rank): string {
  const everything = !match;
  const score = sort === 'relevance' && !everything ? SCORE : '-1.0';
  const from = everything
    ? 'search_docs d'
    : 'search_index CROSS JOIN search_docs d ON d.id = search_index.rowid WHERE search_index MATCH :match';
  return `
    WITH scored AS MATERIALIZED (
      SELECT d.id, d.mix, d.category, d.region, d.edition, d.price, d.band, d.available, d.export_ready, d.seller,
        d.title_words, d.heads, d.crafts, ${score} AS score, ${FAILS} AS fails
      FROM ${from}),
    cube AS MATERIALIZED (
      SELECT category, region, edition, band, available, export_ready, fails, count(*) AS n
      FROM scored GROUP BY category, region, edition, band, available, export_ready, fails)
    SELECT * FROM (${SUMS} UNION ALL ${countsBy('category')} UNION ALL ${countsBy('region')})
    UNION ALL SELECT * FROM (${countsBy('edition')} UNION ALL ${countsBy('price')}
      UNION ALL SELECT 'item', NULL, place, d.sku, d.seller, d.price, d.available, i.item
      FROM (${pageOf(sort, everything, sort === 'relevance' ? rank.tier : rank.kind, !everything && !!rankedPrices)}) page CROSS JOIN search_docs d ON d.id = page.id
        CROSS JOIN search_items i ON i.id = page.id)`;
}

interface FindRow {
  kind: string;
  value: string | number | null;
  n: number;
  sku: string;
  seller: string;
  price: number;
  available: number;
  item: string;
}

/**
 * The search index in D1, for one version of the catalogue. Answers are kept by version, so that what many
 * ask is computed once.
 * @param db gives the database that holds the version; none while it is still loading
 * @param shared where isolates share answers that many products were read for
 */
export function d1Search(
  db: () => Promise<D1Database | undefined>,
  version: string,
  { shared = edgeAnswers(), sharedFrom = SHARED_FROM }: { shared?: SharedAnswers; sharedFrom?: number } = {},
): SearchIndex {
  const recent = recentAnswers(KEPT_ANSWERS, version);

  const ask = async <T>(sql: string, ...parameters: unknown[]): Promise<T[]> => {
    try {
      const database = await db();
      if (!database) throw new Error('no database holds this version of the catalogue');
      return (
        await database
          .prepare(sql)
          .bind(...parameters)
          .all<T>()
      ).results;
    } catch (error) {
      throw new SearchUnavailable('the search index cannot be asked', { cause: error });
    }
  };

  return {
    words: (texts) =>
      recent(['words', texts], async () => {
        const rows = await ask<{
          word: string;
          token: string;
          products: number;
          kind: KnownWord['kind'];
          correct: string | null;
          wider: string | null;
          meaning: string | null;
        }>(
          'SELECT word, token, products, kind, correct, wider, meaning FROM search_words WHERE word IN (SELECT value FROM json_each(?1))',
          JSON.stringify(texts),
        );
        return new Map(
          rows.map(({ word, token, products, kind, correct, wider, meaning }) => [
            word,
            {
              token,
              count: products,
              kind,
              ...(correct !== null && { correct }),
              ...(wider !== null && { wider: wider.split('\n') }),
              ...(meaning !== null && { meaning: JSON.parse(meaning) as WordMeaning }),
            },
          ]),
        );
      }),

    completions: (prefix, limit) =>
      recent(['completions', prefix, limit], async () => {
        const rows = await ask<{ token: string }>(
          `SELECT token FROM search_words WHERE word >= ?1 AND word < ?2 AND kind IN ('word', 'listed') AND products > 0
           GROUP BY token ORDER BY products DESC, token LIMIT ?3`,
          prefix,
          `${prefix}\u{10ffff}`,
          limit,
        );
        return rows.map(({ token }) => token);
      }),

    buckets: (lengths) =>
      recent(['buckets', lengths], async () => {
        const rows = await ask<{ length: number; words: string }>(
          'SELECT length, words FROM search_buckets WHERE length IN (SELECT value FROM json_each(?1))',
          JSON.stringify(lengths),
        );
        return rows.map(readBucket);
      }),

    counts: (matches, limit) =>
      recent(['counts', matches, limit], async () => {
        const rows = await ask<{ n: number }>(
          `SELECT (SELECT count(*) FROM (SELECT 1 FROM search_index WHERE search_index MATCH j.value LIMIT ?2)) AS n
           FROM json_each(?1) j ORDER BY j.key`,
          JSON.stringify(matches.map(matchExpression)),
          limit,
        );
        return rows.map(({ n }) => n);
      }),

    find: (options) =>
      recent(['find', options], async () => {
        const name = `${version}\n${JSON.stringify(options)}`;
        const known = (await shared.get(name)) as Found | undefined;
        if (known) return known;
        const found = readFound(await ask<FindRow>(...findQuery(options)));
        if (found.matched >= sharedFrom) await shared.put(name, found);
        return found;
      }),

    suggestions: (prefix, limit) =>
      recent(['suggestions', prefix, limit], async () => {
        const rows = await ask<{ text: string; url: string | null }>(
          'SELECT text, url FROM search_suggestions WHERE key >= ?1 AND key < ?2 ORDER BY weight DESC, text LIMIT ?3',
          prefix,
          `${prefix}\u{10ffff}`,
          limit,
        );
        return rows.map(({ text, url }): Suggestion => ({ text, ...(url !== null && { url }) }));
      }),

    labels: () =>
      recent(['labels'], async () => {
        const labels: SearchLabels = { category: [], region: [], edition: [] };
        const rows = await ask<{ facet: keyof SearchLabels; value: string; name: string; name_en: string }>(
          'SELECT facet, value, name, name_en FROM search_labels ORDER BY facet, position',
        );
        for (const { facet, ...label } of rows) labels[facet].push(label);
        return labels;
      }),

    hasSeller: (slug) =>
      recent(
        ['seller', slug],
        async () => (await ask('SELECT 1 FROM sellers WHERE slug = ?1', slug)).length > 0,
      ),
  };
}

function findQuery(options: FindOptions): [string, ...unknown[]] {
  const { match, filters, ranking, words, offset, limit } = options;
  const rank = rankOf(ranking);
  const values: Record<string, unknown> = {
    match: match && matchExpression(match),
    category: filters.category ?? null,
    region: filters.region ?? null,
    edition: filters.edition ?? null,
    seller: filters.seller ?? null,
    min_price: filters.min_price ?? 0,
    max_price: filters.max_price ?? Number.MAX_SAFE_INTEGER,
    available: filters.available ? 1 : 0,
    export_ready: filters.export_ready ? 1 : 0,
    words,
    tokens: match && JSON.stringify([...new Set(match.flat(2))]),
    limit,
    offset,
    ...rank.values,
  };
  // D1 takes numbered parameters only: names are numbered in the order of their first use.
  const bound: unknown[] = [];
  const numbers = new Map<string, number>();
  const sql = findStatement(options, rank).replace(/:([a-z_]+)/g, (_, name: string) => {
    if (!numbers.has(name)) numbers.set(name, bound.push(values[name]));
    return `?${numbers.get(name)}`;
  });
  return [sql, ...bound];
}

function readFound(rows: FindRow[]): Found {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, [] as FacetCount[]])) as Found['facets'];
  const without: Found['without'] = {};
  const items: { place: number; item: SearchItem }[] = [];
  let matched = 0;
  let total = 0;
  for (const { kind, value, n, item, sku, seller, price, available } of rows) {
    if (kind === 'sums') {
      const sums = JSON.parse(item);
      matched = n;
      total = sums.total ?? 0;
      without.seller = sums.seller ?? 0;
      for (const flag of ['available', 'export_ready'] as const) {
        without[flag] = sums[`${flag}_or_not`] ?? 0;
        if (sums[flag]) facets[flag] = [{ value: '1', count: sums[flag] }];
      }
    } else if (kind === 'item') {
      const rest = JSON.parse(item);
      items.push({
        place: n,
        item: { sku, seller, price, available: available === 1, url: `/produk/${sku}/`, ...rest },
      });
    } else {
      const facet = kind as CountedFacet;
      without[facet] = (without[facet] ?? 0) + n;
      facets[facet].push({ value: facet === 'price' ? bandName(Number(value)) : String(value), count: n });
    }
  }
  for (const counts of Object.values(facets))
    counts.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  facets.price.sort((a, b) => Number.parseInt(a.value, 10) - Number.parseInt(b.value, 10));
  items.sort((a, b) => a.place - b.place);
  return { matched, total, items: items.map(({ item }) => item), facets, without };
}

/** A price band as a value of its facet: `50000-99999`, the last one `1000000-`. */
function bandName(index: number): string {
  const band = PRICE_BANDS[index]!;
  return `${band.min}-${band.max ?? ''}`;
}

function readBucket({ length, words }: { length: number; words: string }): WordBucket {
  return {
    length,
    words: words.split('\n').map((line) => {
      const space = line.indexOf(' ');
      const word = line.slice(0, space);
      return { word, count: Number(line.slice(space + 1)), letters: letterBits(word) };
    }),
  };
}
