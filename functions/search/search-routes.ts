import { parseSearchParams } from '../../src/domain/search/params.ts';
import type { SearchItem } from '../../src/domain/search/search-item.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { searchWords } from '../../src/i18n/search/search.ts';
import { limited } from '../access/calls-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { problem } from '../http/problem.ts';

const FIVE_MINUTES = 'public, max-age=300';

/** Search: the page, its JSON, and completions while typing. */
export function searchRoutes(app: App): void {
  for (const path of ['/cari', '/en/cari', '/api/search', '/api/search/suggest'])
    app.use(path, limited('search', 'reading'));
  app.get('/cari', (c) => c.var.page());
  app.get('/en/cari', (c) => c.var.page());

  app.get('/api/search', async (c) => {
    const { search, errors } = parseSearchParams(new URL(c.req.url).searchParams);
    if (errors.length) return invalid(c, errors);
    const result = await c.var.mall.search(search);
    if (result.ok) {
      const { labels: _, without: __, nearest, items, ...answer } = result.answer;
      return c.json({ ...answer, items: items.map(itemInJson), nearest });
    }
    if (result.reason === 'unknown_filter')
      return invalid(
        c,
        result.filters.map((name) => ({ name, fault: 'unknown' as const })),
      );
    return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
  });

  app.get('/api/search/suggest', async (c) => {
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
