import { type ParamError, parseSearchParams, type SearchParams } from '../../domain/search/params.ts';
import { PAGE_SIZE } from '../../domain/search/query.ts';
import { clipQuery } from '../../domain/search/text.ts';
import type { SearchAnswer } from './search-chips.ts';

/** What the search page shows, and the status that it answers with. */
export interface SearchView {
  search: SearchParams;
  /** As it is said back. */
  query: string;
  /** What the words amount to: a price or an order in them is a filter or a sort, to be taken off by itself. */
  asked: SearchParams;
  answer?: SearchAnswer;
  faults: ParamError[];
  /** The index cannot be asked: the search goes on in the browser. */
  unavailable: boolean;
  /** The last page that has results. */
  last: number;
  status: 200 | 422 | 503;
  /** The page number lies behind the last page. */
  beyond: boolean;
}

/** Searches what the address asks for; what is wrong with it is told, never an exception. */
export async function searchView(url: URL, mall: App.Locals['mall']): Promise<SearchView> {
  const { search, errors } = parseSearchParams(url.searchParams);
  const view = {
    search,
    query: clipQuery(search.query),
    asked: search,
    faults: errors,
    unavailable: false,
    last: 1,
    beyond: false,
  };
  if (errors.length) return { ...view, status: 422 };
  const result = await mall.search({ ...search, per_page: PAGE_SIZE });
  if (result.ok) {
    const { answer } = result;
    const last = Math.max(1, Math.ceil(answer.total / PAGE_SIZE));
    const beyond = answer.total > 0 && answer.page > last;
    return { ...view, asked: { ...search, ...answer.asked }, answer, last, beyond, status: 200 };
  }
  if (result.reason === 'unavailable') return { ...view, unavailable: true, status: 503 };
  return {
    ...view,
    faults: result.filters.map((name) => ({ name, fault: 'unknown' as const })),
    status: 422,
  };
}
