import { readSheet } from 'read-excel-file/node';
import { ToolError } from '../terminal.ts';
import { readTable, type Table, tableOf } from './csv-table.ts';

/**
 * Reads a table of listings from an .xlsx workbook's first sheet, or from CSV.
 * @throws ToolError when it is no such table
 */
export async function readWorkbookOrCsv(bytes: Uint8Array): Promise<Table> {
  // An .xlsx file is a ZIP.
  const isXlsx = bytes[0] === 0x50 && bytes[1] === 0x4b;
  return isXlsx ? tableOf(await xlsxRecords(bytes), false) : readTable(bytes);
}

/** The rows of a workbook's first sheet, every cell as text. */
async function xlsxRecords(bytes: Uint8Array): Promise<string[][]> {
  const rows = await readSheet(Buffer.from(bytes), { trim: false }).catch((error: Error) => {
    throw new ToolError(
      `Berkas Excel ini tidak terbaca (${error.message}). Buka, lalu simpan lagi sebagai .xlsx atau CSV UTF-8.`,
    );
  });
  return rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString() : String(cell ?? ''))),
  );
}
