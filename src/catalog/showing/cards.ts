import type { Locale } from '../../i18n/locale.ts';
import { shop } from '../../i18n/shop.ts';
import type { Product } from './join.ts';
import { type PictureManifest, preparedPictures } from './pictures.ts';
import { picturesOf } from './product-pictures.ts';
import type { CardView } from './views.ts';

/** A product as a card; in English it shows its English title where it has one. */
export function cardOf(
  product: Product,
  locale: Locale = 'id',
  pictures: PictureManifest = preparedPictures(),
): CardView {
  // The title stands beside the picture, so the picture need not say it again.
  const picture = picturesOf(product, pictures)[0];
  return {
    href: product.href,
    title: (locale === 'en' && product.title_en) || product.title,
    price: product.lowestPrice,
    from: product.lowestPrice !== product.highestPrice,
    per: product.unit === 'pcs' ? undefined : product.unit,
    seller: product.seller.name,
    place: product.seller.place.name,
    picture: picture && { ...picture, alt: '' },
    badge: badgeOf(product, locale),
  };
}

function badgeOf(product: Product, locale: Locale): CardView['badge'] {
  const words = shop[locale];
  if (product.soldOut) return { text: words.soldOut, tone: 'bad' };
  if (product.made_to_order_days !== undefined)
    return { text: words.preOrder(product.made_to_order_days), tone: 'warn' };
  return undefined;
}
