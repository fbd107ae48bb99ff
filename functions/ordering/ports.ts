import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import type { SellerFacts, SkuFacts } from '../../src/domain/ordering/quote-order.ts';
import type { ShippingService } from '../../src/domain/ordering/shipping.ts';
import type { RecordedFigures } from '../../src/domain/turnover/recorded-figures.ts';
import type { Locale } from '../../src/i18n/locale.ts';

// What the use cases need of the outside. Adapters implement it, worker.ts joins the two.

/** Moments are UTC, ISO 8601 with milliseconds. */
export interface Clock {
  now(): Date;
}

/** Random bytes and digests from the runtime. */
export interface Randomness {
  bytes(count: number): Uint8Array;
  /** A URL-safe token of so many random bytes. */
  token(bytes: number): string;
  sha256(text: string): Promise<string>;
}

/** A product with its SKUs, as the snapshot holds it. */
export interface CatalogProduct {
  slug: string;
  seller: string;
  title: string;
  category: string;
  region: string;
  edition: string;
  price: number;
  min_qty: number;
  tiers: { min_qty: number; price: number }[];
  url: string;
  image: string | null;
  skus: SkuFacts[];
}

/** An expo with the figures that its source recorded. */
export interface CatalogEdition {
  slug: string;
  name: string;
  history: RecordedFigures[];
}

/** The catalogue that this Worker was built with. Reading it while it is being loaded throws. */
export interface CatalogReader {
  version: string;
  /** `undefined` while the catalogue is being loaded. */
  health(): Promise<{ catalog: string; products: number; sellers: number } | undefined>;
  skus(skus: string[]): Promise<Map<string, SkuFacts>>;
  sellers(slugs: string[]): Promise<Map<string, SellerFacts>>;
  /** Every seller that was deployed. */
  everySeller(): Promise<SellerFacts[]>;
  /** The shops that an address belongs to, in whatever case it was written. */
  sellersByEmail(email: string): Promise<SellerFacts[]>;
  /** Everything that a seller has in the catalogue. */
  skusOf(seller: string): Promise<SkuFacts[]>;
  shippingServices(): Promise<ShippingService[]>;
  product(slug: string): Promise<CatalogProduct | undefined>;
  /** Where a product is now that was once at `<seller>/<product>`. */
  movedTo(formerSlug: string): Promise<string | undefined>;
  /** What figures are told by; unknown products are left out. */
  products(
    slugs: string[],
  ): Promise<Map<string, Pick<CatalogProduct, 'slug' | 'seller' | 'title' | 'category' | 'edition'>>>;
  editions(): Promise<CatalogEdition[]>;
  /** Names of Kemendagri codes; unknown ones are left out. */
  regionNames(codes: string[]): Promise<Map<string, string>>;
  /** Provinces, or what lies directly below a code, by name. */
  regionsBelow(parent?: string): Promise<{ code: string; name: string }[]>;
}

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
  /** The catalogue's initial stock of each SKU that takes stock. */
  initial_stock: { sku: string; on_hand: number; qty: number }[];
  mails: NewMail[];
  /** Open orders that one phone number may have; absent: no limit. */
  max_open_orders?: number;
  /** Where a pause stops the order, see `src/domain/seller-desk/pause.ts`. */
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
  | { ok: false; reason: 'amounts_exhausted' }
  /** The phone number has too many open orders, or something is paused. */
  | { ok: false; reason: 'not_taken' }
  | { ok: false; reason: 'offer_over' };

export interface OrderStore {
  place(order: NewOrder): Promise<PlaceResult>;
  byIdempotencyKey(key: string): Promise<{ order: Order; body_hash: string } | undefined>;
  byToken(token: string): Promise<Order | undefined>;
  /** The latest few orders of a phone number (E.164) since a moment. */
  recentOfPhone(phone: string, since: string): Promise<Order[]>;
  /** Unknown ids are left out. */
  byIds(ids: number[]): Promise<Map<number, Order>>;
  /** By the code that people read; who asks must have shown more than that. */
  byCode(code: string): Promise<Order | undefined>;
  /** Pieces on hand by SKU, for those that have had an order; the others stand at their initial stock. */
  stock(skus: string[]): Promise<Map<string, number>>;
}

/** A mail that waits in the outbox. */
export interface OutboxRow {
  id: number;
  kind: string;
  order_id: number;
  seller_order: string | null;
  to_address: string;
  created_at: string;
  attempts: number;
  /** What the mail tells of its cause, as it was then: JSON. */
  detail: string | null;
}

export interface Outbox {
  /** Takes up to `limit` due mails for `leaseSeconds`; no other run gets them meanwhile. */
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<OutboxRow[]>;
  sent(ids: number[], at: Date): Promise<void>;
  failed(id: number, error: string, nextAttemptAt: Date): Promise<void>;
}

/** A mail ready to go. `from` is `Name <address>`. */
export interface Email {
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

export interface EmailSender {
  /** Sends in order; one result for each mail. An expected failure is a result, never an exception. */
  send(emails: Email[]): Promise<({ ok: true } | { ok: false; error: string })[]>;
}

/** The local mailbox that stands in for an SMTP server on a developer's machine. */
export interface Mailbox {
  list(): Promise<{ id: number; to: string; subject: string; at: string }[]>;
  read(id: number): Promise<(Email & { id: number; at: string }) | undefined>;
}

/** Counts calls by a key within a minute; never stores the key itself beyond that. */
export interface RateLimiter {
  /** False when the key has used up its share. */
  allow(key: string): Promise<boolean>;
}

/** Draws QR codes with the light border that readers need. */
export interface QrPictures {
  /** A square of `size` modules and the strokes of its dark ones, one module wide. */
  svg(text: string): { size: number; path: string };
  /** A PNG of 720 pixels or more, to be saved and read by a wallet from the phone's gallery. */
  png(text: string): Promise<Uint8Array>;
}

/** What the mall is run with. */
export interface Settings {
  deployed: boolean;
  limits: boolean;
  mailFrom: string;
  /** Base of absolute links in mails, without a trailing slash. */
  origin: string;
  gateway: boolean;
  /** True where Turnstile guards the form for questions. */
  turnstile?: boolean;
  /** The operators' addresses. */
  operators: string[];
}

export type { Locale, Order };
