import { createHash } from 'node:crypto';
import type { ProductView } from '../../src/catalog/showing/product-view.ts';
import type { App, AppContext } from '../http/context.ts';
import type { KeptPage } from './ports.ts';

/**
 * A product's address without a static page: its page from the catalogue; 301 to where the product is now; or 404 with
 * what else its seller has.
 */
export function productPageRoutes(app: App): void {
  app.get('/produk/:seller/:product', async (c) => {
    const { seller, product } = c.req.param();
    const slug = `${seller}/${product}`;
    const page = await pageOf(c, slug);
    if (page) return page;
    const now = await c.var.mall.movedTo(slug);
    if (now) {
      // A day, not for ever: an address may be given to a product again.
      c.header('Cache-Control', 'public, max-age=86400');
      return c.redirect(`/produk/${now}/${new URL(c.req.url).search}`, 301);
    }
    const known = (await c.var.mall.sellers([seller])).has(seller);
    if (!known) return c.notFound();
    return c.var.page({ path: `/produk/tidak-ada?ukm=${encodeURIComponent(seller)}`, status: 404 });
  });
}

/** The page of a product as the edge kept it, or rendered and kept now; like static files it is asked for anew each time. */
async function pageOf(c: AppContext, slug: string): Promise<Response | undefined> {
  const { pageCache, productPage } = c.var.mall;
  const address = `/produk/${slug}/`;
  const kept = await pageCache.find(address);
  if (!kept) {
    const product = await productPage(slug);
    if (!product) return undefined;
    const rendered = await c.var.page({ path: '/produk/halaman', product });
    if (!rendered.ok) return rendered;
    const html = await rendered.text();
    const page = { html, etag: etagOf(html) };
    c.var.waitUntil(pageCache.keep(address, page));
    return answer(c, page);
  }
  return answer(c, kept);
}

function answer(c: AppContext, { html, etag }: KeptPage): Response {
  const { pathname, search } = new URL(c.req.url);
  // As the edge does for a static page without its last slash.
  if (!pathname.endsWith('/')) return c.redirect(`${pathname}/${search}`, 307);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'public, max-age=0, must-revalidate',
    ETag: etag,
  };
  const known = (c.req.header('If-None-Match') ?? '')
    .split(',')
    .map((each) => each.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(html, { headers });
}

function etagOf(html: string): string {
  return `"${createHash('sha256').update(html).digest('hex').slice(0, 32)}"`;
}

declare module '../http/context.ts' {
  interface PageState {
    /** What a product's page shows that is not built ahead. */
    product?: ProductView;
  }
}
