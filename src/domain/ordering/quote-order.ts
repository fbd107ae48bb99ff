import { MAX_QTY } from '../limits.ts';
import type { Rupiah } from '../money.ts';
import type { PaymentMethod } from '../payment/payment.ts';
import { offeredMethods, QRIS_MAX } from '../payment/payment.ts';
import type { SellerFacts, SkuFacts } from '../products/facts.ts';
import { tierAt, unitPrice } from '../products/price.ts';
import type { ShippingService } from '../products/shipping-service.ts';
import { MAX_ENTRY } from '../turnover/ledger.ts';
import { type Destination, pickupChoices, type ShippingChoice, shippingChoices } from './shipping.ts';

/** What somebody wants to buy. `price` is what was seen, a piece, at that quantity. */
export interface WantedLine {
  sku: string;
  qty: number;
  price?: Rupiah;
}

/** Why an order can't be placed like this: a JSON pointer into the request, a stable code, the figures. */
export interface QuoteProblem {
  pointer: string;
  code:
    | 'unknown_sku'
    | 'duplicate_sku'
    | 'quantity'
    | 'order_too_large'
    | 'min_qty'
    | 'price_changed'
    | 'out_of_stock'
    | 'payment'
    | 'payment_unavailable'
    | 'shipping_unavailable'
    | 'seller_away'
    | 'suspended';
  sku?: string;
  seller?: string;
  /** The price now, and the one that was seen, in rupiah a piece. */
  price?: Rupiah;
  was?: Rupiah;
  /** Pieces left. */
  left?: number;
  min_qty?: number;
  /** The ways of paying that the seller offers here instead. */
  methods?: PaymentMethod[];
  /** The most that one payment of the wanted kind, or one sale, may be, in rupiah, where that is why. */
  limit?: Rupiah;
}

export interface QuoteLine {
  sku: string;
  title: string;
  variant?: string;
  qty: number;
  unit_price: Rupiah;
  line_total: Rupiah;
  weight_grams: number;
  edition: string;
  stock: number | null;
  /** The wholesale minimum that this quantity reached. */
  tier?: number;
}

/** What one seller's part costs. */
export interface SellerQuote {
  seller: string;
  lines: QuoteLine[];
  subtotal: Rupiah;
  weight_grams: number;
  shipping: {
    choices: ShippingChoice[];
    pickups: ShippingChoice[];
    /** `null` when the seller quotes the fee, or while the destination is not known. */
    chosen: ShippingChoice | null;
  };
  /** The ways of paying that this seller offers here. */
  methods: PaymentMethod[];
  method?: PaymentMethod;
  /** subtotal + shipping fee as far as it is known; before any unique code. */
  total: Rupiah;
}

/** What an order costs; the sellers' totals sum to its total. */
export interface Quote {
  sellers: SellerQuote[];
  subtotal: Rupiah;
  shipping: Rupiah;
  total: Rupiah;
  problems: QuoteProblem[];
}

export interface QuoteRequest {
  lines: WantedLine[];
  /** By the SKUs of the lines, and by those they have now. */
  skus: Map<string, SkuFacts>;
  sellers: Map<string, SellerFacts>;
  services: ShippingService[];
  /** Live stock by present SKU where it is known; else the catalogue's initial stock counts. */
  stock?: Map<string, number>;
  ship_to?: Destination;
  /** Service id by seller. */
  shipping?: Record<string, string>;
  /** One method for all, or one by seller. */
  payment?: string | Record<string, string>;
  gateway: boolean;
}

/** A part of a JSON pointer (RFC 6901). */
const escapePointer = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Prices an order. Cart, checkout, `POST /api/cart/price` and the order itself all ask this function, so what
 * was shown is what is charged. Lines that can't be sold are left out of the sums and named among the problems.
 */
export function quoteOrder(request: QuoteRequest): Quote {
  const problems: QuoteProblem[] = [];
  const bySeller = new Map<string, QuoteLine[]>();
  const seen = new Set<string>();
  request.lines.forEach((wanted, index) => {
    const pointer = `/lines/${index}`;
    const facts = request.skus.get(wanted.sku);
    if (!facts) {
      problems.push({ pointer: `${pointer}/sku`, code: 'unknown_sku', sku: wanted.sku });
      return;
    }
    // A shop that the operator has not approved yet.
    if (!request.sellers.has(facts.seller)) {
      const { sku, seller } = facts;
      problems.push({ pointer: `${pointer}/sku`, code: 'suspended', sku, seller });
      return;
    }
    if (seen.has(facts.sku)) {
      problems.push({ pointer: `${pointer}/sku`, code: 'duplicate_sku', sku: wanted.sku });
      return;
    }
    seen.add(facts.sku);
    problems.push(...lineProblems(wanted, facts, pointer, request.stock));
    const lines = bySeller.get(facts.seller) ?? [];
    bySeller.set(facts.seller, [...lines, quoteLine(wanted, facts)]);
  });

  const sellers = [...bySeller].map(([seller, lines]) =>
    quoteSeller(request, request.sellers.get(seller)!, lines, problems),
  );
  const sum = (amount: (quote: SellerQuote) => Rupiah) =>
    sellers.reduce((total, quote) => total + amount(quote), 0);
  return {
    sellers,
    subtotal: sum(({ subtotal }) => subtotal),
    shipping: sum(({ shipping }) => shipping.chosen?.fee ?? 0),
    total: sum(({ total }) => total),
    problems,
  };
}

