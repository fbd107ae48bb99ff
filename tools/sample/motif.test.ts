import { expect, test } from 'vitest';
import { inkOf } from './illustration/palette.ts';
import { seeded } from './illustration/random.ts';
import { motifOf } from './motif.ts';

const body = (name: string | undefined, technique?: string) =>
  motifOf(name, technique, 'seed')(inkOf(['sogan'], seeded('1')), seeded('1')).body;

test('a motif is known by a word in its name', () => {
  expect(body('Parang Kusumo')).toBe(body('parang'));
  expect(body('Sidoluhur')).toBe(body('sidomukti'));
  expect(body('mega mendung')).not.toBe(body('parang'));
});

test('udan liris is not taken for lereng, hujan gerimis not for plain lurik', () => {
  expect(body('udan liris')).not.toBe(body('lereng'));
  expect(body('lurik hujan gerimis')).toBe(body('gerimis'));
});

test('without a motif the technique decides', () => {
  expect(body(undefined, 'ecoprint')).toBe(body('ecoprint'));
  expect(body(undefined, 'konveksi')).toBe(body('polos'));
  expect(body(undefined, 'anyam')).toBe(body('anyam'));
});

test('a name that nobody knows gets a motif, always the same', () => {
  expect(body('wirasat agung')).toBe(body('wirasat agung'));
  expect(body('wirasat agung').length).toBeGreaterThan(100);
});
