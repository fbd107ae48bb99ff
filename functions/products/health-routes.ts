import type { App } from '../http/context.ts';
import { problem } from '../http/problem.ts';

/** `GET /api/health`: the catalogue's version and how much it holds, and whether mails go out. */
export function healthRoutes(app: App): void {
  app.get('/api/health', async (c) => {
    const health = await c.var.mall.health();
    if (!health) return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
    const { outbox, late } = await c.var.mall.mailHealth();
    return c.json({ status: late ? 'degraded' : 'ok', ...health, outbox });
  });
}
