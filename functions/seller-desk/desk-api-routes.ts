import { z } from 'zod';
import { MAX_QTY } from '../../src/domain/limits.ts';
import { MAX_ON_HAND, SALE_STATES, WAIT_REASONS } from '../../src/domain/seller-desk/booth-sale.ts';
import { MAX_ENTRY } from '../../src/domain/turnover/ledger.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { requireRole } from '../access/desk-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { optionalJson } from '../http/form.ts';
import { describes, moment, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import type { DeskRefusal } from './booth-sales.ts';
import type { RecordedSale } from './ports.ts';

const STOCK = describes({
  summary:
    'Sets the stock of a SKU to `on_hand`, or adds to it by `add`; an `id` that is sent twice counts once',
  by: 'seller',
  body: z.object({
    sku: z.string(),
    on_hand: z.int().min(0).max(MAX_ON_HAND).optional(),
    add: z.int().optional(),
    id: z.string().optional(),
  }),
  sent: 'optional',
  answers: {
    200: ['The stock', z.object({ stock: z.object({ sku: z.string(), on_hand: z.int() }) })],
  },
  refusals: { 409: ['stock_id_reused', 'out_of_stock'] },
});

/** Body of an answer with a sale. */
export const saleAnswerSchema = z
  .object({
    sale: z.object({
      id: z.string(),
      seller: z.string(),
      sku: z.string(),
      qty: z.int(),
      amount: rupiah(),
      edition: z.string(),
      occurred_at: moment(),
      recorded_at: moment(),
      destination: z.string().nullable(),
      inquiry: z.string().nullable(),
      status: z.enum(SALE_STATES),
      waits_for: z.array(z.enum(WAIT_REASONS)),
    }),
  })
  .meta({ title: 'Sale' });

const SALE = describes({
  summary: 'Records a sale at the booth or elsewhere; an id that is sent twice counts once',
  by: 'seller',
  body: z.object({
    id: z.string(),
    sku: z.string(),
    qty: z.int().min(1).max(MAX_QTY),
    amount: z.int().min(1).max(MAX_ENTRY),
    occurred_at: moment(),
    destination: z.string().nullish().meta({ description: 'Kemendagri code of a regency, or a country' }),
    inquiry: z.string().nullish().meta({ description: 'Code of the question that it came from' }),
  }),
  sent: 'optional',
  answers: { 201: ['Recorded; `Idempotent-Replayed: true` when it was before', saleAnswerSchema] },
  refusals: { 409: ['sale_id_reused', 'suspended', 'question_is_sold'] },
});

const VOID = describes({
  summary: 'Takes an own sale back within 24 hours; once more changes nothing',
  by: 'seller',
  answers: { 200: ['The sale', saleAnswerSchema] },
  refusals: { 409: ['void_too_late'] },
});

/** The desk's own JSON: stock and sales; the same use cases as its forms. */
export function deskApiRoutes(app: App): void {
  app.post('/api/desk/stock', STOCK, async (c) => {
    const account = await requireRole(c, 'seller');
    if (account instanceof Response) return account;
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.desk.changeStock(account, fields);
    if (!result.ok) return deskRefusal(c, result);
    return c.json({ stock: { sku: result.sku, on_hand: result.on_hand } }, 200, NO_STORE);
  });

  app.post('/api/desk/sales', SALE, async (c) => {
    const account = await requireRole(c, 'seller');
    if (account instanceof Response) return account;
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.desk.recordSale(account, fields);
    if (!result.ok) return deskRefusal(c, result);
    return c.json({ sale: saleAnswer(result.sale) }, 201, {
      ...NO_STORE,
      ...(result.replayed && { 'Idempotent-Replayed': 'true' }),
    });
  });

  app.post('/api/desk/sales/:id/void', VOID, async (c) => {
    const account = await requireRole(c, 'seller');
    if (account instanceof Response) return account;
    const result = await c.var.mall.desk.voidSale(account, c.req.param('id'));
    if (!result.ok) return deskRefusal(c, result);
    return c.json({ sale: saleAnswer(result.sale) }, 200, NO_STORE);
  });
}

/** A sale as the API tells it; `status` says whether it counts, `waits_for` why it does not yet. */
export function saleAnswer(sale: RecordedSale) {
  const { id, seller, sku, qty, amount, edition, occurred_at, recorded_at, status, waits_for } = sale;
  return {
    id,
    seller,
    sku,
    qty,
    amount,
    edition,
    occurred_at,
    recorded_at,
    destination: sale.destination ?? null,
    inquiry: sale.inquiry ?? null,
    status,
    waits_for,
  };
}

const NO_STORE = { 'Cache-Control': 'no-store' };

function deskRefusal(c: AppContext, { status, code, errors }: DeskRefusal): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, status, code, errors ? { errors: explainErrors(errors, locale) } : {});
}
