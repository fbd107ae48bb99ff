import { z } from 'zod';
import { COMPLAINT_REASONS } from '../../src/domain/fulfilment/order-life.ts';
import { PAYMENT_METHODS } from '../../src/domain/payment/payment.ts';
import { PHOTOS_AT_ONCE } from '../../src/domain/payment/photo-limits.ts';
import type { ReturnedForm } from '../../src/forms/returned-form.ts';
import { limited } from '../access/calls-guard.ts';
import type { App, AppContext } from '../http/context.ts';
import { refusalAnswer } from '../http/explain-errors.ts';
import { optionalJson } from '../http/form.ts';
import { describes, type Operation } from '../http/openapi.ts';
import { readPhotoForm, takesPhotos } from '../http/photo-form.ts';
import { problem } from '../http/problem.ts';
import { BUYER_ACTIONS, type BuyerAction } from './act-as-buyer.ts';
import { livingOrderAnswer, orderAnswerSchema } from './order-answer.ts';
import type { LifeResult } from './standing.ts';

/** The forms that may bring a photo, and what it then shows. */
const WITH_PHOTO: { [action in BuyerAction]?: 'payment' | 'complaint' } = {
  paid: 'payment',
  complaint: 'complaint',
};

const text = z.string().optional();
const REFUSED = ['transition_not_allowed', 'conflict', 'order_erased'];

/** What is said of each of the buyer's actions, and the fields that it reads. */
const DOES: Record<BuyerAction, Pick<Operation, 'summary' | 'body' | 'refusals'>> = {
  cancel: { summary: 'Cancels what is not paid yet', body: z.object({ reason: text }) },
  'payment-method': {
    summary: 'Pays in another way that the seller offers',
    body: z.object({ method: z.enum(PAYMENT_METHODS) }),
    refusals: { 409: ['suspended'] },
  },
  paid: { summary: 'Says that it was paid', body: z.object({}) },
  received: { summary: 'Says that it has arrived', body: z.object({}) },
  complaint: {
    summary: 'Complains; the clocks stop until it is closed',
    body: z.object({ reason: z.enum(COMPLAINT_REASONS).default('other'), text: z.string() }),
  },
  'complaint-closed': { summary: 'Says that a complaint is settled', body: z.object({}) },
  'cancel-request': {
    summary: 'Asks for cancellation after the date to ship by',
    body: z.object({ reason: text }),
  },
  'refund-account': {
    summary: 'Names the account for a refund',
    body: z.object({ bank: z.string(), number: z.string(), holder: z.string() }),
  },
  'refund-received': { summary: 'Says that a refund has come', body: z.object({}) },
};

/** An action of the buyer, whose token is the only key; answered with the order as it then is. */
export function buyersOperation({ refusals = {}, ...operation }: Omit<Operation, 'answers'>) {
  return describes({
    ...operation,
    sent: 'optional',
    answers: { 200: ['The order as it is now', orderAnswerSchema] },
    refusals: { 429: ['too_many_requests'], ...refusals, 409: [...REFUSED, ...(refusals[409] ?? [])] },
  });
}

const ORDER = describes({
  summary: "The buyer's order as it is now",
  answers: { 200: ['The order', orderAnswerSchema] },
});

/**
 * What a buyer can do with an order after it was placed: as JSON under `/api/orders/<token>/…`, and as forms of
 * the order's page, answered 303 once they are taken, so that reloading repeats nothing. The token is the only key.
 */
