const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether an unsafe request may have come from the mall's own pages. `Origin` decides; without one
 * `Sec-Fetch-Site`, then `Referer`. A request with none of the three is no browser's and cannot ride on a
 * visitor's cookies, so it passes. Origins are compared, not hosts: `https://` on this host is another site.
 */
export function isTrustedOrigin(request: Request): boolean {
  if (SAFE_METHODS.has(request.method)) return true;
  const { origin: own, protocol } = new URL(request.url);
  // A proxy on a developer's machine hands on the browser's Host, not its address.
  const asked = `${protocol}//${request.headers.get('Host')}`;
  const origins = new Set([own, ...(URL.canParse(asked) ? [new URL(asked).origin] : [])]);
  const isOwn = (url: string) => URL.canParse(url) && origins.has(new URL(url).origin);
  const origin = request.headers.get('Origin');
  if (origin !== null) return isOwn(origin);
  const site = request.headers.get('Sec-Fetch-Site');
  if (site !== null) return site === 'same-origin' || site === 'none';
  const referer = request.headers.get('Referer');
  return referer === null || isOwn(referer);
}
