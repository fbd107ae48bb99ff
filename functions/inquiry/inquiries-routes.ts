import { z } from 'zod';
import { INQUIRY_STATES } from '../../src/domain/inquiry/inquiry.ts';
import type { Locale } from '../../src/domain/locale.ts';
import type { InquiryForm } from '../../src/forms/inquiry-form.ts';
import { inquiryWords } from '../../src/i18n/inquiry/inquiry.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { inquirySchema, quoteSchema } from '../../src/schemas/inquiry.ts';
import { orderRequestSchema } from '../../src/schemas/order-request.ts';
import { requireRole } from '../access/desk-guard.ts';
import { amountOf } from '../fulfilment/seller-moves-routes.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { optionalJson, readForm, readJson } from '../http/form.ts';
import { describes, moment, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { showsTurnstile } from '../http/security-headers.ts';
import { orderAnswer, placedOrderAnswerSchema } from '../ordering/order-answer.ts';
import type { AskRefusal } from './ask-seller.ts';

const ASK = describes({
  summary: 'Asks a seller',
  body: inquirySchema.safeExtend({
    human_check: z.string().optional().meta({ description: "What Turnstile's widget gave" }),
  }),
  answers: {
    201: [
      'Sent to the seller, or waiting for its buyer to confirm the address; `Location` is the thread',
      z.object({
        inquiry: z.object({
          code: z.string(),
          token: z.string(),
          url: z.string(),
          awaits_confirmation: z.literal(true).optional(),
        }),
      }),
    ],
  },
  refusals: { 409: ['suspended'], 422: ['invalid'], 429: ['too_many_requests'] },
});

const party = z.enum(['buyer', 'seller']);
const threadSchema = z
  .object({
    inquiry: z.object({
      code: z.string(),
      as: party,
      seller: z.string(),
      sku: z.string().nullable(),
      quantity: z.int().nullable(),
      wanted_by: z.string().nullable(),
      status: z.enum(INQUIRY_STATES),
      created_at: moment(),
      buyer: z
        .object({ name: z.string(), email: z.string().optional(), phone: z.string().optional() })
        .optional()
        .meta({ description: 'For the seller' }),
      messages: z.array(z.object({ author: party, text: z.string(), at: moment() })),
      quote: z
        .object({
          id: z.int(),
          lines: z.array(
            z.object({
              sku: z.string(),
              title: z.string(),
              qty: z.int(),
              price: rupiah(),
              line_total: rupiah(),
            }),
          ),
          subtotal: rupiah(),
          shipping: rupiah(),
          destination: z.string().nullable(),
          total: rupiah(),
          valid_until: moment(),
          note: z.string(),
          order_url: z.string().optional(),
        })
        .nullable(),
    }),
  })
  .meta({ title: 'Inquiry' });

const THREAD = describes({
  summary: "One thread, by the buyer's link or the seller's",
  answers: { 200: ['The thread, as the holder of the link may see it', threadSchema] },
});

const SAY = describes({
  summary: 'Writes to the other side',
  body: z.object({ message: z.string() }),
  sent: 'optional',
  answers: { 201: ['The thread with the message', threadSchema] },
  refusals: { 409: ['thread_closed', 'conflict'], 429: ['too_many_requests'] },
});

const QUOTE = describes({
  summary: "The seller's offer",
  body: quoteSchema,
  sent: 'optional',
  answers: { 201: ['The thread with the offer', threadSchema] },
  refusals: { 409: ['thread_closed', 'suspended', 'conflict'], 429: ['too_many_requests'] },
});

const { lines: _, ...acceptance } = orderRequestSchema.shape;
const ACCEPT = describes({
  summary: 'Turns an offer into one order at exactly its price',
  body: z.object({
    ...acceptance,
    quote: z.union([z.int(), z.string()]).meta({ description: "The offer's id" }),
  }),
  sent: 'optional',
  answers: { 201: ['The order', placedOrderAnswerSchema] },
  refusals: {
    409: [
      'no_offer',
      'offer_taken',
      'offer_changed',
      'offer_over',
      'offer_elsewhere',
      'suspended',
      'out_of_stock',
    ],
    422: ['payment_unavailable'],
  },
});

/** Questions: asking (`/tanya/…`), the thread (`/tanya/t/<token>`), the same as JSON, and the desk's list. */
export function inquiryRoutes(app: App): void {
  app.post('/api/inquiries', ASK, async (c) => {
    const read = await readJson(c);
    if (read instanceof Response) return read;
    const locale = localeFromHeader(c.req.header('Accept-Language'));
    const { body } = read;
    const asked = await c.var.mall.inquiries.ask({
      body,
      locale,
      address: clientAddress(c),
      consentText: 'api',
      trapped: Boolean((body as { website?: unknown } | null)?.website),
      humanToken: textOf((body as { human_check?: unknown } | null)?.human_check),
    });
    if (!asked.ok) return refusal(c, asked);
    deliver(c);
    const url = `/tanya/t/${asked.token}`;
    const inquiry = {
      code: asked.code,
      token: asked.token,
      url,
      ...(asked.unconfirmed && { awaits_confirmation: true }),
    };
    return c.json({ inquiry }, 201, { 'Cache-Control': 'no-store', Location: url });
  });

  app.get('/api/inquiries/:token', THREAD, async (c) => answer(c, c.req.param('token')));
  app.post('/api/inquiries/:token/messages', SAY, async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const { token } = c.req.param();
    const result = await c.var.mall.inquiries.say(token, fields.message);
    if (!result.ok) return refusal(c, result);
    deliver(c);
    return answer(c, token, 201);
  });
  app.post('/api/inquiries/:token/quotes', QUOTE, async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const { token } = c.req.param();
    const result = await c.var.mall.inquiries.offer(token, fields);
    if (!result.ok) return refusal(c, result);
    deliver(c);
    return answer(c, token, 201);
  });
  app.post('/api/inquiries/:token/accept', ACCEPT, async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.acceptOffer(c.req.param('token'), fields, 'api');
    if (!result.ok) return refusal(c, result);
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.json(orderAnswer(result.order), 201, { 'Cache-Control': 'no-store' });
  });

  app.get('/lapak/tanya', async (c) => {
    const account = await requireRole(c, 'seller');
    return account instanceof Response ? account : c.var.page({ account });
  });

  app.get('/tanya/t/:token', async (c) => {
    const { token } = c.req.param();
    const key = c.req.query('e');
    const found = await c.var.mall.inquiries.thread(token);
    // A key that has something to say shows a button: opening a link, as mail scanners do, sends and confirms nothing.
    if (found && key && !found.inquiry.awaits_confirmation && !(await c.var.mall.inquiries.asks(token, key)))
      return c.redirect(`/tanya/t/${token}`, 303);
    return found ? c.var.page() : c.notFound();
  });
  app.post('/tanya/t/:token/:action', thread);

  for (const prefix of ['/tanya', '/en/tanya'] as const)
    for (const path of [`${prefix}/:seller`, `${prefix}/:seller/:product`]) {
      app.get(path, showsTurnstile, async (c) => ((await isAskable(c)) ? c.var.page() : c.notFound()));
      app.post(path, showsTurnstile, (c) => ask(c, prefix === '/tanya' ? 'id' : 'en'));
    }
}

