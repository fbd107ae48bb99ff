import type { Rupiah } from '../money.ts';
import { formatSku } from './sku.ts';

/** What the content says of a product, as far as it decides what can be bought of it. */
export interface SellableProduct {
  seller: string;
  slug: string;
  price: Rupiah;
  /** Pieces; variants may say otherwise for themselves. */
  stock?: number;
  made_to_order_days?: number;
  /** Grams a piece, packed. */
  weight: number;
  packed_size_cm?: { length: number; width: number; height: number };
  variants: readonly {
    id: string;
    name: string;
    price?: Rupiah;
    stock?: number;
    weight?: number;
    photo?: string;
  }[];
}

/** One thing to choose: a variant, or the product itself where it has none. */
export interface ProductSku {
  sku: string;
  /** `undefined` for a product without variants. */
  name?: string;
  /** Rupiah a piece, below the first wholesale tier. */
  price: Rupiah;
  /** The variant has a price of its own, with which the product's wholesale tiers move. */
  ownPrice: boolean;
  /** Pieces that the content gives; `undefined` for what is made to order. */
  stock?: number;
  /** Grams a piece. */
  weight: number;
  /** Cubic centimetres of the packed piece, rounded up. */
  volume?: number;
  /** File name of the variant's own photo. */
  photo?: string;
}

/**
 * What can be bought of a product, at which price and from which stock. Pages, orders and the search all read it
 * here, so that none of them can say otherwise than the others.
 */
export function skusOf(product: SellableProduct): ProductSku[] {
  const size = product.packed_size_cm;
  const volume = size && Math.ceil(size.length * size.width * size.height);
  const variants = product.variants.length ? product.variants : [undefined];
  return variants.map((variant) => ({
    sku: formatSku({
      seller: product.seller,
      product: product.slug,
      ...(variant && { variant: variant.id }),
    }),
    name: variant?.name,
    price: variant?.price ?? product.price,
    ownPrice: variant?.price !== undefined,
    stock: product.made_to_order_days === undefined ? (variant?.stock ?? product.stock ?? 0) : undefined,
    weight: variant?.weight ?? product.weight,
    volume,
    photo: variant?.photo,
  }));
}

/** The cheapest and the dearest of a product's SKUs, in rupiah a piece. */
export function priceRange(skus: readonly Pick<ProductSku, 'price'>[]): { lowest: Rupiah; highest: Rupiah } {
  const prices = skus.map(({ price }) => price);
  return { lowest: Math.min(...prices), highest: Math.max(...prices) };
}

/** True where the content has no piece of any SKU; what is made to order never is. */
export function isSoldOut(skus: readonly Pick<ProductSku, 'stock'>[]): boolean {
  return skus.every(({ stock }) => stock === 0);
}
