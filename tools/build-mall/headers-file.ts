import { securityHeaders } from '../../functions/http/security-headers.ts';
import { formHeaders, formHost } from './content-form/host.ts';
import { styleSources } from './mall-modules.ts';

/** Paths whose names change with their content, so that a browser may keep them for a year. */
const IMMUTABLE = ['/_astro/*', '/foto/*'];

/**
 * Pagefind searches in a worker with WebAssembly. A worker's policy comes with its own script, so only this
 * folder allows that; `!` takes off the policy of all other files, which would still hold beside another.
 */
const PAGEFIND = [
  '/pagefind/*',
  '  ! Content-Security-Policy',
  "  Content-Security-Policy: default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'",
];

/** Cloudflare's `_headers`: the Worker's own security headers for static files, and how long to keep them. */
export function headersFile(): string {
  const headers = Object.entries(securityHeaders(styleSources()));
  return [
    '/*',
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    ...IMMUTABLE.flatMap((path) => [path, '  Cache-Control: public, max-age=31536000, immutable']),
    ...PAGEFIND,
    ...formHeaders(formHost()),
    '',
  ].join('\n');
}
