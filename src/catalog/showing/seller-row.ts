import { cardOf } from './cards.ts';
import type { Seller } from './join.ts';
import type { SellerRow } from './views.ts';

/** A seller as a row of a list. */
export function sellerRow(seller: Seller): SellerRow {
  const first = seller.products[0];
  return {
    href: seller.href,
    name: seller.name,
    place: seller.place.name,
    knownFor: seller.known_for[0],
    products: seller.products.length,
    picture: first && cardOf(first).picture,
  };
}
