import type { App } from '../app.ts';

/**
 * A product's address that no page answers to any more: 301 to where the product is now, or 404 with what else
 * its seller has.
 */
export function formerProductRoutes(app: App): void {
  app.get('/produk/:seller/:product', async (c) => {
    const { seller, product } = c.req.param();
    const now = await c.var.mall.movedTo(`${seller}/${product}`);
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
