import { localeFromHeader } from '../../src/i18n/locale.ts';
import { requireRole } from '../access/desk-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { optionalJson } from '../http/form.ts';
import { problem } from '../http/problem.ts';
import type { DeskRefusal } from './booth-sales.ts';
import type { RecordedSale } from './ports.ts';

/** The desk's own JSON: stock and sales; the same use cases as its forms. */
export function deskApiRoutes(app: App): void {
  app.post('/api/desk/stock', async (c) => {
    const account = await requireRole(c, 'seller');
    if (account instanceof Response) return account;
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.desk.changeStock(account, fields);
    if (!result.ok) return deskRefusal(c, result);
    return c.json({ stock: { sku: result.sku, on_hand: result.on_hand } }, 200, NO_STORE);
  });

  app.post('/api/desk/sales', async (c) => {
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

  app.post('/api/desk/sales/:id/void', async (c) => {
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
