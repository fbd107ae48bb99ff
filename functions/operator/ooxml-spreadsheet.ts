import { crc32, deflateRawSync } from 'node:zlib';
import type { Sheet, SpreadsheetWriter } from '../turnover/ports.ts';

// The whole of a spreadsheet that exports need is tables of text and whole numbers: a dozen lines of XML (ECMA-376,
// part 1) in a ZIP (PKWARE APPNOTE 6.3). The packages that write .xlsx bring a hundred times as much, for what a
// Worker would have to carry in every isolate.

const encoder = new TextEncoder();
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel's own limits: longest sheet name, and characters that it refuses in one. */
const MAX_SHEET_NAME = 31;

/** Writes .xlsx files; text is stored as text, so no cell is ever a formula. */
export function ooxmlSpreadsheet(): SpreadsheetWriter {
  return {
    xlsx: async (sheets) =>
      zip([
        ['[Content_Types].xml', contentTypes(sheets)],
        ['_rels/.rels', relationships([[`${OFFICE}/officeDocument`, 'xl/workbook.xml']])],
        ['xl/workbook.xml', workbook(sheets)],
        [
          'xl/_rels/workbook.xml.rels',
          relationships([
            ...sheets.map((_, index): [string, string] => [
              `${OFFICE}/worksheet`,
              `worksheets/sheet${index + 1}.xml`,
            ]),
            [`${OFFICE}/styles`, 'styles.xml'],
          ]),
        ],
        ['xl/styles.xml', STYLES],
        ...sheets.map((sheet, index): [string, string] => [
          `xl/worksheets/sheet${index + 1}.xml`,
          worksheet(sheet),
        ]),
      ]),
  };
}

/** Style 0: as it is; 1: whole numbers with separators; 2: a heading. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts>\
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>\
<cellXfs count="3"><xf/><xf numFmtId="3" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

function contentTypes(sheets: Sheet[]): string {
  const part = (name: string, type: string) =>
    `<Override PartName="/xl/${name}" ContentType="${TYPES}.${type}+xml"/>`;
  return `${XML}<Types xmlns="${PACKAGE}/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>${part('workbook.xml', 'sheet.main')}${part('styles.xml', 'styles')}\
${sheets.map((_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join('')}</Types>`;
}

function relationships(targets: [type: string, target: string][]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

function workbook(sheets: Sheet[]): string {
  const each = sheets.map(
    ({ name }, index) =>
      `<sheet name="${escapeXml(name.replace(/[[\]:*?/\\]/g, ' ').slice(0, MAX_SHEET_NAME))}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets></workbook>`;
}

function worksheet({ rows }: Sheet): string {
  const columns = Math.max(1, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, column) => {
    const longest = Math.max(8, ...rows.map((row) => String(row[column] ?? '').length + 2));
    return `<col min="${column + 1}" max="${column + 1}" width="${Math.min(60, longest)}" customWidth="1"/>`;
  });
  const body = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const at = `r="${columnName(column)}${index + 1}"`;
      if (cell === null || cell === '') return `<c ${at}/>`;
      if (typeof cell === 'number') return `<c ${at} s="1"><v>${cell}</v></c>`;
      const style = index === 0 ? ' s="2"' : '';
      return `<c ${at} t="inlineStr"${style}><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
    });
    return `<row r="${index + 1}">${cells.join('')}</row>`;
  });
  return `${XML}<worksheet xmlns="${MAIN}"><cols>${widths.join('')}</cols><sheetData>${body.join('')}</sheetData></worksheet>`;
}

/** `A` to `Z`, then `AA`. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

/** Text for XML; characters that XML 1.0 cannot hold are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const DEFLATED = 8;
/** Tables shrink to a tenth at any level; the least one takes a third of the time. */
const FAST = 1;
/** 1 January 1980, the first day that a ZIP knows: the same figures give the same file. */
const NO_DATE = 0x21;
/** File names in UTF-8. */
const UTF8 = 0x800;

/** A ZIP of texts, each deflated. */
function zip(files: [name: string, text: string][]): Uint8Array {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const path = encoder.encode(name);
    const raw = encoder.encode(text);
    const packed = deflateRawSync(raw, { level: FAST });
    const facts = [20, UTF8, DEFLATED, 0, NO_DATE];
    const sizes = [crc32(raw), packed.length, raw.length];
    const local = header(0x04034b50, facts, sizes, [path.length, 0]);
    directory.push(header(0x02014b50, [20, ...facts], sizes, [path.length, 0, 0, 0, 0], [0, offset]), path);
    parts.push(local, path, packed);
    offset += local.length + path.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header(0x06054b50, [0, 0, files.length, files.length], [size, offset], [0]);
  return joined([...parts, ...directory, end]);
}

/** A record: its signature, then figures of 2 and 4 bytes in turn, little-endian. */
function header(signature: number, ...groups: number[][]): Uint8Array {
  const figures = groups.flatMap((group, index) =>
    group.map((value) => [value, index % 2 === 0 ? 2 : 4] as const),
  );
  const bytes = new Uint8Array(4 + figures.reduce((sum, [, width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [value, width] of figures) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
