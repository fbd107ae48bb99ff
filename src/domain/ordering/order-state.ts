import type { PaymentMethod } from '../payment/payment.ts';

/** The states of a seller order. What leads from one to another stands in `fulfilment/order-states.ts`. */
export const ORDER_STATES = [
  'awaiting_shipping',
  'awaiting_payment',
  'paid',
  'processing',
  'shipped',
  'completed',
  'cancelled',
  'expired',
  'returned',
  'refunded',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

/** The state that a new seller order begins in. */
export function initialState(method: PaymentMethod, shippingKnown: boolean): OrderState {
  if (!shippingKnown) return 'awaiting_shipping';
  return method === 'cod' ? 'processing' : 'awaiting_payment';
}

/** True while money or a fee is still waited for. */
export function isUnpaid(state: OrderState): boolean {
  return state === 'awaiting_shipping' || state === 'awaiting_payment';
}
