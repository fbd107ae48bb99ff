import { CsvError, parse } from 'csv-parse/sync';
import { ToolError } from '../terminal.ts';
import { FIELD_NAMES, type Field, fieldOf } from './columns.ts';

/** One row of a table; texts are as they stand there, `''` where the table has none. */
export interface TableRow {
  /** As a spreadsheet counts: the header is row 1. */
  row: number;
  text: Record<Field, string>;
}

export interface Table {
  rows: TableRow[];
  /** Fields that the table has a column for. */
  columns: Set<Field>;
  /** Headers that mean nothing to the import. */
  ignored: string[];
  /** The file was not UTF-8, so letters beyond ASCII were guessed. */
  guessedEncoding: boolean;
}

/**
 * Reads a table of listings: CSV with commas, semicolons or tabs, with headers in Indonesian or English.
 * @throws ToolError when it is no such table
 */
export function readTable(bytes: Uint8Array): Table {
  const { text, guessed } = decode(bytes);
  return tableOf(parseRecords(text), guessed);
}

/** What a table's rows, header first, tell. */
export function tableOf(records: string[][], guessed: boolean): Table {
  const header = records[0] ?? [];
  const fields = header.map((name) => fieldOf(name));
  const columns = new Set(fields.filter((field) => field !== undefined));
  for (const [field, name] of [
    ['title', 'judul'],
    ['price', 'harga'],
  ] as const)
    if (!columns.has(field))
      throw new ToolError(
        `Kolom ${name} tidak ditemukan. Baris pertama tabel harus memuat nama kolom, misalnya: judul, harga, kategori, lokasi. Yang terbaca: ${header.join(', ') || '(kosong)'}`,
      );
  const rows = records.slice(1).flatMap((cells, index): TableRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return [];
    const texts = Object.fromEntries(FIELD_NAMES.map((field) => [field, ''])) as TableRow['text'];
    fields.forEach((field, at) => {
      if (field && !texts[field]) texts[field] = (cells[at] ?? '').trim();
    });
    return [{ row: index + 2, text: texts }];
  });
  return {
    rows,
    columns,
    ignored: header.filter((name, at) => name.trim() && !fields[at]),
    guessedEncoding: guessed,
  };
}

function parseRecords(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ToolError(
      `Tabel tidak terbaca di sekitar baris ${String(error.lines ?? '?')}: periksa tanda kutipnya, lalu simpan ulang sebagai CSV.`,
    );
  }
}

/** Windows' spreadsheets write their own code page where they are not told to write UTF-8. */
function decode(bytes: Uint8Array): { text: string; guessed: boolean } {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    throw new ToolError('Ini berkas Excel. Buka, lalu pilih Simpan sebagai > CSV UTF-8.');
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder('utf-16le').decode(bytes), guessed: false };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), guessed: false };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), guessed: true };
  }
}

/** The sign that stands most often between the headers. */
function delimiterOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((sign) => header.split(sign).length);
  return [',', ';', '\t'][counts.indexOf(Math.max(...counts))]!;
}
