import { z } from 'zod';
import type { App } from '../http/context.ts';
import { describes, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';

const stock = z.int().nullable().meta({ description: 'Pieces left; null is made to order' });

const PRODUCT = describes({
  summary: 'A product with its live stock',
  answers: {
    200: [
      'The product',
      z.object({
        sku: z.string(),
        title: z.string(),
        seller: z.string(),
        category: z.string(),
        region: z.string(),
        edition: z.string(),
        price: rupiah(),
        min_qty: z.int(),
        tiers: z.array(z.object({ min_qty: z.int(), price: rupiah() })),
        variants: z.array(z.object({ sku: z.string(), name: z.string(), price: rupiah(), stock })),
        stock,
        url: z.string(),
        image: z.string().nullable(),
      }),
    ],
  },
});

/** `GET /api/products/<seller>/<product>`: the product with its live stock. */
export function productRoutes(app: App): void {
  app.get('/api/products/:seller/:product', PRODUCT, async (c) => {
    const product = await c.var.mall.product(`${c.req.param('seller')}/${c.req.param('product')}`);
    return product ? c.json(product) : problem(c, 404, 'not_found');
  });
}
