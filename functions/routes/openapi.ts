import { z } from 'zod';
import { cartRequestSchema, orderRequestSchema } from '../../src/schemas/order-request.ts';
import type { App } from '../app.ts';

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
      409: 'price_changed, out_of_stock',
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
      edition: 'slug; the whole mall',
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
    path: '/api/orders/:token/cancel',
    summary: 'Cancels what is not paid yet',
    answers: problems,
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
