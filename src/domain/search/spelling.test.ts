import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editDistance, forgivenEdits, lengthsNear, letterBits, spellingCandidates } from './spelling.ts';

const bucket = (...words: string[]) =>
  [...new Set(words.map((word) => word.length))].map((length) => ({
    length,
    words: words
      .filter((word) => word.length === length)
      .map((word) => ({ word, count: 10, letters: letterBits(word) })),
  }));
const meant = (typed: string, ...words: string[]) =>
  spellingCandidates(typed, bucket(...words), 5).map(({ word }) => word);

test('one edit is forgiven in four or five letters, two in longer words, a swap of neighbours is one', () => {
  expect(forgivenEdits('tas')).toBe(0);
  expect(forgivenEdits('kain')).toBe(1);
  expect(forgivenEdits('batik')).toBe(1);
  expect(forgivenEdits('kemeja')).toBe(2);
  expect(forgivenEdits('seri42')).toBe(0);
  expect(editDistance('batki', 'batik', 2)).toBe(1);
  expect(editDistance('kmeja', 'kemeja', 2)).toBe(1);
  expect(editDistance('slndng', 'selendang', 2)).toBe(3);
});

test('words are found by every kind of error, nearest first', () => {
  expect(meant('batk', 'batik', 'bakiak')).toEqual(['batik']);
  expect(meant('krudnug', 'kerudung', 'gunung')).toEqual(['kerudung']);
  expect(meant('kian', 'kain', 'kita')).toEqual(['kain', 'kita'].slice(0, 1));
  expect(meant('kan', 'kain')).toEqual(['kain']);
  expect(meant('tass', 'tas')).toEqual([]);
});

test('the distance is symmetric, zero only for the same word, and any two edits are found again', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'b', 'k', 'i', 'n', 't'),
    minLength: 1,
    maxLength: 10,
  });
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b, 20);
      expect(editDistance(b, a, 20)).toBe(distance);
      expect(distance === 0).toBe(a === b);
      expect(editDistance(a, b, 2)).toBe(Math.min(3, distance));
    }),
  );
  const long = fc.string({ unit: fc.constantFrom(...'abdegiklmnoprstu'), minLength: 6, maxLength: 12 });
  const place = fc.nat(12);
  fc.assert(
    fc.property(long, place, place, (target, first, second) => {
      const without = (text: string, at: number) =>
        text.slice(0, at % text.length) + text.slice((at % text.length) + 1);
      const typed = without(without(target, first), second);
      if (typed === target) return;
      expect(lengthsNear(typed)).toContain(target.length);
      expect(meant(typed, target)).toEqual([target]);
    }),
  );
});
