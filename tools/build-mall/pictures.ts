import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { copyFile, link, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import type { Content, ProductEntry } from '../../src/catalog/reading/content-folder.ts';
import type { Problem } from '../../src/catalog/reading/content-problem.ts';
import type { PictureEntry, PictureManifest } from '../../src/catalog/showing/pictures.ts';
import { packPictures } from '../../src/domain/products/og-pack.ts';
import { PHOTO_FAULTS, type PhotoFault } from '../photos/inspect-photo.ts';
import { inParallel } from './parallel.ts';
import { photoKind } from './photo-kind.ts';
import { type EncodedPicture, encodePhoto, encodeSvg, PIPELINE } from './picture-encode.ts';
import { svgFault } from './svg-safety.ts';

interface Preparation {
  content: Content;
  contentFolder: string;
  cacheFolder: string;
  /** Where the manifest goes; builds that run side by side need one each (MALL_PICTURES tells the pages). */
  manifestFile?: string;
  onProgress?: (done: number, total: number) => void;
  /** The `memory` of an earlier preparation by the same code. */
  before?: PictureMemory;
}

/** What each file was prepared as: one that has not been touched since need not be read. */
export interface PictureMemory {
  [place: string]: { stamp: string; key: string; picture: CachedPicture };
}

type CachedPicture = Omit<EncodedPicture, 'files'> & { kind: PictureEntry['kind']; endings: string[] };

/**
 * Makes every picture of the content ready for the web, and a manifest of them. What was made before is taken
 * from the cache by the picture's own bytes, so an unchanged picture is never encoded again. Pictures that can't
 * be used are told, each with its file.
 */
export async function preparePictures({
  content,
  contentFolder,
  cacheFolder,
  manifestFile = join(cacheFolder, 'pictures-manifest.json'),
  onProgress,
  before = {},
}: Preparation): Promise<{
  manifest: PictureManifest;
  problems: Problem[];
  memory: PictureMemory;
}> {
  const cache = join(cacheFolder, 'pictures');
  await mkdir(cache, { recursive: true });
  // Pictures are worked on side by side; more threads within each would only wait for each other.
  sharp.concurrency(1);
  const problems: Problem[] = [];
  const making = new Map<string, Promise<CachedPicture>>();
  const products = [...content.products].sort(([a], [b]) => (a < b ? -1 : 1));
  const memory: PictureMemory = {};
  let done = 0;
  const entries = await inParallel(products, availableParallelism() * 2, async ([slug, product]) => {
    const photos: PictureEntry[] = [];
    for (const [index, file] of photoNames(product).entries()) {
      const path = join('products', product.seller, file);
      const place = `${index === 0 ? 'first' : 'other'} ${path}`;
      const stamp = stampOf(join(contentFolder, path));
      const known = before[place];
      if (known?.stamp === stamp && existsSync(join(cache, `${known.key}.json`))) {
        memory[place] = known;
        photos.push(manifestEntry(product, file, index, known.key, known.picture));
        continue;
      }
      const bytes = await readFile(join(contentFolder, path));
      const kind = photoKind(bytes);
      const fault = faultOf(kind, bytes);
      const key = createHash('sha256')
        .update(`${PIPELINE} ${index === 0}\0`)
        .update(bytes)
        .digest('hex')
        .slice(0, 24);
      if (!making.has(key))
        making.set(key, made(cache, key, kind === 'svg' ? 'svg' : 'photo', bytes, index === 0));
      try {
        if (fault) throw fault;
        const picture = await making.get(key)!;
        memory[place] = { stamp, key, picture };
        photos.push(manifestEntry(product, file, index, key, picture));
      } catch (error) {
        making.get(key)?.catch(() => {});
        problems.push(pictureProblem(path, error));
      }
    }
    done += 1;
    onProgress?.(done, products.length);
    return [slug, { photos, og: `/og/${slug}.jpg` }] as const;
  });
  const manifest: PictureManifest = Object.fromEntries(entries);
  await writeFile(manifestFile, JSON.stringify(manifest));
  return { manifest, problems, memory };
}

/** Tells one state of a file from another; the system changes `ctime` whenever anything is written. */
function stampOf(file: string): string {
  const { size, ino, mtimeMs, ctimeMs } = statSync(file);
  return `${size} ${ino} ${mtimeMs} ${ctimeMs}`;
}

/** A product's photos in their order, then those that only a variant names. */
function photoNames(product: ProductEntry): string[] {
  return [...new Set([...product.photos, ...product.variants.flatMap(({ photo }) => photo ?? [])])];
}

/** A fault that the bytes show before anything is decoded. */
function faultOf(kind: ReturnType<typeof photoKind>, bytes: Buffer): PictureFault | undefined {
  if (kind === 'empty' || kind === 'heic') return new PictureFault(kind);
  if (kind === 'unknown') return new PictureFault('unreadable');
  const svg = kind === 'svg' ? svgFault(bytes) : undefined;
  return svg ? new PictureFault('unreadable', `gambar SVG ini ${svg}`) : undefined;
}

class PictureFault extends Error {
  readonly fault: PhotoFault;
  constructor(fault: PhotoFault, text: string = PHOTO_FAULTS[fault].message) {
    super(text);
    this.fault = fault;
  }
}

function pictureProblem(file: string, error: unknown): Problem {
  if (error instanceof PictureFault) return { file, ...PHOTO_FAULTS[error.fault], message: error.message };
  const fault: PhotoFault = /pixel limit/i.test(String(error)) ? 'too_many_pixels' : 'unreadable';
  return { file, ...PHOTO_FAULTS[fault] };
}

/** The picture from the cache, or made now and kept there; its description is written last, as the sign that it is whole. */
async function made(
  cache: string,
  key: string,
  kind: PictureEntry['kind'],
  bytes: Buffer,
  isFirst: boolean,
): Promise<CachedPicture> {
  const description = join(cache, `${key}.json`);
  if (existsSync(description)) return JSON.parse(await readFile(description, 'utf8')) as CachedPicture;
  const { files, ...picture } = await (kind === 'svg'
    ? encodeSvg(bytes, isFirst)
    : encodePhoto(bytes, isFirst));
  for (const [ending, content] of Object.entries(files))
    await writeFile(join(cache, `${key}.${ending}`), content);
  const cached: CachedPicture = { ...picture, kind, endings: Object.keys(files) };
  await writeFile(`${description}.new`, JSON.stringify(cached));
  await rename(`${description}.new`, description);
  return cached;
}

function manifestEntry(
  product: ProductEntry,
  file: string,
  index: number,
  key: string,
  picture: CachedPicture,
): PictureEntry {
  const name = `/foto/${product.seller}/${product.slug}-${index + 1}.${key.slice(0, 8)}`;
  return {
    file,
    kind: picture.kind,
    width: picture.width,
    height: picture.height,
    tone: picture.tone,
    sources: picture.sources.map(({ ending, width }) => ({ url: `${name}.${ending}`, width })),
    key,
  };
}

/**
 * Puts the prepared pictures where the built mall serves them: `foto/<seller>/…`, and the pictures of shared
 * links in one pack for each seller, because a file for each would break the cap on static files.
 * @param elsewhere products whose photos the Worker serves from a bucket: theirs go to `photos/<seller>/…` beside
 *   the client's folder
 */
export async function publishPictures(
  manifest: PictureManifest,
  distClient: string,
  cacheFolder: string,
  elsewhere: ReadonlySet<string> = new Set(),
): Promise<void> {
  const cache = join(cacheFolder, 'pictures');
  const bySeller = Map.groupBy(Object.entries(manifest), ([slug]) => slug.split('/')[0]!);
  await mkdir(join(distClient, 'og'), { recursive: true });
  await inParallel([...bySeller], 16, async ([seller, products]) => {
    const ahead = join(distClient, 'foto');
    const bucket = join(dirname(distClient), 'photos');
    if (products.some(([slug]) => !elsewhere.has(slug)))
      await mkdir(join(ahead, seller), { recursive: true });
    if (products.some(([slug]) => elsewhere.has(slug)))
      await mkdir(join(bucket, seller), { recursive: true });
    const links: { name: string; bytes: Uint8Array }[] = [];
    for (const [slug, { photos }] of products) {
      for (const { key, sources } of photos)
        for (const { url } of sources)
          await place(
            join(cache, `${key}.${endingOf(url)}`),
            join(elsewhere.has(slug) ? bucket : ahead, url.slice('/foto/'.length)),
          );
      const first = photos[0];
      if (first)
        links.push({
          name: slug.slice(seller.length + 1),
          bytes: await readFile(join(cache, `${first.key}.og.jpg`)),
        });
    }
    await writeFile(join(distClient, 'og', `${seller}.pack`), packPictures(links));
  });
}

/** `svg`, `400.webp` or `800.webp`: what follows the hash in a picture's address. */
function endingOf(url: string): string {
  return url
    .slice(url.lastIndexOf('/') + 1)
    .split('.')
    .slice(2)
    .join('.');
}

/** A hard link costs neither time nor space; across file systems it is a copy. */
async function place(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}
