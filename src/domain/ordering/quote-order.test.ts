import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SellerFacts, SkuFacts } from '../products/facts.ts';
import type { ShippingService } from '../products/shipping-service.ts';
import { quoteOrder } from './quote-order.ts';

const seller = (slug: string): SellerFacts => ({
  slug,
  name: slug,
  region: '33.26',
  email: `${slug}@contoh.test`,
  whatsapp: '+6281200000000',
  payments: { bank: { bank: 'Bank Contoh', number: '0001', holder: 'Contoh' } },
  sample: true,
});
const sku = (name: string, facts: Partial<SkuFacts> = {}): SkuFacts => ({
  sku: name,
  seller: name.split('/')[0]!,
  product: name,
  title: name,
  price: 100_000,
  tiers: [{ min_qty: 10, price: 90_000 }],
  min_qty: 1,
  unit: 'pcs',
  stock: 20,
  weight_grams: 400,
  edition: 'uvo-2',
  url: `/produk/${name}/`,
  ...facts,
});
const regular: ShippingService = {
  id: 'reguler',
  name: 'Reguler',
  name_en: 'Regular',
  kind: 'courier',
  position: 1,
  min_grams: 1000,
  step_grams: 1000,
  tolerance_grams: 300,
  zones: [{ from: ['33'], to: ['33', '62'], per_step: 12_000, days: [1, 2] }],
};
const skus = new Map(
  [
    sku('a/satu'),
    sku('a/dua', { min_qty: 3 }),
    sku('b/satu', { price: 55_000 }),
    sku('b/po', { stock: null }),
  ].map((facts) => [facts.sku, facts]),
);
const request = {
  skus,
  sellers: new Map(['a', 'b'].map((slug) => [slug, seller(slug)])),
  services: [regular],
  gateway: false,
};
const home = { ship_to: { country: 'ID', region: '62.71' } };

test('sellers’ totals sum to the order’s total, and every amount is a whole number of rupiah', () => {
  const lines = fc.uniqueArray(
    fc.record({ sku: fc.constantFrom(...skus.keys()), qty: fc.integer({ min: 1, max: 10_000 }) }),
    { selector: (line) => line.sku, minLength: 1 },
  );
  fc.assert(
    fc.property(lines, (wanted) => {
      const quote = quoteOrder({ ...request, ...home, lines: wanted });
      expect(quote.sellers.reduce((sum, { total }) => sum + total, 0)).toBe(quote.total);
      expect(quote.subtotal + quote.shipping).toBe(quote.total);
      for (const part of quote.sellers) {
        expect(part.subtotal).toBe(part.lines.reduce((sum, line) => sum + line.qty * line.unit_price, 0));
        expect(Number.isSafeInteger(part.total)).toBe(true);
      }
    }),
  );
});

test('what is more than one sale can be is named with the limit', () => {
  const dear = new Map([['a/emas', sku('a/emas', { price: 100_000_000, tiers: [] })]]);
  const problems = (qty: number) =>
    quoteOrder({ ...request, skus: dear, ...home, lines: [{ sku: 'a/emas', qty }] }).problems;
  expect(problems(100)).toEqual([]);
  expect(problems(101)).toEqual([
    { pointer: '/lines', code: 'order_too_large', seller: 'a', limit: 10_000_000_000 },
  ]);
});

test('a price that differs from the one seen is named with the price now', () => {
  const { problems } = quoteOrder({
    ...request,
    ...home,
    lines: [{ sku: 'a/satu', qty: 10, price: 100_000 }],
  });
  expect(problems).toEqual([
    { pointer: '/lines/0/price', code: 'price_changed', sku: 'a/satu', price: 90_000, was: 100_000 },
  ]);
});

test('a SKU that left the catalogue is named, and the rest is priced', () => {
  const quote = quoteOrder({
    ...request,
    ...home,
    lines: [
      { sku: 'a/hilang', qty: 1 },
      { sku: 'a/satu', qty: 1 },
    ],
  });
  expect(quote.problems).toEqual([{ pointer: '/lines/0/sku', code: 'unknown_sku', sku: 'a/hilang' }]);
  expect(quote.total).toBe(112_000);
});

