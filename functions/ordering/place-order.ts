import { firstClockAt, shipBy } from '../../src/domain/ordering/deadlines.ts';
import type { Order, PaymentDetails } from '../../src/domain/ordering/order.ts';
import { formatOrderCode, sellerOrderCode } from '../../src/domain/ordering/order-code.ts';
import { pauseProblems } from '../../src/domain/ordering/pause-problems.ts';
import {
  type Quote,
  type QuoteRequest,
  quoteOrder,
  type SellerQuote,
} from '../../src/domain/ordering/quote-order.ts';
import { amountHold, paymentDeadline } from '../../src/domain/payment/payment.ts';
import type { SellerFacts, SkuFacts } from '../../src/domain/products/facts.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { type OrderRequest, orderRequestSchema } from '../../src/schemas/order-request.ts';
import { e164 } from '../../src/schemas/phone.ts';
import type { RateLimiter } from '../access/ports.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Locale, NewMail, NewSellerOrder, OrderStore } from './ports.ts';

/** Unpaid orders that one phone number may have at a time. */
const MAX_OPEN_ORDERS = 25;

export interface OrderRefusal {
  ok: false;
  status: 400 | 409 | 422 | 429 | 503;
  code: string;
  errors?: RequestError[];
}
export type PlaceOrderResult = { ok: true; order: Order; replayed: boolean } | OrderRefusal;

export interface PlaceOrderInput {
  key: string;
  /** The request as it arrived: it is validated here. */
  body: unknown;
  locale: Locale;
  /** What limits go by; never stored. */
  address: string;
  /** The words that the buyer agreed to. */
  consentText?: string;
}

interface Dependencies {
  catalog: CatalogReader;
  orders: OrderStore;
  pauses: Pick<PauseStore, 'among'>;
  clock: Clock;
  random: Randomness;
  limiter: RateLimiter;
  settings: Settings;
}

/**
 * Places an order: exactly once for each key, at the prices that the buyer saw, with the stock it takes and its
 * mails, all in one batch. Every expected failure is returned with its status and code.
 */
export async function placeOrder(
  dependencies: Dependencies,
  input: PlaceOrderInput,
): Promise<PlaceOrderResult> {
  const { catalog, orders, clock, random, limiter, settings } = dependencies;
  const bodyHash = await random.sha256(canonicalJson(input.body));
  const parsed = orderRequestSchema.safeParse(input.body);
  // A replay is answered before anything else is judged: what was accepted then stays accepted.
  const refuse = async (refusal: OrderRefusal) => (await replay(orders, input.key, bodyHash)) ?? refusal;

  if (settings.limits && !(await limiter.allow(`order:${input.address}`)))
    return { ok: false, status: 429, code: 'too_many_requests' };
  if (!parsed.success)
    return refuse({ ok: false, status: 422, code: 'invalid', errors: schemaErrors(parsed.error.issues) });
  const request = parsed.data;
  const regionErrors = await checkPlaces(catalog, request);
  if (regionErrors.length) return refuse({ ok: false, status: 422, code: 'invalid', errors: regionErrors });

  const { lines, ship_to, shipping, payment } = request;
  const wanted = { lines, ship_to, shipping, payment };
  // The batch looks for pauses by itself, so that an order asks the database once.
  const { quote, skus, sellers } = await quoteRequest({ ...dependencies, pauses: NO_PAUSES }, wanted);
  if (quote.problems.length) return refuse(quoteRefusal(quote));

  const now = clock.now();
  const createdAt = now.toISOString();
  const place = (code: string) => {
    const sellerOrders = quote.sellers.map((seller, index) =>
      newSellerOrder(seller, {
        code: sellerOrderCode(code, index + 1),
        name: sellers.get(seller.seller)!.name,
        payments: sellers.get(seller.seller)!.payments,
        note: request.notes[seller.seller] ?? '',
        leadDays: leadDays(seller, skus),
        now,
        random,
      }),
    );
    const mails: NewMail[] = [
      ...sellerOrders.map(
        (sellerOrder): NewMail => ({
          kind: 'order_placed_seller',
          seller_order: sellerOrder.code,
          to: sellers.get(sellerOrder.seller)!.email,
        }),
      ),
      ...(request.buyer.email ? [{ kind: 'order_placed_buyer' as const, to: request.buyer.email }] : []),
    ];
    return orders.place({
      code,
      token: random.token(24),
      idempotency_key: input.key,
      body_hash: bodyHash,
      locale: input.locale,
      created_at: createdAt,
      catalog_version: catalog.version,
      buyer: {
        name: request.buyer.name,
        phone: e164(request.buyer.phone, ship_to.country),
        ...(request.buyer.email && { email: request.buyer.email }),
      },
      ship_to: { ...ship_to, ...(ship_to.phone && { phone: e164(ship_to.phone, ship_to.country) }) },
      note: request.note,
      consent: { text: input.consentText ?? 'api', at: createdAt },
      seller_orders: sellerOrders,
      initial_stock: initialStock(sellerOrders, skus),
      mails,
      ...(settings.limits && { max_open_orders: MAX_OPEN_ORDERS }),
      pause_scopes: [...new Set([...skus.values()].flatMap(scopesOf))],
    });
  };
  let result = await place(formatOrderCode(random.bytes(8)));
  // Codes are short enough to be read aloud, so once in a great while one is taken already.
  for (let attempt = 0; !result.ok && result.reason === 'code_exists' && attempt < 5; attempt += 1)
    result = await place(formatOrderCode(random.bytes(8)));
  if (result.ok) return { ok: true, order: result.order, replayed: false };
  switch (result.reason) {
    case 'key_exists': {
      const replayed = await replay(orders, input.key, bodyHash);
      if (!replayed) throw new Error('an idempotency key exists and has no order');
      return replayed;
    }
    case 'code_exists':
    case 'offer_over':
      throw new Error(`an order was not placed: ${result.reason}`);
    case 'out_of_stock':
      return {
        ok: false,
        status: 409,
        code: 'out_of_stock',
        errors: await stockErrors(orders, request, skus),
      };
    case 'not_taken': {
      const now = await quoteRequest(dependencies, wanted);
      if (now.quote.problems.length) return refuse(quoteRefusal(now.quote));
      return refuse({
        ok: false,
        status: 429,
        code: 'too_many_open_orders',
        errors: [{ pointer: '/buyer/phone', code: 'too_many_open_orders' }],
      });
    }
    case 'amounts_exhausted':
      return {
        ok: false,
        status: 422,
        code: 'payment_unavailable',
        errors: [{ pointer: '/payment', code: 'amounts_exhausted' }],
      };
  }
}

