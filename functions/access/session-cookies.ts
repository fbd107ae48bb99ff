import { DEVICE_DAYS, SIGN_IN_MINUTES } from '../../src/domain/access/sign-in.ts';
import type { AppContext } from '../http/context.ts';
import { keepOwnCookie, ownCookie } from '../http/own-cookie.ts';
import type { Browser, Entered } from './ports.ts';

/** The session's cookie: a random token, of which the database holds the hash. */
export const SESSION_COOKIE = 'mall_session';
/** What the asking browser keeps: which sign-in it asked for, and its secret. */
const ASK_COOKIE = 'mall_ask';
export const ASK_SECONDS = SIGN_IN_MINUTES * 60;
/** What a browser keeps since somebody signed in on it, so that it is told from a new one. */
const DEVICE_COOKIE = 'mall_device';

export function askOf(c: AppContext): { id: string; browser: string } | undefined {
  const [id, browser] = (ownCookie(c, ASK_COOKIE) ?? '').split('.');
  return id && browser ? { id, browser } : undefined;
}

export function keepAsk(c: AppContext, { id, browser }: { id: string; browser: string }): void {
  keepOwnCookie(c, ASK_COOKIE, `${id}.${browser}`, ASK_SECONDS);
}

/** What the browser calls itself, to be recognised in the list of sessions, and what it keeps. */
export function browserOf(c: AppContext): Browser {
  const device = ownCookie(c, DEVICE_COOKIE);
  return {
    userAgent: (c.req.header('User-Agent') ?? '').replace(/[^\x20-\x7e]/g, ''),
    ...(device && /^[\w-]{32}$/.test(device) && { device }),
  };
}

/** Gives a browser the session that was opened for it, and tells a new device's owner at once. */
export function keepSession(c: AppContext, entered: Extract<Entered, { ok: true }>): void {
  keepOwnCookie(c, ASK_COOKIE, '', 0);
  keepOwnCookie(c, DEVICE_COOKIE, entered.device, DEVICE_DAYS * 86_400);
  keepOwnCookie(c, SESSION_COOKIE, entered.token, entered.maxAge);
  c.var.waitUntil(c.var.mall.deliverSoon());
}

export function dropSession(c: AppContext): void {
  keepOwnCookie(c, SESSION_COOKIE, '', 0);
}
