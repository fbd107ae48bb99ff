import { pictureType } from '../../src/domain/picture-type.ts';
import type { Clock, Randomness } from '../http/ports.ts';
import type { OrderLookup, Proof, ProofStore } from './ports.ts';

/** Largest photo, in bytes. */
export const MAX_PROOF_BYTES = 3 * 1024 * 1024;
/** Photos that each side may put on one seller order, so that nobody fills the bucket with an order. */
const MAX_PROOFS = 10;

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
  if (picture.length > MAX_PROOF_BYTES) return 'photo_too_large';
  return pictureType(picture) ? undefined : 'photo_type';
}

/**
 * Keeps a photo that goes with a seller order. Only that seller and the buyer ever see it. What it is follows from
 * its content, not from its name.
 */
export async function keepProof(
  { proofs, clock, random }: Pick<Dependencies, 'proofs' | 'clock' | 'random'>,
  given: Pick<Proof, 'seller_order' | 'kind' | 'given_by'>,
  picture: Uint8Array,
): Promise<ProofResult> {
  const fault = photoFault(picture);
  const type = pictureType(picture);
  if (fault === 'photo_too_large') return { ok: false, status: 413, code: fault };
  if (fault || !type) return { ok: false, status: 415, code: 'photo_type' };
  const known = (await proofs.ofSellerOrders([given.seller_order])).filter(
    ({ given_by }) => given_by === given.given_by,
  );
  if (known.length >= MAX_PROOFS) return { ok: false, status: 409, code: 'too_many_photos' };
  const proof: Proof = {
    ...given,
    id: random.token(16),
    type,
    bytes: picture.length,
    at: clock.now().toISOString(),
  };
  await proofs.keep(proof, picture);
  return { ok: true, proof };
}

/** The same for whoever has the order's token. */
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
