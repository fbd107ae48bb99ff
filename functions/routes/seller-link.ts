import type { App } from '../app.ts';
import { moveRequest } from './desk-orders.ts';
import { readForm } from './form.ts';

/**
 * A seller's page for one order behind the signed link of a mail, `/penjual/<token>`. Opening it changes nothing,
 * so a mail scanner does no harm; acting is a form's POST, answered 303.
 */
export function sellerLinkRoutes(app: App): void {
  app.get('/penjual/:token', (c) => c.var.page());

  app.post('/penjual/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await c.var.mall.life.openSellerLink(token);
    if (!opened) return c.notFound();
    if (opened.expired) return c.redirect(`/penjual/${token}`, 303);
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const fields = Object.fromEntries(form);
    const result =
      fields.action === 'answer'
        ? await c.var.mall.life.answerComplaint(opened.code, fields.answer ?? '')
        : await c.var.mall.life.move(opened.code, 'seller', moveRequest(fields));
    if (!result.ok) {
      const field = result.errors?.[0]?.code;
      return c.redirect(`/penjual/${token}?masalah=${field ?? result.code}`, 303);
    }
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.redirect(`/penjual/${token}?kabar=${fields.action === 'answer' ? 'answer' : fields.to}`, 303);
  });
}
