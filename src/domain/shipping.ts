/** courier: sent to the buyer; pickup: fetched at the seller's; handover: by hand at an expo or the mall's shop. */
export const SHIPPING_KINDS = ['courier', 'pickup', 'handover'] as const;
export type ShippingKind = (typeof SHIPPING_KINDS)[number];
