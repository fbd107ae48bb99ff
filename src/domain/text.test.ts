import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanLine, cleanText, holdsLink } from './text.ts';

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

test.each([
  'https://jahat.example/x',
  'klaim di www.hadiah.id',
  'Menang! bit.ly/abc',
  'hadiah.com',
  'MENANG.ID',
  'situs.zz/b',
])('a name holds no link: %s', (name) => expect(holdsLink(name)).toBe(true));
test.each([
  'Sri Rahayu',
  'Dr. Budi Santoso, S.H.',
  'Dr.Budi',
  'H.M. Yusuf',
  'Siti Nur`aini',
  'CV. Maju Jaya',
  'R.A. Kartini',
  "D'Angelo",
  'S.Kom',
  '李小龙',
  'M.Idris',
  'A/n Budi',
])('and these are names: %s', (name) => expect(holdsLink(name)).toBe(false));
