import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type KnownWord,
  lookupKeys,
  matchAllButOne,
  PRICE_BANDS,
  priceBand,
  readSlots,
  slotsByForm,
} from './query.ts';

const word = (token: string, count = 5): KnownWord => ({ token, count, kind: 'word' });
const known = new Map<string, KnownWord>([
  ['kemeja', word('kemeja')],
  ['batik', word('batik')],
  ['mega', word('mega')],
  ['mendung', word('mendung')],
  ['mega mendung', { token: 'mega_mendung', count: 3, kind: 'listed' }],
  ['kmeja', { token: 'kemeja', count: 5, kind: 'misspelling', correct: 'kemeja' }],
  ['untuk', { token: 'untuk', count: 9, kind: 'ignored' }],
]);
const read = (text: string, literal = false) => readSlots({ words: text.split(' '), known, literal });

test('the longest expression counts as one, words that say nothing are left out, repetition counts once', () => {
  expect(read('kemeja untuk mega mendung kemeja').map(({ tokens }) => tokens)).toEqual([
    ['kemeja'],
    ['mega_mendung'],
  ]);
  expect(read('untuk').map(({ tokens }) => tokens)).toEqual([['untuk']]);
});

test('a listed misspelling is corrected and said, unless the words are wanted as typed', () => {
  expect(read('kmeja')[0]).toMatchObject({ shown: 'kemeja', tokens: ['kemeja'] });
  expect(read('kmeja', true)[0]).toMatchObject({ shown: 'kmeja', tokens: ['kmeja'] });
});

test('a word is known by its root, and two words run together by their parts', () => {
  const slot = (text: string) => ({ text, shown: text, tokens: [], known: false });
  expect(slotsByForm(slot('kemejanya'), known)?.map(({ tokens }) => tokens)).toEqual([['kemeja']]);
  expect(slotsByForm(slot('kemejabatik'), known)?.map(({ tokens }) => tokens)).toEqual([
    ['kemeja'],
    ['batik'],
  ]);
  expect(slotsByForm(slot('xyzzy'), known)).toBeUndefined();
});

test('the keys of a query grow in proportion to its words', () => {
  const words = Array.from({ length: 32 }, (_, index) => `kata${index}`);
  expect(lookupKeys(words).length).toBeLessThanOrEqual(words.length * 5);
  expect(matchAllButOne(read('kemeja batik mega'))).toHaveLength(3);
});

test('every price has one band, and bands follow each other without a gap', () => {
  fc.assert(
    fc.property(fc.nat(200_000_000), (price) => {
      expect(PRICE_BANDS[priceBand(price)]!.min).toBeLessThanOrEqual(price);
    }),
  );
  PRICE_BANDS.forEach((band, index) => {
    const next = PRICE_BANDS[index + 1];
    expect(band.max).toBe(next && next.min - 1);
  });
});
