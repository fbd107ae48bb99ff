import {
  type Destination,
  pickupChoices,
  type ShippingChoice,
  shippingChoices,
  zoneFor,
} from '../../domain/ordering/shipping.ts';
import type { ShippingService } from '../../domain/products/shipping-service.ts';
import type { Product } from './join.ts';

/** Places that show how far a parcel costs what; Kemendagri codes. Abroad only for what is ready for it. */
const EXAMPLES: { id: string; en: string; destination: Destination }[] = [
  { id: 'Semarang', en: 'Semarang', destination: { country: 'ID', region: '33.74' } },
  { id: 'Jakarta', en: 'Jakarta', destination: { country: 'ID', region: '31.71' } },
  { id: 'Medan', en: 'Medan', destination: { country: 'ID', region: '12.71' } },
  { id: 'Palangkaraya', en: 'Palangkaraya', destination: { country: 'ID', region: '62.71' } },
  { id: 'Jayapura', en: 'Jayapura', destination: { country: 'ID', region: '91.71' } },
];
const ABROAD: typeof EXAMPLES = [
  { id: 'Singapura', en: 'Singapore', destination: { country: 'SG' } },
  { id: 'Hong Kong', en: 'Hong Kong', destination: { country: 'HK' } },
];

export interface ShippingEstimate {
  to: { id: string; en: string };
  /** The cheapest service that goes there. */
  choice: ShippingChoice;
}

/** What it costs to send the least that can be bought; `pickUp` where it can be fetched. */
export interface ShippingEstimates {
  grams: number;
  estimates: ShippingEstimate[];
  pickUp: boolean;
}

const reachable = new WeakMap<ShippingService[], Map<string, ShippingService[]>>();

/**
 * The services that go from a regency to a place, each with the one zone that counts there. Products share few such
 * pairs, and a tariff has hundreds of zones.
 */
function servicesTo(
  services: ShippingService[],
  origin: string,
  destination: Destination,
): ShippingService[] {
  const known = reachable.get(services) ?? new Map<string, ShippingService[]>();
  reachable.set(services, known);
  const pair = `${origin} ${destination.country} ${destination.region ?? ''}`;
  const found =
    known.get(pair) ??
    services.flatMap((service) => {
      const zone = zoneFor(service, origin, destination);
      return zone ? [{ ...service, zones: [zone] }] : [];
    });
  known.set(pair, found);
  return found;
}

/** What one purchase at the minimum quantity costs to send, by example; where no tariff reaches, nothing. */
export function shippingEstimates(product: Product, services: ShippingService[]): ShippingEstimates {
  const size = product.packed_size_cm;
  const parcel = {
    origin: product.seller.regency,
    grams: product.weight * product.min_qty,
    volume_cm3: size && Math.ceil(size.length * size.width * size.height) * product.min_qty,
    goods: product.lowestPrice * product.min_qty,
  };
  const examples = product.export_ready ? [...EXAMPLES, ...ABROAD] : EXAMPLES;
  const home = { country: 'ID', region: product.seller.regency };
  return {
    grams: parcel.grams,
    estimates: examples.flatMap(({ destination, ...to }) => {
      const choice = shippingChoices(servicesTo(services, parcel.origin, destination), {
        ...parcel,
        destination,
      })[0];
      return choice ? [{ to, choice }] : [];
    }),
    pickUp: pickupChoices(servicesTo(services, parcel.origin, home), { ...parcel, destination: home }).some(
      ({ kind }) => kind === 'pickup',
    ),
  };
}