test('too few pieces, a SKU twice, and more than is left are problems with their figures', () => {
  const { problems } = quoteOrder({
    ...request,
    ...home,
    stock: new Map([['b/satu', 1]]),
    lines: [
      { sku: 'a/dua', qty: 2 },
      { sku: 'b/satu', qty: 2 },
      { sku: 'b/satu', qty: 1 },
      { sku: 'b/po', qty: 500 },
    ],
  });
  expect(problems).toEqual([
    { pointer: '/lines/0/qty', code: 'min_qty', sku: 'a/dua', min_qty: 3 },
    { pointer: '/lines/1/qty', code: 'out_of_stock', sku: 'b/satu', left: 1 },
    { pointer: '/lines/2/sku', code: 'duplicate_sku', sku: 'b/satu' },
  ]);
});

test('without a choice the cheapest courier is taken; a service that does not go there is refused', () => {
  const lines = [{ sku: 'a/satu', qty: 4 }];
  expect(quoteOrder({ ...request, ...home, lines }).sellers[0]?.shipping.chosen).toMatchObject({
    id: 'reguler',
    fee: 24_000,
  });
  expect(quoteOrder({ ...request, ...home, lines, shipping: { a: 'kilat' } }).problems).toEqual([
    { pointer: '/shipping/a', code: 'shipping_unavailable', seller: 'a' },
  ]);
});

test('where nobody goes the seller quotes the fee', () => {
  const quote = quoteOrder({
    ...request,
    lines: [{ sku: 'a/satu', qty: 1 }],
    ship_to: { country: 'ID', region: '94.01' },
  });
  expect(quote.sellers[0]?.shipping.chosen).toBeNull();
  expect(quote.total).toBe(100_000);
  expect(quote.problems).toEqual([]);
});

test('one method for all or one for each seller, each only where it is offered', () => {
  const lines = [
    { sku: 'a/satu', qty: 1 },
    { sku: 'b/satu', qty: 1 },
  ];
  expect(quoteOrder({ ...request, ...home, lines, payment: 'transfer' }).problems).toEqual([]);
  expect(
    quoteOrder({ ...request, ...home, lines, payment: 'qris' }).problems.map(({ pointer, code }) => [
      pointer,
      code,
    ]),
  ).toEqual([
    ['/payment', 'payment_unavailable'],
    ['/payment', 'payment_unavailable'],
  ]);
  expect(quoteOrder({ ...request, ...home, lines, payment: { a: 'transfer' } }).problems).toEqual([
    { pointer: '/payment/b', code: 'payment', seller: 'b' },
  ]);
});

test('more pieces never weigh less, cost less to send, or cost more each', () => {
  const qty = fc.integer({ min: 1, max: 10_000 });
  fc.assert(
    fc.property(qty, qty, (a, b) => {
      const [less, more] = [Math.min(a, b), Math.max(a, b)].map(
        (pieces) => quoteOrder({ ...request, ...home, lines: [{ sku: 'a/satu', qty: pieces }] }).sellers[0]!,
      );
      expect(more!.weight_grams).toBeGreaterThanOrEqual(less!.weight_grams);
      expect(more!.shipping.chosen!.fee).toBeGreaterThanOrEqual(less!.shipping.chosen!.fee);
      expect(more!.lines[0]!.unit_price).toBeLessThanOrEqual(less!.lines[0]!.unit_price);
    }),
  );
});

test('a quantity that is no whole number from 1 to 10,000 is named and counts as one piece', () => {
  for (const qty of [0, -1, 1.5, 10_001, Number.NaN]) {
    const quote = quoteOrder({ ...request, ...home, lines: [{ sku: 'a/satu', qty }] });
    expect(quote.problems).toEqual([{ pointer: '/lines/0/qty', code: 'quantity', sku: 'a/satu' }]);
    expect(quote.total).toBe(112_000);
  }
});
