import type { Context } from 'hono';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { problems } from '../../src/i18n/problems.ts';

/** True for a person's browser that asks for a page, not for data. */
export const wantsPage = (c: Context): boolean =>
  !c.req.path.startsWith('/api/') && (c.req.header('Accept') ?? '').includes('text/html');

/** A page that needs nothing of the mall, for when the mall fails: what happened, and what to name when asking. */
export function errorPage(c: Context, requestId: string): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  const { titles, fallback, reference, home } = problems[locale];
  const title = titles.internal ?? fallback;
  return new Response(
    `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<main>
<h1>${title}</h1>
<p>${reference} <code>${requestId}</code></p>
<p><a href="/">${home}</a></p>
</main>
</html>
`,
    { status: 500, headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } },
  );
}
