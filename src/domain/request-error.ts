import type { PaymentMethod } from './payment/payment.ts';

/** One faulty place: a JSON pointer, a key of `src/i18n/http/field-errors.ts`, and the figures of the case. */
export interface RequestError {
  pointer: string;
  code: string;
  sku?: string;
  seller?: string;
  /** The price now, in rupiah. */
  price?: number;
  /** The price that was seen, in rupiah. */
  was?: number;
  /** Pieces that are left. */
  left?: number;
  min_qty?: number;
  /** The ways of paying that the seller offers instead, and the limit of the wanted one. */
  methods?: PaymentMethod[];
  limit?: number;
  /** Pieces that may be taken as it is. */
  most?: number;
  /** What the form comes back with as its sign of life, after so many seconds or with a proof of so many zero bits. */
  ticket?: string;
  wait_seconds?: number;
  zero_bits?: number;
}
