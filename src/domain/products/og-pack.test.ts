import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packPictures, readPackEntry } from './og-pack.ts';

const entry = fc.record({
  name: fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  bytes: fc.uint8Array({ maxLength: 50 }),
});
const entries = fc.uniqueArray(entry, { selector: ({ name }) => name, maxLength: 8 });

test('every picture comes out of the pack as it went in', () => {
  fc.assert(
    fc.property(entries, (all) => {
      const pack = packPictures(all);
      for (const { name, bytes } of all) expect(readPackEntry(pack, name)).toEqual(bytes);
    }),
  );
});

test('a name that the pack does not hold, not even an inherited one, is not found', () => {
  const pack = packPictures([{ name: 'kemeja', bytes: new Uint8Array([1, 2]) }]);
  expect(readPackEntry(pack, 'rok')).toBeUndefined();
  expect(readPackEntry(pack, 'constructor')).toBeUndefined();
});

test('a pack that is a part of a larger buffer is read at its place', () => {
  const pack = packPictures([{ name: 'kemeja', bytes: new Uint8Array([7]) }]);
  const larger = new Uint8Array(pack.length + 3);
  larger.set(pack, 3);
  expect(readPackEntry(larger.subarray(3), 'kemeja')).toEqual(new Uint8Array([7]));
});

test('a cut or foreign file holds no picture and does not fail', () => {
  const pack = packPictures([{ name: 'kemeja', bytes: new Uint8Array([1, 2, 3]) }]);
  for (let length = 0; length < pack.length; length++)
    expect(readPackEntry(pack.subarray(0, length), 'kemeja')).toBeUndefined();
  expect(readPackEntry(new TextEncoder().encode('<!doctype html><p>404'), 'kemeja')).toBeUndefined();
});
