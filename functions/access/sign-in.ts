import { z } from 'zod';
import { DAY_MS } from '../../src/domain/time.ts';
import type { AttemptCounter, Signer } from '../fulfilment/ports.ts';
import type { CatalogReader, Clock, Randomness, RateLimiter, Settings } from '../ordering/ports.ts';
import type { Account, Session, SessionStore, SignIn } from './ports.ts';

/** A sign-in's link and code last so long, in minutes. */
export const SIGN_IN_MINUTES = 15;
/** Codes that may be typed for one sign-in. */
const MAX_TRIES = 5;
/** Sign-ins that one address may be asked for in a window. */
const MAX_ASKED = 5;
/** How long a session lasts: a seller's phone stays signed in, the operator's desk shows everybody's data. */
export const SESSION_DAYS = { seller: 90, operator: 7 } as const;
/** The last use is written down at most once in so many minutes. */
const SEEN_EVERY_MS = 60 * 60_000;
const MAX_DEVICE = 120;

export interface SignInPorts {
  sessions: SessionStore;
  catalog: Pick<CatalogReader, 'sellers' | 'sellersByEmail'>;
  attempts: AttemptCounter;
  limiter: RateLimiter;
  signer: Signer;
  clock: Clock;
  random: Randomness;
  settings: Pick<Settings, 'limits' | 'operators' | 'origin'>;
}

export type Entered = { ok: true; token: string; maxAge: number; next: string } | { ok: false };
/** What a link is to the browser that opened it. */
export type OpenedLink = { is: 'here' } | { is: 'elsewhere'; code: string } | { is: 'over' };

/** An address as it is compared: without blanks, in lower case; `undefined` for what is none. */
export function mailAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  return address.length <= 254 && z.email().safeParse(address).success ? address : undefined;
}

/** A link's token and the code beside it: signatures of the sign-in's id, so that the database holds neither. */
export async function signInSecrets(signer: Signer, id: string): Promise<{ token: string; code: string }> {
  const [signature, digits] = await Promise.all([
    signer.sign(`sign-in:${id}`),
    signer.sign(`sign-in-code:${id}`),
  ]);
  let number = 0;
  for (const sign of digits) number = (number * 64 + sign.charCodeAt(0)) % 1_000_003;
  return { token: `${id}.${signature}`, code: String(number % 1_000_000).padStart(6, '0') };
}

