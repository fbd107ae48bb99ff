import { beforeAll, describe, expect, test } from 'vitest';
import {
  asksForDistrict,
  openServices,
  pickupChoices,
  shippingChoice,
  shippingChoices,
} from '../../domain/ordering/shipping.ts';
import type { ShippingService } from '../../domain/products/shipping-service.ts';
import { readContent } from './content-folder.ts';
import { type Region, readRegions } from './regions.ts';

// The sample's own tariffs: estimates, but such as a buyer in Indonesia would believe.
let services: ShippingService[];
let regions: Map<string, Region>;
beforeAll(async () => {
  const { content } = await readContent('content');
  services = [...content.shipping].map(([id, service]) => ({ id, ...service }) as ShippingService);
  regions = await readRegions();
});

const parcel = (region: string, district?: string, grams = 1000) => ({
  origin: '33.26',
  destination: { country: 'ID', region, ...(district && { district }) },
  grams,
  goods: 100_000,
});
const service = (id: string) => services.find((each) => each.id === id)!;
const fee = (id: string, region: string, district?: string) =>
  shippingChoice(service(id), parcel(region, district))?.fee;

test('a courier goes from Central Java to every regency of every province, and to Singapore, Hong Kong, Malaysia', () => {
  const regencies = [...regions.values()].filter(({ code }) => code.length === 5);
  expect(new Set(regencies.map(({ parent }) => parent)).size).toBe(38);
  for (const { code } of regencies) expect([code, fee('regular', code)]).toEqual([code, expect.any(Number)]);
  for (const country of ['SG', 'HK', 'MY'])
    expect(shippingChoices(services, { ...parcel(''), destination: { country } })).not.toEqual([]);
});

test.each([
  ['33.74', 9_000, 14_000],
  ['31.71', 17_000, 22_000],
  ['62.71', 45_000, 60_000],
  ['91.71', 85_000, 115_000],
])('a kilogram by regular courier to %s costs between Rp%i and Rp%i', (region, least, most) => {
  expect(fee('regular', region)).toBeGreaterThanOrEqual(least);
  expect(fee('regular', region)).toBeLessThanOrEqual(most);
});

test('economy is cheaper and slower than regular wherever both go, express dearer and no slower', () => {
  for (const { code } of [...regions.values()].filter(({ code }) => code.length === 5)) {
    const at = (id: string) => shippingChoice(service(id), parcel(code));
    const [regular, economy, express] = [at('regular')!, at('economy'), at('express')];
    if (economy) {
      expect([code, economy.fee < regular.fee]).toEqual([code, true]);
      expect(economy.days[1]).toBeGreaterThan(regular.days[1]);
    }
    if (express) {
      expect([code, express.fee > regular.fee]).toEqual([code, true]);
      expect(express.days[1]).toBeLessThanOrEqual(regular.days[1]);
    }
  }
});

describe('down to the kecamatan where it costs more', () => {
  const remote = () => [
    ...new Set(service('regular').zones.flatMap(({ to }) => to.filter((code) => code.length === 8))),
  ];

  test('islands and upper rivers cost more and take longer than the rest of their regency', () => {
    expect(remote().map((code) => regions.get(code)?.name)).toEqual(
      expect.arrayContaining(['Karimunjawa', 'Kampung Laut', 'Sangkapura', 'Enggano', 'Krayan', 'Miangas']),
    );
    for (const district of remote())
      for (const id of ['regular', 'cargo']) {
        const region = district.slice(0, 5);
        const [there, near] = [
          shippingChoice(service(id), parcel(region, district, 10_000))!,
          shippingChoice(service(id), parcel(region, undefined, 10_000))!,
        ];
        expect([id, district, there.fee > near.fee, there.days[1] > near.days[1]]).toEqual([
          id,
          district,
          true,
          true,
        ]);
      }
  });

  test('nobody promises a day or two to an island, and the checkout asks for the district there', () => {
    for (const district of remote()) {
      expect([district, fee('express', district.slice(0, 5), district)]).toEqual([district, undefined]);
      expect(asksForDistrict(services, district.slice(0, 5))).toBe(true);
    }
    expect(asksForDistrict(services, '33.74')).toBe(false);
  });
});

test('no expo, no open shop, no ten kilograms: none of that is offered', () => {
  const offered = (now: string, grams: number) => {
    const open = openServices(services, new Date(now));
    return [
      ...pickupChoices(open, parcel('33.74')),
      ...shippingChoices(open, parcel('33.74', undefined, grams)),
    ].map(({ id }) => id);
  };
  for (const id of ['expo', 'mall-shop', 'cargo'])
    expect(offered('2026-11-24T05:00:00Z', 300)).not.toContain(id);
  expect(offered('2020-11-18T05:00:00Z', 300)).toContain('expo');
  expect(offered('2026-11-24T05:00:00Z', 12_000)).toContain('cargo');
});

test('what is fetched or handed over costs nothing: at the seller’s, at the mall’s shop, at an expo', () => {
  const choices = pickupChoices(services, parcel('33.74'));
  expect(choices.map(({ id }) => id)).toEqual(['pickup', 'mall-shop', 'expo']);
  expect(choices.map((choice) => choice.fee)).toEqual([0, 0, 0]);
});

test('whatever is an estimate is marked as one', () => {
  for (const each of services as (ShippingService & { estimate: boolean; source: string })[])
    if (each.kind === 'courier')
      expect([each.id, each.estimate, each.source]).toEqual([
        each.id,
        true,
        expect.stringMatching(/^Perkiraan/),
      ]);
});
