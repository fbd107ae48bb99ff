import type { Content } from '../../src/catalog/reading/content-folder.ts';
import type { Region } from '../../src/catalog/reading/regions.ts';
import type { Rupiah } from '../../src/domain/money.ts';
import { cleanLine } from '../../src/domain/text.ts';
import { productSchema } from '../../src/schemas/product.ts';
import { type CategoryMatch, categoryMatcher } from './category-match.ts';
import { type ImportedProduct, plainDescription } from './content-writing.ts';
import type { Table, TableRow } from './csv-table.ts';
import { type MoreFields, readExactRow } from './exact-row.ts';
import { matchExisting } from './existing-products.ts';
import { warnOfNearRepeats } from './near-repeats.ts';
import { placeIndex } from './place-index.ts';
import { parsePrice } from './price-text.ts';
import { parseGrams, parsePieces } from './quantity-text.ts';
import { type SellerChoice, sellerChooser } from './seller-choice.ts';
import { freeSlug, slugFor } from './slug.ts';
import { MOTIF_WORDS } from './title-words.ts';
import { parseVariants, sizesAndColors } from './variant-text.ts';

/** Pieces of a product of which the table does not say how many there are. */
const DEFAULT_STOCK = 10;

export interface RowReport {
  row: number;
  title: string;
  /**
   * new: a file is made; same: it is there already; price: it is there and gets another price; repeat: the same
   * as an earlier row; refused: it can't be taken.
   */
  outcome: 'new' | 'same' | 'price' | 'repeat' | 'refused';
  /** Relative to the content folder; of what was taken. */
  file?: string;
  /** Rupiah; of what was taken. */
  price?: Rupiah;
  /** The price before, where the table changes it. */
  priceBefore?: Rupiah;
  /** File names of the photographs that a new product gets; none: a drawing. */
  photos?: string[];
  /** Why a row was left out. */
  reason?: string;
  warnings: string[];
}

/** A product that is to be written. */
export interface PlannedProduct {
  seller: string;
  slug: string;
  product: Omit<ImportedProduct, 'photos'>;
  description: string;
  /** What the table names, as it stands there. */
  photo: string;
  /** The photographs keep their names and bytes: an export named them. */
  keepsNames: boolean;
  /** Counts the rows that were taken: photographs are dealt out by it. */
  position: number;
  kind: string;
  report: RowReport;
}

export interface Plan {
  rows: RowReport[];
  products: PlannedProduct[];
  /** Products whose price the table changes, by file. */
  prices: Map<string, number>;
  /** Sellers that have no file yet. */
  newSellers: SellerChoice[];
}

interface Circumstances {
  table: Table;
  content: Content;
  regions: Map<string, Region>;
  /** `--seller` */
  seller: string | undefined;
  /** Sellers that have a file, valid or not. */
  sellerFiles: Set<string>;
  /** Slugs of the products that have a file, valid or not, by seller. */
  productFiles: Map<string, Set<string>>;
}

/** A row that can be taken, if it is not there already. */
export interface Candidate {
  row: TableRow;
  /** Of a row that an export wrote. */
  address: string | undefined;
  more: MoreFields;
  report: RowReport;
  title: string;
  price: number;
  seller: SellerChoice;
  /** Of interest for a new product only. */
  sellerWarnings: string[];
  match: CategoryMatch;
}

/** Decides what becomes of each row of a table, without touching a file. */
export function planImport(circumstances: Circumstances): Plan {
  const { table, content } = circumstances;
  const choose = sellerChooser({ ...circumstances, findPlace: placeIndex(circumstances.regions.values()) });
  const match = categoryMatcher(content.categories);
  const plan: Plan = { rows: [], products: [], prices: new Map(), newSellers: [] };
  const candidates: Candidate[] = [];
  for (const row of table.rows) {
    const title = cleanLine(row.text.title);
    const report: RowReport = { row: row.row, title, outcome: 'refused', warnings: [] };
    plan.rows.push(report);
    if (!title) report.reason = 'judul kosong';
    else {
      const price = parsePrice(row.text.price);
      const seller = choose(row.text);
      const exact = readExactRow(row.text);
      if (!price.ok) report.reason = price.reason;
      else if (!exact.ok) report.reason = exact.reason;
      else if (!seller.ok) report.reason = seller.reason;
      else {
        report.price = price.price;
        candidates.push({
          row,
          report,
          title,
          price: price.price,
          address: exact.address,
          more: exact.more,
          seller: seller.choice,
          sellerWarnings: seller.warnings,
          match: match(row.text.category, title),
        });
      }
    }
  }
  const fresh = matchExisting(leaveOutRepeats(candidates), content, table.columns, plan.prices);
  warnOfNearRepeats(fresh, content);
  const taken = new Map<string, Set<string>>();
  let position = 0;
  for (const candidate of candidates) {
    if (candidate.report.outcome === 'repeat') continue;
    const planned = fresh.has(candidate) && planProduct(candidate, circumstances, taken);
    if (planned) plan.products.push({ ...planned, position });
    if (candidate.report.outcome !== 'refused') position += 1;
  }
  const used = new Set(plan.products.map(({ seller }) => seller));
  plan.newSellers = [...new Map(candidates.map(({ seller }) => [seller.slug, seller])).values()].filter(
    ({ slug, isNew }) => isNew && used.has(slug),
  );
  return plan;
}

