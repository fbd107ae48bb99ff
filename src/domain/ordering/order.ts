import type { Locale } from '../locale.ts';
import type { Rupiah } from '../money.ts';
import type { PaymentMethod } from '../payment/payment.ts';
import type { OrderState } from './order-state.ts';

/** Who ordered. `phone` is E.164. */
export interface Buyer {
  name: string;
  phone: string;
  email?: string;
}

/** Where it goes. `region` and `district` are Kemendagri codes and stand only in Indonesia. */
export interface ShipTo {
  country: string;
  region?: string;
  district?: string;
  village?: string;
  city?: string;
  address: string;
  postal_code?: string;
  /** The recipient where it isn't the buyer. */
  name?: string;
  phone?: string;
}

/** What a buyer pays to, as it stood when the order was placed. */
export interface PaymentDetails {
  bank?: { bank: string; number: string; holder: string; swift?: string; currencies?: string[] };
  /** The seller's own static QRIS payload. */
  qris_static?: string;
  /** The gateway's page, as it was answered when the order was placed. */
  redirect_url?: string;
  /** The order was answered before a page of the gateway was open, and every replay is answered so. */
  answered_without_page?: boolean;
  /** The gateway's page, where it was opened later. */
  later_redirect_url?: string;
}

/** One line of a seller order; amounts in rupiah, weight in grams for the whole line. */
export interface OrderLine {
  sku: string;
  title: string;
  variant?: string;
  qty: number;
  unit_price: Rupiah;
  line_total: Rupiah;
  weight_grams: number;
  edition: string;
  /** False for what is made to order. */
  takes_stock: boolean;
}

/** What one seller delivers of an order; paid, shipped and cancelled on its own. */
export interface SellerOrder {
  code: string;
  seller: string;
  seller_name: string;
  status: OrderState;
  status_at: string;
  /** Counts the changes to it. */
  version: number;
  placed_status: OrderState;
  placed_expires_at?: string;
  expires_at?: string;
  subtotal: Rupiah;
  /** `undefined` while the seller has yet to quote the fee. */
  shipping?: Rupiah;
  shipping_service?: string;
  shipping_name?: string;
  shipping_days?: [number, number];
  weight_grams: number;
  /** How long its goods take to be made, the longest among its lines, in days; absent in orders that did not keep it. */
  lead_days?: number;
  unique_code: Rupiah;
  /** subtotal + shipping − unique_code */
  total: Rupiah;
  /** How it is to be paid; the buyer may change it while it waits for money. */
  payment_method: PaymentMethod;
  /** How it was to be paid when it was placed, where that has changed. */
  placed_payment_method?: PaymentMethod;
  payment_details: PaymentDetails;
  note: string;
  lines: OrderLine[];
}

/** One checkout: the buyer, the address, and one seller order for each seller. */
export interface Order {
  code: string;
  token: string;
  locale: Locale;
  created_at: string;
  buyer: Buyer;
  ship_to: ShipTo;
  note: string;
  consent: { text: string; at: string };
  /** When name, number and address were taken out of it. */
  erased_at?: string;
  /** When a mail server refused the buyer's address for good. */
  email_refused_at?: string;
  seller_orders: SellerOrder[];
}

/** What the buyer pays in all, in rupiah: the sum over the seller orders. */
export function orderTotal(order: Pick<Order, 'seller_orders'>): Rupiah {
  return order.seller_orders.reduce((sum, sellerOrder) => sum + sellerOrder.total, 0);
}
