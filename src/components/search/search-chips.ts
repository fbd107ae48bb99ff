import { formatRupiah } from '../../domain/money.ts';
import type { SearchParams } from '../../domain/search/params.ts';
import type { SearchFilters } from '../../domain/search/query.ts';
import type { Locale } from '../../i18n/locale.ts';
import { searchWords } from '../../i18n/search/search.ts';

/** What the search answers, as on-demand pages get it through their locals. */
export type SearchAnswer = Extract<Awaited<ReturnType<App.Locals['mall']['search']>>, { ok: true }>['answer'];

/** A filter in use: what it says, and the search without it. */
export interface FilterChip {
  kind: keyof SearchAnswer['without'] | 'sort';
  name: string;
  without: Partial<SearchParams>;
}

/** What people read of a facet's value. */
export function labelOf(
  facet: 'category' | 'region' | 'edition' | 'price',
  value: string,
  { labels }: SearchAnswer,
  locale: Locale,
): string {
  if (facet === 'price') {
    const [min = '', max = ''] = value.split('-');
    const amount = (text: string) => (Number(text) > 0 ? formatRupiah(Number(text)) : undefined);
    return searchWords[locale].band(amount(min), amount(max));
  }
  const label = labels[facet].find((candidate) => candidate.value === value);
  return (locale === 'en' ? label?.name_en : label?.name) ?? value;
}

/** The filters in use, in the order in which they are shown. */
export function filterChips(search: SearchParams, answer: SearchAnswer, locale: Locale): FilterChip[] {
  const t = searchWords[locale];
  const { filters } = search;
  const chips: FilterChip[] = [];
  const add = (kind: FilterChip['kind'], name: string, ...fields: (keyof SearchFilters)[]) =>
    chips.push({ kind, name, without: { ...search, page: 1, filters: omit(filters, fields) } });
  for (const facet of ['category', 'region', 'edition'] as const) {
    const value = filters[facet];
    if (value !== undefined) add(facet, labelOf(facet, value, answer, locale), facet);
  }
  if (filters.min_price !== undefined || filters.max_price !== undefined)
    add(
      'price',
      labelOf('price', `${filters.min_price ?? 0}-${filters.max_price ?? ''}`, answer, locale),
      'min_price',
      'max_price',
    );
  if (filters.available) add('available', t.available, 'available');
  if (filters.export_ready) add('export_ready', t.exportReady, 'export_ready');
  if (filters.seller !== undefined)
    add('seller', answer.items[0]?.seller_name ?? `${t.seller} ${filters.seller}`, 'seller');
  if (search.sort === 'price_asc' || search.sort === 'price_desc')
    chips.push({
      kind: 'sort',
      name: t.sortedFirst[search.sort],
      without: { ...search, page: 1, sort: 'relevance' },
    });
  return chips;
}

function omit(filters: SearchFilters, fields: (keyof SearchFilters)[]): SearchFilters {
  return Object.fromEntries(
    Object.entries(filters).filter(([name]) => !fields.includes(name as keyof SearchFilters)),
  );
}
