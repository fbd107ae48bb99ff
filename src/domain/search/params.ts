import { MAX_PAGE, MAX_PER_PAGE, PAGE_SIZE, type SearchFilters, SORTS, type Sort } from './query.ts';

/** A search as the address says it. */
export interface SearchParams {
  query: string;
  filters: SearchFilters;
  sort: Sort;
  page: number;
  per_page: number;
  /** The words as typed, without corrections: `exact=1`. */
  literal: boolean;
}

/** How a flag is said: in addresses, and as browsers send a ticked box. */
export const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ['1', true],
  ['true', true],
  ['on', true],
  ['0', false],
  ['false', false],
]);
/** The largest limit of a price that is read, in rupiah. */
export const MAX_LIMIT = 999_999_999_999_999;
/** A band of prices in rupiah, both ends included; without its end it is open. */
export const PRICE_RANGE = /^(\d{1,12})-(\d{0,12})$/;

/** What is wrong with a parameter. */
export type ParamFault = 'whole_number' | 'price_range' | 'page' | 'per_page' | 'sort' | 'flag' | 'unknown';

export interface ParamError {
  name: string;
  fault: ParamFault;
}

/**
 * Reads `q`, filters, order and page from an address. Empty values count as absent, since a form sends every
 * field; unknown parameters are somebody else's. What is wrong is told and left out.
 */
export function parseSearchParams(params: URLSearchParams): { search: SearchParams; errors: ParamError[] } {
  const errors: ParamError[] = [];
  const text = (name: string) => params.get(name)?.trim() || undefined;
  const number = (name: string, fault: ParamFault, min: number, max: number): number | undefined => {
    const value = text(name);
    if (value === undefined) return undefined;
    const result = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
    if (result >= min && result <= max) return result;
    errors.push({ name, fault });
    return undefined;
  };
  const flag = (name: string): boolean => {
    const value = text(name);
    const said = value === undefined ? false : FLAGS.get(value);
    if (said === undefined) errors.push({ name, fault: 'flag' });
    return said ?? false;
  };
  const filters: SearchFilters = {};
  for (const name of ['category', 'region', 'seller', 'edition'] as const) {
    const value = text(name);
    if (value !== undefined) filters[name] = value;
  }
  const band = PRICE_RANGE.exec(text('price') ?? '');
  if (text('price') !== undefined && !band) errors.push({ name: 'price', fault: 'price_range' });
  // A chosen band comes before limits that were typed for an earlier search.
  const min = number('min_price', 'whole_number', 0, MAX_LIMIT);
  const max = number('max_price', 'whole_number', 0, MAX_LIMIT);
  const limits = band ? { min: Number(band[1]), max: band[2] ? Number(band[2]) : undefined } : { min, max };
  if (limits.min) filters.min_price = limits.min;
  if (limits.max !== undefined) filters.max_price = limits.max;
  if (limits.min !== undefined && limits.max !== undefined && limits.min > limits.max)
    errors.push({ name: 'max_price', fault: 'price_range' });
  if (flag('available')) filters.available = true;
  if (flag('export_ready')) filters.export_ready = true;

  const sort = text('sort') ?? 'relevance';
  if (!SORTS.includes(sort as Sort)) errors.push({ name: 'sort', fault: 'sort' });
  return {
    search: {
      query: params.get('q') ?? '',
      filters,
      sort: SORTS.includes(sort as Sort) ? (sort as Sort) : 'relevance',
      page: number('page', 'page', 1, MAX_PAGE) ?? 1,
      per_page: number('per_page', 'per_page', 1, MAX_PER_PAGE) ?? PAGE_SIZE,
      literal: flag('exact'),
    },
    errors,
  };
}

/**
 * The address of a search: `?q=…&category=…`; what is as usual is left out. An empty search gives an empty
 * string.
 */
export function searchQueryString(search: Partial<SearchParams>): string {
  const { query, filters = {}, sort, page, literal } = search;
  const params = new URLSearchParams();
  if (query) params.set('q', query);
  for (const [name, value] of Object.entries(filters))
    if (value !== undefined && value !== false) params.set(name, value === true ? '1' : String(value));
  if (sort && sort !== 'relevance') params.set('sort', sort);
  if (page && page > 1) params.set('page', String(page));
  if (literal) params.set('exact', '1');
  const text = params.toString();
  return text && `?${text}`;
}
