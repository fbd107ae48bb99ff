import { mkdtempSync, statSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { inParallel } from '../build-mall/parallel.ts';
import { photoKind } from '../build-mall/photo-kind.ts';
import { PHOTO_FAULTS, PHOTO_FILE } from '../photos/inspect-photo.ts';
import { shrinkPhoto } from '../photos/shrink-photo.ts';
import { isSystemFile, unpackPhotos } from './photo-archive.ts';
import { slugFor } from './slug.ts';

/** A photograph that is fit to be committed, or why it is not. */
export type ReadyPhoto =
  | {
      ok: true;
      /** Where the mended photograph lies until the source is closed. */
      file: string;
      ending: string;
      warnings: string[];
    }
  | { ok: false; reason: string };

/** The photographs of a folder or a ZIP archive; each is made ready at most once. */
export interface PhotoSource {
  /** Every photograph, sorted by name. */
  paths: string[];
  /** Sentences about what could not be taken out of the archive. */
  left: string[];
  /** Photographs that a cell names, separated by commas, semicolons or bars; the case and the ending may differ. */
  named(cell: string): { paths: string[]; missing: string[] };
  /**
   * Photographs that are called like a product, alone or with a number: `kemeja-parang-2.jpg`, `Kemeja Parang (2).jpg`.
   * @param others slugs of all products: what is called exactly like another one belongs to that
   */
  called(slug: string, others: ReadonlySet<string>): string[];
  /** The file of that name below the seller's own folder, or anywhere; drawings too. */
  exactly(seller: string, name: string): string | undefined;
  ready(path: string): Promise<ReadyPhoto>;
  /** Removes what was unpacked and mended. */
  close(): Promise<void>;
}

/**
 * Opens photographs as they came from phones.
 * @param place a folder, or a ZIP archive
 * @throws ToolError when it is an archive that can't be used
 */
export async function photoSource(
  place: string,
  onProgress?: (done: number, total: number) => void,
): Promise<PhotoSource> {
  const work = mkdtempSync(join(tmpdir(), 'mal-ukm-foto-'));
  const close = () => rm(work, { recursive: true, force: true });
  try {
    const isFolder = statSync(place).isDirectory();
    const folder = isFolder ? place : join(work, 'zip');
    const left = isFolder ? [] : await unpackPhotos(place, folder, onProgress);
    return { ...(await indexOf(folder, work)), left, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function indexOf(folder: string, work: string): Promise<Omit<PhotoSource, 'left' | 'close'>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => ({
      parentPath,
      path: join(parentPath, name),
      name: name.normalize('NFC'),
    }))
    .filter(({ path }) => !isSystemFile(path.slice(folder.length + 1)));
  const exact = new Map(files.map(({ path, name }) => [name, path]));
  const ofSeller = new Map(
    files.map(({ parentPath, path, name }) => [`${basename(parentPath)}/${name}`, path]),
  );
  const paths = files
    .filter(({ name }) => PHOTO_FILE.test(name))
    .map(({ path }) => path)
    .sort();
  const byName = new Map<string, string>();
  const bySlug = new Map<string, { whole: string; path: string }[]>();
  for (const path of paths) {
    const name = basename(path).normalize('NFC').toLowerCase();
    const stem = name.slice(0, name.length - extname(name).length);
    for (const key of [name, stem]) if (!byName.has(key)) byName.set(key, path);
    const whole = slugFor(stem, '');
    for (const slug of new Set([whole, whole.replace(/-\d{1,2}$/, '')]))
      if (slug) bySlug.set(slug, [...(bySlug.get(slug) ?? []), { whole, path }]);
  }
  const making = new Map<string, Promise<ReadyPhoto>>();
  const ready = (path: string) => {
    const before = making.get(path);
    if (before) return before;
    const photo = makeReady(path, join(work, `siap-${making.size}`));
    making.set(path, photo);
    return photo;
  };
  return {
    paths,
    named(cell) {
      const names = cell
        .split(/[,;|\n]/)
        .map((name) => basename(name.trim().replaceAll('\\', '/')).normalize('NFC').toLowerCase())
        .filter(Boolean);
      return {
        paths: names.flatMap((name) => byName.get(name) ?? []),
        missing: names.filter((name) => !byName.has(name)),
      };
    },
    called: (slug, others) =>
      (bySlug.get(slug) ?? [])
        .filter(({ whole }) => whole === slug || !others.has(whole))
        .sort((a, b) => numberOf(a.whole) - numberOf(b.whole))
        .map(({ path }) => path),
    exactly: (seller, name) => ofSeller.get(`${seller}/${name}`) ?? exact.get(name),
    ready,
  };
}

/** `kemeja-parang-2` → 2; 0 without a number, so that it comes first. */
const numberOf = (slug: string) => Number(/-(\d{1,2})$/.exec(slug)?.[1] ?? 0);

/** Makes photographs ready side by side; gives those that can be used, and why the others can't. */
export async function readyPhotos(
  { ready }: Pick<PhotoSource, 'ready'>,
  paths: string[],
  onProgress: (done: number, total: number) => void,
): Promise<{ usable: string[]; unusable: string[] }> {
  let done = 0;
  const photos = await inParallel(paths, availableParallelism(), async (path) => {
    const photo = await ready(path);
    onProgress(++done, paths.length);
    return { path, photo };
  });
  return {
    usable: photos.flatMap(({ path, photo }) => (photo.ok ? [path] : [])),
    unusable: photos.flatMap(({ photo }) => (photo.ok ? [] : [photo.reason])),
  };
}

async function makeReady(path: string, file: string): Promise<ReadyPhoto> {
  const bytes = await readFile(path);
  const kind = photoKind(bytes);
  const result = await shrinkPhoto(`foto.${kind === 'png' || kind === 'webp' ? kind : 'jpg'}`, bytes);
  const told = (fault: keyof typeof PHOTO_FAULTS) =>
    `foto "${basename(path)}": ${PHOTO_FAULTS[fault].message}; ${PHOTO_FAULTS[fault].remedy}`;
  if (!result.ok) return { ok: false, reason: told(result.fault) };
  await writeFile(file, result.bytes);
  return { ok: true, file, ending: result.ending, warnings: result.warnings.map(told) };
}
