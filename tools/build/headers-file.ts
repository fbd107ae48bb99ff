import { securityHeaders } from '../../functions/security-headers.ts';
import { mallStylesheet, styleSource } from './mall-modules.ts';

/** Paths whose names change with their content, so that a browser may keep them for a year. */
const IMMUTABLE = ['/_astro/*', '/foto/*'];

/** Cloudflare's `_headers`: the Worker's own security headers for static files, and how long to keep them. */
export function headersFile(): string {
  const headers = Object.entries(securityHeaders(styleSource(mallStylesheet())));
  return [
    '/*',
    ...headers.map(([name, value]) => `  ${name}: ${value}`),
    ...IMMUTABLE.flatMap((path) => [path, '  Cache-Control: public, max-age=31536000, immutable']),
    '',
  ].join('\n');
}
