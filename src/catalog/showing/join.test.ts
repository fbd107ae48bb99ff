import fc from 'fast-check';
import { expect, test } from 'vitest';
import { productSchema } from '../../schemas/product.ts';
import { sellerSchema } from '../../schemas/seller.ts';
import { productData } from '../finding/structured-data.ts';
import { type Catalogue, joinCatalogue, selection } from './join.ts';
import { productView } from './product-page.ts';

const source = 'catatan';
const edition = (opens_at: string) => ({
  name: 'UKM Virtual Expo',
  short_name: 'UVO',
  opens_at,
  closes_at: '2030-01-01T00:00:00+07:00',
  summary: 'Expo.',
  history: [{ as_of: opens_at, source }],
});

const seller = (id: string, regency = '33.26') => ({
  id,
  data: sellerSchema.parse({
    name: `Toko ${id}`,
    regency,
    email: `${id}@mal-ukm.test`,
    whatsapp: '081200000000',
    payments: { cod: {} },
  }),
});

const product = (id: string, more: object = {}) => ({
  id,
  data: productSchema.parse({
    title: `Kain ${id}`,
    price: 100_000,
    category: 'kain',
    weight: 300,
    photos: ['a.jpg'],
    edition: 'uvo-2',
    stock: 5,
    ...more,
  }),
});

function join(sellers: ReturnType<typeof seller>[], products: ReturnType<typeof product>[]): Catalogue {
  return joinCatalogue({
    sellers,
    products,
    categories: ['kain', 'kemeja'].map((slug) => ({
      slug,
      name: slug,
      name_en: slug,
      description: slug,
      weight: 300,
      synonyms: [],
    })),
    editions: [
      { id: 'uvo-1', data: edition('2020-06-01T00:00:00+07:00') },
      { id: 'uvo-2', data: edition('2020-11-09T00:00:00+07:00') },
    ],
    placeName: (code) => `Kota ${code}`,
  });
}

const few = () =>
  join(
    [seller('a'), seller('b', '33.74')],
    [
      product('a/satu', {
        variants: [
          { id: 'm', name: 'M' },
          { id: 'xl', name: 'XL', price: 120_000, stock: 0 },
        ],
      }),
      product('a/dua', { stock: 0 }),
      product('b/tiga', { stock: undefined, made_to_order_days: 14, edition: 'uvo-1' }),
    ],
  );

test('the same content gives the same order, whatever order it is read in', () => {
  const ids = Array.from({ length: 40 }, (_, index) => `${index % 2 ? 'a' : 'b'}/kain-${index}`);
  const order = (list: string[]) =>
    join(
      [seller('a'), seller('b')],
      list.map((id) => product(id)),
    ).products.map(({ id }) => id);
  const expected = order(ids);
  fc.assert(
    fc.property(fc.shuffledSubarray(ids, { minLength: ids.length }), (shuffled) => {
      expect(order(shuffled)).toEqual(expected);
    }),
    { numRuns: 5 },
  );
});

test('a variant has its own price and stock, and otherwise the product’s', () => {
  const options = few().products.find(({ id }) => id === 'a/satu')!.options;
  expect(options.map(({ sku, price, stock, ownPrice }) => [sku, price, stock, ownPrice])).toEqual([
    ['a/satu/m', 100_000, 5, false],
    ['a/satu/xl', 120_000, 0, true],
  ]);
});

test('what is sold out stands last, and what is made to order is never sold out', () => {
  const { products } = few();
  expect(products.at(-1)?.id).toBe('a/dua');
  expect(products.find(({ id }) => id === 'b/tiga')?.soldOut).toBe(false);
});

test('places, editions and sellers know their products', () => {
  const { places, editions } = few();
  expect(places.map((place) => [place.href, place.sellers.length, place.products.length])).toEqual([
    ['/daerah/33.26/', 1, 2],
    ['/daerah/33.74/', 1, 1],
  ]);
  expect(editions.map((one) => [one.slug, one.products.length, one.sellers.map(({ slug }) => slug)])).toEqual(
    [
      ['uvo-2', 2, ['a']],
      ['uvo-1', 1, ['b']],
    ],
  );
});

test('a selection shows each seller once and takes categories in turn', () => {
  const { products } = join(
    [seller('a'), seller('b'), seller('c')],
    ['a/x', 'a/y', 'b/x', 'b/y', 'c/x', 'c/y'].map((id) =>
      product(id, { category: id.endsWith('x') ? 'kain' : 'kemeja' }),
    ),
  );
  const chosen = selection(products, 10);
  expect(new Set(chosen.map((one) => one.seller)).size).toBe(chosen.length);
  expect(chosen).toHaveLength(3);
  expect(chosen[0]?.category).not.toBe(chosen[1]?.category);
});

test('search engines get one offer for each variant, with price in rupiah and availability', () => {
  const site = new URL('https://mal-ukm.example');
  const { products } = few();
  const offersOf = (id: string) => {
    const view = productView(products.find((one) => one.id === id)!, [], {});
    const data = productData(view, { site, crumbs: [] });
    return JSON.parse(JSON.stringify(data))['@graph'][0].offers;
  };
  expect(offersOf('a/satu')).toMatchObject([
    { sku: 'a/satu/m', price: 100_000, priceCurrency: 'IDR', availability: 'https://schema.org/InStock' },
    { sku: 'a/satu/xl', price: 120_000, availability: 'https://schema.org/OutOfStock' },
  ]);
  expect(offersOf('b/tiga')).toMatchObject({ availability: 'https://schema.org/MadeToOrder' });
});
