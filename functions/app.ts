import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { matchedRoutes, routePath } from 'hono/route';
import { passkeyRoutes } from './access/passkey-routes.ts';
import { confirmAddressRoutes, signInRoutes } from './access/sign-in-routes.ts';
import { sellerLinkRoutes } from './fulfilment/mailed-order-link-routes.ts';
import { orderActionRoutes } from './fulfilment/order-actions-routes.ts';
import { paymentRoutes } from './fulfilment/payments-routes.ts';
import { deskOrderRoutes } from './fulfilment/seller-moves-routes.ts';
import { afterAnswer } from './http/after-answer.ts';
import { MAX_BODY } from './http/body.ts';
import type { App, AppContext, RequestVariables } from './http/context.ts';
import { errorPage, wantsPage } from './http/error-page.ts';
import { isTrustedOrigin } from './http/origin.ts';
import { takesPhotos } from './http/photo-form.ts';
import { problem } from './http/problem.ts';
import { isKept, newRequestId, REQUEST_ID } from './http/request-id.ts';
import { withTurnstile } from './http/security-headers.ts';
import { isForeignHost } from './http/settings.ts';
import { inquiryRoutes } from './inquiry/inquiries-routes.ts';
import { inquiryApiRoutes } from './inquiry/inquiry-api-routes.ts';
import { mailboxRoutes } from './mail/mailbox-routes.ts';
import type { Mall } from './mall.ts';
import { openapiRoutes } from './openapi.ts';
import { operatorDeskRoutes } from './operator/operator-desk-routes.ts';
import { cartRoutes } from './ordering/cart-routes.ts';
import { checkoutRoutes } from './ordering/checkout-routes.ts';
import { findOrderRoutes } from './ordering/find-order-routes.ts';
import { orderRoutes } from './ordering/orders-routes.ts';
import { proofRoutes } from './payment/proofs-routes.ts';
import { orderDataRoutes } from './privacy/order-data-routes.ts';
import { healthRoutes } from './products/health-routes.ts';
import { ogRoutes } from './products/og-routes.ts';
import { photoRoutes } from './products/photos-routes.ts';
import { productPageRoutes } from './products/product-pages-routes.ts';
import { productRoutes } from './products/products-routes.ts';
import { sellerChatRoutes } from './products/seller-chat-routes.ts';
import { searchRoutes } from './search/search-routes.ts';
import { deskApiRoutes } from './seller-desk/desk-api-routes.ts';
import { deskRoutes } from './seller-desk/desk-routes.ts';
import { turnoverRoutes } from './turnover/turnover-routes.ts';
import { visitRoutes } from './turnover/visits-routes.ts';

/** What a request is bound to: the mall, and what HTTP needs besides. */
export type AppVariables = Omit<RequestVariables, 'requestId'> & { mall: Mall };

/**
 * The mall at request time: one order of middleware, routes by noun, one place for errors.
 * @param bind gives each request its variables
 * @param headers the security headers of every answer
 */
export function createApp(bind: (c: Context) => AppVariables, headers: Record<string, string>): App {
  const app: App = new Hono({ strict: false });

  app.use(async (c, next) => {
    const requestId = newRequestId(c);
    c.set('requestId', requestId);
    const bound = bind(c);
    for (const [name, value] of Object.entries(bound)) c.set(name as never, value as never);
    c.set('waitUntil', (work: Promise<unknown>) => bound.waitUntil(afterAnswer(work)));
    const refused = namesNothing(new URL(c.req.url).pathname) ? await unknown(c) : refusal(c);
    if (refused) c.res = refused;
    else await next();
    const guarded = c.var.settings.turnstile && c.var.showsTurnstile ? withTurnstile(headers) : headers;
    for (const [name, value] of Object.entries(guarded)) c.res.headers.set(name, value);
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'private, no-store');
    if (!isKept(c.res)) c.res.headers.set(REQUEST_ID, requestId);
  });

  visitRoutes(app);
  turnoverRoutes(app);
  healthRoutes(app);
  openapiRoutes(app);
  productRoutes(app);
  sellerChatRoutes(app);
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
  passkeyRoutes(app);
  signInRoutes(app);
  confirmAddressRoutes(app);
  deskRoutes(app);
  deskApiRoutes(app);
  inquiryApiRoutes(app);
  inquiryRoutes(app);
  operatorDeskRoutes(app);

  app.notFound(async (c) => {
    const allowed = await allowedMethods(app, c);
    if (allowed.length)
      return problem(c, 405, 'method_not_allowed', { headers: { Allow: allowed.join(', ') } });
    return unknown(c);
  });

  app.onError((error, c) => {
    if (error.name === 'CatalogUnavailable')
      return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
    // A message may hold what a person typed, so the log gets the kind of fault and where it happened only.
    const requestId = c.var.requestId;
    console.error(`${requestId} ${c.req.method} ${routePath(c)}: ${error.name}`, stackOf(error));
    return wantsPage(c) ? errorPage(c, requestId) : problem(c, 500, 'internal', { requestId });
  });
  return app;
}

/**
 * True for an address that can name nothing: with control signs, or escapes that are none. What is made of its parts
 * later, such as the header of a redirect, need not ask again.
 */
function namesNothing(pathname: string): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are looked for
    return /[\u0000-\u001f\u007f]/.test(decodeURIComponent(pathname));
  } catch {
    return true;
  }
}

async function unknown(c: AppContext): Promise<Response> {
  if (c.req.path.startsWith('/api/')) return problem(c, 404, 'not_found');
  const page = await c.var.asset('/404.html');
  return new Response(page.body, { status: 404, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
}

/** True where the route of this request has this mark among its handlers. */
function says(c: Context, mark: MiddlewareHandler): boolean {
  return matchedRoutes(c).some(({ handler }) => handler === mark);
}

/** Requests that no route should see: foreign hosts and origins, and bodies beyond the limit. */
function refusal(c: Context): Response | undefined {
  if (isForeignHost(c.req.raw, c.var.settings)) return problem(c, 404, 'not_found');
  if (!isTrustedOrigin(c.req.raw) && !c.req.path.startsWith('/api/payments/'))
    return problem(c, 403, 'forbidden_origin');
  if (Number(c.req.header('Content-Length') ?? 0) > MAX_BODY && !says(c, takesPhotos))
    return problem(c, 413, 'too_large');
  return undefined;
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
