import { expect, test } from 'vitest';
import { COURIERS, findCourier } from './couriers.ts';

test.each([
  ['J&T', 'jnt'],
  ['jnt express', undefined],
  ['JNE', 'jne'],
  ['si cepat', 'sicepat'],
  ['POS Indonesia', 'pos'],
  ['EMS', 'pos'],
  ['Paman naik motor', undefined],
])('%s is found as %s', (text, id) => expect(findCourier(text)?.id).toBe(id));

test('no spelling names two couriers, and every tracking page is a secure one', () => {
  const spellings = COURIERS.flatMap(({ id, aliases }) => [id, ...aliases]);
  expect(new Set(spellings).size).toBe(spellings.length);
  for (const { name, tracking } of COURIERS) {
    expect(new URL(tracking).protocol).toBe('https:');
    expect(findCourier(name)?.name).toBe(name);
  }
});
