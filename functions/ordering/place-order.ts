import type { Order } from '../../src/domain/ordering/order.ts';
import { pauseProblems } from '../../src/domain/ordering/pause-problems.ts';
import { type Quote, type QuoteRequest, quoteOrder } from '../../src/domain/ordering/quote-order.ts';
import { openServices } from '../../src/domain/ordering/shipping.ts';
import { type Held, STRANGER_AMOUNT, strangerPieces } from '../../src/domain/ordering/stranger-limits.ts';
import type { SellerFacts, SkuFacts } from '../../src/domain/products/facts.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { type OrderRequest, orderRequestSchema } from '../../src/schemas/order-request.ts';
import type { HumanCheck, RateLimiter, Signer } from '../access/ports.ts';
import { clientKey, issueTicket, PROOF_BITS, signOfLife, WAIT_SECONDS } from '../access/sign-of-life.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import { assembleOrder } from './assemble-order.ts';
import { canonicalJson } from './canonical-json.ts';
import type { Locale, OrderStore } from './ports.ts';

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
  /** What limits go by; never stored as it is. */
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
  signer: Signer;
  /** Absent where none is set up. */
  human?: HumanCheck;
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
  const { catalog, orders, random, limiter, settings } = dependencies;
  const { human, body } = withoutSign(input.body);
  const bodyHash = await random.sha256(canonicalJson(body));
  const parsed = orderRequestSchema.safeParse(body);
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

  const sign = await signOfLife(dependencies, human, input.key, input.address);
  const result = await assembleOrder(dependencies, {
    request,
    quotes: quote.sellers,
    skus,
    sellers,
    key: input.key,
    bodyHash,
    locale: input.locale,
    consentText: input.consentText ?? 'api',
    ...(settings.limits && { limits: { client: await clientKey(dependencies, input.address), sign } }),
  });
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
      return refuse(await heldRefusal(dependencies, result.why, { request, quote, skus, key: input.key }));
    }
  }
}

/** The order and its sign of life: with another one it is still the same order. */
function withoutSign(body: unknown): { human: string; body: unknown } {
  if (typeof body !== 'object' || body === null || !('human_check' in body)) return { human: '', body };
  const { human_check, ...order } = body;
  return { human: typeof human_check === 'string' ? human_check.slice(0, 3000) : '', body: order };
}

/** What is said of an order that is more than its buyer may hold, and how to go on. */
async function heldRefusal(
  dependencies: Pick<Dependencies, 'orders' | 'signer' | 'clock' | 'random'>,
  why: Held | undefined,
  {
    request,
    quote,
    skus,
    key,
  }: { request: OrderRequest; quote: Quote; skus: Map<string, SkuFacts>; key: string },
): Promise<OrderRefusal> {
  const confirm = (errors: RequestError[]): OrderRefusal => ({
    ok: false,
    status: 422,
    code: 'needs_confirmation',
    errors,
  });
  switch (why) {
    case 'too_many_pieces': {
      const live = await dependencies.orders.stock(skus.values());
      const errors = request.lines.flatMap(({ sku, qty }, index): RequestError[] => {
        const facts = skus.get(sku);
        if (!facts || facts.stock === null) return [];
        const most = strangerPieces(live.get(facts.sku) ?? facts.stock);
        if (qty <= most) return [];
        return [
          { pointer: `/lines/${index}/qty`, code: 'needs_confirmation', sku, seller: facts.seller, most },
        ];
      });
      return confirm(errors.length ? errors : [{ pointer: '/lines', code: 'needs_confirmation' }]);
    }
    case 'too_much_money':
      return confirm(
        quote.sellers
          .filter(({ subtotal }) => subtotal > STRANGER_AMOUNT)
          .map(({ seller }) => ({
            pointer: '/lines',
            code: 'needs_confirmation_amount',
            seller,
            limit: STRANGER_AMOUNT,
          })),
      );
    case 'sign_of_life':
      return confirm([
        {
          pointer: '/human_check',
          code: 'sign_of_life',
          ticket: await issueTicket(dependencies, key),
          wait_seconds: WAIT_SECONDS,
          zero_bits: PROOF_BITS,
        },
      ]);
    case 'strong_sign':
      return confirm([{ pointer: '/human_check', code: 'strong_sign' }]);
    case 'too_many_cod':
      return {
        ok: false,
        status: 429,
        code: 'too_many_open_orders',
        errors: [{ pointer: '/payment', code: 'too_many_cod' }],
      };
    default:
      return {
        ok: false,
        status: 429,
        code: 'too_many_open_orders',
        errors: [{ pointer: '/buyer/phone', code: 'too_many_open_orders' }],
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
    services: openServices(services, clock.now()),
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

/** Which lines ask for more than is left; the stock may have changed again since the batch was refused. */
async function stockErrors(
  orders: OrderStore,
  { lines }: OrderRequest,
  skus: Map<string, SkuFacts>,
): Promise<RequestError[]> {
  const live = await orders.stock(skus.values());
  const short = lines.flatMap(({ sku, qty }, index): RequestError[] => {
    const facts = skus.get(sku);
    if (!facts || facts.stock === null) return [];
    const left = live.get(facts.sku) ?? facts.stock;
    return left < qty ? [{ pointer: `/lines/${index}/qty`, code: 'out_of_stock', sku, left }] : [];
  });
  return short.length ? short : [{ pointer: '/lines', code: 'out_of_stock' }];
}
