import type { MiddlewareHandler } from 'hono';

/** Where Turnstile's script and frame come from (developers.cloudflare.com/turnstile, "Content Security Policy"). */
const TURNSTILE = 'https://challenges.cloudflare.com';

/** Stands among a route's handlers where its page shows Turnstile; nowhere else its script is let in. */
export const showsTurnstile: MiddlewareHandler<{ Variables: { showsTurnstile?: boolean } }> = (c, next) => {
  c.set('showsTurnstile', true);
  return next();
};

/** Security headers of a page that shows Turnstile's widget: its script and its frame may be loaded. */
export function withTurnstile(headers: Record<string, string>): Record<string, string> {
  const policy = headers['Content-Security-Policy'] ?? '';
  return {
    ...headers,
    'Content-Security-Policy': `${policy.replace("script-src 'self'", `script-src 'self' ${TURNSTILE}`)}; frame-src ${TURNSTILE}`,
  };
}

/**
 * The security headers of every answer. The Worker sets them on its own answers and the build writes the
 * same list into `_headers` for static files.
 *
 * `Referrer-Policy` is `same-origin`: with `no-referrer` a browser posts forms with `Origin: null`, which the
 * Origin check must refuse.
 *
 * @param styleSource CSP source of the one inline stylesheet, `'sha256-…'`
 */
export function securityHeaders(styleSource: string): Record<string, string> {
  return {
    'Content-Security-Policy': [
      "default-src 'none'",
      `style-src ${styleSource}`,
      "script-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      "font-src 'none'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  };
}