/** A field that should be a text; anything else says nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function deliver(c: AppContext): void {
  c.var.waitUntil(c.var.mall.deliverSoon());
}

/** True when the seller of the address exists, and the product, too, where it names one. */
async function isAskable(c: AppContext): Promise<boolean> {
  const { seller = '', product } = c.req.param() as { seller?: string; product?: string };
  if (product) return (await c.var.mall.product(`${seller}/${product}`)) !== undefined;
  return (await c.var.mall.sellers([seller])).has(seller);
}

async function ask(c: AppContext, locale: Locale): Promise<Response> {
  if (!(await isAskable(c))) return c.notFound();
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const values = Object.fromEntries(form);
  const { seller = '', product } = c.req.param() as { seller?: string; product?: string };
  const again = (status: number, state: Omit<InquiryForm, 'values'>) =>
    c.var.page({ status, form: { values, ...state } satisfies InquiryForm });
  const typed = (values.quantity ?? '').trim();
  const body = {
    seller,
    ...(product && { sku: `${seller}/${product}` }),
    buyer: { name: values.name ?? '', email: values.email ?? '', phone: values.phone ?? '' },
    quantity: typed === '' ? undefined : /^\d{1,6}$/.test(typed) ? Number(typed) : typed,
    wanted_by: values.wanted_by ?? '',
    message: values.message ?? '',
    consent: values.consent === 'yes',
  };
  const trapped = Boolean(values.website);
  // Whoever is faster than a hand is asked to press once more; the trap's catch need not know.
  if (!trapped && !(await c.var.mall.inquiries.isByHand(values.stamp ?? '')))
    return again(422, { errors: [], code: 'again' });
  const asked = await c.var.mall.inquiries.ask({
    body,
    locale,
    address: clientAddress(c),
    consentText: inquiryWords[locale].consent,
    trapped,
    humanToken: values['cf-turnstile-response'] ?? '',
  });
  if (!asked.ok) {
    const page = await again(asked.status, { errors: asked.errors ?? [], code: asked.code });
    if (asked.status === 429) page.headers.set('Retry-After', '3600');
    return page;
  }
  deliver(c);
  return c.redirect(`/tanya/t/${asked.token}${asked.unconfirmed ? '' : '?kabar=sent'}`, 303);
}

