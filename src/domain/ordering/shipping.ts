import type { Rupiah } from '../money.ts';
import type { ShippingKind, ShippingService, ShippingZone } from '../products/shipping-service.ts';

/** Where a parcel goes; `region` and `district` are Kemendagri codes and stand only in Indonesia. */
export interface Destination {
  country: string;
  region?: string;
  district?: string;
}

/** A parcel of one seller. */
export interface Parcel {
  /** Kemendagri code of the seller's regency. */
  origin: string;
  destination: Destination;
  grams: number;
  volume_cm3?: number;
  /** Value of the goods in rupiah, for services that are free from an amount. */
  goods: Rupiah;
}

/** A service that reaches the destination, with its fee in rupiah. */
export interface ShippingChoice {
  id: string;
  name: string;
  name_en: string;
  kind: ShippingKind;
  fee: Rupiah;
  days: [number, number];
  chargeable_grams: number;
}

/** True where some district of this regency has a tariff of its own or is left out by a service, so that a fee needs to know the district. */
export function asksForDistrict(services: ShippingService[], region: string): boolean {
  return services.some(({ zones, not_to = [] }) =>
    [...zones.flatMap(({ to }) => to), ...not_to].some((code) => code.startsWith(`${region}.`)),
  );
}

/** How well a zone's code names a place: the length of the code that is its prefix, 0 for not at all. */
function match(codes: string[], place: string): number {
  let best = 0;
  // Every product's page asks hundreds of codes: nothing is made for each.
  for (const code of codes)
    if (code.length > best && place.startsWith(code) && (place[code.length] ?? '.') === '.')
      best = code.length;
  return best;
}

function placeOf({ country, region, district }: Destination): string {
  return country === 'ID' ? (district ?? region ?? '') : country;
}

/** The zone that names the destination best, and among those the origin best; none where the service does not go. */
export function zoneFor(
  service: ShippingService,
  origin: string,
  destination: Destination,
): ShippingZone | undefined {
  const place = placeOf(destination);
  if (match(service.not_to ?? [], place)) return undefined;
  let best: { zone: ShippingZone; to: number; from: number } | undefined;
  for (const zone of service.zones) {
    const from = match(zone.from, origin);
    const to = from && match(zone.to, place);
    if (!to || !from) continue;
    if (!best || to > best.to || (to === best.to && from > best.from)) best = { zone, to, from };
  }
  return best?.zone;
}

/** What counts of a parcel, in grams: its weight, or its volume where that is more. */
function weightFor({ volumetric_divisor }: ShippingService, grams: number, volumeCm3: number): number {
  return Math.max(grams, volumetric_divisor ? Math.ceil((volumeCm3 * 1000) / volumetric_divisor) : 0);
}

/**
 * The weight that is charged, in grams: whole steps, at least the service's minimum. With a step of 1,000 g and
 * a tolerance of 300 g, 1.30 kg counts as 1 kg and 1.31 kg as 2 kg, as the couriers round.
 */
export function chargeableGrams(service: ShippingService, grams: number, volumeCm3 = 0): number {
  const weight = weightFor(service, grams, volumeCm3);
  const steps = Math.max(1, Math.ceil((weight - service.tolerance_grams) / service.step_grams));
  return Math.max(service.min_grams, steps * service.step_grams);
}

/** The services that can be chosen at a moment: no hand-over at an expo that is over. */
export function openServices(services: ShippingService[], now: Date): ShippingService[] {
  const at = now.getTime();
  return services.filter(
    ({ open }) => !open || open.some(({ from, until }) => Date.parse(from) <= at && at < Date.parse(until)),
  );
}

/** The fee of a parcel with one service, or `undefined` where the service does not go. */
export function shippingChoice(service: ShippingService, parcel: Parcel): ShippingChoice | undefined {
  const zone = zoneFor(service, parcel.origin, parcel.destination);
  if (!zone || (service.max_grams !== undefined && parcel.grams > service.max_grams)) return undefined;
  const counted = weightFor(service, parcel.grams, parcel.volume_cm3 ?? 0);
  if (service.from_grams !== undefined && counted + service.tolerance_grams < service.from_grams)
    return undefined;
  const chargeable = chargeableGrams(service, parcel.grams, parcel.volume_cm3);
  const steps = Math.ceil(chargeable / service.step_grams);
  const fee = (zone.first_step ?? zone.per_step) + (steps - 1) * zone.per_step;
  const free = service.free_from !== undefined && parcel.goods >= service.free_from;
  return {
    id: service.id,
    name: service.name,
    name_en: service.name_en,
    kind: service.kind,
    fee: free ? 0 : fee,
    days: zone.days,
    chargeable_grams: chargeable,
  };
}

/** Cheapest first; among equals in the order in which the mall lists its services. */
function reaching(services: ShippingService[], parcel: Parcel): ShippingChoice[] {
  const position = new Map(services.map((service) => [service.id, service.position]));
  return services
    .flatMap((service) => shippingChoice(service, parcel) ?? [])
    .sort((a, b) => a.fee - b.fee || position.get(a.id)! - position.get(b.id)!);
}

/**
 * Every courier service that reaches the destination, the cheapest first: that one is taken when the buyer
 * chooses nothing. An empty list means that the seller quotes the fee.
 */
export function shippingChoices(services: ShippingService[], parcel: Parcel): ShippingChoice[] {
  return reaching(
    services.filter(({ kind }) => kind === 'courier'),
    parcel,
  );
}

/** What the buyer may fetch instead of having it sent: offered beside the couriers, never taken unasked. */
export function pickupChoices(services: ShippingService[], parcel: Parcel): ShippingChoice[] {
  return reaching(
    services.filter(({ kind }) => kind !== 'courier'),
    parcel,
  );
}
