import { expect, test } from 'vitest';
import { editionPhase } from './edition.ts';

const expo = { opens_at: '2020-11-16T08:00:00+07:00', closes_at: '2020-11-20T13:00:00+07:00' };

test('an expo is coming, then open from its first moment on, and over from its closing moment on', () => {
  expect(editionPhase(expo, new Date('2020-11-16T00:59:59.999Z'))).toBe('coming');
  expect(editionPhase(expo, new Date('2020-11-16T01:00:00Z'))).toBe('open');
  expect(editionPhase(expo, new Date('2020-11-20T05:59:59.999Z'))).toBe('open');
  expect(editionPhase(expo, new Date('2020-11-20T06:00:00Z'))).toBe('over');
});

test('dates that are none are a bug, not an expo that is over', () => {
  expect(() => editionPhase({ ...expo, closes_at: 'nanti' }, new Date(0))).toThrow(RangeError);
});
