import type { FindOrderForm } from '../../src/forms/find-order-form.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';

/** `/pesanan` finds an order by code and phone; the answer never tells which of the two was wrong. */
export function findOrderRoutes(app: App): void {
  for (const path of ['/pesanan', '/en/pesanan']) {
    app.get(path, (c) => c.var.page());
    app.post(path, (c) => submit(c, path));
  }
}

async function submit(c: AppContext, path: string): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const code = form.get('code') ?? '';
  const phone = form.get('phone') ?? '';
  const result = await c.var.mall.life.find({ code, phone, address: clientAddress(c) });
  if (result.ok) return c.redirect(`/pesanan/${result.token}`, 303);
  const page = await c.var.page({
    path,
    status: result.status,
    form: { code, phone, refused: result.code } satisfies FindOrderForm,
  });
  if (result.status === 429) page.headers.set('Retry-After', '900');
  return page;
}
