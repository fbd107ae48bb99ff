import type { Hono, MiddlewareHandler } from 'hono';
import { z } from 'zod';

/** An answer that is no refusal: what it says, and its JSON body where it has one. */
type Answer = readonly [says: string, body?: z.ZodType];

/** What a route of the API says of itself; its method and path it has already. */
export interface Operation {
  summary: string;
  /** Who may call it. `seller` and `operator` have signed in; `link` is the signed link of a seller's mail, too. */
  by?: 'seller' | 'operator' | 'seller or link';
  query?: Record<string, z.ZodType>;
  /** Headers that a request must have. */
  headers?: Record<string, z.ZodType>;
  body?: z.ZodType;
  /** How the body is sent: `json`, `optional` JSON (an empty body is an empty object), or media types. */
  sent?: 'json' | 'optional' | readonly string[];
  answers: Record<number, Answer>;
  /** Codes of its own refusals by status. What every route refuses is added from the rest. */
  refusals?: Record<number, readonly string[]>;
}

export interface DescribedRoute {
  method: string;
  path: string;
  operation?: Operation;
}

const DESCRIBED = new WeakMap<object, Operation>();

/** Stands among a route's handlers and describes it, so that no description can be of another route. */
export function describes(operation: Operation): MiddlewareHandler {
  const mark: MiddlewareHandler = (_c, next) => next();
  DESCRIBED.set(mark, operation);
  return mark;
}

/** Every method and path of the API, with its description where one stands among its handlers. */
export function apiRoutes(routes: Hono['routes']): DescribedRoute[] {
  const found = new Map<string, DescribedRoute>();
  for (const { method, path, handler } of routes) {
    if (method === 'ALL' || !path.startsWith('/api/')) continue;
    const operation = DESCRIBED.get(handler) ?? found.get(`${method} ${path}`)?.operation;
    found.set(`${method} ${path}`, { method, path, ...(operation && { operation }) });
  }
  return [...found.values()];
}

/** A moment in an answer, ISO 8601. */
export const moment = () => z.string().meta({ format: 'date-time' });
export const rupiah = () => z.int().meta({ description: 'rupiah' });

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  request_id: z.string().optional().meta({ description: 'of a fault: its log line begins with it' }),
  errors: z
    .array(z.looseObject({ pointer: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'Faulty places as JSON pointers; further members are figures of the case' }),
});

/** Parts of paths; a token is a key: whoever has it may call. */
const IN_PATH: Record<string, string> = {
  token: 'The key of an order or a question, from its link',
  code: 'Code of a seller order',
  id: 'The id that the sale was recorded with',
  seller: "The shop's slug",
  product: "The product's slug within its shop",
};

/**
 * The routes described by OpenAPI 3.1. A schema with a `title` stands once, under that name.
 * @param sessionCookie the name of the session's cookie
 */
export function openapiDocument(
  info: { title: string; version: string; description: string },
  routes: DescribedRoute[],
  sessionCookie: string,
) {
  const schemas: Record<string, object> = { Problem: jsonSchema(problemSchema, 'output') };
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object => {
    const name = schema.meta()?.title;
    if (name === undefined) return jsonSchema(schema, io);
    schemas[name] ??= jsonSchema(schema, io);
    return { $ref: `#/components/schemas/${name}` };
  };
  const paths: Record<string, Record<string, object>> = {};
  for (const route of routes) {
    if (!route.operation) continue;
    const path = route.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: described(route.method, route.path, route.operation, schemaOf),
    };
  }
  return {
    openapi: '3.1.0',
    info,
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: 'Of who has signed in' },
        sellerLink: { type: 'http', scheme: 'bearer', description: "The token of a seller's mailed link" },
      },
    },
  };
}

function described(
  method: string,
  path: string,
  operation: Operation,
  schemaOf: (schema: z.ZodType, io: 'input' | 'output') => object,
): object {
  const { summary, by, query = {}, headers = {}, body, answers } = operation;
  const parameter = (place: 'query' | 'header', name: string, schema: z.ZodType) => ({
    name,
    in: place,
    required: place === 'header',
    schema: schemaOf(schema, 'input'),
  });
  const sent = operation.sent ?? (body ? 'json' : undefined);
  const types = typeof sent === 'object' ? sent : ['application/json'];
  return {
    operationId: `${method.toLowerCase()}${path.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    security: by ? [{ session: [] }, ...(by === 'seller or link' ? [{ sellerLink: [] }] : [])] : [],
    parameters: [
      ...[...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
        name,
        in: 'path',
        required: true,
        description: IN_PATH[name],
        schema: { type: 'string' },
      })),
      ...Object.entries(query).map(([name, schema]) => parameter('query', name, schema)),
      ...Object.entries(headers).map(([name, schema]) => parameter('header', name, schema)),
    ],
    ...(body && {
      requestBody: {
        required: sent !== 'optional' || !body.safeParse({}).success,
        content: Object.fromEntries(types.map((type) => [type, { schema: schemaOf(body, 'input') }])),
      },
    }),
    responses: Object.fromEntries([
      ...Object.entries(answers).map(([status, [description, answer]]) => [
        status,
        {
          description,
          ...(answer && { content: { 'application/json': { schema: schemaOf(answer, 'output') } } }),
        },
      ]),
      ...[...refusalsOf(method, path, operation)].map(([status, codes]) => [
        status,
        {
          description: [...codes].join(', '),
          content: {
            'application/problem+json': {
              schema: {
                allOf: [
                  { $ref: '#/components/schemas/Problem' },
                  { properties: { status: { const: status }, code: { enum: [...codes] } } },
                ],
              },
            },
          },
        },
      ]),
    ]),
  };
}

/** A route's refusals: its own, and those of what stands before every route of its kind (`app.ts`, `form.ts`). */
function refusalsOf(method: string, path: string, operation: Operation): Map<number, Set<string>> {
  const refusals = new Map<number, Set<string>>();
  const add = (status: number, ...codes: readonly string[]) => {
    refusals.set(status, new Set([...(refusals.get(status) ?? []), ...codes]));
  };
  const { by, sent = operation.body ? 'json' : undefined } = operation;
  for (const [status, codes] of Object.entries(operation.refusals ?? {})) add(Number(status), ...codes);
  // An address that names nothing, a foreign host; a fault; a catalogue that is being loaded.
  add(404, 'not_found');
  add(500, 'internal');
  add(503, 'catalog_unavailable');
  if (method !== 'GET') {
    if (!path.startsWith('/api/payments/')) add(403, 'forbidden_origin');
    if (!(typeof sent === 'object' && sent.includes('multipart/form-data'))) add(413, 'too_large');
  }
  if (sent === 'json' || sent === 'optional') {
    add(400, 'invalid_json');
    add(415, 'unsupported_media_type');
  }
  if (sent === 'optional') add(422, 'invalid');
  if (by) {
    add(401, 'unauthorized');
    add(403, 'forbidden');
  }
  if (by === 'operator') add(403, 'second_factor_required');
  return new Map([...refusals].sort(([a], [b]) => a - b));
}

function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): object {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
