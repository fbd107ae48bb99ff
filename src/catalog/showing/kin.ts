import { scatter } from '../../domain/scatter.ts';
import type { Product } from './join.ts';

/** Products that lie near one. */
export interface Kin {
  /** The same seller's others, first those of its own category. */
  sameSeller: Product[];
  /** Other sellers' in the same category: the same motif first, then the same technique. */
  similar: Product[];
}

/**
 * Products that lie near one, up to `count` of each kind and none that is sold out. Among equals the list begins at
 * another place for each product, which spreads the links over all products.
 */
export function kinOf(product: Product, count: number): Kin {
  const start = scatter(product.id);
  const { motif, technique } = product;
  const own = indexOf(product.seller.products);
  const category = indexOf(product.category.products);
  const none: number[] = [];
  return {
    sameSeller: first(
      own,
      [own.byCategory.get(product.category.slug) ?? none, own.all],
      start,
      count,
      (other) => other !== product,
    ),
    similar: first(
      category,
      [
        (motif && technique && category.byMotifAndTechnique.get(pair(motif, technique))) || none,
        (motif && category.byMotif.get(motif)) || none,
        (technique && category.byTechnique.get(technique)) || none,
        category.all,
      ],
      start,
      count,
      (other) => other.seller !== product.seller,
    ),
  };
}

/** Where products stand in their list, by what they are; what is sold out is left out. */
interface Index {
  products: readonly Product[];
  all: number[];
  byCategory: Map<string, number[]>;
  byMotif: Map<string, number[]>;
  byTechnique: Map<string, number[]>;
  byMotifAndTechnique: Map<string, number[]>;
}

const indices = new WeakMap<readonly Product[], Index>();

/** Made once for each list: a page looks into groups of it only, or the build's time would grow with the square. */
function indexOf(products: readonly Product[]): Index {
  const known = indices.get(products);
  if (known) return known;
  const index: Index = {
    products,
    all: [],
    byCategory: new Map(),
    byMotif: new Map(),
    byTechnique: new Map(),
    byMotifAndTechnique: new Map(),
  };
  products.forEach(({ soldOut, category, motif, technique }, place) => {
    if (soldOut) return;
    index.all.push(place);
    add(index.byCategory, category.slug, place);
    if (motif) add(index.byMotif, motif, place);
    if (technique) add(index.byTechnique, technique, place);
    if (motif && technique) add(index.byMotifAndTechnique, pair(motif, technique), place);
  });
  indices.set(products, index);
  return index;
}

const pair = (motif: string, technique: string) => `${technique} ${motif}`;

function add(groups: Map<string, number[]>, key: string, place: number): void {
  const group = groups.get(key);
  if (group) group.push(place);
  else groups.set(key, [place]);
}

/** The first of the first group, then those of the next that were not in it…, each read around from `start`. */
function first(
  { products }: Index,
  groups: readonly (readonly number[])[],
  start: number,
  count: number,
  fits: (other: Product) => boolean,
): Product[] {
  const chosen = new Set<Product>();
  for (const group of groups) {
    if (!group.length) continue;
    const from = firstNotBefore(group, start % products.length);
    for (let step = 0; step < group.length && chosen.size < count; step += 1) {
      const other = products[group[(from + step) % group.length]!]!;
      if (fits(other)) chosen.add(other);
    }
  }
  return [...chosen];
}

/** By halving: where in a rising list the first number stands that is not smaller. */
function firstNotBefore(rising: readonly number[], least: number): number {
  let [low, high] = [0, rising.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rising[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
