import { expect, test } from 'vitest';
import type { ShippingService } from '../../domain/products/shipping-service.ts';
import type { Product } from './join.ts';
import { shippingEstimates } from './shipping-estimates.ts';

const service = (id: string, more: Partial<ShippingService>): ShippingService => ({
  id,
  name: id,
  name_en: id,
  kind: 'courier',
  position: 1,
  min_grams: 1000,
  step_grams: 1000,
  tolerance_grams: 300,
  zones: [],
  ...more,
});

const services = [
  service('cepat', { zones: [{ from: ['33'], to: ['33', '31'], per_step: 30_000, days: [1, 1] }] }),
  service('reguler', { zones: [{ from: ['33'], to: ['33', '31', 'SG'], per_step: 10_000, days: [2, 3] }] }),
  service('ambil', { kind: 'pickup', zones: [{ from: ['33'], to: ['33'], per_step: 0, days: [0, 0] }] }),
];

const product = {
  weight: 500,
  min_qty: 3,
  lowestPrice: 50_000,
  export_ready: false,
  seller: { regency: '33.26' },
};
const estimate = (more: object) => shippingEstimates({ ...product, ...more } as Product, services);

test('the cheapest service to each place is told, for the least that can be bought', () => {
  const { grams, estimates, pickUp } = estimate({});
  expect(grams).toBe(1500);
  expect(estimates.map(({ to, choice }) => [to.id, choice.fee])).toEqual([
    ['Semarang', 20_000],
    ['Jakarta', 20_000],
  ]);
  expect(pickUp).toBe(true);
});

test('places abroad are told only of what is ready for export', () => {
  expect(estimate({ export_ready: true }).estimates.map(({ to }) => to.id)).toContain('Singapura');
});

test('where no tariff begins, nothing is promised', () => {
  expect(estimate({ seller: { regency: '51.71' } })).toMatchObject({ estimates: [], pickUp: false });
});
