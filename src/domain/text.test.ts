import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText } from './text.ts';

test('control characters go, line breaks stay, and a line has none', () => {
  expect(cleanText('  Sri\u0000 \u001bAyu\r\nJalan\tMawar ')).toBe('Sri Ayu\nJalan Mawar');
  expect(cleanLine('Sri\nAyu')).toBe('Sri Ayu');
});

test('cleaning what is clean changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(cleanText(cleanText(text))).toBe(cleanText(text));
      expect(cleanLine(cleanLine(text))).toBe(cleanLine(text));
      expect(cleanText(text).isWellFormed()).toBe(true);
    }),
  );
});
