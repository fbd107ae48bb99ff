import { expect, test } from 'vitest';
import { readRegions } from './regions.ts';

const regions = await readRegions();

test.each([
  ['33', 'Jawa Tengah', undefined],
  ['33.26', 'Kab. Pekalongan', '33'],
  ['33.74', 'Kota Semarang', '33'],
  ['31.73', 'Kota Jakarta Barat', '31'],
  ['31.01', 'Kab. Kep. Seribu', '31'],
  ['31', 'DKI Jakarta', undefined],
  ['62.71', 'Kota Palangkaraya', '62'],
  ['33.26.12', 'Wonopringgo', '33.26'],
])('%s is %s', (code, name, parent) => {
  expect(regions.get(code)).toMatchObject({ code, name, ...(parent && { parent }) });
});

test('Central Java has its 35 kabupaten and kota', () => {
  expect([...regions.values()].filter(({ parent }) => parent === '33')).toHaveLength(35);
});

test('every region but a province lies in one that is known, and its code begins with that one’s', () => {
  for (const { code, parent, name } of regions.values()) {
    expect(name).toMatch(/\S/);
    if (code.length === 2) expect(parent).toBeUndefined();
    else expect([regions.has(parent!), code.startsWith(`${parent}.`)]).toEqual([true, true]);
  }
});

test('quotes of the source file are no part of a name', () => {
  expect([...regions.values()].filter(({ name }) => name.includes('"'))).toEqual([]);
  expect(regions.get('35.29.22')?.name).toBe("Ra'as");
});
