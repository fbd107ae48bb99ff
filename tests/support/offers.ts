import { readFileSync } from 'node:fs';

/** Something that can be ordered to a place and paid in a certain way. */
export interface Offer {
  sku: string;
  qty: number;
  price: number;
  seller: string;
}

interface Product {
  sku: string;
  price: number;
  min_qty: number;
  stock: number | null;
  variants: { sku: string; price: number; stock: number | null }[];
}
interface Priced {
  sellers: { lines: { unit_price: number }[]; methods: string[] }[];
}

/** Pieces that are left to other tests of the same mall. */
const SPARE = 5;

/** The first product of another seller each that is sold to this place with this way of paying. */
export async function offersFor(
  origin: string,
  ship_to: Record<string, string>,
  method: string,
  sellers = 1,
): Promise<Offer[]> {
  const sitemap = readFileSync(`${process.env.MALL_DIST ?? 'dist'}/client/sitemap.xml`, 'utf8');
  const found: Offer[] = [];
  for (const [, seller = '', product] of sitemap.matchAll(/\/produk\/([a-z0-9-]+)\/([a-z0-9-]+)\//g)) {
    if (found.length === sellers) break;
    if (found.some((offer) => offer.seller === seller)) continue;
    const facts = (await (await fetch(`${origin}/api/products/${seller}/${product}`)).json()) as Product;
    const qty = facts.min_qty;
    const choice = (facts.variants.length ? facts.variants : [facts]).find(
      ({ stock }) => stock === null || stock >= qty + SPARE,
    );
    if (!choice) continue;
    const answer = await fetch(`${origin}/api/cart/price`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ lines: [{ sku: choice.sku, qty }], ship_to }),
    });
    const [group] = ((await answer.json()) as Priced).sellers;
    if (group?.methods.includes(method))
      found.push({ sku: choice.sku, qty, price: group.lines[0]!.unit_price, seller });
  }
  return found;
}

/** The page of a SKU's product. */
export const productPath = (sku: string) => `/produk/${sku.split('/').slice(0, 2).join('/')}/`;
