import { MAX_PHOTO_BYTES, MAX_PHOTOS } from '../../src/domain/payment/photo-limits.ts';
import { cleanPhoto } from '../../src/domain/payment/photo-metadata.ts';
import type { Clock, Randomness } from '../http/ports.ts';
import type { OrderLookup, Proof, ProofStore } from './ports.ts';

interface Dependencies {
  orders: OrderLookup;
  proofs: ProofStore;
  clock: Clock;
  random: Pick<Randomness, 'token'>;
}

export interface ProofRefusal {
  ok: false;
  status: 404 | 413 | 415 | 409;
  code: 'not_found' | 'photo_too_large' | 'photo_type' | 'too_many_photos' | 'order_erased';
}
export type ProofResult = { ok: true; proof: Proof } | ProofRefusal;

/** Why a file is not kept as a photo; `undefined` where it may be. */
export function photoFault(picture: Uint8Array): 'photo_too_large' | 'photo_type' | undefined {
  if (picture.length > MAX_PHOTO_BYTES) return 'photo_too_large';
  return cleanPhoto(picture) ? undefined : 'photo_type';
}

/**
 * Keeps a photo that goes with a seller order, without what a phone wrote beside it. Only that seller and the buyer
 * ever see it. What it is follows from its content, not from its name.
 */
export async function keepProof(
  { proofs, clock, random }: Pick<Dependencies, 'proofs' | 'clock' | 'random'>,
  given: Pick<Proof, 'seller_order' | 'kind' | 'given_by'>,
  picture: Uint8Array,
): Promise<ProofResult> {
  if (picture.length > MAX_PHOTO_BYTES) return { ok: false, status: 413, code: 'photo_too_large' };
  const clean = cleanPhoto(picture);
  if (!clean) return { ok: false, status: 415, code: 'photo_type' };
  const proof: Proof = {
    ...given,
    id: random.token(16),
    type: clean.type,
    bytes: clean.bytes.length,
    at: clock.now().toISOString(),
  };
  return (await proofs.keep(proof, clean.bytes, MAX_PHOTOS))
    ? { ok: true, proof }
    : { ok: false, status: 409, code: 'too_many_photos' };
}

/** Keeps a photo of a payment that whoever has the order's token shows. */
export async function keepBuyersProof(
  dependencies: Dependencies,
  token: string,
  code: string,
  kind: 'payment' | 'complaint',
  picture: Uint8Array,
): Promise<ProofResult> {
  const order = await dependencies.orders.byToken(token);
  if (!order?.seller_orders.some((sellerOrder) => sellerOrder.code === code))
    return { ok: false, status: 404, code: 'not_found' };
  if (order.erased_at) return { ok: false, status: 409, code: 'order_erased' };
  return keepProof(dependencies, { seller_order: code, kind, given_by: 'buyer' }, picture);
}

/** The photo of this id among those of a buyer's order; `undefined` where it is another order's. */
export async function buyersProof(
  { orders, proofs }: Dependencies,
  token: string,
  id: string,
): Promise<Proof | undefined> {
  const order = await orders.byToken(token);
  const all = order ? await proofs.ofSellerOrders(order.seller_orders.map(({ code }) => code)) : [];
  return all.find((proof) => proof.id === id);
}

/** The photo of this id among those of one seller order, for the seller that it belongs to. */
export async function sellersProof(
  { proofs }: Pick<Dependencies, 'proofs'>,
  code: string,
  id: string,
): Promise<Proof | undefined> {
  return (await proofs.ofSellerOrders([code])).find((proof) => proof.id === id);
}
