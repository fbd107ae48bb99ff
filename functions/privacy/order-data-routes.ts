import { z } from 'zod';
import type { ContactForm } from '../../src/forms/contact-form.ts';
import { orderContactSchema } from '../../src/schemas/order-request.ts';
import { answerOrder, buyersOperation } from '../fulfilment/order-actions-routes.ts';
import type { App, AppContext } from '../http/context.ts';
import { optionalJson, readForm } from '../http/form.ts';

const CONTACT = buyersOperation({
  summary: 'Mends name, numbers and address; country and regency stay, since the fee was quoted for them',
  body: orderContactSchema('ID'),
});

const ERASURE = buyersOperation({
  summary: 'Takes name, numbers, address, written words and photos out of an order that is over',
  body: z.object({}),
  refusals: { 409: ['order_running'] },
});

/**
 * A buyer's rights over the data of an order: mending it, and having it erased. As JSON under
 * `/api/orders/<token>`, and as forms of the order's page. The token is the only key.
 */
export function orderDataRoutes(app: App): void {
  app.post('/api/orders/:token/contact', CONTACT, async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    return answerOrder(c, await c.var.mall.personalData.correctOrder(c.req.param('token'), fields));
  });
  app.post('/api/orders/:token/erasure', ERASURE, async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    return answerOrder(c, await c.var.mall.personalData.eraseOrder(c.req.param('token')));
  });

  app.post('/pesanan/:token/data', correct);
  app.post('/pesanan/:token/hapus-data', erase);
  app.post('/tanya/t/:token/hapus-data', eraseQuestion);
}

async function correct(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const token = c.req.param('token') ?? '';
  const values = Object.fromEntries(form);
  const result = await c.var.mall.personalData.correctOrder(token, {
    buyer: { name: values.name ?? '', phone: values.phone ?? '', email: values.email ?? '' },
    ship_to: {
      address: values.address ?? '',
      village: values.village ?? '',
      postal_code: values.postal_code ?? '',
      name: values.recipient_name ?? '',
      phone: values.recipient_phone ?? '',
    },
  });
  if (result.ok) {
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.redirect(`/pesanan/${token}?kabar=contact#data`, 303);
  }
  if (result.status === 404) return c.notFound();
  if (result.status === 409) return c.redirect(`/pesanan/${token}?masalah=${result.code}#data`, 303);
  return c.var.page({
    path: `/pesanan/${token}`,
    status: 422,
    form: { values, errors: result.errors ?? [] } satisfies ContactForm,
  });
}

/** What can't be undone is asked for with a box to tick. */
async function erase(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const token = c.req.param('token') ?? '';
  if (form.get('sure') !== 'yes') {
    const known = await c.var.mall.orderByToken(token);
    return known ? c.redirect(`/pesanan/${token}?masalah=not_sure#data`, 303) : c.notFound();
  }
  const result = await c.var.mall.personalData.eraseOrder(token);
  if (!result.ok && result.status === 404) return c.notFound();
  return c.redirect(`/pesanan/${token}?${result.ok ? 'kabar=erased' : `masalah=${result.code}`}#data`, 303);
}

async function eraseQuestion(c: AppContext): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const token = c.req.param('token') ?? '';
  if (form.get('sure') !== 'yes') {
    const known = await c.var.mall.inquiries.thread(token);
    return known?.as === 'buyer' ? c.redirect(`/tanya/t/${token}?kabar=not_sure`, 303) : c.notFound();
  }
  const result = await c.var.mall.personalData.eraseInquiry(token);
  return result.ok ? c.redirect(`/tanya/${result.seller}?kabar=erased`, 303) : c.notFound();
}
