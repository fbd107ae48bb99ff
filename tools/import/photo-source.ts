import { readdir, readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, extname, join } from 'node:path';
import { inParallel } from '../build/parallel.ts';
import { photoKind } from '../build/photo-kind.ts';
import { PHOTO_FAULTS, PHOTO_FILE } from '../photos/inspect-photo.ts';
import { shrinkPhoto } from '../photos/shrink-photo.ts';

/** A photograph that is fit to be committed, or why it is not. */
export type ReadyPhoto = { ok: true; bytes: Buffer; ending: string } | { ok: false; reason: string };

/** The photographs of a folder; each is made ready at most once. */
export interface PhotoSource {
  /** Photographs that a cell names, separated by commas, semicolons or bars; the case and the ending may differ. */
  named(cell: string): { paths: string[]; missing: string[] };
  /** The file of that name below the seller's own folder, or anywhere; drawings too. */
  exactly(seller: string, name: string): string | undefined;
  /** Every photograph of the folder that can be used, sorted by name. */
  usable(onProgress: (done: number, total: number) => void): Promise<string[]>;
  ready(path: string): Promise<ReadyPhoto>;
}

/** Opens a folder of photographs as they came from phones. */
export async function photoSource(folder: string): Promise<PhotoSource> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => !entry.isDirectory() && PHOTO_FILE.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  const files = entries.filter((entry) => !entry.isDirectory());
  const exact = new Map(files.map(({ parentPath, name }) => [name, join(parentPath, name)]));
  const ofSeller = new Map(
    files.map(({ parentPath, name }) => [`${basename(parentPath)}/${name}`, join(parentPath, name)]),
  );
  const byName = new Map<string, string>();
  for (const path of paths) {
    const name = basename(path).toLowerCase();
    for (const key of [name, name.slice(0, name.length - extname(name).length)])
      if (!byName.has(key)) byName.set(key, path);
  }
  const making = new Map<string, Promise<ReadyPhoto>>();
  const ready = (path: string) => {
    const before = making.get(path);
    if (before) return before;
    const photo = makeReady(path);
    making.set(path, photo);
    return photo;
  };
  return {
    named(cell) {
      const names = cell
        .split(/[,;|\n]/)
        .map((name) => basename(name.trim().replaceAll('\\', '/')).toLowerCase())
        .filter(Boolean);
      return {
        paths: names.flatMap((name) => byName.get(name) ?? []),
        missing: names.filter((name) => !byName.has(name)),
      };
    },
    exactly: (seller, name) => ofSeller.get(`${seller}/${name}`) ?? exact.get(name),
    async usable(onProgress) {
      let done = 0;
      const photos = await inParallel(paths, availableParallelism(), async (path) => {
        const photo = await ready(path);
        done += 1;
        onProgress(done, paths.length);
        return photo.ok ? path : undefined;
      });
      return photos.filter((path) => path !== undefined);
    },
    ready,
  };
}

async function makeReady(path: string): Promise<ReadyPhoto> {
  const bytes = await readFile(path);
  const kind = photoKind(bytes);
  const result = await shrinkPhoto(`foto.${kind === 'png' || kind === 'webp' ? kind : 'jpg'}`, bytes);
  if (result.ok) return { ok: true, bytes: result.bytes, ending: result.ending };
  return { ok: false, reason: `${basename(path)}: ${PHOTO_FAULTS[result.fault].message}` };
}
