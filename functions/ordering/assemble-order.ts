import { firstClockAt, shipBy } from '../../src/domain/ordering/deadlines.ts';
import type { PaymentDetails } from '../../src/domain/ordering/order.ts';
import { formatOrderCode, sellerOrderCode } from '../../src/domain/ordering/order-code.ts';
import { initialState } from '../../src/domain/ordering/order-state.ts';
import type { SellerQuote } from '../../src/domain/ordering/quote-order.ts';
import { amountHold, paymentDeadline } from '../../src/domain/payment/payment.ts';
import type { SellerFacts, SkuFacts } from '../../src/domain/products/facts.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import type { OrderRequest } from '../../src/schemas/order-request.ts';
import { e164 } from '../../src/schemas/phone.ts';
import type { Clock, Randomness } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { NewMail, NewOrder, NewSellerOrder, OrderStore, PlaceResult } from './ports.ts';

/** Codes that are tried: they are short enough to be read aloud, so once in a great while one is taken already. */
const CODES = 6;

interface Dependencies {
  catalog: Pick<CatalogReader, 'version'>;
  orders: Pick<OrderStore, 'place'>;
  clock: Clock;
  random: Randomness;
}

/** What was agreed on, by the cart's quote or by a seller's offer. */
export interface Agreed {
  request: Pick<OrderRequest, 'buyer' | 'ship_to' | 'note' | 'notes'>;
  quotes: SellerQuote[];
  skus: Map<string, SkuFacts>;
  sellers: Map<string, SellerFacts>;
  key: string;
  bodyHash: string;
  locale: NewOrder['locale'];
  /** The words that the buyer agreed to. */
  consentText: string;
  limits?: NewOrder['limits'];
  offer?: NewOrder['offer'];
}

/** Assembles an order with its seller orders, stock and mails, and has it written in one batch. */
export async function assembleOrder(
  { catalog, orders, clock, random }: Dependencies,
  agreed: Agreed,
): Promise<PlaceResult> {
  const { request, quotes, skus, sellers } = agreed;
  const { buyer, ship_to } = request;
  const now = clock.now();
  const createdAt = now.toISOString();
  let result: PlaceResult = { ok: false, reason: 'code_exists' };
  for (let tried = 0; !result.ok && result.reason === 'code_exists' && tried < CODES; tried += 1) {
    const code = formatOrderCode(random.bytes(8));
    const sellerOrders = quotes.map((quote, index) =>
      newSellerOrder(quote, sellers.get(quote.seller)!, {
        code: sellerOrderCode(code, index + 1),
        note: request.notes[quote.seller] ?? '',
        leadDays: leadDays(quote, skus),
        now,
        random,
      }),
    );
    result = await orders.place({
      code,
      token: random.token(24),
      idempotency_key: agreed.key,
      body_hash: agreed.bodyHash,
      locale: agreed.locale,
      created_at: createdAt,
      catalog_version: catalog.version,
      buyer: {
        name: buyer.name,
        phone: e164(buyer.phone, ship_to.country),
        ...(buyer.email && { email: buyer.email }),
      },
      ship_to: { ...ship_to, ...(ship_to.phone && { phone: e164(ship_to.phone, ship_to.country) }) },
      note: request.note,
      consent: { text: agreed.consentText, at: createdAt },
      seller_orders: sellerOrders,
      initial_stock: initialStock(sellerOrders, skus),
      mails: [
        ...sellerOrders.map(
          ({ code: seller_order, seller }): NewMail => ({
            kind: 'order_placed_seller',
            seller_order,
            to: sellers.get(seller)!.email,
          }),
        ),
        ...(buyer.email ? [{ kind: 'order_placed_buyer' as const, to: buyer.email }] : []),
      ],
      ...(agreed.limits && { limits: agreed.limits }),
      // An offer brings its own: the seller's holiday doesn't stop what the seller has promised.
      pause_scopes: agreed.offer ? [] : [...new Set([...skus.values()].flatMap(scopesOf))],
      ...(agreed.offer && { offer: agreed.offer }),
    });
  }
  return result;
}

/** A seller's part of an order as it begins: its first state, its deadlines, and what makes its amount differ. */
function newSellerOrder(
  quote: SellerQuote,
  { name, payments }: Pick<SellerFacts, 'name' | 'payments'>,
  given: { code: string; note: string; leadDays: number; now: Date; random: Randomness },
): NewSellerOrder {
  const chosen = quote.shipping.chosen;
  const method = quote.method!;
  const status = initialState(method, chosen !== null);
  const deadline = paymentDeadline(status, given.now);
  const ship_by = status === 'processing' ? shipBy(given.now, given.leadDays).toISOString() : undefined;
  const clock_at = firstClockAt({
    status,
    ...(deadline && { expires_at: deadline }),
    ...(ship_by && { ship_by }),
  });
  const due = quote.subtotal + (chosen?.fee ?? 0);
  const hold = chosen === null ? undefined : amountHold(method, due, given.random.bytes(2));
  const bank: PaymentDetails['bank'] =
    method === 'abroad' ? payments.abroad : method === 'transfer' ? payments.bank : undefined;
  return {
    code: given.code,
    seller: quote.seller,
    seller_name: name,
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
      ...(method === 'qris' && payments.qris && { qris_static: payments.qris }),
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
function initialStock(sellerOrders: NewSellerOrder[], skus: Map<string, SkuFacts>) {
  return sellerOrders
    .flatMap(({ lines }) => lines)
    .filter(({ takes_stock }) => takes_stock)
    .map(({ sku, qty }) => {
      const { stock, former } = skus.get(sku)!;
      return { sku, qty, on_hand: stock!, ...(former && { former }) };
    });
}
