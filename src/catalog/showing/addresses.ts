import type { Catalogue } from './join.ts';
import { pageHref, pagesOf } from './paging.ts';

const FIXED = [
  '/',
  '/en/',
  '/kategori/',
  '/daerah/',
  '/ukm/',
  '/expo/',
  '/capaian/',
  '/tentang/',
  '/cara-belanja/',
  '/privasi/',
  '/syarat/',
];

/** Paths of every page that is worth finding, in a fixed order. */
export function findablePaths({ products, sellers, categories, places, editions }: Catalogue): string[] {
  const lists = [...categories, ...places].flatMap((list) =>
    pagesOf(list.products).map((page) => pageHref(list.href, page.number)),
  );
  return [...FIXED, ...lists, ...[...editions, ...sellers, ...products].map(({ href }) => href)];
}