function lineProblems(
  wanted: WantedLine,
  facts: SkuFacts,
  pointer: string,
  stock?: Map<string, number>,
): QuoteProblem[] {
  const { sku, qty, price } = wanted;
  const found: QuoteProblem[] = [];
  if (!Number.isInteger(qty) || qty < 1 || qty > MAX_QTY)
    return [{ pointer: `${pointer}/qty`, code: 'quantity', sku }];
  if (qty < facts.min_qty)
    found.push({ pointer: `${pointer}/qty`, code: 'min_qty', sku, min_qty: facts.min_qty });
  const now = unitPrice(facts, qty);
  if (price !== undefined && price !== now)
    found.push({ pointer: `${pointer}/price`, code: 'price_changed', sku, price: now, was: price });
  const left = facts.stock === null ? null : (stock?.get(facts.sku) ?? facts.stock);
  // Without live figures the batch that takes the stock decides; the initial stock would only guess.
  if (stock && left !== null && left < qty)
    found.push({ pointer: `${pointer}/qty`, code: 'out_of_stock', sku, left });
  return found;
}

function quoteLine({ qty: wanted }: WantedLine, facts: SkuFacts): QuoteLine {
  const qty = Number.isInteger(wanted) && wanted >= 1 && wanted <= MAX_QTY ? wanted : 1;
  const unit_price = unitPrice(facts, qty);
  const tier = tierAt(facts, qty);
  return {
    sku: facts.sku,
    title: facts.title,
    ...(facts.variant !== undefined && { variant: facts.variant }),
    qty,
    unit_price,
    line_total: unit_price * qty,
    weight_grams: facts.weight_grams * qty,
    edition: facts.edition,
    stock: facts.stock,
    ...(tier && { tier: tier.min_qty }),
  };
}

function quoteSeller(
  request: QuoteRequest,
  seller: SellerFacts,
  lines: QuoteLine[],
  problems: QuoteProblem[],
): SellerQuote {
  const { services, skus, ship_to, gateway } = request;
  const subtotal = lines.reduce((sum, line) => sum + line.line_total, 0);
  if (subtotal > MAX_ENTRY)
    problems.push({ pointer: '/lines', code: 'order_too_large', seller: seller.slug, limit: MAX_ENTRY });
  const weight_grams = lines.reduce((sum, line) => sum + line.weight_grams, 0);
  const volume = lines.reduce((sum, line) => sum + (skus.get(line.sku)?.volume_cm3 ?? 0) * line.qty, 0);
  const parcel = ship_to && {
    origin: seller.region,
    destination: ship_to,
    grams: weight_grams,
    volume_cm3: volume,
    goods: subtotal,
  };
  const choices = parcel ? shippingChoices(services, parcel) : [];
  const pickups = parcel ? pickupChoices(services, parcel) : [];

  const wantedService = request.shipping?.[seller.slug];
  const service = wantedService
    ? [...choices, ...pickups].find(({ id }) => id === wantedService)
    : choices[0];
  if (wantedService && !service)
    problems.push({
      pointer: `/shipping/${escapePointer(seller.slug)}`,
      code: 'shipping_unavailable',
      seller: seller.slug,
    });
  const chosen = service ?? null;
  const total = subtotal + (chosen?.fee ?? 0);

  const methods = offeredMethods(seller.payments, {
    country: ship_to?.country ?? 'ID',
    ...(ship_to?.region && { region: ship_to.region }),
    due: total,
    shippingKnown: !ship_to || chosen !== null,
    gateway,
  });
  const wantedMethod = typeof request.payment === 'string' ? request.payment : request.payment?.[seller.slug];
  const method = methods.find((offered) => offered === wantedMethod);
  if (request.payment !== undefined && !method)
    problems.push({
      pointer: typeof request.payment === 'string' ? '/payment' : `/payment/${escapePointer(seller.slug)}`,
      code: wantedMethod === undefined ? 'payment' : 'payment_unavailable',
      seller: seller.slug,
      ...(wantedMethod !== undefined && methods.length > 0 && { methods }),
      ...(wantedMethod === 'qris' && seller.payments.qris && total > QRIS_MAX && { limit: QRIS_MAX }),
    });
  return {
    seller: seller.slug,
    lines,
    subtotal,
    weight_grams,
    shipping: { choices, pickups, chosen },
    methods,
    ...(method && { method }),
    total,
  };
}