/** Rows with the same seller, title and price as an earlier one are left out. */
function leaveOutRepeats(candidates: Candidate[]): Candidate[] {
  const seen = new Map<string, number>();
  return candidates.filter(({ report, seller, title, price, address }) => {
    const key = JSON.stringify(address ? [seller.slug, address] : [seller.slug, title, price]);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, report.row);
      return true;
    }
    report.outcome = 'repeat';
    report.reason = `sama dengan baris ${before}: penjual, ${address ? 'dan alamat' : 'judul, dan harga'}`;
    return false;
  });
}

/** A product for a row; a row that makes no valid one is refused. */
function planProduct(
  { row, report, title, price, seller, sellerWarnings, match, address, more }: Candidate,
  { content, productFiles }: Circumstances,
  taken: Map<string, Set<string>>,
): Omit<PlannedProduct, 'position'> | undefined {
  const { text } = row;
  const warn = (message: string) => report.warnings.push(message);
  report.warnings.push(...sellerWarnings);
  if (match.guessed)
    warn(`kategori "${text.category}" tidak dikenal; dipakai ${match.category.name}, periksa lagi`);
  const weight = text.weight ? parseGrams(text.weight) : match.category.weight;
  if (weight === undefined)
    warn(`berat "${text.weight}" tidak terbaca; dipakai ${match.category.weight} gram`);
  // A row with an address says everything itself; of any other, what it leaves out is guessed.
  const typed = text.variants ? parseVariants(text.variants) : sizesAndColors(text.sizes, text.colors);
  const isCounted =
    more.made_to_order_days !== undefined || typed.some((variant) => variant.stock !== undefined);
  const stock = text.stock ? parsePieces(text.stock) : address || isCounted ? undefined : DEFAULT_STOCK;
  if (stock === undefined && text.stock) warn(`stok "${text.stock}" tidak terbaca; dipakai ${DEFAULT_STOCK}`);
  const materials = text.materials.split(/[,;/]/).map(cleanLine).filter(Boolean);
  const motif = cleanLine(text.motif) || (address ? '' : MOTIF_WORDS.exec(title.toLowerCase())?.[0]);
  const product = {
    title,
    price,
    category: match.category.slug,
    weight: weight ?? match.category.weight,
    edition: editionOf(text.edition, content, warn),
    ...((stock !== undefined || (!address && !isCounted)) && { stock: stock ?? DEFAULT_STOCK }),
    ...(typed.length && { variants: typed }),
    ...(materials.length && { materials }),
    ...(motif && (address || motif !== 'polos') && { motif }),
    ...more,
  };
  const checked = productSchema.safeParse({ ...product, photos: ['foto.jpg'] });
  if (!checked.success) {
    report.reason = checked.error.issues
      .map(({ path, message }) => `${path.join('.')} ${message}`)
      .join('; ');
    return undefined;
  }
  const slugs = taken.get(seller.slug) ?? new Set(productFiles.get(seller.slug));
  taken.set(seller.slug, slugs);
  if (address && slugs.has(address)) {
    report.reason = `products/${seller.slug}/${address}.md ada, tetapi belum lolos pemeriksaan; perbaiki dulu`;
    return undefined;
  }
  const slug = freeSlug(address ?? slugFor(title), slugs);
  report.outcome = 'new';
  report.file = `products/${seller.slug}/${slug}.md`;
  return {
    seller: seller.slug,
    slug,
    product,
    description:
      text.description.trim() ||
      (address ? '' : plainDescription(title, match.category.name, seller.placeName)),
    photo: text.photo,
    keepsNames: address !== undefined,
    kind: match.kind,
    report,
  };
}

/** The edition that the table names, else the newest. */
function editionOf(named: string, { editions }: Content, warn: (message: string) => void): string {
  const wanted = named.trim().toLowerCase();
  const byAge = [...editions].sort(([, a], [, b]) => Date.parse(b.opens_at) - Date.parse(a.opens_at));
  const found = byAge.find(
    ([slug, { name, short_name }]) =>
      wanted !== '' && [slug, name.toLowerCase(), short_name.toLowerCase()].includes(wanted),
  );
  const slug = (found ?? byAge[0]!)[0];
  if (wanted && !found) warn(`expo "${named}" tidak dikenal; dipakai ${slug}`);
  return slug;
}
