import type { Rupiah } from '../money.ts';

/** A price for `min_qty` pieces or more, in rupiah a piece. */
export interface PriceTier {
  min_qty: number;
  price: Rupiah;
}

/** What a piece costs, and less from so many on; tiers rise in quantity and fall in price. */
export interface Priced {
  price: Rupiah;
  tiers: PriceTier[];
}

/** The wholesale tier that a quantity reaches, if any. */
export function tierAt({ tiers }: Priced, qty: number): PriceTier | undefined {
  return tiers.findLast((tier) => qty >= tier.min_qty);
}

/** The price of one piece in rupiah when `qty` of the same SKU are bought. */
export function unitPrice(priced: Priced, qty: number): Rupiah {
  return tierAt(priced, qty)?.price ?? priced.price;
}

/**
 * Prices of a variant with a price of its own: the product's tiers keep their distance to the product's
 * price, so that a dearer size stays dearer by the same amount at every quantity.
 */
export function variantPrices(product: Priced, ownPrice: Rupiah | undefined): Priced {
  if (ownPrice === undefined) return product;
  const difference = ownPrice - product.price;
  return {
    price: ownPrice,
    tiers: product.tiers.map((tier) => ({ ...tier, price: Math.max(1, tier.price + difference) })),
  };
}
