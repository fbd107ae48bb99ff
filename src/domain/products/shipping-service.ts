/** courier: sent to the buyer; pickup: fetched at the seller's; handover: by hand at an expo or the mall's shop. */

import type { Rupiah } from '../money.ts';

export const SHIPPING_KINDS = ['courier', 'pickup', 'handover'] as const;
export type ShippingKind = (typeof SHIPPING_KINDS)[number];
/** What a service costs between some places: by codes of provinces, regencies or districts, or by countries. */
export interface ShippingZone {
  from: string[];
  to: string[];
  per_step: Rupiah;
  first_step?: Rupiah;
  days: [number, number];
}

/** One service of `content/shipping`; weights in grams, the divisor in cm³ a kilogram. */
export interface ShippingService {
  id: string;
  name: string;
  name_en: string;
  kind: ShippingKind;
  position: number;
  min_grams: number;
  step_grams: number;
  tolerance_grams: number;
  /** Least weight that it takes at all; a lighter parcel is not offered it. */
  from_grams?: number;
  max_grams?: number;
  volumetric_divisor?: number;
  free_from?: Rupiah;
  /** Codes that it does not go to, although a zone names what they lie in. */
  not_to?: string[];
  /** When it can be chosen (UTC or with an offset, the end excluded); absent: always, empty: not for now. */
  open?: { from: string; until: string }[];
  zones: ShippingZone[];
}
