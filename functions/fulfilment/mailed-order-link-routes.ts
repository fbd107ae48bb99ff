import type { App } from '../http/context.ts';
import { takesPhotos } from '../http/photo-form.ts';
import { takeSellerForm } from './seller-form-routes.ts';

/**
 * A seller's page for one order behind the signed link of a mail, `/penjual/<token>`. Opening it changes nothing,
 * so a mail scanner does no harm; acting is a form's POST: answered 303 when it is taken, else
 * with the page and what was typed.
 */
export function sellerLinkRoutes(app: App): void {
  app.get('/penjual/:token', (c) => c.var.page());

  app.post('/penjual/:token', takesPhotos, async (c) => {
    const token = c.req.param('token');
    const opened = await c.var.mall.life.openSellerLink(token);
    if (!opened) return c.notFound();
    if (opened.expired) return c.redirect(`/penjual/${token}`, 303);
    const taken = await takeSellerForm(c, opened.code);
    if (taken instanceof Response) return taken;
    if (!taken.ok) return c.var.page({ path: `/penjual/${token}`, status: taken.status, form: taken.form });
    return c.redirect(
      `/penjual/${token}?kabar=${taken.done}${taken.photo ? `&masalah=${taken.photo}` : ''}`,
      303,
    );
  });
}
