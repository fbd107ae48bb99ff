import type { AppContext } from '../http/context.ts';
import { ownCookie } from '../http/own-cookie.ts';
import { problem } from '../http/problem.ts';
import type { Account } from './ports.ts';
import { SESSION_COOKIE } from './session-cookies.ts';

export type Role = 'seller' | 'operator';

/** Who sent this request; `undefined` for nobody that the mall knows. */
export async function accountOf(c: AppContext): Promise<Account | undefined> {
  const token = ownCookie(c, SESSION_COOKIE);
  return token ? c.var.mall.signIn.account(token) : undefined;
}

/**
 * The one place that decides who may enter a desk: the account, or the answer to somebody who may not. Nobody
 * signed in: 401 for the API, the sign-in page for pages. The wrong role: 403. An operator shows a second factor.
 */
export async function requireRole(c: AppContext, role: Role): Promise<Account | Response> {
  const account = await accountOf(c);
  const api = c.req.path.startsWith('/api/');
  if (!account) {
    if (api) return problem(c, 401, 'unauthorized');
    const next = c.req.method === 'GET' ? `?lanjut=${encodeURIComponent(c.req.path)}` : '';
    return c.redirect(`/masuk${next}`, 303);
  }
  const fits = role === 'operator' ? account.operator : account.sellers.length > 0;
  if (fits && !(role === 'operator' && account.secondFactorDue)) return account;
  if (fits) {
    if (api) return problem(c, 403, 'second_factor_required');
    const next = c.req.method === 'GET' ? `?lanjut=${encodeURIComponent(c.req.path)}` : '';
    return c.redirect(`/masuk/sidik-jari${next}`, 303);
  }
  return api ? problem(c, 403, 'forbidden') : c.var.page({ path: '/masuk/ditolak', status: 403, account });
}

/** True when a shop belongs to the account: what belongs to another one does not exist for it. */
export function owns(account: Account, seller: string): boolean {
  return account.sellers.some(({ slug }) => slug === seller);
}

/** The slugs of an account's shops. */
export function shopsOf(account: Account): string[] {
  return account.sellers.map(({ slug }) => slug);
}

declare module '../http/context.ts' {
  interface PageState {
    /** Who is signed in, on the pages of the desks. */
    account?: Account;
  }
}
