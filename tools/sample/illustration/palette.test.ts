import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, lightness } from './color.ts';
import { colorOf, inkOf } from './palette.ts';
import { seeded } from './random.ts';

const NAMES = [
  ...[
    'sogan',
    'cokelat',
    'krem',
    'gading',
    'indigo',
    'wedel',
    'biru dongker',
    'navy',
    'biru',
    'tosca',
    'hijau',
  ],
  ...['hijau botol', 'sage', 'maroon', 'merah', 'merah bata', 'terakota', 'mengkudu', 'kuning', 'kunyit'],
  ...[
    'mustard',
    'emas',
    'oranye',
    'jingga',
    'ungu',
    'lilac',
    'pink',
    'dusty pink',
    'fanta',
    'hitam',
    'putih',
  ],
  ...['broken white', 'abu-abu', 'silver', 'perak', 'tembaga', 'mocca', 'coksu', 'salem', 'peach', 'natural'],
];

test('a colour is found however it is written', () => {
  expect(colorOf('Biru Dongker')).toBe(colorOf('biru dongker'));
  expect(colorOf('coklat')).toBe(colorOf('cokelat'));
  expect(colorOf('ABU ABU')).toBe(colorOf('abu-abu'));
  expect(colorOf('merah marun')).not.toBe(colorOf('merah'));
});

test('muda is lighter and tua darker than the colour itself', () => {
  for (const name of ['hijau', 'ungu', 'sogan', 'tosca']) {
    expect(lightness(colorOf(`${name} muda`)), name).toBeGreaterThan(lightness(colorOf(name)));
    expect(lightness(colorOf(`${name} tua`)), name).toBeLessThan(lightness(colorOf(name)));
  }
});

test('any name at all gives a colour, always the same', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      expect(colorOf(name)).toMatch(/^#[0-9a-f]{6}$/);
      expect(colorOf(name)).toBe(colorOf(name));
    }),
  );
});

test('the motif is clear on its ground, whichever colours come together', () => {
  const names = fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(names, fc.string(), (colors, seed) => {
      const ink = inkOf(colors, seeded(seed));
      expect(distance(ink.line, ink.ground)).toBeGreaterThan(0.2);
      expect(distance(ink.second, ink.ground)).toBeGreaterThan(0.1);
    }),
    { numRuns: 2000 },
  );
});