/** Signing in by a mailed link or code, and the sessions that come of it. */
export function signingIn(ports: SignInPorts) {
  const { sessions, catalog, attempts, limiter, signer, clock, random, settings } = ports;

  async function rolesOf(email: string): Promise<Pick<Account, 'operator' | 'sellers'>> {
    const sellers = await catalog.sellersByEmail(email);
    return {
      operator: settings.operators.some((address) => address.toLowerCase() === email),
      sellers: sellers.map(({ slug, name }) => ({ slug, name })),
    };
  }

  async function linkOf(token: string): Promise<SignIn | undefined> {
    const [id, signature, ...rest] = token.split('.');
    if (!id || !signature || rest.length || !(await signer.verify(`sign-in:${id}`, signature)))
      return undefined;
    return usable(await sessions.signIn(id));
  }

  function usable(found: SignIn | undefined): SignIn | undefined {
    if (!found?.known || found.used_at || found.tries >= MAX_TRIES) return undefined;
    return found.expires_at > clock.now().toISOString() ? found : undefined;
  }

  async function askedHere(found: SignIn, browser: string | undefined): Promise<boolean> {
    if (found.browser === undefined) return true;
    return browser !== undefined && (await random.sha256(browser)) === found.browser;
  }

  async function enter(found: SignIn, device: string): Promise<Entered> {
    const { operator, sellers } = await rolesOf(found.email);
    // The address may have left content or configuration meanwhile.
    if (!operator && !sellers.length) return { ok: false };
    const days = operator ? SESSION_DAYS.operator : SESSION_DAYS.seller;
    const now = clock.now();
    const token = random.token(32);
    const opened = await sessions.open({
      id: await random.sha256(token),
      sign_in: found.id,
      email: found.email,
      device: device.slice(0, MAX_DEVICE),
      created_at: now.toISOString(),
      last_seen_at: now.toISOString(),
      expires_at: new Date(now.getTime() + days * DAY_MS).toISOString(),
    });
    if (!opened) return { ok: false };
    const next = found.next || (sellers.length ? '/lapak' : '/kelola');
    return { ok: true, token, maxAge: days * 86_400, next };
  }

  return {
    /**
     * Mails a link and a code to an address that belongs to somebody; to everybody else it looks the same.
     * @param address what the generous limit goes by; never stored
     * @param browser the secret that this browser keeps from asking before, so that both links work in it
     * @returns the sign-in and the secret that the asking browser keeps
     */
    async ask(input: {
      email: string;
      next: string;
      address: string;
      browser?: string;
    }): Promise<
      { ok: true; id: string; browser: string } | { ok: false; code: 'email' | 'too_many_requests' }
    > {
      const email = mailAddress(input.email);
      if (!email) return { ok: false, code: 'email' };
      const now = clock.now();
      if (settings.limits) {
        const window = { now, limit: MAX_ASKED, windowSeconds: SIGN_IN_MINUTES * 60 };
        const allowed = [
          await limiter.allow(`sign-in:${input.address}`),
          await attempts.count(await random.sha256(`sign-in:${email}`), window),
        ];
        if (allowed.includes(false)) return { ok: false, code: 'too_many_requests' };
      }
      const { operator, sellers } = await rolesOf(email);
      const known = operator || sellers.length > 0;
      const id = random.token(12);
      const browser = input.browser ?? random.token(24);
      await sessions.ask(
        {
          id,
          email,
          known,
          browser: await random.sha256(browser),
          next: /^\/(lapak|kelola)(\/[\w/-]*)?$/.test(input.next) ? input.next : '',
          asked_at: now.toISOString(),
          expires_at: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000).toISOString(),
        },
        known ? { letter: { kind: 'sign_in', to: email, detail: { id } } } : {},
      );
      return { ok: true, id, browser };
    },

    /** What a link is in this browser. Opening one changes nothing, so a mail scanner does no harm. */
    async look(token: string, browser?: string): Promise<OpenedLink> {
      const found = await linkOf(token);
      if (!found) return { is: 'over' };
      if (await askedHere(found, browser)) return { is: 'here' };
      return { is: 'elsewhere', code: (await signInSecrets(signer, found.id)).code };
    },

    /** Signs in by a link, in the browser that asked for it, once. */
    async enterByLink(token: string, browser: string | undefined, device: string): Promise<Entered> {
      const found = await linkOf(token);
      if (!found || !(await askedHere(found, browser))) return { ok: false };
      return enter(found, device);
    },

    /** Signs in by the code, typed in the browser that asked for it. */
    async enterByCode(id: string, browser: string, code: string, device: string): Promise<Entered> {
      const asked = await sessions.signIn(id);
      if (!asked || !(await askedHere(asked, browser))) return { ok: false };
      const found = usable(asked);
      // An unknown address loses its tries as a known one does.
      if (!(await sessions.countTry(id, MAX_TRIES, clock.now())) || !found) return { ok: false };
      const right = (await signInSecrets(signer, id)).code;
      return code.replace(/\D/g, '') === right ? enter(found, device) : { ok: false };
    },

    /** Who holds a session's token; roles follow content and configuration as they are now. */
    async account(token: string): Promise<Account | undefined> {
      const now = clock.now();
      const session = await sessions.session(await random.sha256(token), now);
      if (!session) return undefined;
      const roles = await rolesOf(session.email);
      if (!roles.operator && !roles.sellers.length) return undefined;
      if (now.getTime() - Date.parse(session.last_seen_at) > SEEN_EVERY_MS)
        await sessions.seen(session.id, now);
      return { session: session.id, email: session.email, ...roles };
    },

    sessions: (account: Account): Promise<Session[]> => sessions.sessions(account.email, clock.now()),
    leave: (account: Account) => sessions.revoke(account.email, { id: account.session }, clock.now()),
    /** Ends another session of the same address; someone else's is not touched. */
    revoke: (account: Account, id: string) => sessions.revoke(account.email, { id }, clock.now()),
    revokeOthers: (account: Account) =>
      sessions.revoke(account.email, { allBut: account.session }, clock.now()),

    /**
     * A one-time link for a seller who gets no mail, to be sent to the number that stands in content; the audit
     * trail shows it. It works in whichever browser presses its button first.
     */
    async linkForSeller(
      operator: Account,
      slug: string,
    ): Promise<{ url: string; name: string; whatsapp: string; sample: boolean } | undefined> {
      const seller = (await catalog.sellers([slug])).get(slug);
      if (!seller) return undefined;
      const now = clock.now();
      const id = random.token(12);
      await sessions.ask(
        {
          id,
          email: seller.email.toLowerCase(),
          known: true,
          next: '',
          asked_at: now.toISOString(),
          expires_at: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000).toISOString(),
        },
        { audit: { actor: operator.email, action: 'sign_in_link', subject: `seller:${slug}` } },
      );
      const { token } = await signInSecrets(signer, id);
      const { name, whatsapp, sample } = seller;
      return { url: `${settings.origin}/masuk/${token}`, name, whatsapp, sample };
    },
  };
}
