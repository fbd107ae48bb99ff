/** A cell of a table that leaves the mall: text, a whole number, or nothing. */
export type Cell = string | number | null;

/**
 * A table as CSV (RFC 4180) that a spreadsheet opens right: UTF-8 with a byte order mark, numbers bare. A text
 * that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"). There is no line
 * `sep=,`: with it Excel takes UTF-8 for another encoding, and every other reader takes it for the header.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${csvRows(rows)}`;
}

/** Rows as CSV without a byte order mark: the rest of a file that `toCsv` began. */
export function csvRows(rows: readonly (readonly Cell[])[]): string {
  return `${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = defuse(cell);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * A text that no spreadsheet takes for a formula, nor a part of it: Excel in Indonesian begins a new cell after `;`
 * whatever stands around it, and then a new row after a line break.
 */
export function defuse(text: string): string {
  return text.replace(/^(?=[\t\r\n])/, "'").replace(/(?=[=+\-@|＝＋－＠])(?<=(?:^|[;\t\r\n])["\s]*)/g, "'");
}
