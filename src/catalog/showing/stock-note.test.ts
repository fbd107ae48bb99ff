import { expect, test } from 'vitest';
import { stockNote } from './stock-note.ts';

const words = { left: (count: number | string) => `Sisa ${count}`, soldOut: 'Stok habis' };

test('only what is nearly gone, or gone, is worth a note', () => {
  expect([undefined, 40, 6, 5, 1, 0].map((stock) => stockNote(stock, words))).toEqual([
    '',
    '',
    '',
    'Sisa 5',
    'Sisa 1',
    'Stok habis',
  ]);
});
