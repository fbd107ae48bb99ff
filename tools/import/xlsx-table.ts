import { readSheet } from 'read-excel-file/node';
import { fromBufferPromise } from 'yauzl';
import { ToolError } from '../terminal.ts';
import { readTable, type Table, tableOf } from './csv-table.ts';

/** What a workbook may unfold to, in bytes: a table of 100,000 listings takes some 50 MB. */
const MAX_UNFOLDED = 200_000_000;
const MAX_PARTS = 2_000;

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
  await refuseBomb(bytes);
  const rows = await readSheet(Buffer.from(bytes), { trim: false }).catch((error: Error) => {
    throw unreadable(error);
  });
  return rows.map((row) =>
    row.map((cell) => (cell instanceof Date ? cell.toISOString() : String(cell ?? ''))),
  );
}

const unreadable = ({ message }: Error) =>
  new ToolError(
    `Berkas Excel ini tidak terbaca (${message}). Buka, lalu simpan lagi sebagai .xlsx atau CSV UTF-8.`,
  );

/**
 * A few kilobytes can unfold to gigabytes. Every part is unfolded once and counted, since what an archive claims of
 * its sizes need not be so; yauzl ends a part that exceeds its claim.
 */
async function refuseBomb(bytes: Uint8Array): Promise<void> {
  const tooMuch = new ToolError(
    'Isi berkas Excel ini jauh lebih besar daripada tabel barang. Simpan sebagai CSV UTF-8.',
  );
  const archive = await fromBufferPromise(Buffer.from(bytes)).catch((error: Error) => {
    throw unreadable(error);
  });
  if (archive.entryCount > MAX_PARTS) throw tooMuch;
  let unfolded = 0;
  for await (const entry of archive.eachEntry()) {
    if (unfolded + entry.uncompressedSize > MAX_UNFOLDED) throw tooMuch;
    try {
      for await (const chunk of await archive.openReadStreamPromise(entry))
        unfolded += (chunk as Buffer).length;
    } catch (error) {
      throw unreadable(error as Error);
    }
  }
}