export function orderActionRoutes(app: App): void {
  for (const path of ['/api/orders/:token/*', '/pesanan/:token/:code/*'])
    app.use(path, limited('buyer', 'acting'));
  app.get('/api/orders/:token', ORDER, async (c) => {
    const order = await c.var.mall.orderByToken(c.req.param('token'));
    if (!order) return problem(c, 404, 'not_found');
    const { life } = c.var.mall;
    const [lives, closed] = await Promise.all([life.of(order), life.closedShops(order)]);
    return c.json(livingOrderAnswer(order, lives, closed), 200, { 'Cache-Control': 'no-store' });
  });

  app.post('/api/orders/:token/cancel', buyersOperation(DOES.cancel), async (c) => {
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    return answerOrder(c, await c.var.mall.life.cancel(c.req.param('token'), fields));
  });

  for (const action of BUYER_ACTIONS) {
    app.post(`/api/orders/:token/seller-orders/:code/${action}`, buyersOperation(DOES[action]), async (c) => {
      const fields = await optionalJson(c);
      if (fields instanceof Response) return fields;
      const { token, code } = c.req.param();
      return answerOrder(c, await c.var.mall.life.asBuyer(token, code, action, fields));
    });
    const path = `/pesanan/:token/:code/${action}` as const;
    if (WITH_PHOTO[action]) app.post(path, takesPhotos, (c) => submit(c, action));
    else app.post(path, (c) => submit(c, action));
    // Where a form came back, its address is in the browser; opened anew it leads to the order.
    app.get(path, async (c) => {
      const { token, code } = c.req.param();
      const order = await c.var.mall.orderByToken(token);
      return order?.seller_orders.some((part) => part.code === code)
        ? c.redirect(`/pesanan/${token}#${code}`, 303)
        : c.notFound();
    });
  }
}

/**
 * A form of the order's page. What is not taken comes back as that page, with everything that was typed and what is
 * wrong beside its field.
 */
async function submit(c: AppContext, action: BuyerAction): Promise<Response> {
  const { token, code } = c.req.param() as { token: string; code: string };
  const { life, proofs } = c.var.mall;
  // Who has no such order sends nothing that is read.
  const order = await c.var.mall.orderByToken(token);
  if (!order?.seller_orders.some((part) => part.code === code)) return c.notFound();
  const form = await readPhotoForm(c);
  if (form instanceof Response) return form;
  const { fields } = form;
  const kind = WITH_PHOTO[action];
  const photos = kind ? form.photos : [];
  const fault = form.tooLarge
    ? 'photo_too_large'
    : photos.length > PHOTOS_AT_ONCE
      ? 'photos_at_once'
      : photos.map(proofs.faultOf).find(Boolean);
  // "I have paid" stops the clock whatever became of its photo; a complaint waits until it is told as it was meant.
  const result: LifeResult =
    fault && action !== 'paid'
      ? { ok: false, status: 422, code: 'invalid', errors: [{ pointer: '/photo', code: fault }] }
      : await life.asBuyer(token, code, action, fields);
  if (!result.ok && result.status === 404) return c.notFound();
  if (!result.ok) {
    const { status, code: refused, errors = [] } = result;
    const returned: ReturnedForm = { code, action, values: fields, refused, errors };
    return c.var.page({ path: `/pesanan/${token}`, status, form: returned });
  }
  if (action === 'payment-method' && fields.method === 'gateway')
    await c.var.mall.openPaymentAgain(token, code);
  c.var.waitUntil(c.var.mall.deliverSoon());
  let refused: string | undefined = fault;
  for (const photo of kind && !fault ? photos : []) {
    const kept = await proofs.keep(token, code, kind!, photo);
    if (!kept.ok) refused = kept.code;
  }
  const query = `kabar=${action}${refused ? `&masalah=${refused}` : ''}`;
  return c.redirect(`/pesanan/${token}?${query}&bagian=${code}#${code}`, 303);
}

/** The order as it is after the buyer's action, or why nothing was done. */
export async function answerOrder(c: AppContext, result: LifeResult): Promise<Response> {
  if (!result.ok) return refusalAnswer(c, result);
  c.var.waitUntil(c.var.mall.deliverSoon());
  const order = await c.var.mall.orderByToken(result.token);
  if (!order) throw new Error('an order that was changed is gone');
  const { life } = c.var.mall;
  const [lives, closed] = await Promise.all([life.of(order), life.closedShops(order)]);
  return c.json(livingOrderAnswer(order, lives, closed), 200, { 'Cache-Control': 'no-store' });
}
