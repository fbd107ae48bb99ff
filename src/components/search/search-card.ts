import type { CardView } from '../../catalog/showing/views.ts';
import type { SearchItem } from '../../domain/search/search-item.ts';
import type { Locale } from '../../i18n/locale.ts';
import { shop } from '../../i18n/shop.ts';

/** A found product as a card. */
export function searchCard(item: SearchItem, locale: Locale): CardView {
  const [width, height, tone] = item.picture ?? [400, 400, 0];
  return {
    href: item.url,
    title: (locale === 'en' && item.title_en) || item.title,
    price: item.from ?? item.price,
    from: item.from !== undefined,
    per: item.unit,
    seller: item.seller_name,
    place: item.place,
    // The title beside it says what the picture shows; saying it twice would only cost.
    picture: item.image ? { src: item.image, width, height, alt: '', tone: `tone-${tone}` } : undefined,
    badge: item.available
      ? item.made_to_order_days
        ? { text: shop[locale].preOrder(item.made_to_order_days), tone: 'warn' }
        : undefined
      : { text: shop[locale].soldOut, tone: 'bad' },
  };
}
