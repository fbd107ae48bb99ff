import { existsSync, statSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, dirname, extname, join, relative, resolve } from 'node:path';
import sharp from 'sharp';
import { contentFolder } from '../src/catalog/reading/content-folder.ts';
import { formatNumber } from '../src/domain/money.ts';
import { inParallel } from './build-mall/parallel.ts';
import { pathArgument } from './path-argument.ts';
import { PHOTO_FAULTS, PHOTO_FILE } from './photos/inspect-photo.ts';
import { type ShrunkPhoto, shrinkPhoto } from './photos/shrink-photo.ts';
import { progress, runTool, ToolError } from './terminal.ts';

/** What became of one photo. */
interface Outcome {
  path: string;
  /** Sentence for the editor; absent for a photo that was fit already. */
  line?: string;
  saved: number;
  failed?: true;
  /** What can't be mended here, and what to do about it. */
  warnings: string[];
}

/** Makes every photo below a folder (or one file) fit to be committed, in place. */
export async function mendPhotos(
  place: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Outcome[]> {
  sharp.concurrency(1);
  const paths = statSync(place).isDirectory() ? await photosBelow(place) : [place];
  let done = 0;
  return inParallel(paths, availableParallelism(), async (path) => {
    const outcome = await mend(path);
    done += 1;
    onProgress(done, paths.length);
    return outcome;
  });
}

async function photosBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter(({ name, parentPath }) => PHOTO_FILE.test(name) && !/[\\/](?:\.|node_modules)/.test(parentPath))
    .filter((entry) => !entry.isDirectory())
    .map(({ name, parentPath }) => join(parentPath, name))
    .sort();
}

async function mend(path: string): Promise<Outcome> {
  const before = await readFile(path);
  const result = await shrinkPhoto(path, before);
  if (!result.ok) {
    const { message, remedy } = PHOTO_FAULTS[result.fault];
    return { path, line: `${message}  → ${remedy}`, saved: 0, failed: true, warnings: [] };
  }
  const warnings = result.warnings.map((fault) => {
    const { message, remedy } = PHOTO_FAULTS[fault];
    return `peringatan: ${message}  → ${remedy}`;
  });
  if (!result.changed) return { path, saved: 0, warnings };
  const target = newPath(path, result.ending);
  await writeFile(`${path}.baru`, result.bytes);
  await rename(`${path}.baru`, target);
  const renamed = target === path ? [] : await renameInProducts(path, target);
  return {
    path,
    line: describe(before.length, result, target, path, renamed),
    saved: before.length - result.bytes.length,
    warnings,
  };
}

/** The path with another ending, and never that of a file which is there already. */
function newPath(path: string, ending: string): string {
  if (extname(path) === ending) return path;
  const stem = path.slice(0, path.length - extname(path).length);
  const plain = `${stem}${ending}`;
  return existsSync(plain) ? `${stem}-${extname(path).slice(1).toLowerCase()}${ending}` : plain;
}

/** A photo that got another ending is named anew in the products beside it; the old file goes. */
async function renameInProducts(path: string, target: string): Promise<string[]> {
  await rm(path);
  const folder = dirname(path);
  const changed: string[] = [];
  for (const name of (await readdir(folder)).filter((entry) => entry.endsWith('.md'))) {
    const text = await readFile(join(folder, name), 'utf8');
    const next = text.split(basename(path)).join(basename(target));
    if (next === text) continue;
    await writeFile(join(folder, name), next);
    changed.push(name);
  }
  return changed;
}

function describe(
  bytesBefore: number,
  { width, height, from, bytes, hadGps, hadMetadata }: ShrunkPhoto,
  target: string,
  path: string,
  renamed: string[],
): string {
  const parts = [
    from.width === width ? `${width}×${height}` : `${from.width}×${from.height} menjadi ${width}×${height}`,
    `${sizeOf(bytesBefore)} menjadi ${sizeOf(bytes.length)}`,
    ...(hadGps ? ['lokasi (GPS) dihapus'] : hadMetadata ? ['data kamera dihapus'] : []),
  ];
  if (target !== path)
    parts.push(
      `menjadi ${basename(target)}${renamed.length ? `, namanya diganti di ${renamed.join(', ')}` : ''}`,
    );
  return parts.join(', ');
}

/** Bytes as people say them: `310 KB`, `3,4 MB`. */
export function sizeOf(bytes: number): string {
  if (Math.abs(bytes) < 1_000_000) return `${formatNumber(Math.round(bytes / 1000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`;
}

async function main(): Promise<void> {
  const places = process.argv.slice(2).map(pathArgument);
  if (!places.length) places.push(contentFolder());
  const missing = places.find((place) => !existsSync(place));
  if (missing) throw new ToolError(`Folder atau berkas tidak ditemukan: ${missing}`);
  const outcomes: Outcome[] = [];
  for (const place of places) outcomes.push(...(await mendPhotos(place, progress('foto'))));
  for (const { path, line, warnings } of outcomes)
    for (const told of [line ?? [], warnings].flat())
      process.stdout.write(`${relative(resolve(), path)}  ${told}\n`);
  const failed = outcomes.filter((outcome) => outcome.failed).length;
  const changed = outcomes.filter(({ line }) => line).length - failed;
  const saved = outcomes.reduce((sum, outcome) => sum + outcome.saved, 0);
  const rest = outcomes.length - changed - failed;
  process.stdout.write(
    outcomes.length
      ? `${formatNumber(changed)} foto dirapikan, ${formatNumber(rest)} sudah pas${failed ? `, ${formatNumber(failed)} tidak dapat dipakai` : ''}; hemat ${sizeOf(saved)}.\n`
      : 'Tidak ada foto di folder ini.\n',
  );
  if (failed) process.exitCode = 1;
}

if (import.meta.main) await runTool(main);
