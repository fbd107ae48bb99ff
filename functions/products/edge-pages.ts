import type { PageCache } from './ports.ts';

/** A version's pages never change, so this only frees room that nobody uses. */
const ONE_WEEK = 'public, max-age=604800';

/**
 * Rendered pages in the cache of Cloudflare's edge, by place. It works on the mall's own domain only; on
 * `workers.dev` nothing is kept and each page is rendered anew.
 * @param origin the mall's own address: names of others would be looked up
 * @param version tells both catalogue and code, so that a new version never answers with an old page
 */
export function edgePages(origin: string, version: string): PageCache {
  const cache = () => (caches as unknown as { default: Cache }).default;
  const nameOf = (path: string) => `${origin}${path}?versi=${encodeURIComponent(version)}`;
  return {
    async find(path) {
      const found = await cache()
        .match(nameOf(path))
        .catch(() => undefined);
      const etag = found?.headers.get('ETag');
      return found?.body && etag ? { html: found.body, etag } : undefined;
    },
    async keep(path, { html, etag }) {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': ONE_WEEK, ETag: etag };
      await cache()
        .put(nameOf(path), new Response(html, { headers }))
        .catch(() => undefined);
    },
  };
}
