import type { ConfirmAddressForm } from '../../src/forms/confirm-address.ts';
import type { SellerLinkForm, SignInForm } from '../../src/forms/sign-in-forms.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { limited } from './calls-guard.ts';
import { accountOf, requireRole } from './desk-guard.ts';
import type { Entered } from './ports.ts';
import { ASK_SECONDS, askOf, browserOf, dropSession, keepAsk, keepSession } from './session-cookies.ts';

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
    const { device } = browserOf(c);
    const asked = await c.var.mall.signIn.ask({
      email,
      next,
      client: clientAddress(c),
      ...(before && { browser: before }),
      ...(device && { device }),
    });
    if (!asked.ok) {
      const status = asked.code === 'email' ? 422 : 429;
      const page = await show(c, { step: 'ask', email, next, error: asked.code }, status);
      if (status === 429) page.headers.set('Retry-After', String(ASK_SECONDS));
      return page;
    }
    if ('last' in asked) return c.redirect('/masuk/kode?surat=terakhir', 303);
    keepAsk(c, asked);
    c.var.waitUntil(c.var.mall.deliverSoon());
    return c.redirect('/masuk/kode', 303);
  });

  app.use('/masuk/kode', limited('sign-in-code', 'acting'));
  app.get('/masuk/kode', (c) => {
    if (c.req.query('surat') === 'terakhir') return show(c, { step: 'last' });
    return askOf(c) ? show(c, { step: 'code' }) : c.redirect('/masuk', 303);
  });
  app.post('/masuk/kode', async (c) => {
    const form = await readForm(c);
    if (form instanceof Response) return form;
    const ask = askOf(c);
    if (!ask) return c.redirect('/masuk', 303);
    const entered = await c.var.mall.signIn.enterByCode(
      ask.id,
      ask.browser,
      form.get('code') ?? '',
      browserOf(c),
    );
    if (entered.ok) return welcome(c, entered);
    return show(c, { step: 'code', error: entered.linksOnly ? 'links_only' : 'code' }, 422);
  });

  app.post('/masuk/keluar', async (c) => {
    const account = await accountOf(c);
    if (account) await c.var.mall.signIn.leave(account);
    dropSession(c);
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
    if (link) c.var.waitUntil(c.var.mall.deliverSoon());
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
    const entered = await c.var.mall.signIn.enterByLink(token, askOf(c)?.browser, browserOf(c));
    return entered.ok ? welcome(c, entered) : c.redirect(`/masuk/${encodeURIComponent(token)}`, 303);
  });
}

const show = (c: AppContext, form: SignInForm, status = 200) => c.var.page({ path: '/masuk', status, form });

function welcome(c: AppContext, entered: Extract<Entered, { ok: true }>): Response {
  keepSession(c, entered);
  return c.redirect(entered.next, 303);
}

/** `/surel/<token>`: opening the link changes nothing, since mail scanners open links, too; its button confirms. */
export function confirmAddressRoutes(app: App): void {
  app.get('/surel/:token', async (c) => {
    const address = await c.var.mall.addresses.look(c.req.param('token'));
    return c.var.page({
      status: address ? 200 : 410,
      form: (address ? { address } : {}) satisfies ConfirmAddressForm,
    });
  });
  app.post('/surel/:token', async (c) => {
    const address = await c.var.mall.addresses.confirm(c.req.param('token'));
    return c.var.page({
      status: address ? 200 : 410,
      form: (address ? { address, done: true } : {}) satisfies ConfirmAddressForm,
    });
  });
}
