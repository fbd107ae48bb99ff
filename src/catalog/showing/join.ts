import type { Rupiah } from '../../domain/money.ts';
import { isSoldOut, type ProductSku, priceRange, skusOf } from '../../domain/products/skus-of.ts';
import { scatter } from '../../domain/scatter.ts';
import type { CategoryContent } from '../../schemas/category.ts';
import type { EditionContent } from '../../schemas/edition.ts';
import type { ProductContent } from '../../schemas/product.ts';
import type { SellerContent } from '../../schemas/seller.ts';

/** A kabupaten or kota and who sells from there. */
export interface Place {
  code: string;
  name: string;
  href: string;
  sellers: Seller[];
  products: Product[];
}

export interface Category extends CategoryContent {
  href: string;
  products: Product[];
}

export interface Edition extends EditionContent {
  slug: string;
  href: string;
  products: Product[];
  /** Sellers with a product that entered the mall through this edition. */
  sellers: Seller[];
}

export interface Seller extends SellerContent {
  slug: string;
  href: string;
  place: Place;
  products: Product[];
}

/** A product with what belongs to it. */
export interface Product extends Omit<ProductContent, 'category' | 'edition'> {
  /** `<seller>/<product>`. */
  id: string;
  slug: string;
  href: string;
  body: string;
  seller: Seller;
  category: Category;
  edition: Edition;
  options: ProductSku[];
  lowestPrice: Rupiah;
  highestPrice: Rupiah;
  soldOut: boolean;
}

/** The whole catalogue, joined. Every list is in a fixed order. */
export interface Catalogue {
  products: Product[];
  sellers: Seller[];
  categories: Category[];
  places: Place[];
  /** The latest first. */
  editions: Edition[];
}

export interface CatalogueParts {
  sellers: { id: string; data: SellerContent }[];
  products: { id: string; data: ProductContent; body?: string }[];
  categories: CategoryContent[];
  editions: { id: string; data: EditionContent }[];
  placeName: (code: string) => string;
}

/**
 * Joins products with their seller, category, edition and place. Products stand in an order that comes from
 * their addresses alone: every list mixes the sellers, and a product that joins or leaves moves few others.
 * What is sold out stands last.
 * @throws Error for a product whose seller, category or edition is missing: the content check comes before
 */
export function joinCatalogue(parts: CatalogueParts): Catalogue {
  const places = new Map<string, Place>();
  const placeOf = (code: string) => {
    const known = places.get(code);
    if (known) return known;
    const place = { code, name: parts.placeName(code), href: `/daerah/${code}/`, sellers: [], products: [] };
    places.set(code, place);
    return place;
  };
  const sellers = byKey(
    parts.sellers.map(({ id, data }) => sellerOf(id, data, placeOf(data.regency))),
    'slug',
  );
  const categories = byKey(parts.categories.map(categoryOf), 'slug');
  const editions = byKey(
    parts.editions.map(({ id, data }) => editionOf(id, data)),
    'slug',
  );
  const products = parts.products.map(({ id, data, body }) =>
    productOf(id, data, body ?? '', {
      seller: found(sellers, id.split('/')[0] ?? '', id),
      category: found(categories, data.category, id),
      edition: found(editions, data.edition, id),
    }),
  );
  const rank = new Map(products.map((product) => [product, scatter(product.id)]));
  products.sort(
    (a, b) => Number(a.soldOut) - Number(b.soldOut) || rank.get(a)! - rank.get(b)! || (a.id < b.id ? -1 : 1),
  );
  for (const product of products) {
    product.seller.products.push(product);
    product.seller.place.products.push(product);
    product.category.products.push(product);
    product.edition.products.push(product);
  }
  const sortedSellers = [...sellers.values()].sort(
    byText(
      (seller) => seller.name,
      (seller) => seller.slug,
    ),
  );
  for (const seller of sortedSellers) {
    seller.place.sellers.push(seller);
    for (const edition of new Set(seller.products.map((product) => product.edition)))
      edition.sellers.push(seller);
  }
  return {
    products,
    sellers: sortedSellers,
    categories: [...categories.values()],
    places: [...places.values()].sort(byText((place) => place.code)),
    editions: [...editions.values()].sort(
      (a, b) => Date.parse(b.opens_at) - Date.parse(a.opens_at) || (a.slug < b.slug ? -1 : 1),
    ),
  };
}

/** Up to `count` products that show the breadth of a list: no two of one seller, categories in turn. */
export function selection(products: Product[], count: number): Product[] {
  const queues = new Map<Category, Product[]>();
  for (const product of products) {
    if (product.soldOut) continue;
    const queue = queues.get(product.category);
    if (queue) queue.push(product);
    else queues.set(product.category, [product]);
  }
  const chosen: Product[] = [];
  const sellers = new Set<Seller>();
  let progress = true;
  while (chosen.length < count && progress) {
    progress = false;
    for (const queue of queues.values()) {
      const at = queue.findIndex((product) => !sellers.has(product.seller));
      const product = at < 0 ? undefined : queue.splice(at, 1)[0];
      if (!product || chosen.length >= count) continue;
      sellers.add(product.seller);
      chosen.push(product);
      progress = true;
    }
  }
  return chosen;
}

function sellerOf(slug: string, data: SellerContent, place: Place): Seller {
  return { ...data, slug, href: `/ukm/${slug}/`, place, products: [] };
}

function categoryOf(data: CategoryContent): Category {
  return { ...data, href: `/kategori/${data.slug}/`, products: [] };
}

function editionOf(slug: string, data: EditionContent): Edition {
  return { ...data, slug, href: `/expo/${slug}/`, products: [], sellers: [] };
}

function productOf(
  id: string,
  data: ProductContent,
  body: string,
  of: { seller: Seller; category: Category; edition: Edition },
): Product {
  const slug = id.slice(of.seller.slug.length + 1);
  const options = skusOf({ ...data, seller: of.seller.slug, slug });
  const { lowest, highest } = priceRange(options);
  return {
    ...data,
    ...of,
    id,
    slug,
    href: `/produk/${id}/`,
    body,
    options,
    lowestPrice: lowest,
    highestPrice: highest,
    soldOut: isSoldOut(options),
  };
}

function byKey<T, K extends keyof T>(items: T[], key: K): Map<T[K], T> {
  return new Map(items.map((item) => [item[key], item]));
}

function found<T>(map: Map<string, T>, key: string, product: string): T {
  const value = map.get(key);
  if (!value) throw new Error(`${product}: "${key}" is not in the catalogue`);
  return value;
}

/** Compares by code points, so that the order is the same on every machine. */
function byText<T>(...keys: ((item: T) => string)[]): (a: T, b: T) => number {
  return (a, b) => {
    for (const key of keys) {
      const [left, right] = [key(a), key(b)];
      if (left !== right) return left < right ? -1 : 1;
    }
    return 0;
  };
}
