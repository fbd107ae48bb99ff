import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { App, AppContext } from '../app.ts';
import { readForm } from '../http/form.ts';
import { accountOf, requireRole, SESSION_COOKIE } from '../http/guard.ts';
import { clientAddress } from '../ordering/orders-routes.ts';
import type { Entered } from './sign-in.ts';

/** What the asking browser keeps: which sign-in it asked for, and its secret. */
const ASK_COOKIE = 'mall_ask';
const ASK_SECONDS = 15 * 60;

/** What the sign-in pages get back. */
export interface SignInForm {
  /** Which of the pages it is. */
  step: 'ask' | 'code' | 'confirm' | 'elsewhere' | 'over' | 'signed_in';
  email?: string;
  next?: string;
  error?: 'email' | 'too_many_requests' | 'code';
  /** The code to type where it was asked for. */
  code?: string;
  /** The link's token, for its button. */
  token?: string;
}
/** What the operator's page for a seller's link gets. */
export interface SellerLinkForm {
  seller: string;
  link?: { url: string; name: string; whatsapp: string; sample: boolean };
  unknown?: boolean;
}

/** `/masuk`: by a mailed link or code; sessions are listed and ended here, too. */
export function signInRoutes(app: App): void {
  app.get('/masuk', async (c) => {
    const account = await accountOf(c);
    if (account) return c.var.page({ account, form: { step: 'signed_in' } satisfies SignInForm });
    return show(c, { step: 'ask', next: c.req.query('lanjut') ?? '' });
  });

  app.post('/masuk', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const email = form.get('email') ?? '';
    const next = form.get('next') ?? '';
    const before = askOf(c)?.browser;
    const asked = await c.var.mall.signIn.ask({
      email,
      next,
      address: clientAddress(c),
      ...(before && { browser: before }),
    });
    if (!asked.ok) {
      const status = asked.code === 'email' ? 422 : 429;
      const page = await show(c, { step: 'ask', email, next, error: asked.code }, status);
      if (status === 429) page.headers.set('Retry-After', String(ASK_SECONDS));
      return page;
    }
    keepAsk(c, `${asked.id}.${asked.browser}`);
    c.var.waitUntil(c.var.mall.deliverLetters());
    return c.redirect('/masuk/kode', 303);
  });

  app.get('/masuk/kode', (c) => (askOf(c) ? show(c, { step: 'code' }) : c.redirect('/masuk', 303)));
  app.post('/masuk/kode', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const ask = askOf(c);
    if (!ask) return c.redirect('/masuk', 303);
    const entered = await c.var.mall.signIn.enterByCode(
      ask.id,
      ask.browser,
      form.get('code') ?? '',
      device(c),
    );
    return entered.ok ? welcome(c, entered) : show(c, { step: 'code', error: 'code' }, 422);
  });

  app.post('/masuk/keluar', async (c) => {
    const account = await accountOf(c);
    if (account) await c.var.mall.signIn.leave(account);
    deleteCookie(c, SESSION_COOKIE, { path: '/', secure: true });
    return c.redirect('/masuk', 303);
  });

  app.get('/masuk/perangkat', async (c) => {
    const account = await accountOf(c);
    return account ? c.var.page({ account }) : c.redirect('/masuk', 303);
  });
  app.post('/masuk/perangkat', async (c) => {
    const account = await accountOf(c);
    if (!account) return c.redirect('/masuk', 303);
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const id = form.get('session');
    if (id) await c.var.mall.signIn.revoke(account, id);
    else await c.var.mall.signIn.revokeOthers(account);
    return c.redirect(id === account.session ? '/masuk' : '/masuk/perangkat', 303);
  });

  app.get('/kelola/tautan-masuk', async (c) => {
    const account = await requireRole(c, 'operator');
    if (account instanceof Response) return account;
    return c.var.page({ account, form: { seller: c.req.query('toko') ?? '' } satisfies SellerLinkForm });
  });
  app.post('/kelola/tautan-masuk', async (c) => {
    const account = await requireRole(c, 'operator');
    if (account instanceof Response) return account;
    const fields = await readForm(c);
    if (fields instanceof Response) return fields;
    const seller = (fields.get('seller') ?? '').trim();
    const link = await c.var.mall.signIn.linkForSeller(account, seller);
    const form: SellerLinkForm = { seller, ...(link ? { link } : { unknown: true }) };
    return c.var.page({ account, form, status: link ? 200 : 422 });
  });

  app.get('/masuk/:token', async (c) => {
    const token = c.req.param('token');
    const opened = await c.var.mall.signIn.look(token, askOf(c)?.browser);
    switch (opened.is) {
      case 'here':
        return show(c, { step: 'confirm', token });
      case 'elsewhere':
        return show(c, { step: 'elsewhere', code: opened.code });
      case 'over':
        return show(c, { step: 'over' }, 404);
    }
  });
  app.post('/masuk/:token', async (c) => {
    const token = c.req.param('token');
    const entered = await c.var.mall.signIn.enterByLink(token, askOf(c)?.browser, device(c));
    return entered.ok ? welcome(c, entered) : c.redirect(`/masuk/${encodeURIComponent(token)}`, 303);
  });
}

const show = (c: AppContext, form: SignInForm, status = 200) => c.var.page({ path: '/masuk', status, form });

function keepAsk(c: AppContext, value: string): void {
  setCookie(c, ASK_COOKIE, value, {
    path: '/masuk',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: ASK_SECONDS,
  });
}

function askOf(c: AppContext): { id: string; browser: string } | undefined {
  const [id, browser] = (getCookie(c, ASK_COOKIE) ?? '').split('.');
  return id && browser ? { id, browser } : undefined;
}

/** What the browser calls itself, to be recognised in the list of sessions. */
function device(c: AppContext): string {
  return (c.req.header('User-Agent') ?? '').replace(/[^\x20-\x7e]/g, '');
}

function welcome(c: AppContext, { token, maxAge, next }: Extract<Entered, { ok: true }>): Response {
  deleteCookie(c, ASK_COOKIE, { path: '/masuk', secure: true });
  setCookie(c, SESSION_COOKIE, token, { path: '/', secure: true, httpOnly: true, sameSite: 'Lax', maxAge });
  return c.redirect(next, 303);
}
