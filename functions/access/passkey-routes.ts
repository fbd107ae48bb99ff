import { z } from 'zod';
import type { PasskeysForm } from '../../src/forms/passkeys-form.ts';
import { brand } from '../../src/i18n/access/passkeys.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm, readJson } from '../http/form.ts';
import { problem } from '../http/problem.ts';
import { limited } from './calls-guard.ts';
import { accountOf } from './desk-guard.ts';
import { deskPath } from './open-session.ts';
import type { Asking } from './passkeys.ts';
import type { Account, RelyingParty } from './ports.ts';
import { browserOf, keepSession } from './session-cookies.ts';

const PAGE = '/masuk/sidik-jari';
const answerSchema = z.object({ ticket: z.string().max(300), response: z.unknown() });
const askSchema = z.object({ for: z.enum(['enter', 'again', 'register']) });

/**
 * `/masuk/sidik-jari`: passkeys, called by the page's script as JSON; taking one away, one-time codes and another
 * operator's recovery are forms.
 */
export function passkeyRoutes(app: App): void {
  app.use(`${PAGE}/*`, limited('passkey', 'acting'));
  app.get(PAGE, async (c) => {
    const account = await accountOf(c);
    if (!account) return c.redirect(`/masuk?lanjut=${encodeURIComponent(nextOf(c))}`, 303);
    return show(c, account, { next: nextOf(c) });
  });

  app.post(`${PAGE}/pilihan`, async (c) => {
    const read = await bodyOf(c, askSchema);
    if (read instanceof Response) return read;
    const asking = await askFor(c, read.for);
    return asking instanceof Response ? asking : c.json(asking);
  });

  app.post(`${PAGE}/masuk`, async (c) => {
    const answer = await bodyOf(c, answerSchema);
    if (answer instanceof Response) return answer;
    const entered = await c.var.mall.passkeys.enter(partyOf(c), answer, browserOf(c));
    if (!entered.ok) return problem(c, 403, 'passkey_refused');
    keepSession(c, entered);
    return c.json({ next: deskPath(nextOf(c)) || entered.next });
  });

  app.post(`${PAGE}/lagi`, async (c) => {
    const account = await accountOf(c);
    if (!account) return problem(c, 401, 'unauthorized');
    const answer = await bodyOf(c, answerSchema);
    if (answer instanceof Response) return answer;
    if (!(await c.var.mall.passkeys.showAgain(partyOf(c), account, answer)))
      return problem(c, 403, 'passkey_refused');
    return c.json({ next: deskPath(nextOf(c)) || '/kelola' });
  });

  app.post(`${PAGE}/daftar`, async (c) => {
    const account = await accountOf(c);
    if (!account) return problem(c, 401, 'unauthorized');
    const answer = await bodyOf(c, answerSchema);
    if (answer instanceof Response) return answer;
    const { userAgent } = browserOf(c);
    if (!(await c.var.mall.passkeys.register(partyOf(c), account, answer, userAgent)))
      return problem(c, 403, 'passkey_refused');
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.json({ next: PAGE });
  });

  /** A form of somebody who is signed in. */
  const form = (
    path: string,
    take: (c: AppContext, account: Account, fields: URLSearchParams) => Promise<Response>,
  ) =>
    app.post(`${PAGE}/${path}`, async (c) => {
      const account = await accountOf(c);
      if (!account) return c.redirect('/masuk', 303);
      const fields = await readForm(c);
      return fields instanceof Response ? fields : take(c, account, fields);
    });
  const refused = (c: AppContext, account: Account) => show(c, account, { next: '', error: 'refused' }, 403);

  form('hapus', async (c, account, fields) =>
    (await c.var.mall.passkeys.remove(account, fields.get('id') ?? ''))
      ? c.redirect(PAGE, 303)
      : refused(c, account),
  );
  form('kode', async (c, account, fields) => {
    const next = deskPath(fields.get('next') ?? '');
    return (await c.var.mall.passkeys.useCode(account, fields.get('code') ?? ''))
      ? c.redirect(next || '/kelola', 303)
      : show(c, account, { next, error: 'code' }, 422);
  });
  form('kode-baru', async (c, account) => {
    const codes = await c.var.mall.passkeys.newCodes(account);
    return codes ? show(c, account, { next: '', codes }) : refused(c, account);
  });
  form('pulihkan', async (c, account, fields) => {
    if (!(await c.var.mall.passkeys.recover(account, fields.get('email') ?? ''))) return refused(c, account);
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.redirect(PAGE, 303);
  });
}

async function askFor(c: AppContext, what: z.infer<typeof askSchema>['for']): Promise<Asking | Response> {
  const { passkeys } = c.var.mall;
  if (what === 'enter') return passkeys.askToEnter(partyOf(c));
  const account = await accountOf(c);
  if (!account) return problem(c, 401, 'unauthorized');
  if (what === 'again') return passkeys.askAgain(partyOf(c), account);
  return (await passkeys.askToRegister(partyOf(c), account)) ?? problem(c, 403, 'passkey_refused');
}

async function bodyOf<T>(c: AppContext, schema: z.ZodType<T>): Promise<T | Response> {
  const read = await readJson(c);
  if (read instanceof Response) return read;
  const parsed = schema.safeParse(read.body);
  return parsed.success ? parsed.data : problem(c, 422, 'invalid');
}

/** Passkeys are bound to the mall's own host; on a developer's machine to the one in the browser's address bar. */
function partyOf(c: AppContext): RelyingParty {
  const { deployed, origin } = c.var.settings;
  const own = deployed ? origin : (c.req.header('Origin') ?? new URL(c.req.url).origin);
  return { id: new URL(own).hostname, name: brand, origin: own };
}

const nextOf = (c: AppContext) => deskPath(c.req.query('lanjut') ?? '');
const show = (c: AppContext, account: Account, form: PasskeysForm, status = 200) =>
  c.var.page({ path: PAGE, status, account, form });
