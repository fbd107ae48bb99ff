import { type Schema, Validator } from '@cfworker/json-schema';
import { beforeAll, expect, test } from 'vitest';
import { parseSearchParams } from '../src/domain/search/params.ts';
import { fakeMidtrans } from '../tests/support/midtrans.ts';
import { createApp } from './app.ts';
import { apiRoutes } from './http/openapi.ts';
import { OPERATOR, SEKAR, signedIn } from './testing/desk.ts';
import { bindings, orderRequest, prepareDatabases, testMall } from './testing/test-mall.ts';

interface Described {
  parameters: { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, { content?: Record<string, { schema: Schema }> }>;
}
interface Document {
  paths: Record<string, Record<string, Described>>;
  components: Schema;
}

const midtrans = fakeMidtrans('SB-Mid-server-contoh');
const mall = testMall({ limits: false }, midtrans);
let document: Document;
beforeAll(async () => {
  await prepareDatabases();
  await bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at)
     VALUES ('batik-sekar/kemeja-parang/m', 100, ''), ('batik-sekar/selendang-truntum', 100, '')`,
  ).run();
  document = await (await mall.request('/api/openapi.json')).json();
});

const operations = (): [path: string, method: string, Described][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]): [string, string, Described] => [
      path,
      method.toUpperCase(),
      described,
    ]),
  );

/** What is wrong with a body, by a schema of the document. */
function faultsOf(schema: Schema, body: unknown): string[] {
  const { valid, errors } = new Validator(
    { ...schema, components: document.components },
    '2020-12',
    false,
  ).validate(body);
  return valid ? [] : errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}

/** Holds an answer against its description: status, media type and body. */
async function held(path: string, method: string, response: Response, sent: string): Promise<unknown> {
  const said = `${method} ${path} ${sent}: ${response.status}`;
  const described = document.paths[path]?.[method.toLowerCase()]?.responses[response.status];
  expect(described, `${said} is not described`).toBeDefined();
  const [type, content] = Object.entries(described?.content ?? {})[0] ?? [];
  if (!type || !content) {
    expect(await response.text(), `${said} has no body`).toBe('');
    return undefined;
  }
  expect(response.headers.get('Content-Type')?.split(';')[0], said).toBe(type);
  const body: unknown = await response.json();
  expect(faultsOf(content.schema, body), said).toEqual([]);
  return body;
}

test('every route of the API describes itself, and the document holds no other', () => {
  const routes = apiRoutes(createApp(() => ({}) as never, {}).routes);
  expect(routes.filter(({ operation }) => !operation)).toEqual([]);
  expect(operations().map(([path, method]) => `${method} ${path}`)).toEqual(
    routes.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  );
});

/** Every address of the description with parts that nobody has. */
const strangers = (path: string) => path.replace(/\{\w+\}/g, 'TIDAK-ADA');

const BAD: [name: string, init: (method: string) => RequestInit][] = [
  ['nothing', () => ({})],
  ['a foreign origin', () => ({ headers: { Origin: 'https://lain.test' } })],
  ['plain words', () => ({ headers: { 'Content-Type': 'text/html' }, body: 'halo' })],
  ['words without a type', () => ({ body: new TextEncoder().encode('halo') })],
  ...['{"a":', 'null', '[]', '7', '{}', '{"path":7}'].map((body): [string, () => RequestInit] => [
    body,
    () => ({ headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'kunci' }, body }),
  ]),
  [
    'a body beyond the limit',
    () => ({
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'k' },
      body: `"${'a'.repeat(70_000)}"`,
    }),
  ],
  ['a form', () => ({ body: new URLSearchParams({ sku: 'x' }) })],
  [
    'half a form with files',
    () => ({ headers: { 'Content-Type': 'multipart/form-data; boundary=x' }, body: '--x' }),
  ],
];

test.each(['nobody', 'a seller', 'an operator'])(
  'what %s sends wrongly is answered as described',
  async (who) => {
    const email = { 'a seller': SEKAR, 'an operator': OPERATOR }[who];
    const by = email ? await signedIn(mall, email) : mall;
    for (const [path, method, described] of operations()) {
      for (const [name, init] of BAD) {
        const { body, ...rest } = init(method);
        const request = { method, ...rest, ...(method !== 'GET' && body !== undefined && { body }) };
        await held(path, method, await by.request(strangers(path), request), name);
      }
      const schema = described.requestBody?.content['application/json']?.schema;
      for (const wrong of [7, {}, ['x'], 'x'.repeat(3000)]) {
        const body = Object.fromEntries(Object.keys(schema?.properties ?? {}).map((field) => [field, wrong]));
        const { method: _, ...request } = orderRequest(body);
        if (schema)
          await held(
            path,
            method,
            await by.request(strangers(path), { method, ...request }),
            JSON.stringify(wrong).slice(0, 9),
          );
      }
      const query = described.parameters.filter((parameter) => parameter.in === 'query');
      for (const { name } of query)
        for (const value of ['', 'x', '-1', '999999999999999999'])
          await held(
            path,
            method,
            await by.request(`${strangers(path)}?${name}=${value}`),
            `${name}=${value}`,
          );
    }
    await mall.settle();
  },
);

test('another method is answered 405, with those that the description has', async () => {
  for (const [path, methods] of Object.entries(document.paths)) {
    const response = await mall.request(strangers(path), { method: 'DELETE' });
    expect([path, response.status]).toEqual([path, 405]);
    const allowed = response.headers
      .get('Allow')
      ?.split(', ')
      .filter((method) => method !== 'HEAD');
    expect(allowed?.sort()).toEqual(
      Object.keys(methods)
        .map((method) => method.toUpperCase())
        .sort(),
    );
    expect(faultsOf({ $ref: '#/components/schemas/Problem' }, await response.json())).toEqual([]);
  }
});

test('a search takes what its parameters allow, and refuses what they do not', () => {
  const search = document.paths['/api/search']?.get;
  const shapes = new Map(search?.parameters.map(({ name, schema }) => [name, schema]));
  expect(shapes.get('sort')?.enum).toContain('price_desc');
  const faults = (name: string, value: unknown) =>
    parseSearchParams(new URLSearchParams({ [name]: String(value) })).errors;
  for (const [name, { enum: values = [], minimum, maximum }] of shapes) {
    for (const value of [...values, minimum ?? '', maximum ?? '']) expect(faults(name, value)).toEqual([]);
    if (values.length) expect(faults(name, 'lain')).not.toEqual([]);
    if (minimum !== undefined) expect(faults(name, minimum - 1)).not.toEqual([]);
    if (maximum !== undefined) expect(faults(name, maximum + 1)).not.toEqual([]);
  }
});