/** The first answer to a key, when it had one: the same order for the same body, a refusal for another. */
async function replay(
  orders: OrderStore,
  key: string,
  bodyHash: string,
): Promise<PlaceOrderResult | undefined> {
  const known = await orders.byIdempotencyKey(key);
  if (!known) return undefined;
  // What its request said is erased, too, so nobody can tell whether this is the same one.
  if (known.order.erased_at) return { ok: false, status: 409, code: 'order_erased' };
  return known.body_hash === bodyHash
    ? { ok: true, order: known.order, replayed: true }
    : { ok: false, status: 422, code: 'idempotency_key_reused' };
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** A schema's issues as errors: the path as a JSON pointer (RFC 6901), the message as a key. */
export function schemaErrors(issues: Issue[]): RequestError[] {
  return issues.map(({ path, message }) => ({
    pointer: path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''),
    code: message,
  }));
}

/** Regions and districts must exist, and the district must lie in the region. */
export async function checkPlaces(
  catalog: Pick<CatalogReader, 'regionNames'>,
  { ship_to }: Pick<OrderRequest, 'ship_to'>,
): Promise<RequestError[]> {
  if (ship_to.country !== 'ID') return [];
  const regions = await catalog.regionNames([ship_to.region!, ship_to.district ?? '']);
  const errors: RequestError[] = [];
  if (!regions.has(ship_to.region!) || ship_to.region!.length !== 5)
    errors.push({ pointer: '/ship_to/region', code: 'region' });
  if (
    ship_to.district &&
    (!regions.has(ship_to.district) || !ship_to.district.startsWith(`${ship_to.region}.`))
  )
    errors.push({ pointer: '/ship_to/district', code: 'district' });
  return errors;
}

const NO_PAUSES: Pick<PauseStore, 'among'> = { among: async () => [] };

interface QuoteDependencies {
  catalog: CatalogReader;
  settings: Pick<Settings, 'gateway'>;
  pauses: Pick<PauseStore, 'among'>;
  clock: Clock;
}

/**
 * What a request costs now. The one place where a holiday, a "sold out" or a suspension stops an order.
 * @param stock live stock, where more than is left should be among the problems
 */
export async function quoteRequest(
  { catalog, settings, pauses, clock }: QuoteDependencies,
  request: Pick<QuoteRequest, 'lines' | 'ship_to' | 'shipping' | 'payment'>,
  stock?: Map<string, number>,
): Promise<{ quote: Quote; skus: Map<string, SkuFacts>; sellers: Map<string, SellerFacts> }> {
  const skus = await catalog.skus(request.lines.map(({ sku }) => sku));
  const [sellers, services, paused] = await Promise.all([
    catalog.sellers([...new Set([...skus.values()].map(({ seller }) => seller))]),
    catalog.shippingServices(),
    pauses.among([...new Set([...skus.values()].flatMap(scopesOf))], clock.now()),
  ]);
  const quote = quoteOrder({
    ...request,
    skus,
    sellers,
    services,
    ...(stock && { stock }),
    gateway: settings.gateway,
  });
  quote.problems.push(...pauseProblems(request.lines, skus, paused));
  return { quote, skus, sellers };
}

