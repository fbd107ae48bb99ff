import { existsSync, statSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { readRegions } from '../src/catalog/reading/regions.ts';
import { isSlug } from '../src/domain/products/sku.ts';
import { problemLines } from './check-content.ts';
import { categoryMatcher } from './import/category-match.ts';
import { assignPhotos } from './import/photo-assignment.ts';
import { photoSource } from './import/photo-source.ts';
import { planImport } from './import/plan.ts';
import { changesNothing, type ImportResult, importSummary, rowLines } from './import/report.ts';
import { layFoundation, writePlan } from './import/write-plan.ts';
import { readWorkbookOrCsv } from './import/xlsx-table.ts';
import { pathArgument } from './path-argument.ts';
import { agreed, progress, runTool, ToolError } from './terminal.ts';

const USAGE = `Cara pakai: npm run import -- <tabel.csv|tabel.xlsx> [--photos <folder|zip>] [--seller <penjual>] [--out <folder>] [--dry-run] [--yes]

  --photos   folder foto, atau satu berkas zip; kolom "foto" menamai berkasnya. Tanpa isian di kolom itu dipakai foto
             yang bernama seperti produknya (kemeja-parang-1.jpg)
  --seller   semua baris milik penjual ini; tanpa ini, kolom "penjual", atau satu penjual draf untuk tiap lokasi
  --out      folder isi mal yang ditulis; tanpa ini MALL_CONTENT atau content/
  --dry-run  hanya tabel perubahannya, tidak ada yang ditulis
  --yes      langsung menulis; tanpa ini Anda ditanya dulu setelah melihat tabelnya`;

export interface ImportOptions {
  file: string;
  out: string;
  /** A folder or a ZIP archive. */
  photos?: string | undefined;
  seller?: string | undefined;
  dryRun?: boolean;
  /** Asked between the plan and the writing; `false` ends the import as a dry run would. */
  confirm?: (result: ImportResult) => Promise<boolean>;
  progressOf?: typeof progress;
}

/**
 * Makes content files of a table of listings. What is there already stays as it is, so that importing the same
 * table twice changes nothing.
 * @throws ToolError when the table, the photographs or the content folder can't be used at all
 */
export async function importTable(options: ImportOptions): Promise<ImportResult & { written: boolean }> {
  const { file, out, photos, seller, dryRun = false, confirm, progressOf = () => () => undefined } = options;
  sharp.concurrency(1);
  const table = await readWorkbookOrCsv(await readFile(file));
  const { content, problems } = await contentOf(out);
  if (!content.categories.length || !content.editions.size)
    throw new ToolError(
      `Kategori dan expo di ${out} harus benar dulu:\n${problemLines(problems.filter(({ severity }) => severity === 'error')).join('\n')}`,
    );
  const plan = planImport({
    table,
    content,
    regions: await readRegions(),
    seller,
    sellerFiles: new Set(await stemsIn(join(out, 'sellers'), '.json')),
    productFiles: await productFiles(out),
  });
  const source = photos === undefined ? undefined : await photoSource(photos, progressOf('membuka zip'));
  try {
    const assigned = await assignPhotos({
      ...{ plan, out, table, source },
      match: categoryMatcher(content.categories),
      onProgress: progressOf('foto'),
    });
    const result = { table, plan, notes: assigned.notes };
    const written = !dryRun && ((await confirm?.(result)) ?? true);
    if (written)
      await writePlan({ plan, out, source, photos: assigned.paths, onProgress: progressOf('menulis') });
    return { ...result, written };
  } finally {
    await source?.close();
  }
}

/** What a folder holds; one without categories is read as it will be, with the repository's. */
async function contentOf(out: string): ReturnType<typeof readContent> {
  if (existsSync(join(out, 'categories.json'))) return readContent(out);
  const beginning = await mkdtemp(join(tmpdir(), 'mal-ukm-impor-'));
  try {
    if (existsSync(out)) await cp(out, beginning, { recursive: true });
    await layFoundation(beginning);
    return await readContent(beginning);
  } finally {
    await rm(beginning, { recursive: true });
  }
}

async function stemsIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.endsWith(ending)).map((name) => basename(name, ending));
}

async function productFiles(out: string): Promise<Map<string, Set<string>>> {
  const sellers = await readdir(join(out, 'products')).catch(() => []);
  const slugs = sellers.map(
    async (seller): Promise<[string, Set<string>]> => [
      seller,
      new Set(await stemsIn(join(out, 'products', seller), '.md')),
    ],
  );
  return new Map(await Promise.all(slugs));
}

async function main(): Promise<void> {
  const { file, photos, seller, out, dryRun, yes } = readArguments();
  const isAsked = !yes && !dryRun && Boolean(process.stdin.isTTY && process.stdout.isTTY);
  const tell = (result: ImportResult) => {
    for (const line of rowLines(result.plan.rows)) process.stdout.write(`${line}\n`);
    process.stdout.write(`\n${importSummary(result, dryRun).join('\n')}\n`);
  };
  const result = await importTable({
    ...{ file, photos, seller, out, dryRun, progressOf: progress },
    confirm: async (planned) => {
      tell(planned);
      return changesNothing(planned.plan) || !isAsked || (await agreed('\nTulis perubahan ini? (y/t) '));
    },
  });
  if (dryRun) tell(result);
  const nothing = changesNothing(result.plan);
  const where = relative(resolve(), out) || '.';
  if (nothing) process.stdout.write('Tidak ada yang berubah.\n');
  else if (result.written)
    process.stdout.write(`Hasilnya di ${where}; periksa dengan npm run check:content.\n`);
  else if (!dryRun) process.stdout.write('Tidak ada yang ditulis.\n');
  if (result.plan.rows.every(({ outcome }) => outcome === 'refused')) process.exitCode = 1;
}

function readArguments() {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse();
  } catch (error) {
    throw new ToolError(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
  }
  const { values, positionals } = parsed;
  const [table, ...rest] = positionals;
  if (values.help || table === undefined || rest.length) throw new ToolError(USAGE);
  const file = pathArgument(table);
  if (!existsSync(file) || !statSync(file).isFile()) throw new ToolError(`Tabel tidak ditemukan: ${file}`);
  const photos = values.photos === undefined ? undefined : pathArgument(values.photos);
  if (photos !== undefined && !existsSync(photos))
    throw new ToolError(`Folder foto atau zip tidak ditemukan: ${photos}`);
  if (values.seller !== undefined && !isSlug(values.seller))
    throw new ToolError(
      `--seller "${values.seller}" harus nama berkas penjual: huruf kecil, angka, dan tanda hubung, misalnya batik-sekar.`,
    );
  const out = values.out === undefined ? contentFolder() : newPathArgument(values.out);
  return {
    ...{ file, photos, seller: values.seller, out },
    dryRun: values['dry-run'] ?? false,
    yes: values.yes ?? false,
  };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      photos: { type: 'string' },
      seller: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean' },
      yes: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
}

/** A folder that need not exist yet: its parent does, or it is made. */
function newPathArgument(text: string): string {
  const path = pathArgument(text);
  return existsSync(path) ? path : join(pathArgument(dirname(text)), basename(path));
}

if (import.meta.main) await runTool(main);
