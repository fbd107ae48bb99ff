import { z } from 'zod';
import type { App } from '../http/context.ts';
import { describes, moment } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const HEALTH = describes({
  summary: "The catalogue's version and size, how long mails wait, and when the last backup was written",
  answers: {
    200: [
      '`degraded` when mails wait for too long, or backups are not written',
      z.object({
        status: z.enum(['ok', 'degraded']),
        catalog: z.string(),
        products: z.int(),
        sellers: z.int(),
        outbox: z.object({ waiting: z.int(), oldest_s: z.int().meta({ description: 'seconds' }) }),
        backup: z.object({ last: moment().nullable() }),
      }),
    ],
  },
});

/** `GET /api/health`: the catalogue's version and how much it holds, whether mails go out, and when the last backup was written. */
export function healthRoutes(app: App): void {
  app.get('/api/health', HEALTH, async (c) => {
    const health = await c.var.mall.health();
    if (!health) return problem(c, 503, 'catalog_unavailable', { headers: { 'Retry-After': '5' } });
    const { outbox, late } = await c.var.mall.mailHealth();
    const backup = await c.var.mall.personalData.backupHealth();
    // What runs on a developer's machine has nothing to lose.
    const unsafe = c.var.settings.deployed && backup.late;
    return c.json({
      status: late || unsafe ? 'degraded' : 'ok',
      ...health,
      outbox,
      backup: { last: backup.last },
    });
  });
}
