import type { Locale } from '../../i18n/locale.ts';
import { shop } from '../../i18n/shop.ts';

/** The parts of the mall that the header leads to. */
export type Section = 'category' | 'region' | 'seller' | 'expo' | 'cart' | 'search';

/** Where the cart of a language is. */
export function cartPath(locale: Locale): string {
  return locale === 'en' ? '/en/keranjang' : '/keranjang';
}

/** The header's links, in order; the same on static pages and on those rendered at the edge. */
export function mainLinks(locale: Locale): { section: Section; href: string; text: string }[] {
  const t = shop[locale];
  return [
    { section: 'category', href: '/kategori/', text: t.categories },
    { section: 'region', href: '/daerah/', text: t.regions },
    { section: 'seller', href: '/ukm/', text: t.sellers },
    { section: 'expo', href: '/expo/', text: t.expo },
  ];
}