/** The forms of a thread: a message, an offer, its acceptance, closing. */
async function thread(c: AppContext): Promise<Response> {
  const { token = '', action = '' } = c.req.param() as { token?: string; action?: string };
  const { inquiries } = c.var.mall;
  if (!(await inquiries.thread(token))) return c.notFound();
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const values = Object.fromEntries(form);
  const path = `/tanya/t/${token}`;
  const again = (status: number, state: Omit<InquiryForm, 'values'>) =>
    c.var.page({
      path,
      status,
      form: { values: { ...values, form: action }, ...state } satisfies InquiryForm,
    });
  let result: { ok: true } | AskRefusal;
  switch (action) {
    case 'message':
      result = await inquiries.say(token, values.message ?? '');
      break;
    case 'confirm':
      result = await inquiries.release(token, values.e ?? '');
      break;
    case 'surel':
      result = await inquiries.confirmEmail(token, values.e ?? '');
      break;
    case 'offer':
      result = await inquiries.offer(token, offerFrom(form));
      break;
    case 'close':
    case 'spam':
      result = await inquiries.end(token, action);
      break;
    case 'accept': {
      // Lists of places and ways of paying follow the address: whatever is no order shows the form again.
      if (values.action !== 'place') return again(200, { errors: [] });
      const accepted = await c.var.mall.acceptOffer(
        token,
        { ...orderBody(values), quote: values.quote },
        inquiryWords.id.acceptConsent,
      );
      if (accepted.ok) {
        c.var.waitUntil(c.var.mall.deliverSoon());
        return c.redirect(`/pesanan/${accepted.order.token}`, 303);
      }
      // Pressed twice, it leads to the one order.
      if (accepted.order_token) return c.redirect(`/pesanan/${accepted.order_token}`, 303);
      result = accepted;
      break;
    }
    default:
      return c.notFound();
  }
  if (!result.ok && result.status === 404) return c.notFound();
  if (!result.ok) return again(result.status, { errors: result.errors ?? [], code: result.code });
  deliver(c);
  return c.redirect(`${path}?kabar=${action}`, 303);
}

/** The offer's rows; those without goods are left out. */
function offerFrom(form: URLSearchParams) {
  const number = (text: string | null) => amountOf(text ?? '') ?? 0;
  const lines = [0, 1, 2].flatMap((row) => {
    const sku = form.get(`sku-${row}`);
    return sku ? [{ sku, qty: number(form.get(`qty-${row}`)), price: number(form.get(`price-${row}`)) }] : [];
  });
  return {
    lines,
    shipping: number(form.get('shipping')),
    // The form insists on a destination; only the API may leave it open.
    destination: form.get('destination') || 'none',
    valid_until: form.get('valid_until') ?? '',
    note: form.get('note') ?? '',
  };
}

/** The acceptance's fields as the body of `POST /api/orders` has them. */
function orderBody(values: Record<string, string>) {
  const country = values.country || 'ID';
  const inside = country === 'ID';
  return {
    buyer: { name: values.name ?? '', phone: values.phone ?? '', email: values.email ?? '' },
    ship_to: {
      country,
      region: inside ? (values.region ?? '') : '',
      district: inside && values.district?.startsWith(`${values.region}.`) ? values.district : '',
      village: values.village ?? '',
      city: inside ? '' : (values.city ?? ''),
      address: values.address ?? '',
      postal_code: values.postal_code ?? '',
      name: values.recipient_name ?? '',
      phone: values.recipient_phone ?? '',
    },
    payment: values.payment ?? '',
    consent: values.consent === 'yes',
    note: '',
  };
}

/** The thread as the holder of the link may see it: never with the other one's link. */
async function answer(c: AppContext, token: string, status: 200 | 201 = 200): Promise<Response> {
  const found = await c.var.mall.inquiries.thread(token);
  if (!found) return problem(c, 404, 'not_found');
  const { inquiry, as } = found;
  const { offer } = inquiry;
  return c.json(
    {
      inquiry: {
        code: inquiry.code,
        as,
        seller: inquiry.seller,
        sku: inquiry.sku ?? null,
        quantity: inquiry.quantity ?? null,
        wanted_by: inquiry.wanted_by ?? null,
        status: inquiry.status,
        created_at: inquiry.created_at,
        ...(as === 'seller' && { buyer: inquiry.buyer }),
        messages: inquiry.messages,
        quote: offer
          ? {
              id: offer.id,
              lines: offer.lines.map(({ sku, title, qty, unit_price, line_total }) => ({
                sku,
                title,
                qty,
                price: unit_price,
                line_total,
              })),
              subtotal: offer.subtotal,
              shipping: offer.shipping,
              destination: offer.destination ?? null,
              total: offer.subtotal + offer.shipping,
              valid_until: offer.valid_until,
              note: offer.note,
              ...(as === 'buyer' && offer.order_token && { order_url: `/pesanan/${offer.order_token}` }),
            }
          : null,
      },
    },
    status,
    { 'Cache-Control': 'no-store' },
  );
}

function refusal(c: AppContext, { status, code, errors }: AskRefusal): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, status, code, {
    ...(errors && { errors: explainErrors(errors, locale) }),
    ...(status === 429 && { headers: { 'Retry-After': '3600' } }),
  });
}
