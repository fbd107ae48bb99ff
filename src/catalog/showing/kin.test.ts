import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scatter } from '../../domain/scatter.ts';
import type { Category, Product, Seller } from './join.ts';
import { kinOf } from './kin.ts';

/** A few sellers' products of two categories, as the catalogue joins them. */
const catalogue = fc
  .array(
    fc.record({
      seller: fc.nat(3),
      category: fc.nat(1),
      motif: fc.option(fc.constantFrom('parang', 'kawung'), { nil: undefined }),
      technique: fc.option(fc.constantFrom('tulis', 'cap'), { nil: undefined }),
      soldOut: fc.boolean(),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((rows) => {
    const sellers = [0, 1, 2, 3].map((slug) => ({ slug: `toko-${slug}`, products: [] }) as never as Seller);
    const categories = ['kain', 'tas'].map((slug) => ({ slug, products: [] }) as never as Category);
    return rows.map((row, index) => {
      const [seller, category] = [sellers[row.seller]!, categories[row.category]!];
      const product = { ...row, id: `${seller.slug}/${index}`, seller, category } as never as Product;
      seller.products.push(product);
      category.products.push(product);
      return product;
    });
  });

/** The rule by its words: the likest first, and among equals as they stand, read around from the product's place. */
function likest(list: Product[], product: Product, count: number, likeness: (other: Product) => number) {
  const start = scatter(product.id) % list.length;
  return [...list.slice(start), ...list.slice(0, start)]
    .filter((other) => !other.soldOut && likeness(other) >= 0)
    .sort((a, b) => likeness(b) - likeness(a))
    .slice(0, count);
}

test('related products are the likest of all, never the product itself nor sold out', () => {
  fc.assert(
    fc.property(catalogue, fc.integer({ min: 1, max: 8 }), (products, count) => {
      for (const product of products) {
        const { sameSeller, similar } = kinOf(product, count);
        expect(sameSeller).toEqual(
          likest(product.seller.products, product, count, (other) =>
            other === product ? -1 : Number(other.category === product.category),
          ),
        );
        expect(similar).toEqual(
          likest(product.category.products, product, count, (other) => {
            if (other.seller === product.seller) return -1;
            const motif = other.motif !== undefined && other.motif === product.motif;
            const technique = other.technique !== undefined && other.technique === product.technique;
            return 2 * Number(motif) + Number(technique);
          }),
        );
      }
    }),
  );
});
