import type { Ranking } from '../../src/domain/search/intent.ts';
import type {
  Facet,
  FacetCount,
  KnownWord,
  Match,
  SearchFilters,
  Sort,
} from '../../src/domain/search/query.ts';
import type { SearchItem } from '../../src/domain/search/search-item.ts';
import type { WordBucket } from '../../src/domain/search/spelling.ts';

/** One page of what matches, with the counts over all of it. */
export interface Found {
  /** Products that match, whatever the filters. */
  matched: number;
  /** Products that match and pass the filters. */
  total: number;
  items: SearchItem[];
  facets: Record<Facet, FacetCount[]>;
  /** How many there would be without the filter of each kind. */
  without: Partial<Record<FilterKind, number>>;
}

export const FILTER_KINDS = [
  'category',
  'region',
  'edition',
  'price',
  'available',
  'export_ready',
  'seller',
] as const;
export type FilterKind = (typeof FILTER_KINDS)[number];

export interface FindOptions {
  /** `undefined`: everything. */
  match: Match | undefined;
  filters: SearchFilters;
  sort: Sort;
  /** What comes first among what matches. */
  ranking?: Ranking;
  /** In an order by price, too, the thing that was asked for comes before what merely has its words. */
  rankedPrices?: boolean;
  /** Words of the query, to tell a title that was typed in full. */
  words: number;
  offset: number;
  limit: number;
}

/** A completion of what is being typed. */
export interface Suggestion {
  text: string;
  /** The page that it stands for; without one it is a query. */
  url?: string;
}

/** Names of the values that filters may have. */
export interface SearchLabel {
  value: string;
  name: string;
  name_en: string;
}
export type SearchLabels = Record<'category' | 'region' | 'edition', SearchLabel[]>;

/**
 * The search index of one version of the catalogue. Every method throws `SearchUnavailable` when the
 * database is out of reach or does not hold the version.
 */
export interface SearchIndex {
  words(texts: readonly string[]): Promise<Map<string, KnownWord>>;
  /** Tokens of words that begin so, those of most products first. */
  completions(prefix: string, limit: number): Promise<string[]>;
  /** The catalogue's words of these lengths. */
  buckets(lengths: readonly number[]): Promise<WordBucket[]>;
  /** How many products each match finds, counted up to `limit`. */
  counts(matches: readonly Match[], limit: number): Promise<number[]>;
  find(options: FindOptions): Promise<Found>;
  suggestions(prefix: string, limit: number): Promise<Suggestion[]>;
  labels(): Promise<SearchLabels>;
  hasSeller(slug: string): Promise<boolean>;
}

/** The index cannot be asked now; the static site still searches by itself. */
export class SearchUnavailable extends Error {
  override name = 'SearchUnavailable';
}

/** Counts queries by day. Nothing of the person who asked is passed to it. */
export interface SearchCounts {
  /** `day` is a day in WIB, `2026-12-31`. */
  record(search: { day: string; query: string; found: boolean }): Promise<void>;
  /** Drops the rare queries of days that are over, and days that are too old. Answers how many rows went. */
  tidy(today: string): Promise<number>;
  /** The most frequent queries of the days from `from` to `to`, both included. */
  top(options: { from: string; to: string; nothingFound: boolean; limit: number }): Promise<SearchCount[]>;
}

export interface SearchCount {
  query: string;
  searches: number;
  /** Searches of it that found nothing. */
  unfound: number;
}
