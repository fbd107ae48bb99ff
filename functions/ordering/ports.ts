import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { Held } from '../../src/domain/ordering/stranger-limits.ts';
import type { SkuFacts } from '../../src/domain/products/facts.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { SignOfLife } from '../access/ports.ts';

/** The amount that a seller order asks for, to be kept apart from the seller's other open orders. */
export interface AmountHold {
  /** First code to try, as a discount in rupiah, and how many codes follow it round the range. */
  from: number;
  span: number;
  /** Where in the range the search begins, so that codes are not handed out in a row. */
  start: number;
}

/** A seller order ready to be written; `unique_code` and `total` come out of the batch. */
export interface NewSellerOrder
  extends Omit<SellerOrder, 'unique_code' | 'total' | 'status' | 'status_at' | 'version' | 'expires_at'> {
  /** subtotal + shipping in rupiah, before the unique code. */
  due: number;
  /** Absent where amounts need not differ. */
  hold?: AmountHold;
  /** By when it is to be sent, and when the clock first looks at it; see `src/domain/fulfilment/order-life.ts`. */
  ship_by?: string;
  clock_at?: string;
}

/** Everything that placing an order writes, at once or not at all. */
export interface NewOrder extends Omit<Order, 'seller_orders'> {
  idempotency_key: string;
  body_hash: string;
  catalog_version: string;
  seller_orders: NewSellerOrder[];
  /** What is taken of each SKU that takes stock. */
  initial_stock: OpenedStock[];
  mails: NewMail[];
  /** What is counted of its client and buyer; absent: no limits. */
  limits?: {
    /** A keyed hash of the client's address; kept for a day. */
    client: string;
    sign: SignOfLife;
  };
  /** Where a pause stops the order, see `src/domain/products/pause.ts`. */
  pause_scopes: string[];
  /** The offer that it takes; it must be open still, and is taken once. */
  offer?: {
    id: number;
    /** Where a suspension stops it, see `src/domain/seller-desk/pause.ts`. */
    scopes: string[];
  };
}

export interface NewMail {
  kind: 'order_placed_buyer' | 'order_placed_seller';
  seller_order?: string;
  to: string;
}

export type PlaceResult =
  | { ok: true; order: Order }
  | { ok: false; reason: 'key_exists' }
  | { ok: false; reason: 'code_exists' }
  | { ok: false; reason: 'out_of_stock' }
  /** Something is paused, or it is more than its buyer may hold; `undefined` where it no longer is. */
  | { ok: false; reason: 'not_taken'; why: Held | undefined }
  | { ok: false; reason: 'offer_over' };

/** Pieces that are taken of a SKU, and what its stock begins with where nobody has had any yet. */
export interface OpenedStock extends Pick<SkuFacts, 'sku' | 'former'> {
  on_hand: number;
  qty: number;
}

export interface OrderStore {
  place(order: NewOrder): Promise<PlaceResult>;
  /** Forgets which clients orders came from, a day after them. */
  forgetClients(now: Date): Promise<void>;
  byIdempotencyKey(key: string): Promise<{ order: Order; body_hash: string } | undefined>;
  byToken(token: string): Promise<Order | undefined>;
  /** The latest few orders of a phone number (E.164) since a moment. */
  recentOfPhone(phone: string, since: string): Promise<Order[]>;
  /** Unknown ids are left out. */
  byIds(ids: number[]): Promise<Map<number, Order>>;
  /** By the code that people read; who asks must have shown more than that. */
  byCode(code: string): Promise<Order | undefined>;
  /** Many by their codes; unknown ones are left out. */
  byCodes(codes: string[]): Promise<Map<string, Order>>;
  /**
   * Pieces on hand by SKU, for those that have had an order under this name or a former one; the others stand at
   * their initial stock.
   */
  stock(goods: Iterable<Pick<SkuFacts, 'sku' | 'former'>>): Promise<Map<string, number>>;
}

export type { Locale, Order };
