import type { App } from '../http/context.ts';
import { problem } from '../http/problem.ts';

/** `GET /api/products/<seller>/<product>`: the product with its live stock. */
export function productRoutes(app: App): void {
  app.get('/api/products/:seller/:product', async (c) => {
    const product = await c.var.mall.product(`${c.req.param('seller')}/${c.req.param('product')}`);
    return product ? c.json(product) : problem(c, 404, 'not_found');
  });
}
