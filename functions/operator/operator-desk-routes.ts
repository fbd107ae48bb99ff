import { z } from 'zod';
import { parseWibMoment, wibMinute } from '../../src/domain/time.ts';
import type { TurnoverQuestion } from '../../src/domain/turnover/question.ts';
import type { FiguresForm, SuspendForm } from '../../src/forms/operator-forms.ts';
import { requireRole } from '../access/desk-guard.ts';
import type { Account } from '../access/ports.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm, readJson } from '../http/form.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { approvalRoutes } from './approvals-routes.ts';
import { correctionRoutes } from './corrections-routes.ts';
import { CSV_TABLES, type CsvTable } from './export-figures.ts';
import { operatorOrderRoutes } from './operator-orders-routes.ts';
import type { Page } from './operator-page.ts';
import type { SuspendResult } from './suspend.ts';

const SUSPEND = describes({
  summary: 'Suspends a seller or a product at once, or lifts what `resume` names',
  by: 'operator',
  body: z.object({
    subject: z.string().optional().meta({ description: 'A shop or a product: slug, name or address' }),
    reason: z.string().optional(),
    kind: z.enum(['pause', 'fraud']).optional(),
    resume: z.string().optional(),
  }),
  answers: { 200: ['Done', z.object({ suspended: z.boolean(), subject: z.string() })] },
  refusals: { 422: ['invalid'] },
});

/** The operator's desk, `/kelola`: figures, visitors, who needs help, suspensions, the trail, exports. */
export function operatorDeskRoutes(app: App): void {
  /** One guard before every address of this desk. */
  const guarded = (page: Page) => async (c: AppContext) => {
    const account = await requireRole(c, 'operator');
    return account instanceof Response ? account : page(c, account);
  };

  for (const path of ['/kelola', '/kelola/rinci'])
    app.get(
      path,
      guarded((c, account) => {
        const form = figuresForm(c);
        return c.var.page({ account, form, status: form.wrong.length ? 422 : 200 });
      }),
    );
  for (const path of ['/kelola/pengunjung', '/kelola/bantuan', '/kelola/jejak'])
    app.get(
      path,
      guarded((c, account) => c.var.page({ account })),
    );

  app.get(
    '/kelola/tangguhkan',
    guarded((c, account) => {
      const [action, subject] = (c.req.query('kabar') ?? '').split(' ');
      const done = (action === 'suspend' || action === 'resume') && subject ? { action, subject } : undefined;
      const form = { subject: c.req.query('toko') ?? '', reason: '', ...(done && { done }) };
      return c.var.page({ account, form: form as SuspendForm });
    }),
  );
  app.post(
    '/kelola/tangguhkan',
    guarded(async (c, account) => {
      const fields = await readForm(c);
      if (fields instanceof Response) return fields;
      const asked = Object.fromEntries(fields);
      const result = await suspendOrResume(c, account, asked);
      if (result.ok) {
        c.var.waitUntil(c.var.mall.deliverSoon());
        const news = `${asked.resume ? 'resume' : 'suspend'} ${result.subject}`;
        return c.redirect(`/kelola/tangguhkan?kabar=${encodeURIComponent(news)}`, 303);
      }
      const form: SuspendForm = {
        subject: asked.subject ?? '',
        reason: asked.reason ?? '',
        kind: asked.kind ?? '',
        error: result.code,
      };
      return c.var.page({ account, form, status: result.status });
    }),
  );
  app.post(
    '/api/desk/suspensions',
    SUSPEND,
    guarded(async (c, account) => {
      const read = await readJson(c);
      if (read instanceof Response) return read;
      const body = typeof read.body === 'object' && read.body !== null ? read.body : {};
      // A field that is no text says nothing.
      const asked = Object.fromEntries(
        Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      );
      const result = await suspendOrResume(c, account, asked);
      if (result.ok) c.var.waitUntil(c.var.mall.deliverSoon());
      if (result.ok) return c.json({ suspended: !asked.resume, subject: result.subject });
      return problem(c, result.status, result.status === 404 ? 'not_found' : 'invalid', {
        errors: [{ pointer: result.code === 'reason' ? '/reason' : '/subject', message: result.code }],
      });
    }),
  );

  operatorOrderRoutes(app, guarded);
  approvalRoutes(app, guarded);
  correctionRoutes(app, guarded);

  app.post(
    '/kelola/hitung-ulang',
    guarded(async (c, account) => {
      const rows = await c.var.mall.figures.recount(account.email);
      return c.redirect(`/kelola?dihitung=${rows}`, 303);
    }),
  );

  app.get(
    '/kelola/ekspor.xlsx',
    guarded(async (c, account) => {
      const { question, wrong } = figuresForm(c);
      if (wrong.length) return c.redirect('/kelola', 303);
      const file = await c.var.mall.figures.export.xlsx(question);
      await c.var.mall.figures.note(account.email, 'export', 'xlsx');
      return download(
        c,
        file,
        'xlsx',
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        question,
      );
    }),
  );
  app.get(
    '/kelola/ekspor.csv',
    guarded(async (c, account) => {
      const { question, wrong } = figuresForm(c);
      const table = CSV_TABLES.find((name) => name === (c.req.query('tabel') ?? 'edition'));
      if (wrong.length || !table) return c.redirect('/kelola', 303);
      const text = await c.var.mall.figures.export.csv(question, table satisfies CsvTable);
      await c.var.mall.figures.note(account.email, 'export', `csv ${table}`);
      return download(c, text, `${table}.csv`, 'text/csv; charset=utf-8', question);
    }),
  );
}

/** The moments of the figures' form: `2020-11-20T13:00` in WIB, as `datetime-local` fields give it. */
function figuresForm(c: AppContext): FiguresForm {
  const { pada: as_of = '', diketahui: known_at = '', dihitung } = c.req.query();
  const moments = { as_of: wibMoment(as_of), known_at: wibMoment(known_at) };
  return {
    as_of,
    known_at,
    question: {
      ...(moments.as_of && { as_of: moments.as_of }),
      ...(moments.known_at && { known_at: moments.known_at }),
    },
    wrong: (['as_of', 'known_at'] as const).filter((name) => moments[name] === null),
    ...(dihitung && /^\d{1,9}$/.test(dihitung) && { recounted: Number(dihitung) }),
  };
}

/** `null` for what is no moment. */
function wibMoment(text: string): Date | null | undefined {
  return text ? (parseWibMoment(text) ?? null) : undefined;
}

function suspendOrResume(
  c: AppContext,
  account: Account,
  asked: Record<string, string>,
): Promise<SuspendResult> {
  const { suspensions } = c.var.mall.figures;
  return asked.resume
    ? suspensions.resume(account.email, asked.resume)
    : suspensions.suspend(account.email, asked.subject ?? '', asked.reason ?? '', asked.kind === 'fraud');
}

/** A file under a name that tells its moment. */
function download(
  c: AppContext,
  body: string | Uint8Array,
  ending: string,
  type: string,
  { as_of }: TurnoverQuestion,
): Response {
  const moment = wibMinute(as_of ?? c.var.mall.life.now()).replace(/[T:]/g, '-');
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="omzet-mal-ukm-${moment}.${ending}"`,
      'Cache-Control': 'private, no-store',
    },
  });
}
