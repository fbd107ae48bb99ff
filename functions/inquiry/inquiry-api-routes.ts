import { z } from 'zod';
import { INQUIRY_STATES } from '../../src/domain/inquiry/inquiry.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { inquirySchema, quoteSchema } from '../../src/schemas/inquiry.ts';
import { orderRequestSchema } from '../../src/schemas/order-request.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { optionalJson, readJson } from '../http/form.ts';
import { describes, moment, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
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

/** Questions and offers as JSON; the same use cases as the forms. */
export function inquiryApiRoutes(app: App): void {
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
}

/** A field that should be a text; anything else says nothing. */
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

function deliver(c: AppContext): void {
  c.var.waitUntil(c.var.mall.deliverSoon());
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
