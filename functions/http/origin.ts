const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether an unsafe request may have come from the mall's own pages. `Origin` decides; without one
 * `Sec-Fetch-Site`, then `Referer`. A request with none of the three is no browser's and cannot ride on a
 * visitor's cookies, so it passes.
 */
export function isTrustedOrigin(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const own = new URL(request.url).host;
  const hosts = new Set([own, request.headers.get('Host') ?? own]);
  const isOwn = (url: string) => {
    try {
      return hosts.has(new URL(url).host);
    } catch {
      return false;
    }
  };
  const origin = request.headers.get('Origin');
  if (origin !== null) return isOwn(origin);
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const referer = request.headers.get('Referer');
  return referer === null || isOwn(referer);
}
