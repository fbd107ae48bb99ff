import { expect, test } from 'vitest';
import { readWorkbookOrCsv } from './xlsx-table.ts';
import { zipOf } from './zip-testing.ts';

test('a workbook that unfolds to far more than a table is refused before it is read', async () => {
  const bomb = zipOf([{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(210_000_000) }]);
  expect(bomb.length).toBeLessThan(300_000);
  await expect(readWorkbookOrCsv(bomb)).rejects.toThrow(/jauh lebih besar/);
});

test('a workbook that lies about its sizes is refused, too', async () => {
  const liar = zipOf([{ name: 'xl/worksheets/sheet1.xml', bytes: Buffer.alloc(210_000_000), claims: 1_000 }]);
  await expect(readWorkbookOrCsv(liar)).rejects.toThrow(/tidak terbaca/);
});
