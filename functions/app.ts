import { type Context, Hono } from 'hono';
import { routePath } from 'hono/route';
import type { ProductView } from '../src/catalog/product-view.ts';
import { isTrustedOrigin } from './origin.ts';
import type { Settings } from './ports.ts';
import type { Account } from './ports-people.ts';
import { cartRoutes } from './routes/cart.ts';
import { checkoutRoutes } from './routes/checkout.ts';
import { deskRoutes } from './routes/desk.ts';
import { deskApiRoutes } from './routes/desk-api.ts';
import { deskOrderRoutes } from './routes/desk-orders.ts';
import { findOrderRoutes } from './routes/find-order.ts';
import { healthRoutes } from './routes/health.ts';
import { inquiryRoutes } from './routes/inquiries.ts';
import { mailboxRoutes } from './routes/mailbox.ts';
import { ogRoutes } from './routes/og.ts';
import { openapiRoutes } from './routes/openapi.ts';
import { operatorDeskRoutes } from './routes/operator-desk.ts';
import { orderActionRoutes } from './routes/order-actions.ts';
import { orderDataRoutes } from './routes/order-data.ts';
import { orderRoutes } from './routes/orders.ts';
import { paymentRoutes } from './routes/payments.ts';
import { photoRoutes } from './routes/photos.ts';
import { problem } from './routes/problem.ts';
import { productPageRoutes } from './routes/product-pages.ts';
import { productRoutes } from './routes/products.ts';
import { proofRoutes } from './routes/proofs.ts';
import { searchRoutes } from './routes/search.ts';
import { sellerLinkRoutes } from './routes/seller-link.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { turnoverRoutes } from './routes/turnover.ts';
import { visitRoutes } from './routes/visits.ts';
import { withTurnstile } from './security-headers.ts';
import type { Mall } from './usecases/mall.ts';

/** What a page needs besides the mall: a form that came back with problems. */
export interface PageState {
  status?: number;
  form?: unknown;
  /** What a product's page shows that is not built ahead. */
  product?: ProductView;
  /** Who is signed in, on the pages of the desks. */
  account?: Account;
}

/** What every route finds in its context. */
export interface AppVariables {
  mall: Mall;
  settings: Settings;
  /** Renders one of the Astro pages, at another path than the request's own if it is a form's answer. */
  page: (options?: { path?: string } & PageState) => Promise<Response>;
  /** A static file of the build. */
  asset: (path: string) => Promise<Response>;
  waitUntil: (work: Promise<unknown>) => void;
}
export type AppContext = Context<{ Variables: AppVariables }>;
export type App = Hono<{ Variables: AppVariables }>;

/** Largest body of any request, in bytes. */
const MAX_BODY = 64 * 1024;

/**
 * The mall at request time: one order of middleware, routes by noun, one place for errors.
 * @param bind gives each request its variables
 * @param headers the security headers of every answer
 */
export function createApp(bind: (c: Context) => AppVariables, headers: Record<string, string>): App {
  const app: App = new Hono<{ Variables: AppVariables }>({ strict: false });

  app.use(async (c, next) => {
    for (const [name, value] of Object.entries(bind(c))) c.set(name as keyof AppVariables, value as never);
    const refused = refusal(c);
    if (refused) c.res = refused;
    else await next();
    const guarded = hasTurnstile(c) ? withTurnstile(headers) : headers;
    for (const [name, value] of Object.entries(guarded)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store');
  });

  visitRoutes(app);
  turnoverRoutes(app);
  healthRoutes(app);
  openapiRoutes(app);
  productRoutes(app);
  searchRoutes(app);
  cartRoutes(app);
  checkoutRoutes(app);
  findOrderRoutes(app);
  orderRoutes(app);
  orderActionRoutes(app);
  orderDataRoutes(app);
  sellerLinkRoutes(app);
  deskOrderRoutes(app);
  paymentRoutes(app);
  proofRoutes(app);
  ogRoutes(app);
  photoRoutes(app);
  productPageRoutes(app);
  mailboxRoutes(app);
  signInRoutes(app);
  deskRoutes(app);
  deskApiRoutes(app);
  inquiryRoutes(app);
  operatorDeskRoutes(app);

  app.notFound(async (c) => {
    const allowed = await allowedMethods(app, c);
    if (allowed.length)
      return problem(c, 405, 'method_not_allowed', { headers: { Allow: allowed.join(', ') } });
    if (c.req.path.startsWith('/api/')) return problem(c, 404, 'not_found');
    const page = await c.var.asset('/404.html');
    return new Response(page.body, { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
  });

  app.onError((error, c) => {
    if (error.name === 'CatalogUnavailable')
      return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
    // A message may hold what a person typed, so the log gets the kind of fault and where it happened only.
    console.error(`${c.req.method} ${routePath(c)}: ${error.name}`, stackOf(error));
    return problem(c, 500, 'internal');
  });
  return app;
}

/** True on the pages on which a question is asked, where Turnstile is set up; nowhere else its script is let in. */
function hasTurnstile(c: AppContext): boolean {
  return c.var.settings.turnstile === true && /^\/(en\/)?tanya\/(?!t\/)[^/]+(\/[^/]+)?\/?$/.test(c.req.path);
}

/** Requests that no route should see: foreign origins and bodies beyond the limit. */
function refusal(c: Context): Response | undefined {
  if (!isTrustedOrigin(c.req.raw) && !c.req.path.startsWith('/api/payments/'))
    return problem(c, 403, 'forbidden_origin');
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_BODY && !isPhoto(c.req.path))
    return problem(c, 413, 'too_large');
  return undefined;
}

/** Photos are larger than anything else and read within limits of their own, see routes/photo-form.ts. */
function isPhoto(path: string): boolean {
  return [
    /^\/pesanan\/[^/]+\/[^/]+\/(?:bukti|paid|complaint)$/,
    /^\/api\/orders\/[^/]+\/seller-orders\/[^/]+\/proofs$/,
    /^\/penjual\/[^/]+$/,
    /^\/lapak\/pesanan\/[^/]+$/,
  ].some((form) => form.test(path));
}

/** Where an error was thrown, without its message. */
function stackOf(error: Error): string {
  return (error.stack ?? '').split('\n').slice(1, 6).join('\n');
}

/** The methods that this path knows, when the request's own is not among them. */
async function allowedMethods(app: App, c: AppContext): Promise<string[]> {
  const methods = new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && matches(path, c.req.path))
      .map(({ method }) => method),
  );
  if (methods.has('GET')) methods.add('HEAD');
  if (methods.size) return methods.has(c.req.method) ? [] : [...methods].sort();
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return [];
  const asset = await c.var.asset(c.req.path);
  return asset.ok ? ['GET', 'HEAD'] : [];
}

function matches(pattern: string, path: string): boolean {
  const source = pattern
    .split('/')
    .map((part) => (part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))
    .join('/');
  return new RegExp(`^${source}/?$`).test(path);
}

/**
 * Reads a body within the limit, even one that does not tell its length.
 * @returns undefined when it is too large
 */
export async function readBody(request: Request): Promise<string | undefined> {
  const bytes = await readBytes(request, MAX_BODY);
  return bytes && new TextDecoder().decode(bytes);
}

/** The same as bytes, within another limit. */
export async function readBytes(request: Request, limit = MAX_BODY): Promise<Uint8Array | undefined> {
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return undefined;
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}
