import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Problem } from '../../src/catalog/reading/content-problem.ts';
import { inParallel } from '../build-mall/parallel.ts';
import { inspectPhoto, PHOTO_FAULTS, PHOTO_FILE, type PhotoFault } from './inspect-photo.ts';

/** Raised with each change of what `inspectPhoto` looks for, so that no older verdict is believed. */
const RULES = 2;

/** A verdict of an earlier run: it holds as long as the file's size and time of change do. */
type Verdict = [size: number, changed: number, faults: PhotoFault[]];

/**
 * Looks into every photograph of the content folder, also those that no product names: what must not get into
 * the repository's history is a problem. Photos that have not changed since the last run are not opened again.
 * @param cacheFile where verdicts are kept, JSON by path
 */
export async function checkPhotos(
  contentFolder: string,
  cacheFile: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Problem[]> {
  const known = readVerdicts(cacheFile);
  const files = await photoFiles(contentFolder);
  let done = 0;
  const verdicts = await inParallel(
    files,
    availableParallelism(),
    async (file): Promise<[string, Verdict]> => {
      const path = join(contentFolder, file);
      const { size, mtimeMs } = await stat(path);
      const before = known[path];
      const holds = before !== undefined && before[0] === size && before[1] === mtimeMs;
      const verdict: Verdict = holds ? before : [size, mtimeMs, await inspectPhoto(await readFile(path))];
      done += 1;
      onProgress(done, files.length);
      return [path, verdict];
    },
  );
  if (verdicts.some(([path, verdict]) => known[path] !== verdict)) {
    mkdirSync(dirname(cacheFile), { recursive: true });
    writeFileSync(
      cacheFile,
      JSON.stringify({ rules: RULES, verdicts: { ...known, ...Object.fromEntries(verdicts) } }),
    );
  }
  return verdicts.flatMap(([, [, , faults]], index) =>
    faults.map((fault) => ({ file: files[index]!, ...PHOTO_FAULTS[fault] })),
  );
}

/** Photographs beside the products, relative to the content folder, sorted. */
export async function photoFiles(contentFolder: string): Promise<string[]> {
  const entries = await readdir(join(contentFolder, 'products'), {
    recursive: true,
    withFileTypes: true,
  }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile() && PHOTO_FILE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(join(contentFolder, '/').length))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}

function readVerdicts(file: string): Record<string, Verdict> {
  try {
    const { rules, verdicts } = JSON.parse(readFileSync(file, 'utf8'));
    return rules === RULES ? verdicts : {};
  } catch {
    return {};
  }
}
