import type { Content } from '../../src/catalog/reading/content-folder.ts';
import { unitPrice, variantPrices } from '../../src/domain/products/price.ts';

export interface RoomySku {
  sku: string;
  seller: string;
  qty: number;
  /** A piece at that quantity, in rupiah. */
  price: number;
  /** How the seller can be paid, which an order's page lists. */
  ways: string;
}

/** Unpaid orders of one seller that may have the same amount; unique codes allow 499. */
const ORDERS_OF_A_SELLER = 200;

/**
 * SKUs for so many orders by transfer, one each, that the content has room for: what is made to order, and
 * what has stock, spread over the sellers.
 */
export function roomySkus(content: Content, orders: number): RoomySku[] {
  const roomy: (RoomySku & { left: number })[] = [];
  for (const [slug, product] of content.products) {
    const payments = content.sellers.get(product.seller)?.payments;
    if (!payments?.bank) continue;
    const ways = Object.keys(payments).sort().join();
    const variants = product.variants.length ? product.variants : [undefined];
    for (const variant of variants) {
      const stock = product.made_to_order_days
        ? Number.POSITIVE_INFINITY
        : (variant?.stock ?? product.stock ?? 0);
      const left = Math.floor(stock / product.min_qty);
      if (left < 1) continue;
      const price = unitPrice(variantPrices(product, variant?.price), product.min_qty);
      const sku = variant ? `${slug}/${variant.id}` : slug;
      roomy.push({ sku, seller: product.seller, qty: product.min_qty, price, ways, left });
    }
  }
  const taken: RoomySku[] = [];
  const ofSeller = new Map<string, number>();
  while (taken.length < orders) {
    const before = taken.length;
    for (const entry of roomy) {
      const count = ofSeller.get(entry.seller) ?? 0;
      if (taken.length === orders || entry.left < 1 || count >= ORDERS_OF_A_SELLER * 4) continue;
      entry.left -= 1;
      ofSeller.set(entry.seller, count + 1);
      taken.push(entry);
    }
    if (taken.length === before)
      throw new Error(`there is room for ${before} orders only, not for ${orders}`);
  }
  return taken;
}
