import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { inParallel } from '../build/parallel.ts';
import { drawProduct } from '../sample/illustration.ts';
import { draftSeller, productFile, sellerFile } from './content-writing.ts';
import type { PhotoSource } from './photo-source.ts';
import type { Plan, PlannedProduct } from './plan.ts';
import { COLOR_WORDS } from './title-words.ts';

/** What a content folder needs besides sellers and products; the repository's own is taken where it is missing. */
const FOUNDATION = ['categories.json', 'editions', 'shipping', 'pages'] as const;

export const OWN_CONTENT = resolve(import.meta.dirname, '../../content');

/** Gives a folder what it lacks to be a whole content folder. */
export async function layFoundation(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const part of FOUNDATION)
    if (!existsSync(join(out, part))) await cp(join(OWN_CONTENT, part), join(out, part), { recursive: true });
}

interface Writing {
  plan: Plan;
  out: string;
  photos: PhotoSource | undefined;
  /** The table says itself which photograph belongs to which product. */
  hasPhotoColumn: boolean;
  onProgress: (done: number, total: number) => void;
}

/**
 * Writes what was planned: draft sellers, photographs, and each product's file last, so that a run that was
 * broken off is simply run again. Warnings about photographs are added to the rows' reports.
 */
export async function writePlan({ plan, out, photos, hasPhotoColumn, onProgress }: Writing): Promise<void> {
  await mkdir(join(out, 'sellers'), { recursive: true });
  for (const { slug, name, regency } of plan.newSellers)
    await writeFile(join(out, 'sellers', `${slug}.json`), sellerFile(draftSeller(slug, name, regency)));
  for (const [file, price] of plan.prices) {
    const text = await readFile(join(out, file), 'utf8');
    await writeFile(join(out, file), text.replace(/^price:.*$/m, `price: ${price}`));
  }
  const dealt = photos && !hasPhotoColumn ? await photos.usable(onProgress) : [];
  const bySeller = Map.groupBy(plan.products, ({ seller }) => seller);
  let done = 0;
  await inParallel([...bySeller], availableParallelism(), async ([seller, products]) => {
    const folder = join(out, 'products', seller);
    await mkdir(folder, { recursive: true });
    const taken = new Set(await readdir(folder));
    for (const product of products) {
      const names = await writePhotos(folder, taken, product, photos, dealt);
      await writeFile(
        join(folder, `${product.slug}.md`),
        productFile({ ...inOrder(product.product, names) }, product.description),
      );
      done += 1;
      onProgress(done, plan.products.length);
    }
  });
}

/** The photographs stand after the weight, as the schema lists the fields. */
function inOrder({ title, price, category, weight, ...rest }: PlannedProduct['product'], photos: string[]) {
  return { title, price, category, weight, photos, ...rest };
}

/** Writes a product's photographs, or its drawing where there is none; gives the names of the files. */
async function writePhotos(
  folder: string,
  taken: Set<string>,
  planned: PlannedProduct,
  photos: PhotoSource | undefined,
  dealt: string[],
): Promise<string[]> {
  const { photo, position, report, slug, product, kind } = planned;
  if (planned.keepsNames && photo) return keepPhotos(folder, planned, photos);
  const { paths, missing } = photos?.named(photo) ?? { paths: [], missing: [] };
  for (const name of missing) report.warnings.push(`foto "${name}" tidak ada di folder foto`);
  if (photo && !photos) report.warnings.push('kolom foto terisi, tetapi --photos tidak diberikan');
  if (!photo && dealt.length) paths.push(dealt[position % dealt.length]!);
  const names: string[] = [];
  for (const path of paths.slice(0, 10)) {
    const ready = await photos!.ready(path);
    if (!ready.ok) {
      report.warnings.push(ready.reason);
      continue;
    }
    const name = freeName(paths.length > 1 ? `${slug}-${names.length + 1}` : slug, ready.ending, taken);
    await writeFile(join(folder, name), ready.bytes);
    names.push(name);
  }
  if (names.length) return names;
  const name = freeName(slug, '.svg', taken);
  const colors = [...product.title.toLowerCase().matchAll(COLOR_WORDS)].map(([word]) => word);
  await writeFile(
    join(folder, name),
    drawProduct({
      kind,
      ...(product.motif && { motif: product.motif }),
      colors,
      seed: `${slug}/${product.title}`,
    }),
  );
  return [name];
}

/** Brings the photographs that an export named, and its variants' own, as they are, unless they lie there already. */
async function keepPhotos(
  folder: string,
  { photo, seller, product, report }: PlannedProduct,
  photos: PhotoSource | undefined,
): Promise<string[]> {
  const names = photo
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  const ofVariants = (product.variants ?? []).flatMap((variant) => variant.photo ?? []);
  for (const name of new Set([...names, ...ofVariants])) {
    const target = join(folder, name);
    if (existsSync(target)) continue;
    const path = photos?.exactly(seller, name);
    if (path) await cp(path, target);
    else report.warnings.push(`foto "${name}" tidak ada di folder foto`);
  }
  return names;
}

/** A name that no other product's photograph has; what an earlier, broken run left behind is written over. */
function freeName(stem: string, ending: string, taken: Set<string>): string {
  let name = `${stem}${ending}`;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-foto-${number}${ending}`;
  taken.add(name);
  return name;
}
