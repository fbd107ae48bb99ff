import { z } from 'zod';
import { COMPLAINT_REASONS } from '../../src/domain/fulfilment/order-life.ts';
import type { ReturnedForm } from '../../src/forms/returned-form.ts';
import type { Account } from '../access/ports.ts';
import { amountOf } from '../fulfilment/seller-moves-routes.ts';
import type { LifeResult } from '../fulfilment/standing.ts';
import type { App, AppContext } from '../http/context.ts';
import { refusalAnswer } from '../http/explain-errors.ts';
import { optionalJson, readForm } from '../http/form.ts';
import { describes, moment } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import type { Page } from './operator-page.ts';

const DECIDE = describes({
  summary: 'Decides on an open complaint, and closes it if asked to',
  by: 'operator',
  body: z.object({ decision: z.string(), close: z.boolean().optional() }),
  sent: 'optional',
  answers: {
    200: [
      'The complaint',
      z.object({
        complaint: z.object({
          reason: z.enum(COMPLAINT_REASONS),
          text: z.string(),
          opened_at: moment(),
          answer: z.string().nullable(),
          decision: z.string().nullable(),
          decided_at: moment().nullable(),
          closed_at: moment().nullable(),
        }),
      }),
    ],
  },
  refusals: { 409: ['transition_not_allowed', 'conflict'] },
});

/**
 * One order at the operator's desk: a decision on its complaint, and the end of what is stuck. Buyer's money and
 * photos are between buyer and seller.
 * @param guarded lets operators in only
 */
export function operatorOrderRoutes(
  app: App,
  guarded: (page: Page) => (c: AppContext) => Promise<Response>,
): void {
  app.get(
    '/kelola/pesanan/:code',
    guarded(async (c, account) =>
      (await c.var.mall.life.bySellerOrder(c.req.param('code')!)) ? c.var.page({ account }) : c.notFound(),
    ),
  );

  app.post(
    '/kelola/pesanan/:code',
    guarded(async (c, account) => {
      const code = c.req.param('code')!;
      if (!(await c.var.mall.life.bySellerOrder(code))) return c.notFound();
      const form = await readForm(c);
      if (form instanceof Response) return form;
      const fields = Object.fromEntries(form);
      const result = await act(c, account, code, fields);
      const path = `/kelola/pesanan/${code}`;
      if (result.ok) {
        c.var.waitUntil(c.var.mall.deliverSoon());
        return c.redirect(`${path}?kabar=${fields.action}`, 303);
      }
      const { status, code: refused, errors = [] } = result;
      const returned: ReturnedForm = { code, action: fields.action ?? '', values: fields, refused, errors };
      return c.var.page({ path, account, status, form: returned });
    }),
  );

  app.post(
    '/api/desk/complaints/:code',
    DECIDE,
    guarded(async (c, account) => {
      const code = c.req.param('code')!;
      const fields = await optionalJson(c);
      if (fields instanceof Response) return fields;
      const decision = typeof fields.decision === 'string' ? fields.decision : '';
      const close = fields.close === true;
      const result = await c.var.mall.life.decideComplaint(code, account.email, { decision, close });
      if (!result.ok) return refusalAnswer(c, result);
      c.var.waitUntil(c.var.mall.deliverSoon());
      const found = await c.var.mall.life.bySellerOrder(code);
      if (!found?.life.complaint) return problem(c, 404, 'not_found');
      const { reason, text, opened_at, answer, decided_at, closed_at } = found.life.complaint;
      return c.json(
        {
          complaint: {
            reason,
            text,
            opened_at,
            answer: answer ?? null,
            decision: found.life.complaint.decision ?? null,
            decided_at: decided_at ?? null,
            closed_at: closed_at ?? null,
          },
        },
        200,
        { 'Cache-Control': 'no-store' },
      );
    }),
  );
}

function act(
  c: AppContext,
  { email }: Account,
  code: string,
  { action, decision = '', reason = '', reference = '', amount }: Record<string, string>,
): Promise<LifeResult> {
  const { life } = c.var.mall;
  switch (action) {
    case 'cancel':
      return life.endAsOperator(code, email, { to: 'cancelled', reason });
    case 'refund': {
      const rupiah = amountOf(amount);
      return life.endAsOperator(code, email, {
        to: 'refunded',
        reason,
        reference,
        ...(rupiah !== undefined && { amount: rupiah }),
      });
    }
    case 'owe':
      return life.oweByHand(code, { amount: amountOf(amount) ?? Number.NaN, reason }, email);
    case 'settle':
      return life.settleOverRefund(code, email);
    default:
      return life.decideComplaint(code, email, { decision, close: action === 'close' });
  }
}
