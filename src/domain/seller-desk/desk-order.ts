import type { OrderState } from '../ordering/order-state.ts';
import type { PaymentMethod } from '../payment/payment.ts';

/** A seller order in a list of the desk. Amounts in rupiah. */
export interface DeskOrder {
  code: string;
  seller: string;
  seller_name: string;
  status: OrderState;
  status_at: string;
  total: number;
  payment_method: PaymentMethod;
  expires_at: string | null;
  claimed_at: string | null;
  ship_by: string | null;
  completes_at: string | null;
  cancel_requested_at: string | null;
  buyer_name: string;
  created_at: string;
  complaint: 0 | 1;
  /** Money that belongs to no sale is to be paid back. */
  owed: 0 | 1;
}