/** Which answer a quote's problems deserve: what is wrong with the request before what has changed meanwhile. */
function quoteRefusal({ problems }: Quote): OrderRefusal {
  const code = (
    [
      'price_changed',
      'out_of_stock',
      'payment_unavailable',
      'shipping_unavailable',
      'seller_away',
      'suspended',
    ] as const
  ).find(
    (known) =>
      problems.some(({ code }) => code === known) &&
      problems.every(({ code }) => code === known || (known === 'price_changed' && code === 'out_of_stock')),
  );
  const status = code && !code.endsWith('_unavailable') ? 409 : 422;
  return { ok: false, status, code: code ?? 'invalid', errors: problems };
}

/** A seller's part of an order as it begins: its first state, its deadlines, and what makes its amount differ. */
export function newSellerOrder(
  quote: SellerQuote,
  given: {
    code: string;
    name: string;
    payments: { qris?: string; bank?: PaymentDetails['bank']; abroad?: PaymentDetails['bank'] };
    note: string;
    leadDays: number;
    now: Date;
    random: Randomness;
  },
): NewSellerOrder {
  const chosen = quote.shipping.chosen;
  const method = quote.method!;
  const status = chosen === null ? 'awaiting_shipping' : method === 'cod' ? 'processing' : 'awaiting_payment';
  const deadline = paymentDeadline(status, given.now);
  const ship_by = status === 'processing' ? shipBy(given.now, given.leadDays).toISOString() : undefined;
  const clock_at = firstClockAt({
    status,
    ...(deadline && { expires_at: deadline }),
    ...(ship_by && { ship_by }),
  });
  const due = quote.subtotal + (chosen?.fee ?? 0);
  const hold = chosen === null ? undefined : amountHold(method, due, given.random.bytes(2));
  const bank =
    method === 'abroad' ? given.payments.abroad : method === 'transfer' ? given.payments.bank : undefined;
  return {
    code: given.code,
    seller: quote.seller,
    seller_name: given.name,
    placed_status: status,
    ...(deadline && { placed_expires_at: deadline }),
    subtotal: quote.subtotal,
    ...(chosen && {
      shipping: chosen.fee,
      shipping_service: chosen.id,
      shipping_name: chosen.name,
      shipping_days: chosen.days,
    }),
    weight_grams: quote.weight_grams,
    lead_days: given.leadDays,
    payment_method: method,
    payment_details: {
      ...(bank && { bank }),
      ...(method === 'qris' && given.payments.qris && { qris_static: given.payments.qris }),
    },
    note: given.note,
    lines: quote.lines.map((line) => ({
      sku: line.sku,
      title: line.title,
      ...(line.variant !== undefined && { variant: line.variant }),
      qty: line.qty,
      unit_price: line.unit_price,
      line_total: line.line_total,
      weight_grams: line.weight_grams,
      edition: line.edition,
      takes_stock: line.stock !== null,
    })),
    due,
    ...(hold && { hold }),
    ...(ship_by && { ship_by }),
    ...(clock_at && { clock_at }),
  };
}

/** The longest lead time of a seller's lines, in days; 0 for what lies ready. */
function leadDays({ lines }: SellerQuote, skus: Map<string, SkuFacts>): number {
  return Math.max(0, ...lines.map(({ sku }) => skus.get(sku)?.made_to_order_days ?? 0));
}

/** The catalogue's initial stock of what the lines take. */
export function initialStock(sellerOrders: NewSellerOrder[], skus: Map<string, SkuFacts>) {
  return sellerOrders
    .flatMap(({ lines }) => lines)
    .filter(({ takes_stock }) => takes_stock)
    .map(({ sku, qty }) => ({ sku, qty, on_hand: skus.get(sku)!.stock! }));
}

/** Which lines ask for more than is left; the stock may have changed again since the batch was refused. */
async function stockErrors(
  orders: OrderStore,
  { lines }: OrderRequest,
  skus: Map<string, SkuFacts>,
): Promise<RequestError[]> {
  const live = await orders.stock(lines.map(({ sku }) => sku));
  const short = lines.flatMap(({ sku, qty }, index): RequestError[] => {
    const initial = skus.get(sku)?.stock;
    if (initial === null || initial === undefined) return [];
    const left = live.get(sku) ?? initial;
    return left < qty ? [{ pointer: `/lines/${index}/qty`, code: 'out_of_stock', sku, left }] : [];
  });
  return short.length ? short : [{ pointer: '/lines', code: 'out_of_stock' }];
}
