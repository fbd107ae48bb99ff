import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { ooxmlSpreadsheet } from '../functions/operator/ooxml-spreadsheet.ts';
import { type Content, contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { readRegions } from '../src/catalog/reading/regions.ts';
import { formatNumber } from '../src/domain/money.ts';
import { EXPORT_COLUMNS } from './export/columns.ts';
import { productRow } from './export/product-row.ts';
import { pathArgument } from './path-argument.ts';
import { runTool, ToolError } from './terminal.ts';

const USAGE = `Cara pakai: npm run export -- <tabel.csv|tabel.xlsx> [--seller <penjual>] [--template]

  --seller    hanya produk penjual ini
  --template  tabel kosong dengan satu contoh dan penjelasan tiap kolom`;

type Cell = string | number;

/** The table of all products, or of one seller's, header first. */
export async function exportRows(content: Content, seller?: string): Promise<Cell[][]> {
  const regions = await readRegions();
  const headers = EXPORT_COLUMNS.map(({ header }) => header);
  const rows = [...content.products]
    .filter(([, product]) => seller === undefined || product.seller === seller)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, product]) => {
      const place = regions.get(content.sellers.get(product.seller)?.regency ?? '')?.name ?? '';
      const row = productRow(product, place);
      return headers.map((header) => row[header]);
    });
  return [headers, ...rows];
}

/** A table with one example, and the sheet that explains its columns. */
export function templateSheets(): { name: string; rows: Cell[][] }[] {
  return [
    {
      name: 'Produk',
      rows: [EXPORT_COLUMNS.map(({ header }) => header), EXPORT_COLUMNS.map(({ example }) => example)],
    },
    {
      name: 'Penjelasan',
      rows: [
        ['kolom', 'wajib diisi', 'penjelasan', 'contoh'],
        ...EXPORT_COLUMNS.map(({ header, required, help, example }) => [header, required, help, example]),
      ],
    },
  ];
}

/** CSV as spreadsheets open it everywhere: UTF-8 with its mark, quoted where needed (RFC 4180). */
export function csvOf(rows: Cell[][]): string {
  const field = (cell: Cell) => {
    const text = String(cell);
    return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

async function main(): Promise<void> {
  const { values, positionals } = parse();
  const [target] = positionals;
  if (!target || positionals.length > 1 || !/\.(?:csv|xlsx)$/i.test(target)) throw new ToolError(USAGE);
  const sheets = values.template ? templateSheets() : await catalogueSheets(values.seller);
  const file = pathArgument(target);
  const table = sheets[0]!.rows;
  await writeFile(file, /\.xlsx$/i.test(file) ? await ooxmlSpreadsheet().xlsx(sheets) : csvOf(table));
  process.stdout.write(`${formatNumber(table.length - 1)} baris ditulis ke ${file}\n`);
}

async function catalogueSheets(seller: string | undefined) {
  const { content } = await readContent(contentFolder());
  if (seller !== undefined && !content.sellers.has(seller))
    throw new ToolError(`Penjual "${seller}" tidak ada di ${contentFolder()}.`);
  return [{ name: 'Produk', rows: await exportRows(content, seller) }];
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { seller: { type: 'string' }, template: { type: 'boolean' } },
    });
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(main);
