import type { App } from '../http/context.ts';

/** `<product>-<number>.<hash>.<ending>`, as the build names photos. */
const NAME = /^[a-z0-9-]+\.[0-9a-f]{8}\.(?:svg|\d+\.webp)$/;

/** `GET /foto/<seller>/<file>`: photos that do not lie among the static files. */
export function photoRoutes(app: App): void {
  app.get('/foto/:seller/:file', async (c) => {
    const { seller, file } = c.req.param();
    const photo = NAME.test(file)
      ? await c.var.mall.photo(`${seller}/${file}`, c.req.raw.headers)
      : undefined;
    return photo ?? c.notFound();
  });
}
