import type { HumanCheck } from './ports.ts';

// Cloudflare Turnstile's siteverify, as documented at developers.cloudflare.com/turnstile ("Validate the token").

const TIMEOUT_MS = 4000;
/** Turnstile's own tokens are at most so long. */
const LONGEST_TOKEN = 2048;
/** What the widgets on the mall's pages say they are for; a token for another purpose is none. */
export const TURNSTILE_ACTIONS = ['inquiry', 'order'] as const;

export interface TurnstileOptions {
  siteKey: string;
  secret: string;
  /** Base of the API where it isn't Cloudflare's own: a test's server. */
  url?: string;
  fetch?: typeof fetch;
}

/** Turnstile as the check that a person has filled in a form. */
export function turnstileHumanCheck({
  siteKey,
  secret,
  url,
  fetch: send = fetch,
}: TurnstileOptions): HumanCheck {
  const verify = `${url ?? 'https://challenges.cloudflare.com'}/turnstile/v0/siteverify`;
  return {
    siteKey,
    async passed(token, address) {
      if (!token || token.length > LONGEST_TOKEN) return false;
      try {
        const response = await send(verify, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ secret, response: token, ...(address && { remoteip: address }) }),
          signal: AbortSignal.timeout(TIMEOUT_MS),
        });
        const { success, action } = (await response.json()) as { success?: unknown; action?: unknown };
        // Cloudflare's dummy keys for tests tell no action.
        const known = [undefined, '', ...TURNSTILE_ACTIONS].some((ours) => ours === action);
        return success === true && known;
      } catch {
        // Nobody who can't be checked is turned away: the question is confirmed by mail instead.
        return false;
      }
    },
  };
}
