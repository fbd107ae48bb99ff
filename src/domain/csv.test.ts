import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toCsv } from './csv.ts';

test('a table opens in a spreadsheet as it is: accents, quotes, commas and bare numbers', () => {
  expect(
    toCsv([
      ['Nama', 'Omzet'],
      ['Batik "Sekar", Kajén', -25_000],
    ]),
  ).toBe('\uFEFFNama,Omzet\r\n"Batik ""Sekar"", Kajén",-25000\r\n');
});

test('no text begins as a formula does, and whatever it is comes back', () => {
  const texts = fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 4 });
  fc.assert(
    fc.property(texts, (row) => {
      const [read] = parse(toCsv([row]), { bom: true, record_delimiter: '\r\n' }) as string[][];
      row.forEach((text, index) => {
        expect(read![index]!.replaceAll("'", '')).toBe(text.replaceAll("'", ''));
      });
      for (const cell of read!) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
  expect(toCsv([['=HYPERLINK("http://evil.test")', '+62', '-1', '@x']])).toBe(
    `\uFEFF"'=HYPERLINK(""http://evil.test"")",'+62,'-1,'@x\r\n`,
  );
});

test('no part of a text begins as a formula does where a spreadsheet cuts at semicolons and lines', () => {
  const texts = fc.array(fc.string({ unit: fc.constantFrom(...';=+-@"\n\r\t ,x') }), {
    minLength: 1,
    maxLength: 3,
  });
  fc.assert(
    fc.property(texts, (row) => {
      for (const cell of toCsv([row])
        .slice(1)
        .split(/[;\r\n\t]/))
        expect(cell).not.toMatch(/^["\s]*[=@|][^,]*$/);
    }),
  );
  expect(toCsv([['x;=1+1', 'baris\n=1+1', 'a; "=1+1"']])).toBe(
    `\uFEFFx;'=1+1,"baris\n'=1+1","a; ""'=1+1"""\r\n`,
  );
});
