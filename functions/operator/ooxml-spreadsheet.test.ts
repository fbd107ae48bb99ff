import { inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { ooxmlSpreadsheet } from './ooxml-spreadsheet.ts';

/** The files of a ZIP by its directory, each checked against the sizes that it tells. */
function unzip(bytes: Uint8Array): Map<string, string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const end = bytes.length - 22;
  expect(view.getUint32(end, true)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    expect(view.getUint32(at, true)).toBe(0x02014b50);
    const [packed, size, path, local] = [20, 24, 28, 42].map((offset) =>
      offset === 28 ? view.getUint16(at + offset, true) : view.getUint32(at + offset, true),
    ) as [number, number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + path));
    const start = local + 30 + view.getUint16(local + 26, true);
    const raw = inflateRawSync(bytes.subarray(start, start + packed));
    expect(raw.length).toBe(size);
    files.set(name, raw.toString('utf8'));
    at += 46 + path;
  }
  return files;
}

test('numbers are numbers, and no text is ever a formula', async () => {
  const files = unzip(
    await ooxmlSpreadsheet().xlsx([
      {
        name: 'Omzet/2026',
        rows: [
          ['UKM', 'Omzet'],
          ['=1+1 & <b>"Sekar"</b>\u0000', 3_715_382_000],
          [null, -5],
        ],
      },
      { name: 'Hari', rows: [] },
    ]),
  );
  const sheet = files.get('xl/worksheets/sheet1.xml')!;
  expect(sheet).toContain('<c r="B2" s="1"><v>3715382000</v></c>');
  expect(sheet).toContain(
    '<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1 &amp; &lt;b&gt;&quot;Sekar&quot;&lt;/b&gt;</t></is></c>',
  );
  expect(sheet).not.toContain('<f>');
  expect(files.get('xl/workbook.xml')).toContain('name="Omzet 2026"');
  expect([...files.keys()]).toHaveLength(7);
});

test('the same figures give the same file', async () => {
  const sheets = [{ name: 'A', rows: [['a', 1]] }];
  const write = ooxmlSpreadsheet();
  expect(await write.xlsx(sheets)).toEqual(await write.xlsx(sheets));
});
