import { existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { CategoryMatch } from './category-match.ts';
import type { Table } from './csv-table.ts';
import { type PhotoSource, readyPhotos } from './photo-source.ts';
import type { Plan, PlannedProduct } from './plan.ts';

/** The most photographs that a product may have. */
const MAX_PHOTOS = 10;

/** Which photographs each new product gets; those that an export named are not here. */
export interface PhotoAssignment {
  paths: Map<PlannedProduct, string[]>;
  /** Sentences about the photographs as a whole, for the editor. */
  notes: string[];
}

interface Circumstances {
  plan: Plan;
  /** The content folder. */
  out: string;
  table: Table;
  source: PhotoSource | undefined;
  /** Finds the category that a photo's name speaks of. */
  match: (named: string, title: string) => CategoryMatch;
  onProgress: (done: number, total: number) => void;
}

/**
 * Decides which photograph belongs to which product: those that its row names, else those that are called like it.
 * Where the table names none and none is called like any product, they are dealt out in turn, to goods of the same
 * kind where a photo's name tells it (`hat_1.jpg`), and that is said. Warnings go to the rows' reports.
 */
export async function assignPhotos({
  plan,
  out,
  table,
  source,
  match,
  onProgress,
}: Circumstances): Promise<PhotoAssignment> {
  for (const product of plan.products)
    for (const name of keptNames(product))
      if (!existsSync(join(out, 'products', product.seller, name)) && !source?.exactly(product.seller, name))
        product.report.warnings.push(`foto "${name}" tidak ada di folder foto`);
  const fresh = plan.products.filter((product) => !keptNames(product).length);
  const paths = new Map<PlannedProduct, string[]>(fresh.map((product) => [product, []]));
  if (!source) {
    for (const { photo, report } of fresh) {
      report.photos = [];
      if (photo) report.warnings.push('kolom foto terisi, tetapi --photos tidak diberikan');
    }
    return { paths, notes: [] };
  }
  const notes = source.left.map((sentence) => `Dilewati dari zip: ${sentence}.`);
  const slugs = new Set(fresh.map(({ slug }) => slug));
  for (const product of fresh) {
    const named = source.named(product.photo);
    for (const name of named.missing) product.report.warnings.push(`foto "${name}" tidak ada di folder foto`);
    paths.set(product, product.photo ? named.paths : source.called(product.slug, slugs));
  }
  const isDealt = fresh.length > 0 && fresh.every((product) => !product.photo && !paths.get(product)?.length);
  const wanted = isDealt ? source.paths : [...new Set([...paths.values()].flat())];
  const { usable, unusable } = await readyPhotos(source, wanted, onProgress);
  if (isDealt) {
    notes.push(...unusable);
    if (usable.length) {
      deal(fresh, usable, paths, match);
      notes.push(
        `Tabel ini tidak menyebut foto, dan tidak ada foto yang bernama seperti produknya: ${usable.length} foto dibagikan bergiliran sebagai pengganti. Periksa tiap produk; namai foto seperti produknya (kemeja-parang-1.jpg), atau isi kolom foto.`,
      );
    }
  } else {
    const used = new Set([
      ...wanted,
      ...table.rows.flatMap(({ text }) => source.named(text.photo).paths),
      ...plan.rows.flatMap(({ file = '' }) => source.called(basename(file, '.md'), slugs)),
    ]);
    const idle = source.paths.filter((path) => !used.has(path));
    if (fresh.length && idle.length) notes.push(`Foto yang tidak dipakai baris mana pun: ${listed(idle)}.`);
  }
  for (const [product, chosen] of paths) {
    if (chosen.length > MAX_PHOTOS)
      product.report.warnings.push(`${chosen.length} foto; hanya ${MAX_PHOTOS} yang pertama dipakai`);
    const fit: string[] = [];
    for (const path of chosen.slice(0, MAX_PHOTOS)) {
      const photo = await source.ready(path);
      product.report.warnings.push(...(photo.ok ? photo.warnings : [photo.reason]));
      if (photo.ok) fit.push(path);
    }
    paths.set(product, fit);
    product.report.photos = fit.map((path) => basename(path));
  }
  return { paths, notes };
}

/** Files that an export named, and its variants' own: they keep their names. None for any other row. */
export function keptNames({ keepsNames, photo, product }: PlannedProduct): string[] {
  if (!keepsNames || !photo) return [];
  return [
    ...new Set([...namesIn(photo), ...(product.variants ?? []).flatMap((variant) => variant.photo ?? [])]),
  ];
}

/** The names in a cell that an export wrote. */
export function namesIn(cell: string): string[] {
  return cell
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
}

/** One photo each, in turn; the same ones each time, since they go by the rows' order. */
function deal(
  products: PlannedProduct[],
  usable: string[],
  paths: Map<PlannedProduct, string[]>,
  match: (named: string, title: string) => CategoryMatch,
): void {
  const spoken = usable.map((path) => {
    const name = basename(path, extname(path)).replace(/[^a-z]+/gi, ' ');
    const found = match('', name);
    return {
      path,
      kind: found.guessed ? undefined : found.kind,
      category: found.guessed ? undefined : found.category.slug,
    };
  });
  for (const product of products) {
    const sameKind = spoken.filter(({ kind }) => kind === product.kind);
    const sameCategory = spoken.filter(({ category }) => category === product.product.category);
    const choice = [sameKind, sameCategory, spoken].find(({ length }) => length)!;
    paths.set(product, [choice[product.position % choice.length]!.path]);
  }
}

function listed(paths: string[]): string {
  const names = paths.slice(0, 8).map((path) => basename(path));
  return [...names, ...(paths.length > 8 ? [`dan ${paths.length - 8} lagi`] : [])].join(', ');
}
