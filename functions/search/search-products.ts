import type { Ranking } from '../../src/domain/search/intent.ts';
import {
  FACETS,
  type Facet,
  type FacetCount,
  type Match,
  type Roots,
  type SearchFilters,
  type Sort,
} from '../../src/domain/search/query.ts';
import type { SearchItem } from '../../src/domain/search/search-item.ts';
import { clipQuery, queryWords } from '../../src/domain/search/text.ts';
import { readWish } from '../../src/domain/search/wish.ts';
import { wibDay } from '../../src/domain/time.ts';
import type { Clock } from '../http/ports.ts';
import { countableQuery } from './count-searches.ts';
import {
  type FilterKind,
  type Found,
  type SearchCounts,
  type SearchIndex,
  type SearchLabels,
  SearchUnavailable,
} from './ports.ts';
import { understandQuery } from './understand-query.ts';

/** What a shopper asks for, already valid in form. */
export interface SearchRequest {
  query: string;
  filters: SearchFilters;
  sort: Sort;
  /** From 1. */
  page: number;
  per_page: number;
  /** The words as typed, uncorrected. */
  literal: boolean;
}

export interface SearchAnswer {
  /** As it is said back: one line, cut to what was read. */
  query: string;
  total: number;
  page: number;
  per_page: number;
  items: SearchItem[];
  facets: Record<Facet, FacetCount[]>;
  /** The corrected words that were used instead; `null` when the query was used as typed. */
  suggestion: string | null;
  /** True when no product has all the words, and these have some. */
  partial: boolean;
  /** How many there would be without each filter; for a page that found nothing. */
  without: Partial<Record<FilterKind, number>>;
  /** Words of the catalogue near to those that were not found. */
  nearest: string[];
  labels: SearchLabels;
  /** The search that the words amount to: price and order taken out of the query, into filters and sort. */
  asked: Pick<SearchRequest, 'query' | 'filters' | 'sort'>;
}

export type SearchResult =
  | { ok: true; answer: SearchAnswer }
  /** A filter has a value that the catalogue does not know. */
  | { ok: false; reason: 'unknown_filter'; filters: (keyof SearchFilters)[] }
  | { ok: false; reason: 'unavailable' };

interface Dependencies {
  index: SearchIndex;
  counts: SearchCounts;
  clock: Clock;
  /** Finishes what may be done after the answer. */
  later: (work: Promise<unknown>) => void;
  /** What is not to be found although the catalogue has it: `seller:<seller>`, `product:<seller>/<product>`. */
  hidden?: () => Promise<ReadonlySet<string>>;
  /** Another way to take affixes off, for the figures of `npm run eval:search`. */
  roots?: Roots;
}

export type SearchProducts = (request: SearchRequest) => Promise<SearchResult>;

/** Finds products, and counts what was asked for after the answer. */
export function searchProducts({ index, counts, clock, later, hidden, roots }: Dependencies): SearchProducts {
  return async (request) => {
    try {
      const labels = await index.labels();
      const unknown = await unknownFilters(index, labels, request.filters);
      if (unknown.length) return { ok: false, reason: 'unknown_filter', filters: unknown };
      const [found, hiding] = await Promise.all([answerOf(index, labels, request, roots), hidden?.()]);
      const answer = hiding?.size ? without(found, hiding) : found;
      const query = request.page === 1 ? countableQuery(answer.query) : undefined;
      if (query !== undefined)
        later(counts.record({ day: wibDay(clock.now()), query, found: answer.total > 0 }).catch(() => {}));
      return { ok: true, answer };
    } catch (error) {
      if (error instanceof SearchUnavailable) return { ok: false, reason: 'unavailable' };
      throw error;
    }
  };
}

/** Kept answers know nothing of suspensions, so what is hidden leaves the page that it would stand on. */
function without(answer: SearchAnswer, hidden: ReadonlySet<string>): SearchAnswer {
  const items = answer.items.filter(
    ({ sku, seller }) => !hidden.has(`seller:${seller}`) && !hidden.has(`product:${sku}`),
  );
  return { ...answer, items, total: answer.total - (answer.items.length - items.length) };
}

async function answerOf(
  index: SearchIndex,
  labels: SearchLabels,
  request: SearchRequest,
  roots?: Roots,
): Promise<SearchAnswer> {
  const { page, per_page } = request;
  const query = clipQuery(request.query);
  const { asked, sizes, wished } = askedFor(request, query);
  const { filters, sort } = asked;
  const words = queryWords(asked.query);
  const find = (match: Match | undefined, count: number, ranking?: Ranking) =>
    index.find({
      match,
      filters,
      sort,
      ...(match && ranking && { ranking }),
      ...(sort !== request.sort && { rankedPrices: true }),
      words: count,
      offset: (page - 1) * per_page,
      limit: per_page,
    });
  const understood = await understandQuery(index, words, {
    literal: request.literal,
    ...(roots && { roots }),
    sizes,
    matched: async (match, count, ranking) => (await find(match, count, ranking)).matched,
  });
  const all = !request.query.trim() || (wished && (!words.length || understood.filler === true));
  // Text without a single word, such as an emoji, asks for nothing; no text at all asks for everything.
  const found =
    all && !sizes.length
      ? await find(undefined, 0)
      : understood.match
        ? await find(understood.match, understood.words, understood.ranking)
        : NOTHING;
  return {
    query,
    total: found.total,
    page,
    per_page,
    items: found.items,
    facets: found.facets,
    suggestion: understood.corrected ?? null,
    partial: understood.partial,
    without: found.without,
    nearest: understood.nearest,
    labels,
    asked,
  };
}

/**
 * What the words ask for besides things. Limits and an order that the address names come before what the
 * words say; words taken literally say neither.
 */
function askedFor(request: SearchRequest, query: string) {
  const { filters, sort, literal } = request;
  if (literal) return { asked: { query, filters, sort }, sizes: [], wished: false };
  const { text, sizes, min_price, max_price, sort: wishedSort } = readWish(query);
  const limited = filters.min_price !== undefined || filters.max_price !== undefined;
  return {
    asked: {
      query: text,
      filters: {
        ...filters,
        ...(!limited && min_price !== undefined && { min_price }),
        ...(!limited && max_price !== undefined && { max_price }),
      },
      sort: sort === 'relevance' ? (wishedSort ?? sort) : sort,
    },
    sizes,
    wished: min_price !== undefined || max_price !== undefined || wishedSort !== undefined,
  };
}

const NOTHING: Found = {
  matched: 0,
  total: 0,
  items: [],
  facets: Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Found['facets'],
  without: {},
};

async function unknownFilters(
  index: SearchIndex,
  labels: SearchLabels,
  filters: SearchFilters,
): Promise<(keyof SearchFilters)[]> {
  const unknown: (keyof SearchFilters)[] = [];
  for (const kind of ['category', 'region', 'edition'] as const)
    if (filters[kind] !== undefined && !labels[kind].some(({ value }) => value === filters[kind]))
      unknown.push(kind);
  if (filters.seller !== undefined && !(await index.hasSeller(filters.seller))) unknown.push('seller');
  return unknown;
}
