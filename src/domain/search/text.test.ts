import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clipQuery, MAX_QUERY_CHARACTERS, MAX_QUERY_WORDS, queryWords, wordsOf } from './text.ts';

test('case, accents, full-width letters and punctuation make no difference', () => {
  expect(wordsOf('  BATIK—Tulis, “Déwi” ＳＯＧＡＮ! ')).toEqual(['batik', 'tulis', 'dewi', 'sogan']);
  expect(wordsOf('laki-laki 2,5 x 1,05 m')).toEqual(['laki', 'laki', '2', '5', 'x', '1', '05', 'm']);
});

test('search syntax, null bytes and emoji only separate words', () => {
  expect(wordsOf('NEAR(batik* "kain) AND -x:^\0y 🧵')).toEqual(['near', 'batik', 'kain', 'and', 'x', 'y']);
  expect(wordsOf('🧵🧵 *** "" ()')).toEqual([]);
});

test('any text gives words of letters and digits only, the same for its own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      const words = wordsOf(text);
      for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}]+$/u);
      expect(wordsOf(words.join(' '))).toEqual(words);
    }),
  );
});

test('a query of 10,000 characters is cut, whatever it holds', () => {
  for (const text of ['a'.repeat(10_000), 'batik '.repeat(2_000), '𝕬'.repeat(5_000)]) {
    expect([...clipQuery(text)].length).toBeLessThanOrEqual(MAX_QUERY_CHARACTERS);
    expect(queryWords(text).length).toBeLessThanOrEqual(MAX_QUERY_WORDS);
  }
});
