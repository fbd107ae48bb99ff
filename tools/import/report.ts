import { formatNumber, formatRupiah } from '../../src/domain/money.ts';
import type { Table } from './csv-table.ts';
import type { Plan, RowReport } from './plan.ts';

export interface ImportResult {
  table: Table;
  plan: Plan;
  /** Sentences about the photographs as a whole. */
  notes: string[];
}

const OUTCOMES: Record<RowReport['outcome'], string> = {
  new: 'baru',
  same: 'sudah ada',
  price: 'ganti harga',
  repeat: 'berulang',
  refused: 'DITOLAK',
};

/**
 * The table of what changes and what can't be taken: row, outcome, file, price, photos, and below each its
 * warnings. Rows that are there already and give no reason to look are left out.
 */
export function rowLines(rows: readonly RowReport[]): string[] {
  const cells = rows
    .filter(({ outcome, warnings }) => outcome !== 'same' || warnings.length)
    .map((report) => ({ report, cells: cellsOf(report) }));
  const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map(({ cells }) => cells[column]!.length)));
  return cells.flatMap(({ report, cells }) => [
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
    ...report.warnings.map((warning) => `    peringatan: ${warning}`),
  ]);
}

function cellsOf({ row, outcome, title, file, price, priceBefore, photos, reason }: RowReport): string[] {
  const start = [`baris ${row}`, OUTCOMES[outcome]];
  const taken = file && (outcome === 'new' || outcome === 'price' || outcome === 'same');
  if (!taken) return [...start, '', `${title.slice(0, 60) || '(tanpa judul)'}: ${reason}`];
  const prices = [priceBefore, price].flatMap((rupiah) => (rupiah === undefined ? [] : formatRupiah(rupiah)));
  const pictures =
    photos && (photos.length ? `foto ${photos.join(', ')}` : 'tanpa foto: gambar “foto menyusul”');
  return [...start, prices.join(' → '), file, ...(outcome === 'new' && pictures ? [pictures] : [])];
}

/** How many rows were taken, left out and refused, and what is left to do. */
export function importSummary({ table, plan, notes }: ImportResult, dryRun: boolean): string[] {
  const count = (...outcomes: RowReport['outcome'][]) =>
    plan.rows.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const n = formatNumber;
  const warned = plan.rows.filter(({ warnings }) => warnings.length).length;
  const lines = [
    `${n(table.rows.length)} baris: ${n(count('new', 'same', 'price'))} diambil (${n(count('new'))} baru, ${n(count('price'))} berganti harga, ${n(count('same'))} sudah ada), ${n(count('repeat'))} berulang, ${n(count('refused'))} ditolak${warned ? `; ${n(warned)} dengan peringatan` : ''}.`,
  ];
  if (table.ignored.length) lines.push(`Kolom yang tidak dipakai: ${table.ignored.join(', ')}.`);
  if (table.guessedEncoding)
    lines.push('Berkas ini bukan UTF-8; periksa huruf beraksen, atau simpan ulang sebagai CSV UTF-8.');
  lines.push(...notes);
  if (plan.newSellers.length)
    lines.push(
      `${n(plan.newSellers.length)} penjual draf: lengkapi WhatsApp, e-mail, dan rekening yang masih bertuliskan BELUM DIISI, lalu hapus "draft".`,
      ...plan.newSellers.map(({ slug }) => `  sellers/${slug}.json`),
    );
  if (dryRun) lines.push('Percobaan saja (--dry-run): tidak ada yang ditulis.');
  return lines;
}

/** True when a table would change no file. */
export function changesNothing({ products, prices }: Plan): boolean {
  return products.length === 0 && prices.size === 0;
}
