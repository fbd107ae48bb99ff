import { handle } from '@astrojs/cloudflare/handler';
import { Hono } from 'hono';
const app = new Hono();
app.get('/api/health', (c) => c.json({ ok: true }));
app.all('*', (c) => handle(c.req.raw as any, c.env as any, Object.assign(Object.create(null), { waitUntil: (p: any) => c.executionCtx.waitUntil(p), mall: 'hello' }) as any) as any);
export default app;
