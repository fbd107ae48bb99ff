import { existsSync, statSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { contentFolder, readContent } from '../src/catalog/content-folder.ts';
import { readRegions } from '../src/catalog/regions.ts';
import { formatNumber } from '../src/domain/money.ts';
import { isSlug } from '../src/domain/sku.ts';
import { problemLines } from './check-content.ts';
import type { Table } from './import/csv-table.ts';
import { photoSource } from './import/photo-source.ts';
import { type Plan, planImport, type RowReport } from './import/plan.ts';
import { layFoundation, OWN_CONTENT, writePlan } from './import/write-plan.ts';
import { readWorkbookOrCsv } from './import/xlsx-table.ts';
import { pathArgument } from './path-argument.ts';
import { progress, runTool, ToolError } from './terminal.ts';

const USAGE = `Cara pakai: npm run import -- <tabel.csv|tabel.xlsx> [--photos <folder>] [--seller <penjual>] [--out <folder>] [--dry-run]

  --photos   folder foto; kolom "foto" menamai berkasnya, tanpa kolom itu foto dibagikan berurutan
  --seller   semua baris milik penjual ini; tanpa ini, kolom "penjual", atau satu penjual draf untuk tiap lokasi
  --out      folder isi mal yang ditulis; tanpa ini MALL_CONTENT atau content/
  --dry-run  hanya laporan, tidak ada yang ditulis`;

export interface ImportOptions {
  file: string;
  out: string;
  photos?: string;
  seller?: string;
  dryRun?: boolean;
  onProgress?: (done: number, total: number) => void;
}

export interface ImportResult {
  table: Table;
  plan: Plan;
}

/**
 * Makes content files of a table of listings. What is there already stays as it is, so that importing the same
 * table twice changes nothing.
 * @throws ToolError when the table, the photos' folder or the content folder can't be used at all
 */
export async function importTable(options: ImportOptions): Promise<ImportResult> {
  const { file, out, photos, seller, dryRun = false, onProgress = () => undefined } = options;
  sharp.concurrency(1);
  const table = await readWorkbookOrCsv(await readFile(file));
  const source = photos === undefined ? undefined : await photoSource(photos);
  if (!dryRun) await layFoundation(out);
  const whole = existsSync(join(out, 'categories.json')) ? out : OWN_CONTENT;
  const { content, problems } = await readContent(whole);
  if (!content.categories.length || !content.editions.size)
    throw new ToolError(
      `Kategori dan expo di ${whole} harus benar dulu:\n${problemLines(problems.filter(({ severity }) => severity === 'error')).join('\n')}`,
    );
  // A dry run into an empty folder looks at the repository's categories, but not at its products.
  const existing = whole === out ? content : { ...content, sellers: new Map(), products: new Map() };
  const plan = planImport({
    table,
    content: existing,
    regions: await readRegions(),
    seller,
    sellerFiles: new Set(await stemsIn(join(out, 'sellers'), '.json')),
    productFiles: await productFiles(out),
  });
  if (!dryRun)
    await writePlan({ plan, out, photos: source, hasPhotoColumn: table.columns.has('photo'), onProgress });
  return { table, plan };
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

const OUTCOMES: Record<RowReport['outcome'], string> = {
  new: 'diambil',
  same: 'sudah ada',
  price: 'harga diubah',
  repeat: 'dilewati',
  refused: 'DITOLAK',
};

/** One line for each row: what became of it, where it lies or why not, and what to look at. */
export function rowLines(rows: readonly RowReport[]): string[] {
  return rows.map(({ row, outcome, title, file, reason, warnings }) => {
    const what = file ?? `${title.slice(0, 60) || '(tanpa judul)'}: ${reason}`;
    const notes = warnings.map((warning) => `peringatan: ${warning}`);
    return [`baris ${row}`.padEnd(11), OUTCOMES[outcome].padEnd(12), [what, ...notes].join('; ')].join(' ');
  });
}

/** How many rows were taken, left out and refused. */
export function importSummary({ table, plan }: ImportResult, dryRun: boolean): string[] {
  const count = (...outcomes: RowReport['outcome'][]) =>
    plan.rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const n = formatNumber;
  const lines = [
    `${n(table.rows.length)} baris: ${n(count('new', 'same', 'price'))} diambil (${n(count('new'))} baru, ${n(count('price'))} berganti harga, ${n(count('same'))} sudah ada), ${n(count('repeat'))} berulang, ${n(count('refused'))} ditolak.`,
  ];
  if (table.ignored.length) lines.push(`Kolom yang tidak dipakai: ${table.ignored.join(', ')}.`);
  if (table.guessedEncoding)
    lines.push('Berkas ini bukan UTF-8; periksa huruf beraksen, atau simpan ulang sebagai CSV UTF-8.');
  if (plan.newSellers.length)
    lines.push(
      `${n(plan.newSellers.length)} penjual draf: lengkapi WhatsApp, e-mail, dan rekening yang masih bertuliskan BELUM DIISI, lalu hapus "draft".`,
      ...plan.newSellers.map(({ slug }) => `  sellers/${slug}.json`),
    );
  if (dryRun) lines.push('Percobaan saja (--dry-run): tidak ada yang ditulis.');
  return lines;
}

async function main(): Promise<void> {
  const { file, photos, seller, out, dryRun } = readArguments();
  const result = await importTable({ file, photos, seller, out, dryRun, onProgress: progress('impor') });
  for (const line of rowLines(result.plan.rows)) process.stdout.write(`${line}\n`);
  process.stdout.write(`\n${importSummary(result, dryRun).join('\n')}\n`);
  if (!dryRun)
    process.stdout.write(
      `Hasilnya di ${relative(resolve(), out) || '.'}; periksa dengan npm run check:content.\n`,
    );
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
  if (photos !== undefined && !(existsSync(photos) && statSync(photos).isDirectory()))
    throw new ToolError(`Folder foto tidak ditemukan: ${photos}`);
  if (values.seller !== undefined && !isSlug(values.seller))
    throw new ToolError(
      `--seller "${values.seller}" harus nama berkas penjual: huruf kecil, angka, dan tanda hubung, misalnya batik-sekar.`,
    );
  const out = values.out === undefined ? contentFolder() : newPathArgument(values.out);
  return { file, photos, seller: values.seller, out, dryRun: values['dry-run'] ?? false };
}

function parse() {
  return parseArgs({
    allowPositionals: true,
    options: {
      photos: { type: 'string' },
      seller: { type: 'string' },
      out: { type: 'string' },
      'dry-run': { type: 'boolean' },
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
