import { z } from 'zod';
import type { ApprovalForm } from '../../src/forms/approvals.ts';
import type { Account } from '../access/ports.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm, readJson } from '../http/form.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import type { ApprovalResult } from './approve-sets.ts';

const APPROVE = describes({
  summary:
    "Approves or refuses a seller's changed address, number or accounts; with two operators the second yes counts",
  by: 'operator',
  body: z.object({ change: z.int(), decision: z.enum(['approve', 'refuse']) }),
  answers: { 200: ['Decided', z.object({ seller: z.string(), approved: z.boolean() })] },
  refusals: { 409: ['invalid'], 422: ['invalid'] },
});

type Page = (c: AppContext, account: Account) => Response | Promise<Response>;

/**
 * Changed addresses, numbers and accounts of sellers: what waits, and the operator's yes or no.
 * @param guarded lets operators in only
 */
export function approvalRoutes(
  app: App,
  guarded: (page: Page) => (c: AppContext) => Promise<Response>,
): void {
  app.get(
    '/kelola/persetujuan',
    guarded((c, account) => {
      const [what, seller] = (c.req.query('kabar') ?? '').split(' ');
      const done = (['approved', 'refused', 'first'] as const).find((known) => known === what);
      const form: ApprovalForm = { ...(done && seller && { done: { what: done, seller } }) };
      return c.var.page({ account, form });
    }),
  );
  app.post(
    '/kelola/persetujuan',
    guarded(async (c, account) => {
      const fields = await readForm(c);
      if (fields instanceof Response) return fields;
      const result = await decide(c, account, fields.get('change'), fields.get('decision'));
      if (result.ok)
        return c.redirect(
          `/kelola/persetujuan?kabar=${encodeURIComponent(`${result.done} ${result.seller}`)}`,
          303,
        );
      const form: ApprovalForm = { error: result.code };
      return c.var.page({ account, form, status: result.status });
    }),
  );
  app.post(
    '/api/desk/approvals',
    APPROVE,
    guarded(async (c, account) => {
      const read = await readJson(c);
      if (read instanceof Response) return read;
      const body: { change?: unknown; decision?: unknown } =
        typeof read.body === 'object' && read.body !== null ? read.body : {};
      const result = await decide(c, account, body.change, body.decision);
      if (result.ok) return c.json({ seller: result.seller, approved: result.done === 'approved' });
      return problem(c, result.status, result.status === 404 ? 'not_found' : 'invalid', {
        errors: [{ pointer: '/change', message: result.code }],
      });
    }),
  );
}

async function decide(
  c: AppContext,
  account: Account,
  change: unknown,
  decision: unknown,
): Promise<ApprovalResult> {
  if (decision !== 'approve' && decision !== 'refuse') return { ok: false, status: 404, code: 'not_waiting' };
  const { approvals } = c.var.mall;
  const result = await approvals.decide(account.email, Number(change), decision);
  if (result.ok) c.var.waitUntil(c.var.mall.deliverSoon());
  return result;
}
