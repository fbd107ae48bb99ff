import type { APIRoute } from 'astro';
import { today } from '../../catalog/reading/today.ts';
import { operator } from '../../domain/who-runs-it.ts';

/** RFC 9116: where a fault is told. It ends eleven months after the month of the build; the mall is built every day. */
export const GET: APIRoute = ({ site }) => {
  const [year = 0, month = 0] = today().split('-').map(Number);
  const expires = new Date(Date.UTC(year, month - 1 + 11, 1)).toISOString();
  return new Response(
    [
      `Contact: mailto:${operator.email}`,
      `Expires: ${expires}`,
      'Preferred-Languages: id, en',
      `Canonical: ${new URL('/.well-known/security.txt', site)}`,
      '',
    ].join('\n'),
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
};
