import { getCookie, setCookie } from 'hono/cookie';
import type { AppContext } from './context.ts';

/**
 * Cookies that say who somebody is. On HTTPS they are called `__Host-…`, so that no other host of the domain can plant
 * one; browsers refuse that name on a developer's `http://localhost`, where they go without it.
 */
const PREFIX = 'host';

export function ownCookie(c: AppContext, name: string): string | undefined {
  return isHttps(c) ? getCookie(c, name, PREFIX) : getCookie(c, name);
}

/** @param seconds how long the browser keeps it; 0 drops it */
export function keepOwnCookie(c: AppContext, name: string, value: string, seconds: number): void {
  setCookie(c, name, value, {
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Lax',
    maxAge: seconds,
    ...(isHttps(c) && { prefix: PREFIX }),
  });
}

function isHttps(c: AppContext): boolean {
  return new URL(c.req.url).protocol === 'https:';
}
