import { readPackEntry } from '../../src/domain/products/og-pack.ts';
import type { App } from '../http/context.ts';

/**
 * `GET /og/<seller>/<product>.jpg`: the picture that a shared link shows. The pictures of one seller lie in one
 * pack, because a file for each would break the cap on static files.
 */
export function ogRoutes(app: App): void {
  app.get('/og/:seller/:file', async (c) => {
    const product = /^(.+)\.jpg$/.exec(c.req.param('file'))?.[1];
    const pack = product
      ? await c.var.asset(`/og/${encodeURIComponent(c.req.param('seller'))}.pack`)
      : undefined;
    const picture = pack?.ok && product && readPackEntry(new Uint8Array(await pack.arrayBuffer()), product);
    if (!picture) return c.notFound();
    return new Response(picture as BodyInit, {
      headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'public, max-age=86400' },
    });
  });
}
