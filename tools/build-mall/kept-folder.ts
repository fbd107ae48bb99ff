import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** Of how many content folders something is kept: the mall's, and a few of tests and trials. */
const KEPT = 8;

/**
 * The folder of what one build of a content folder leaves to the next: drawn pages, what was read, the index of the
 * search on the device. Everything in it can be made again. Folders that were not used for longest are forgotten.
 * @param name stands for the content folder
 */
export function keptFolder(cacheFolder: string, name: string): string {
  const all = join(cacheFolder, 'kept');
  const folder = join(all, name);
  mkdirSync(folder, { recursive: true });
  const now = new Date();
  utimesSync(folder, now, now);
  const folders = readdirSync(all)
    .map((other) => ({ path: join(all, other), used: statSync(join(all, other)).mtimeMs }))
    .sort((a, b) => b.used - a.used);
  for (const { path } of folders.slice(KEPT)) rmSync(path, { recursive: true, force: true });
  return folder;
}

/** What a file of `keptFolder` holds under this key; `undefined` where it was written under another or is broken. */
export function recall<T>(file: string, key: string): T | undefined {
  if (!existsSync(file)) return undefined;
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { key: string; value: T };
    return kept.key === key ? kept.value : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a value under a key, whole or not at all. */
export function keep(file: string, key: string, value: unknown): void {
  writeFileSync(`${file}.new`, JSON.stringify({ key, value }));
  renameSync(`${file}.new`, file);
}
