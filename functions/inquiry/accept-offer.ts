import { isOpenOffer, type Offer, reaches } from '../../src/domain/inquiry/inquiry.ts';
import { UNKNOWN_DELIVERY_DAYS } from '../../src/domain/ordering/deadlines.ts';
import type { Order } from '../../src/domain/ordering/order.ts';
import type { SellerQuote } from '../../src/domain/ordering/quote-order.ts';
import { offeredMethods, type PaymentMethod } from '../../src/domain/payment/payment.ts';
import { scopesOf } from '../../src/domain/products/pause.ts';
import { parseSku } from '../../src/domain/products/sku.ts';
import { orderRequestSchema } from '../../src/schemas/order-request.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import { assembleOrder } from '../ordering/assemble-order.ts';
import { checkPlaces, schemaErrors } from '../ordering/place-order.ts';
import type { OrderStore } from '../ordering/ports.ts';
import type { CatalogReader, PauseStore } from '../products/ports.ts';
import type { AskRefusal } from './ask-seller.ts';
import type { InquiryStore } from './ports.ts';

interface Dependencies {
  inquiries: InquiryStore;
  catalog: CatalogReader;
  orders: OrderStore;
  pauses: Pick<PauseStore, 'among'>;
  clock: Clock;
  random: Randomness;
  settings: Pick<Settings, 'gateway'>;
}

export type Accepted = { ok: true; order: Order } | (AskRefusal & { order_token?: string });

/**
 * The buyer takes an offer: an order at exactly its price and shipping fee, once, before it lapses. The order, its
 * stock and its mails are one batch with the acceptance.
 * @param body buyer, address, payment and consent as `POST /api/orders` has them, and the offer's id as `quote`
 */
export async function acceptOffer(
  dependencies: Dependencies,
  token: string,
  body: Record<string, unknown>,
  consentText: string,
): Promise<Accepted> {
  const { inquiries, catalog, orders, pauses, clock, settings } = dependencies;
  const found = await inquiries.byToken(token);
  if (found?.as !== 'buyer') return { ok: false, status: 404, code: 'not_found' };
  const { inquiry } = found;
  const { offer } = inquiry;
  if (!offer) return { ok: false, status: 409, code: 'no_offer' };
  if (offer.order_token)
    return { ok: false, status: 409, code: 'offer_taken', order_token: offer.order_token };
  const seen = body.quote === undefined || body.quote === '' ? undefined : Number(body.quote);
  if (seen !== undefined && seen !== offer.id) return { ok: false, status: 409, code: 'offer_changed' };
  const now = clock.now();
  if (!isOpenOffer(offer, inquiry.status, now)) return { ok: false, status: 409, code: 'offer_over' };
  // Who doesn't say which offer was read might accept one that nobody has seen.
  if (seen === undefined)
    return { ok: false, status: 422, code: 'invalid', errors: [{ pointer: '/quote', code: 'required' }] };

  const lines = offer.lines.map(({ sku, qty, unit_price }) => ({ sku, qty, price: unit_price }));
  const parsed = orderRequestSchema.safeParse({ ...body, lines });
  if (!parsed.success)
    return { ok: false, status: 422, code: 'invalid', errors: schemaErrors(parsed.error.issues) };
  const request = parsed.data;
  const places = await checkPlaces(catalog, request);
  if (places.length) return { ok: false, status: 422, code: 'invalid', errors: places };
  const { ship_to } = request;
  if (!reaches(offer, ship_to))
    return {
      ok: false,
      status: 409,
      code: 'offer_elsewhere',
      errors: [
        { pointer: `/ship_to/${ship_to.country === 'ID' ? 'region' : 'country'}`, code: 'offer_elsewhere' },
      ],
    };
  const wantedSkus = offer.lines.map(({ sku }) => sku);
  const skus = await catalog.skus(wantedSkus);
  const scopes = [
    ...new Set([...scopesOfOffer(offer, inquiry.seller), ...[...skus.values()].flatMap(scopesOf)]),
  ];
  const isSuspended = async () => (await pauses.among(scopes, now)).some(({ kind }) => kind === 'suspended');
  const [sellers, products, suspended] = await Promise.all([
    catalog.sellers([inquiry.seller]),
    catalog.products(wantedSkus),
    isSuspended(),
  ]);
  const seller = sellers.get(inquiry.seller);
  if (!seller || suspended) return { ok: false, status: 409, code: 'suspended' };
  // What has left the catalogue, or is made to order by now, is no longer what was offered.
  const holds = ({ sku, takes_stock }: Offer['lines'][number]) =>
    takes_stock ? typeof skus.get(sku)?.stock === 'number' : skus.has(sku) || products.has(sku);
  if (!offer.lines.every(holds)) return { ok: false, status: 409, code: 'offer_over' };
  const total = offer.subtotal + offer.shipping;
  const methods = offeredMethods(seller.payments, {
    country: ship_to.country,
    ...(ship_to.region && { region: ship_to.region }),
    due: total,
    shippingKnown: true,
    gateway: settings.gateway,
  });
  const wanted = typeof request.payment === 'string' ? request.payment : request.payment[seller.slug];
  const method = methods.find((offered): offered is PaymentMethod => offered === wanted);
  if (!method)
    return {
      ok: false,
      status: 422,
      code: 'payment_unavailable',
      errors: [{ pointer: '/payment', code: 'payment_unavailable' }],
    };

  const quote: SellerQuote = {
    seller: seller.slug,
    lines: offer.lines.map(({ takes_stock, ...line }) => ({
      ...line,
      sku: skus.get(line.sku)?.sku ?? line.sku,
      stock: takes_stock ? line.qty : null,
    })),
    subtotal: offer.subtotal,
    weight_grams: offer.lines.reduce((sum, { weight_grams }) => sum + weight_grams, 0),
    shipping: {
      choices: [],
      pickups: [],
      chosen: {
        id: 'offer',
        name: 'Sesuai penawaran',
        name_en: 'As offered',
        kind: 'courier',
        fee: offer.shipping,
        days: UNKNOWN_DELIVERY_DAYS,
        chargeable_grams: 0,
      },
    },
    methods,
    method,
    total,
  };
  const key = `offer:${offer.id}:${inquiry.buyer_token}`;
  const result = await assembleOrder(dependencies, {
    request: { ...request, notes: {}, note: [inquiry.code, request.note].filter(Boolean).join('. ') },
    quotes: [quote],
    skus,
    sellers,
    key,
    bodyHash: key,
    locale: inquiry.locale,
    consentText,
    offer: { id: offer.id, scopes },
  });
  if (result.ok) return { ok: true, order: result.order };
  switch (result.reason) {
    case 'key_exists': {
      const taken = await orders.byIdempotencyKey(key);
      return {
        ok: false,
        status: 409,
        code: 'offer_taken',
        ...(taken && { order_token: taken.order.token }),
      };
    }
    case 'offer_over':
      if (await isSuspended()) return { ok: false, status: 409, code: 'suspended' };
      return { ok: false, status: 409, code: 'offer_over' };
    case 'out_of_stock':
      return { ok: false, status: 409, code: 'out_of_stock' };
    case 'code_exists':
    case 'not_taken':
      throw new Error(`an offer did not become an order: ${result.reason}`);
  }
}

/** Where a suspension stops an offer: its shop, and everything that it has. A holiday stops none: it was promised. */
function scopesOfOffer({ lines }: Offer, seller: string): string[] {
  return [
    ...new Set(
      lines.flatMap(({ sku }) => {
        const product = parseSku(sku)?.product ?? '';
        return scopesOf({ sku, product: `${seller}/${product}`, seller });
      }),
    ),
  ];
}
