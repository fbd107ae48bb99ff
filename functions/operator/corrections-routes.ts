import { z } from 'zod';
import { CHANNELS } from '../../src/domain/turnover/ledger.ts';
import type { CorrectionForm } from '../../src/forms/operator-forms.ts';
import { localeFromHeader } from '../../src/i18n/locale.ts';
import { amountOf } from '../fulfilment/seller-moves-routes.ts';
import type { App, AppContext } from '../http/context.ts';
import { explainErrors } from '../http/explain-errors.ts';
import { optionalJson, readForm } from '../http/form.ts';
import { describes, moment, rupiah } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { saleAnswer, saleAnswerSchema } from '../seller-desk/desk-api-routes.ts';
import type { Correction } from '../turnover/ports.ts';
import type { Page } from './operator-page.ts';

const NO_STORE = { 'Cache-Control': 'no-store' };
const PATH = '/kelola/koreksi';

const CORRECT = describes({
  summary: 'Adds a correcting entry to the ledger; an id that is sent twice counts once',
  by: 'operator',
  body: z.object({
    id: z.string(),
    edition: z.string(),
    amount: rupiah(),
    reason: z.string(),
    seller: z.string().optional(),
    corrects: z.string().optional().meta({ description: 'The entry that it sets right' }),
  }),
  sent: 'optional',
  answers: {
    201: [
      'Added; `Idempotent-Replayed: true` when it was before',
      z.object({
        correction: z.object({
          id: z.string(),
          edition: z.string(),
          seller: z.string().nullable(),
          channel: z.enum(CHANNELS),
          amount: rupiah(),
          reason: z.string(),
          corrects: z.string().nullable(),
          occurred_at: moment(),
          recorded_at: moment(),
        }) satisfies z.ZodType<Correction>,
      }),
    ],
  },
  refusals: { 409: ['correction_id_reused'] },
});

const DECIDE = describes({
  summary: 'Approves or refuses a sale that waits',
  by: 'operator',
  body: z.object({
    seller: z.string(),
    decision: z.enum(['approve', 'refuse']),
    reason: z.string().optional().meta({ description: 'A refusal needs one' }),
  }),
  sent: 'optional',
  answers: { 200: ['The sale', saleAnswerSchema] },
  refusals: { 409: ['sale_not_waiting'] },
});

/**
 * The turnover set right: correcting entries, and sales that wait for approval.
 * @param guarded lets operators in only
 */
export function correctionRoutes(
  app: App,
  guarded: (page: Page) => (c: AppContext) => Promise<Response>,
): void {
  app.get(
    PATH,
    guarded((c, account) => c.var.page({ account })),
  );

  app.post(
    PATH,
    guarded(async (c, account) => {
      const form = await readForm(c);
      if (form instanceof Response) return form;
      const values = Object.fromEntries(form);
      const decides = values.decision !== undefined;
      const result = decides
        ? await c.var.mall.figures.sales.decide(account.email, values)
        : await c.var.mall.figures.corrections.add(account.email, {
            ...values,
            amount: signedAmount(values.amount ?? ''),
          });
      if (result.ok) return c.redirect(`${PATH}?kabar=${decides ? values.decision : 'correct'}`, 303);
      const back: CorrectionForm = {
        action: decides ? 'decide' : 'correct',
        values,
        errors: result.errors ?? [],
        code: result.code,
      };
      return c.var.page({ account, status: result.status, form: back });
    }),
  );

  app.post(
    '/api/desk/corrections',
    CORRECT,
    guarded((c, account) =>
      fromJson(c, async (fields) => {
        const result = await c.var.mall.figures.corrections.add(account.email, fields);
        if (!result.ok) return refusal(c, result);
        return c.json({ correction: result.correction }, 201, {
          ...NO_STORE,
          ...(result.replayed && { 'Idempotent-Replayed': 'true' }),
        });
      }),
    ),
  );

  app.post(
    '/api/desk/sales/:id/decision',
    DECIDE,
    guarded((c, account) =>
      fromJson(c, async (fields) => {
        const id = c.req.param('id') ?? '';
        const result = await c.var.mall.figures.sales.decide(account.email, { ...fields, id });
        return result.ok ? c.json({ sale: saleAnswer(result.sale) }, 200, NO_STORE) : refusal(c, result);
      }),
    ),
  );
}

async function fromJson(
  c: AppContext,
  answer: (fields: Record<string, unknown>) => Promise<Response>,
): Promise<Response> {
  const fields = await optionalJson(c);
  return fields instanceof Response ? fields : answer(fields);
}

/** An amount with its sign, `-75rb` or `−75.000`. */
function signedAmount(text: string): number | undefined {
  const [, sign, amount = ''] = /^\s*([-−–]?)\s*(.*)$/.exec(text) ?? [];
  const rupiah = amountOf(amount);
  return rupiah && sign ? -rupiah : rupiah;
}

function refusal(
  c: AppContext,
  { status, code, errors }: { status: number; code: string; errors?: { pointer: string; code: string }[] },
): Response {
  const locale = localeFromHeader(c.req.header('Accept-Language'));
  return problem(c, status, code, errors ? { errors: explainErrors(errors, locale) } : {});
}
