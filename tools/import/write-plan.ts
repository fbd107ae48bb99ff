import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { inParallel } from '../build-mall/parallel.ts';
import { draftSeller, productFile, sellerFile } from './content-writing.ts';
import { noPhotoPicture } from './no-photo.ts';
import { keptNames, namesIn, type PhotoAssignment } from './photo-assignment.ts';
import type { PhotoSource } from './photo-source.ts';
import type { Plan, PlannedProduct } from './plan.ts';

/** What a content folder needs besides sellers and products; the repository's own is taken where it is missing. */
const FOUNDATION = ['categories.json', 'editions', 'shipping', 'pages'] as const;

const OWN_CONTENT = resolve(import.meta.dirname, '../../content');

/** Gives a folder what it lacks to be a whole content folder. */
export async function layFoundation(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  for (const part of FOUNDATION)
    if (!existsSync(join(out, part))) await cp(join(OWN_CONTENT, part), join(out, part), { recursive: true });
}

interface Writing {
  plan: Plan;
  out: string;
  source: PhotoSource | undefined;
  /** Photographs of the new products. */
  photos: PhotoAssignment['paths'];
  onProgress: (done: number, total: number) => void;
}

/**
 * Writes what was planned: draft sellers, photographs, and each product's file last, so that a run that was
 * broken off is simply run again.
 */
export async function writePlan({ plan, out, source, photos, onProgress }: Writing): Promise<void> {
  await layFoundation(out);
  await mkdir(join(out, 'sellers'), { recursive: true });
  for (const { slug, name, regency } of plan.newSellers)
    await writeFile(join(out, 'sellers', `${slug}.json`), sellerFile(draftSeller(slug, name, regency)));
  for (const [file, price] of plan.prices) {
    const text = await readFile(join(out, file), 'utf8');
    await writeFile(join(out, file), text.replace(/^price:.*$/m, `price: ${price}`));
  }
  const bySeller = Map.groupBy(plan.products, ({ seller }) => seller);
  let done = 0;
  await inParallel([...bySeller], availableParallelism(), async ([seller, products]) => {
    const folder = join(out, 'products', seller);
    await mkdir(folder, { recursive: true });
    const taken = new Set(await readdir(folder));
    for (const product of products) {
      const assigned = photos.get(product);
      const names = assigned
        ? await writePhotos(folder, taken, product, source, assigned)
        : await keepPhotos(folder, product, source);
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

/** Writes a product's photographs, or the picture that says that there is none yet; gives the names of the files. */
async function writePhotos(
  folder: string,
  taken: Set<string>,
  { slug }: PlannedProduct,
  source: PhotoSource | undefined,
  paths: string[],
): Promise<string[]> {
  const names: string[] = [];
  for (const path of paths) {
    const ready = await source!.ready(path);
    if (!ready.ok) continue;
    const name = freeName(paths.length > 1 ? `${slug}-${names.length + 1}` : slug, ready.ending, taken);
    await copyFile(ready.file, join(folder, name));
    names.push(name);
  }
  if (names.length) return names;
  const name = freeName(slug, '.svg', taken);
  await writeFile(join(folder, name), noPhotoPicture());
  return [name];
}

/** Brings the photographs that an export named as they are, unless they lie there already; gives the product's own. */
async function keepPhotos(
  folder: string,
  planned: PlannedProduct,
  source: PhotoSource | undefined,
): Promise<string[]> {
  for (const name of keptNames(planned)) {
    const target = join(folder, name);
    const path = existsSync(target) ? undefined : source?.exactly(planned.seller, name);
    if (path) await copyFile(path, target);
  }
  return namesIn(planned.photo);
}

/** A name that no other product's photograph has; what an earlier, broken run left behind is written over. */
function freeName(stem: string, ending: string, taken: Set<string>): string {
  let name = `${stem}${ending}`;
  for (let number = 2; taken.has(name); number += 1) name = `${stem}-foto-${number}${ending}`;
  taken.add(name);
  return name;
}
