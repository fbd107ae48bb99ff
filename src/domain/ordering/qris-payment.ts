import type { Rupiah } from '../money.ts';
import { dynamicQris, parseQris } from '../payment/qris.ts';
import type { SellerOrder } from './order.ts';

/** What a buyer needs to pay one seller order by QRIS. */
export interface QrisPayment {
  amount: Rupiah;
  /** The payload for exactly this payment. */
  payload: string;
  /** The name, city and national merchant id that the buyer's app will show. */
  merchant_name: string;
  city: string;
  nmid?: string;
  /** True when the app asks for a tip. */
  tip: boolean;
  /** The seller's own static payload, into which the buyer types the amount; absent where it holds one already. */
  static_payload?: string;
}

/**
 * How to pay a seller order by QRIS now; `undefined` where it is not paid that way, waits for no payment, the fee
 * is not known yet, or the amount is above what one QRIS payment may be.
 */
export function qrisPayment(
  sellerOrder: Pick<SellerOrder, 'status' | 'payment_method' | 'payment_details' | 'shipping' | 'total'>,
): QrisPayment | undefined {
  const { status, payment_method, payment_details, shipping, total } = sellerOrder;
  const own = payment_details.qris_static;
  if (status !== 'awaiting_payment' || payment_method !== 'qris' || shipping === undefined || !own)
    return undefined;
  const parsed = parseQris(own);
  const payload = dynamicQris(own, total);
  if (!parsed.ok || payload === undefined) return undefined;
  const { merchant_name, city, nmid, tip, fixed_amount } = parsed.qris;
  return {
    amount: total,
    payload,
    merchant_name,
    city,
    ...(nmid !== undefined && { nmid }),
    tip,
    ...(fixed_amount === undefined && { static_payload: own }),
  };
}
