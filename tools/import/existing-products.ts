import { isDeepStrictEqual } from 'node:util';
import type { Content, ProductEntry } from '../../src/catalog/reading/content-folder.ts';
import type { Rupiah } from '../../src/domain/money.ts';
import type { ExportColumn } from '../export/columns.ts';
import { productRow } from '../export/product-row.ts';
import type { Field } from './columns.ts';
import type { Candidate } from './plan.ts';

/**
 * Finds the rows that the content holds already: by address where a row has one, else by seller, title and
 * price; a row that alone shares seller and title with one product changes its price, which is added to `prices` by
 * file. The others are new. What else an addressed row would change is only told: a file is its editor's.
 */
export function matchExisting(
  candidates: Candidate[],
  content: Content,
  columns: ReadonlySet<Field>,
  prices: Map<string, Rupiah>,
): Set<Candidate> {
  const byTitle = new Map<string, ProductEntry[]>();
  const keyOf = (seller: string, title: string) => JSON.stringify([seller, title]);
  for (const product of content.products.values()) {
    const key = keyOf(product.seller, product.title);
    byTitle.set(key, [...(byTitle.get(key) ?? []), product]);
  }
  const fresh = new Set<Candidate>();
  const claim = (candidate: Candidate, fits: (product: ProductEntry, others: number) => boolean) => {
    if (candidate.address) {
      const product = content.products.get(`${candidate.seller.slug}/${candidate.address}`);
      if (!product || !fits(product, 0)) return undefined;
      candidate.report.file = product.file;
      warnOfOtherChanges(candidate, product, columns);
      return product;
    }
    const products = byTitle.get(keyOf(candidate.seller.slug, candidate.title)) ?? [];
    const at = products.findIndex((product) => fits(product, products.length - 1));
    const [product] = at < 0 ? [] : products.splice(at, 1);
    if (product) candidate.report.file = product.file;
    return product;
  };
  for (const candidate of candidates) {
    if (claim(candidate, (product) => product.price === candidate.price)) candidate.report.outcome = 'same';
    else fresh.add(candidate);
  }
  const titles = Map.groupBy(fresh, ({ seller, title, address }) => keyOf(seller.slug, address ?? title));
  for (const [only, ...more] of titles.values()) {
    const product = only && !more.length && claim(only, (_, others) => others === 0);
    if (!product) continue;
    fresh.delete(only);
    only.report.outcome = 'price';
    only.report.priceBefore = product.price;
    prices.set(product.file, only.price);
  }
  return fresh;
}

/** Columns whose text is compared with what an export would write; the category may be named in many ways. */
const COMPARED: readonly [Field, ExportColumn][] = [
  ['title', 'judul'],
  ['stock', 'stok'],
  ['weight', 'berat'],
  ['photo', 'foto'],
  ['materials', 'bahan'],
  ['motif', 'motif'],
  ['variants', 'varian'],
  ['description', 'deskripsi'],
];

/** Tells an editor who changed more than prices in an exported table that only prices are taken from it. */
function warnOfOtherChanges(
  { row, more, match, report }: Candidate,
  product: ProductEntry,
  columns: ReadonlySet<Field>,
): void {
  const there = productRow(product, '');
  const changed = COMPARED.filter(
    ([field, column]) => columns.has(field) && tidy(row.text[field]) !== tidy(String(there[column])),
  ).map(([, column]): string => column);
  if (columns.has('category') && match.category.slug !== product.category) changed.push('kategori');
  if (columns.has('more') && !isDeepStrictEqual(more, JSON.parse(String(there['isian lain']) || '{}')))
    changed.push('isian lain');
  if (changed.length)
    report.warnings.push(`hanya harga yang diambil; ${changed.join(', ')} diubah di ${product.file}`);
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
