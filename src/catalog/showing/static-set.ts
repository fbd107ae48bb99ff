import type { Product } from './join.ts';

/**
 * A description longer than this (in characters) keeps its page static: what the Worker renders a page from is one
 * row of an SQL statement, and D1 takes 100 KB a statement.
 */
const LONGEST_ON_DEMAND = 20_000;

/**
 * How many product pages are built ahead: `MALL_STATIC_PRODUCTS`; `undefined` means all of them.
 * @throws RangeError for what is no whole number
 */
export function staticLimit(value = process.env.MALL_STATIC_PRODUCTS): number | undefined {
  const text = value?.trim();
  if (!text || text === 'all') return undefined;
  if (!/^\d+$/.test(text))
    throw new RangeError(`MALL_STATIC_PRODUCTS must be a whole number or "all", not "${text}".`);
  return Number(text);
}

/**
 * The products whose pages are built ahead; the Worker renders the others when somebody asks. Sellers take turns, so
 * each has its share; a seller's newest come first (by the edition through which they entered), what is sold out
 * last. It follows from the catalogue alone, and a product that joins moves few others.
 * @param products the whole catalogue, in its order
 * @param most how many; `undefined` takes all
 */
export function staticProducts(products: readonly Product[], most: number | undefined): Set<Product> {
  if (most === undefined || most >= products.length) return new Set(products);
  const bySeller = Map.groupBy(products, ({ seller }) => seller.slug);
  const turns = [...bySeller].flatMap(([seller, own]) =>
    own
      .map((product) => ({ product, opened: Date.parse(product.edition.opens_at) }))
      // The sort is stable: within an edition the catalogue's own order stays.
      .sort((a, b) => Number(a.product.soldOut) - Number(b.product.soldOut) || b.opened - a.opened)
      .map(({ product }, turn) => ({ product, turn, seller })),
  );
  turns.sort((a, b) => a.turn - b.turn || (a.seller < b.seller ? -1 : 1));
  return new Set([
    ...turns.slice(0, most).map(({ product }) => product),
    ...products.filter(({ body }) => body.length > LONGEST_ON_DEMAND),
  ]);
}
