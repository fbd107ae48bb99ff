// What the use cases need of a payment gateway, and of the photos that go with an order.

/** What the gateway says of a payment. */
export interface GatewayStatus {
  gateway_order: string;
  /** `other` is what changes nothing, such as a challenge that nobody has decided on. */
  outcome: 'paid' | 'pending' | 'failed' | 'refunded' | 'other';
  /** The gateway's own words, to be kept. */
  status: string;
  transaction_id: string;
  /** What was paid, in rupiah; NaN where the gateway said no whole amount. */
  amount: number;
  /** What has been paid back so far, in rupiah. */
  refunded: number;
}

export interface PaymentGateway {
  /** Opens a page on which the buyer pays this amount; asking twice with one `gateway_order` is refused. */
  open(payment: {
    gateway_order: string;
    /** In rupiah. */
    amount: number;
    buyer: { name: string; phone: string; email?: string };
    /** UTC, ISO 8601. */
    now: string;
    expires_at?: string;
    return_url: string;
  }): Promise<{ ok: true; redirect_url: string } | { ok: false; error: string }>;
  /** True when the notification was signed with the mall's key. */
  isGenuine(notification: Record<string, unknown>): Promise<boolean>;
  /** What the gateway itself says now: a notification alone is never believed. */
  status(
    gatewayOrder: string,
  ): Promise<{ ok: true; status: GatewayStatus } | { ok: false; reason: 'unreachable' | 'unknown' }>;
}

/** One attempt to pay a seller order by the gateway. */
export interface GatewayPayment {
  gateway_order: string;
  seller_order: string;
  amount: number;
  redirect_url?: string;
  status?: string;
  credited_at?: string;
  /** Money that belongs to no sale and is to be paid back, in rupiah; and when that was found. */
  surplus: number;
  surplus_at?: string;
  refunded: number;
}

export interface GatewayPaymentStore {
  /** Writes down a new attempt before the gateway is asked. */
  begin(payment: { seller_order: string; amount: number; at: string }): Promise<GatewayPayment>;
  /**
   * Keeps where the buyer pays.
   * @param placing true while the order is being placed: its answer, and every replay of it, names the page
   * @returns false where the order was answered without a page meanwhile; then it was opened later
   */
  opened(payment: GatewayPayment, redirectUrl: string, placing: boolean): Promise<boolean>;
  /** Decides that these seller orders are answered without a page; nothing where one is open already. */
  answerWithoutPage(codes: string[]): Promise<void>;
  find(gatewayOrder: string): Promise<GatewayPayment | undefined>;
  ofSellerOrder(code: string): Promise<GatewayPayment[]>;
  said(gatewayOrder: string, said: { status: string; transaction_id: string; at: string }): Promise<void>;
}

/** A photo that goes with a seller order. */
export interface Proof {
  /** 128 random bits or more. */
  id: string;
  seller_order: string;
  kind: 'payment' | 'complaint' | 'refund';
  given_by: 'buyer' | 'seller';
  type: 'image/jpeg' | 'image/png' | 'image/webp';
  bytes: number;
  at: string;
}

export interface ProofStore {
  /** False where that side has `most` photos on this seller order already, however many arrive at once. */
  keep(proof: Proof, picture: Uint8Array, most: number): Promise<boolean>;
  ofSellerOrders(codes: string[]): Promise<Proof[]>;
  /** The picture of a proof; `undefined` when it is gone. */
  picture(proof: Proof): Promise<ReadableStream | undefined>;
}

/** Draws QR codes with the light border that readers need. */
export interface QrPictures {
  /** A square of `size` modules and the strokes of its dark ones, one module wide. */
  svg(text: string): { size: number; path: string };
  /** A PNG of 720 pixels or more, to be saved and read by a wallet from the phone's gallery. */
  png(text: string): Promise<Uint8Array>;
}

/** Which seller orders belong to a buyer's token: what a photo needs to know of an order. */
export interface OrderLookup {
  byToken(
    token: string,
  ): Promise<{ erased_at?: string; seller_orders: readonly { code: string }[] } | undefined>;
}
