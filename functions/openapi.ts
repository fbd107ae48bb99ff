import { z } from 'zod';
import { SESSION_COOKIE } from './access/session-cookies.ts';
import type { App } from './http/context.ts';
import { apiRoutes, describes, openapiDocument } from './http/openapi.ts';

const INFO = {
  title: 'Mal UKM',
  version: '1',
  description:
    'JSON in UTF-8; errors are RFC 9457 problems with a stable code. Another method than those of a path is answered 405 `method_not_allowed` with `Allow`.',
};

/** `GET /api/openapi.json`: the API described by OpenAPI 3.1, from what the routes say of themselves. */
export function openapiRoutes(app: App): void {
  let document: object | undefined;
  app.get(
    '/api/openapi.json',
    describes({
      summary: 'This description',
      answers: { 200: ['OpenAPI 3.1', z.looseObject({ openapi: z.string() })] },
    }),
    (c) => {
      document ??= openapiDocument(INFO, apiRoutes(app.routes), SESSION_COOKIE);
      return c.json(document, 200, { 'Cache-Control': 'public, max-age=3600' });
    },
  );
}
