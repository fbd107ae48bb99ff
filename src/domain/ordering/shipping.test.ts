import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ShippingService } from '../products/shipping-service.ts';
import { asksForDistrict, chargeableGrams, pickupChoices, shippingChoices, zoneFor } from './shipping.ts';

const regular: ShippingService = {
  id: 'reguler',
  name: 'Reguler',
  name_en: 'Regular',
  kind: 'courier',
  position: 1,
  min_grams: 1000,
  step_grams: 1000,
  tolerance_grams: 300,
  volumetric_divisor: 6000,
  zones: [
    { from: ['33'], to: ['33'], per_step: 10_000, days: [1, 2] },
    { from: ['33'], to: ['62'], per_step: 48_000, days: [3, 5] },
    { from: ['33'], to: ['62.71'], per_step: 45_000, days: [3, 4] },
    { from: ['33.74'], to: ['62.71'], per_step: 44_000, days: [3, 4] },
    { from: ['33'], to: ['SG'], per_step: 90_000, first_step: 240_000, days: [4, 7] },
  ],
};
const pickup: ShippingService = {
  ...regular,
  id: 'ambil',
  kind: 'pickup',
  zones: [{ from: ['33'], to: ['33', '62'], per_step: 0, days: [0, 0] }],
};

const parcel = (grams: number, country = 'ID', region = '62.71') => ({
  origin: '33.26',
  destination: { country, ...(country === 'ID' && { region }) },
  grams,
  goods: 100_000,
});

test('1.30 kg counts as 1 kg, 1.31 kg as 2 kg, and less than 1 kg as 1 kg', () => {
  expect(chargeableGrams(regular, 200)).toBe(1000);
  expect(chargeableGrams(regular, 1300)).toBe(1000);
  expect(chargeableGrams(regular, 1310)).toBe(2000);
});

test('a bulky parcel is charged by its volume', () => {
  expect(chargeableGrams(regular, 500, 30 * 30 * 20)).toBe(3000);
});

test('the longest code that names the destination decides, then the one that names the origin', () => {
  expect(zoneFor(regular, '33.26', { country: 'ID', region: '62.71' })?.per_step).toBe(45_000);
  expect(zoneFor(regular, '33.74', { country: 'ID', region: '62.71', district: '62.71.01' })?.per_step).toBe(
    44_000,
  );
  expect(zoneFor(regular, '33.26', { country: 'ID', region: '62.02' })?.per_step).toBe(48_000);
  expect(zoneFor(regular, '33.26', { country: 'ID', region: '11.01' })).toBeUndefined();
});

test('a district may cost more than its regency, and a service may not go there at all', () => {
  const islands = {
    ...regular,
    zones: [
      ...regular.zones,
      { from: ['33'], to: ['33.20.10'], per_step: 24_000, days: [3, 6] as [number, number] },
    ],
  };
  const express = { ...regular, id: 'express', not_to: ['33.20.10'] };
  const fees = (services: ShippingService[], district: string) =>
    shippingChoices(services, {
      ...parcel(1000),
      destination: { country: 'ID', region: '33.20', district },
    }).map(({ id, fee }) => [id, fee]);
  expect(fees([islands, express], '33.20.10')).toEqual([['reguler', 24_000]]);
  expect(fees([islands, express], '33.20.01')).toEqual([
    ['reguler', 10_000],
    ['express', 10_000],
  ]);
  expect([asksForDistrict([islands], '33.20'), asksForDistrict([express], '33.20')]).toEqual([true, true]);
  expect(asksForDistrict([islands, express], '33.26')).toBe(false);
});

test('the first step abroad may cost more than the next ones', () => {
  expect(shippingChoices([regular], parcel(2000, 'SG'))[0]?.fee).toBe(240_000 + 90_000);
});

test('a place that no service reaches has no choices: the seller quotes it', () => {
  expect(shippingChoices([regular, pickup], parcel(500, 'NO'))).toEqual([]);
});

test('a pick-up is offered beside the couriers and never among them, however cheap it is', () => {
  expect(shippingChoices([pickup, regular], parcel(500)).map(({ id }) => id)).toEqual(['reguler']);
  expect(pickupChoices([pickup, regular], parcel(500)).map(({ id }) => id)).toEqual(['ambil']);
});

test('a service is free from its amount on', () => {
  const service = { ...regular, free_from: 100_000 };
  expect(shippingChoices([service], parcel(500))[0]?.fee).toBe(0);
  expect(shippingChoices([service], { ...parcel(500), goods: 99_999 })[0]?.fee).toBe(45_000);
});

test('a heavier parcel never costs less, and every fee is a whole number of rupiah', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50_000 }), fc.integer({ min: 1, max: 50_000 }), (a, b) => {
      const fee = (grams: number) => shippingChoices([regular], parcel(grams))[0]!.fee;
      expect(fee(Math.max(a, b))).toBeGreaterThanOrEqual(fee(Math.min(a, b)));
      expect(Number.isInteger(fee(a))).toBe(true);
    }),
  );
});
