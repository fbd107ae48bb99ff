import { z } from 'zod';
import { FLAGS, MAX_LIMIT, PRICE_RANGE, parseSearchParams } from '../../src/domain/search/params.ts';
import {
  FACETS,
  MAX_PAGE,
  MAX_PER_PAGE,
  PAGE_SIZE,
  type SearchFilters,
  SORTS,
} from '../../src/domain/search/query.ts';
import type { SearchItem } from '../../src/domain/search/search-item.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { searchWords } from '../../src/i18n/search/search.ts';
import { limited } from '../access/calls-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { describes, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const FIVE_MINUTES = 'public, max-age=300';

const flag = z.enum([...FLAGS.keys()]);
const amount = z.int().min(0).max(MAX_LIMIT).meta({ description: 'rupiah' });
const QUERY = {
  q: z.string(),
  category: z.string().meta({ description: 'slug' }),
  region: z.string().meta({ description: 'Kemendagri code of a regency' }),
  seller: z.string().meta({ description: 'slug' }),
  edition: z.string().meta({ description: 'slug' }),
  price: z
    .string()
    .regex(PRICE_RANGE)
    .meta({ description: 'From and to in rupiah; comes before `min_price`' }),
  min_price: amount,
  max_price: amount,
  available: flag,
  export_ready: flag,
  exact: flag.meta({ description: 'Takes the words as typed, without corrections' }),
  sort: z.enum(SORTS).default('relevance'),
  page: z.int().min(1).max(MAX_PAGE).default(1),
  per_page: z.int().min(1).max(MAX_PER_PAGE).default(PAGE_SIZE),
} satisfies Record<keyof SearchFilters | 'q' | 'price' | 'exact' | 'sort' | 'page' | 'per_page', z.ZodType>;

const TOO_MANY = { 429: ['too_many_requests'] };

const SEARCH = describes({
  summary: 'Products that match, with facets; a filter that the catalogue does not know is invalid',
  query: QUERY,
  answers: {
    200: [
      'One page of what matches',
      z.object({
        query: z.string(),
        total: z.int(),
        page: z.int(),
        per_page: z.int(),
        items: z.array(
          z.object({
            sku: z.string(),
            title: z.string(),
            title_en: z.string().optional(),
            seller: z.string(),
            seller_name: z.string(),
            price: rupiah(),
            image: z.string().nullable(),
            place: z.string().optional(),
            unit: z.string().optional(),
            url: z.string(),
            available: z.boolean(),
            made_to_order_days: z.int().optional(),
          }),
        ),
        facets: z.record(z.enum(FACETS), z.array(z.object({ value: z.string(), count: z.int() }))),
        suggestion: z.string().nullable().meta({ description: 'The corrected words that were used instead' }),
        partial: z.boolean().meta({ description: 'No product has all the words; these have some' }),
        nearest: z.array(z.string()),
      }),
    ],
  },
  refusals: { 422: ['invalid'], ...TOO_MANY },
});

const SUGGEST = describes({
  summary: 'Completions of a query; without a `url` one is a query itself',
  query: { q: QUERY.q },
  answers: {
    200: [
      'Completions',
      z.object({ suggestions: z.array(z.object({ text: z.string(), url: z.string().optional() })) }),
    ],
  },
  refusals: TOO_MANY,
});

/** Search: the page, its JSON, and completions while typing. */
export function searchRoutes(app: App): void {
  for (const path of ['/cari', '/en/cari', '/api/search', '/api/search/suggest'])
    app.use(path, limited('search', 'reading'));
  app.get('/cari', (c) => c.var.page());
  app.get('/en/cari', (c) => c.var.page());

  app.get('/api/search', SEARCH, async (c) => {
    const { search, errors } = parseSearchParams(new URL(c.req.url).searchParams);
    if (errors.length) return invalid(c, errors);
    const result = await c.var.mall.search(search);
    if (result.ok) {
      const { labels: _, without: __, asked: ___, nearest, items, ...answer } = result.answer;
      return c.json({ ...answer, items: items.map(itemInJson), nearest });
    }
    if (result.reason === 'unknown_filter')
      return invalid(
        c,
        result.filters.map((name) => ({ name, fault: 'unknown' as const })),
      );
    return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
  });

  app.get('/api/search/suggest', SUGGEST, async (c) => {
    const suggestions = await c.var.mall.suggest(c.req.query('q') ?? '');
    return c.json({ suggestions }, 200, { 'Cache-Control': FIVE_MINUTES });
  });
}

/** A product without what only the page's cards need. */
function itemInJson({ picture: _, from: __, ...item }: SearchItem) {
  return item;
}

function invalid(c: AppContext, errors: ReturnType<typeof parseSearchParams>['errors']): Response {
  const { faults } = searchWords[localeFromHeader(c.req.header('Accept-Language'))];
  return problem(c, 422, 'invalid', {
    errors: errors.map(({ name, fault }) => ({ pointer: `/${name}`, message: faults[fault] })),
  });
}
