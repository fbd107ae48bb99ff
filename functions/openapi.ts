import { z } from 'zod';
import { cartRequestSchema, orderContactSchema, orderRequestSchema } from '../src/schemas/order-request.ts';
import type { BuyerAction } from './fulfilment/act-as-buyer.ts';
import type { App } from './http/context.ts';

/** One call of the API, as the description tells it. Path parameters stand as `:name`, as in the routes. */
interface Call {
  method: 'get' | 'post';
  path: string;
  summary: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: object;
  /** Answers besides 200, by status. */
  answers?: Record<number, string>;
}

const text = { type: 'string' };
const integer = { type: 'integer' };
const object = (properties: Record<string, object>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
const problems = { 404: 'not_found', 409: 'conflict', 422: 'invalid' };

const atDesk = { ...problems, 401: 'unauthorized' };

/** What the buyer does with one seller order, by the last part of its path. */
const BUYER_DOES: Record<BuyerAction, string> = {
  cancel: 'Cancels what is not paid yet',
  'payment-method': 'Pays in another way that the seller offers: `method`',
  paid: 'Says that it was paid',
  received: 'Says that it has arrived',
  complaint: 'Complains',
  'complaint-closed': 'Says that a complaint is settled',
  'cancel-request': 'Asks for cancellation after the date to ship by',
  'refund-account': 'Names the account for a refund',
  'refund-received': 'Says that a refund has come',
};

/** Every call of the API. A test holds it against the routes. */
export const CALLS: Call[] = [
  {
    method: 'get',
    path: '/api/health',
    summary: "The catalogue's version and size",
    answers: { 503: 'catalog_unavailable' },
  },
  { method: 'get', path: '/api/openapi.json', summary: 'This description' },
  {
    method: 'get',
    path: '/api/products/:seller/:product',
    summary: 'A product with its live stock; null stock is made to order',
    answers: { 404: 'not_found' },
  },
  {
    method: 'get',
    path: '/api/search',
    summary: 'Products that match, with facets',
    query: {
      q: 'words',
      category: 'slug',
      region: 'Kemendagri code',
      seller: 'slug',
      edition: 'slug',
      min_price: 'rupiah',
      max_price: 'rupiah',
      sort: 'relevance, price, newest',
      page: 'from 1',
      per_page: 'at most 24',
    },
    answers: { 422: 'invalid', 503: 'catalog_unavailable' },
  },
  { method: 'get', path: '/api/search/suggest', summary: 'Completions of a query', query: { q: 'words' } },
  {
    method: 'post',
    path: '/api/cart/price',
    summary: 'Prices a cart: lines, shipping choices for each seller, totals, problems',
    body: schemaOf(cartRequestSchema),
    answers: { 422: 'invalid' },
  },
  {
    method: 'post',
    path: '/api/orders',
    summary: 'Places an order, exactly once for each Idempotency-Key',
    headers: { 'Idempotency-Key': 'required; a key lives as long as its order' },
    body: schemaOf(orderRequestSchema),
    answers: {
      201: 'placed; Idempotent-Replayed: true when it was placed before',
      400: 'idempotency_key_required, invalid_json',
      409: 'price_changed, out_of_stock, order_erased',
      413: 'too_large',
      415: 'unsupported_media_type',
      422: 'invalid, idempotency_key_reused, payment_unavailable, shipping_unavailable',
      429: 'too_many_requests, too_many_open_orders',
    },
  },
  {
    method: 'get',
    path: '/api/orders/:token',
    summary: "The buyer's order as it is now",
    answers: { 404: 'not_found' },
  },
  {
    method: 'get',
    path: '/api/turnover',
    summary: 'Turnover and the other figures as of a moment, as they were known at another',
    query: {
      as_of: 'ISO 8601 with offset; now',
      known_at: 'ISO 8601 with offset; now',
      edition: 'slug; the whole mall. Sellers, products, visitors and inquiries are the mall’s in any case',
    },
    answers: { 422: 'invalid' },
  },
  {
    method: 'post',
    path: '/api/visits',
    summary: 'Counts a page view; as JSON or, from sendBeacon, as text; nothing of the visitor is kept',
    body: object({ path: text }),
    answers: {
      204: 'counted',
      400: 'invalid_json',
      415: 'unsupported_media_type',
      422: 'invalid',
      429: 'too_many_requests',
    },
  },
  {
    method: 'post',
    path: '/api/orders/:token/contact',
    summary: 'Mends name, numbers and address; country and regency stay, since the fee was quoted for them',
    body: schemaOf(orderContactSchema('ID')),
    answers: problems,
  },
  {
    method: 'post',
    path: '/api/orders/:token/erasure',
    summary: 'Takes name, numbers, address, written words and photos out of an order that is over',
    answers: { 404: 'not_found', 409: 'order_running, conflict' },
  },
  {
    method: 'post',
    path: '/api/orders/:token/cancel',
    summary: 'Cancels what is not paid yet',
    answers: problems,
  },
  ...Object.entries(BUYER_DOES).map(
    ([action, summary]): Call => ({
      method: 'post',
      path: `/api/orders/:token/seller-orders/:code/${action}`,
      summary,
      answers: problems,
    }),
  ),
  {
    method: 'post',
    path: '/api/orders/:token/seller-orders/:code/proofs',
    summary:
      'Keeps a picture of a payment or a complaint: JPEG, PNG or WebP, at most 12 MB; its metadata is taken out',
    answers: { ...problems, 413: 'too_large', 415: 'unsupported_media_type' },
  },
  {
    method: 'post',
    path: '/api/inquiries',
    summary: 'Asks a seller',
    body: object(
      {
        seller: text,
        sku: text,
        buyer: object({ name: text, email: text, phone: text }, ['name']),
        quantity: integer,
        message: text,
        consent: { const: true },
      },
      ['seller', 'buyer', 'message', 'consent'],
    ),
    answers: { 201: 'sent to the seller', 422: 'invalid', 429: 'too_many_requests' },
  },
  {
    method: 'get',
    path: '/api/inquiries/:token',
    summary: "One thread, by the buyer's link or the seller's",
    answers: { 404: 'not_found' },
  },
  {
    method: 'post',
    path: '/api/inquiries/:token/messages',
    summary: 'Writes to the other side',
    answers: problems,
  },
  { method: 'post', path: '/api/inquiries/:token/quotes', summary: "The seller's offer", answers: problems },
  {
    method: 'post',
    path: '/api/inquiries/:token/accept',
    summary: 'Turns an offer into one order at exactly its price',
    answers: problems,
  },
  {
    method: 'post',
    path: '/api/payments/midtrans',
    summary: "The gateway's notification; its signature is checked",
    answers: { 403: 'forbidden', 404: 'not_found' },
  },
  {
    method: 'post',
    path: '/api/desk/seller-orders/:code/transitions',
    summary: "Moves a seller order on (its seller's session)",
    body: object({ to: text, courier: text, tracking: text, amount: integer, reason: text }, ['to']),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/seller-orders/:code/complaint-answer',
    summary: "The seller's answer to a complaint",
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/stock',
    summary: 'Sets the stock of a SKU, or adds to it',
    body: object({ sku: text, on_hand: integer, add: integer }, ['sku']),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/sales',
    summary: 'Records a sale at the booth or elsewhere; an id that is sent twice counts once',
    body: object(
      {
        id: text,
        sku: text,
        qty: integer,
        amount: integer,
        occurred_at: text,
        destination: text,
        inquiry: text,
      },
      ['id', 'sku', 'qty', 'amount', 'occurred_at'],
    ),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/sales/:id/void',
    summary: 'Takes an own sale back within 24 hours; once more changes nothing',
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/sales/:id/decision',
    summary: "Approves or refuses a sale that waits, `approve` or `refuse` (an operator's session)",
    body: object({ seller: text, decision: text, reason: text }, ['seller', 'decision']),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/corrections',
    summary:
      "Adds a correcting entry to the ledger; an id that is sent twice counts once (an operator's session)",
    body: object({ id: text, edition: text, seller: text, amount: integer, reason: text, corrects: text }, [
      'id',
      'edition',
      'amount',
      'reason',
    ]),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/suspensions',
    summary: "Suspends a seller or a product at once, or lifts it (an operator's session)",
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/approvals',
    summary:
      "Approves or refuses a seller's changed address, number or accounts; with two operators the second yes counts (an operator's session)",
    body: object({ change: { type: 'integer' }, decision: { type: 'string', enum: ['approve', 'refuse'] } }),
    answers: atDesk,
  },
  {
    method: 'post',
    path: '/api/desk/complaints/:code',
    summary: "Decides on an open complaint, and closes it if asked to (an operator's session)",
    body: object({ decision: text, close: { type: 'boolean' } }),
    answers: atDesk,
  },
];

/** `GET /api/openapi.json`: the API described by OpenAPI 3.1. */
export function openapiRoutes(app: App): void {
  let description: object | undefined;
  app.get('/api/openapi.json', (c) => {
    description ??= describe(CALLS);
    return c.json(description, 200, { 'Cache-Control': 'public, max-age=3600' });
  });
}

function describe(calls: Call[]): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const call of calls) {
    const path = call.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [call.method]: operation(call) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mal UKM',
      version: '1',
      description: 'JSON in UTF-8; errors are RFC 9457 problems with a stable code.',
    },
    paths,
    components: {
      schemas: {
        Problem: object(
          {
            type: text,
            title: text,
            status: integer,
            detail: text,
            code: text,
            errors: { type: 'array', items: object({ pointer: text, message: text }) },
          },
          ['type', 'title', 'status', 'code'],
        ),
      },
    },
  };
}

function operation({ method, path, summary, query = {}, headers = {}, body, answers = {} }: Call): object {
  const parameter =
    (place: string) =>
    ([name, description]: [string, string]) => ({
      name,
      in: place,
      description,
      required: place === 'path' || description.startsWith('required'),
      schema: text,
    });
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']): [string, string] => [name, name]);
  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  const entries = Object.entries(
    Object.keys(answers).some((status) => status.startsWith('2')) ? answers : { 200: 'done', ...answers },
  );
  return {
    operationId: `${method}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    parameters: [
      ...inPath.map(parameter('path')),
      ...Object.entries(query).map(parameter('query')),
      ...Object.entries(headers).map(parameter('header')),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: body } } } }),
    responses: Object.fromEntries(
      entries.map(([status, description]) => [
        status,
        {
          description,
          ...(Number(status) >= 400 ? { content: problem } : { content: { 'application/json': {} } }),
        },
      ]),
    ),
  };
}
