import { expect, test } from 'vitest';
import { isSoldOut, priceRange, type SellableProduct, skusOf } from './skus-of.ts';

const cloth: SellableProduct = {
  seller: 'batik-sekar',
  slug: 'kain',
  price: 100_000,
  stock: 5,
  weight: 300,
  variants: [],
};

test('a product without variants is its own only SKU', () => {
  expect(skusOf({ ...cloth, packed_size_cm: { length: 10, width: 10, height: 0.504 } })).toMatchObject([
    { sku: 'batik-sekar/kain', price: 100_000, ownPrice: false, stock: 5, weight: 300, volume: 51 },
  ]);
});

test('a variant says its own price, stock and weight, and otherwise the product’s', () => {
  const skus = skusOf({
    ...cloth,
    variants: [
      { id: 'm', name: 'M' },
      { id: 'xl', name: 'XL', price: 120_000, stock: 0, weight: 350 },
    ],
  });
  expect(skus).toMatchObject([
    { sku: 'batik-sekar/kain/m', name: 'M', price: 100_000, ownPrice: false, stock: 5, weight: 300 },
    { sku: 'batik-sekar/kain/xl', name: 'XL', price: 120_000, ownPrice: true, stock: 0, weight: 350 },
  ]);
  expect(priceRange(skus)).toEqual({ lowest: 100_000, highest: 120_000 });
  expect(isSoldOut(skus)).toBe(false);
});

test('what is made to order has no stock and is never sold out', () => {
  const skus = skusOf({ ...cloth, stock: 0, made_to_order_days: 14 });
  expect(skus[0]!.stock).toBeUndefined();
  expect(isSoldOut(skus)).toBe(false);
});

test('a product without a stock has none', () => {
  expect(isSoldOut(skusOf({ ...cloth, stock: undefined }))).toBe(true);
});
