import { z } from 'zod';
import {
  MAILS_ASKED,
  MAX_TRIES,
  NEWS_DAYS,
  SIGN_IN_MINUTES,
  signInCode,
  typedCode,
  WRONG_CODES_A_DAY,
} from '../../src/domain/access/sign-in.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import { deskPath, openSession, rolesOf } from './open-session.ts';
import type {
  Account,
  AttemptCounter,
  Browser,
  ClosedShops,
  Entered,
  RateLimiter,
  Session,
  SessionStore,
  ShopDirectory,
  Signer,
  SignIn,
} from './ports.ts';

const DAY_SECONDS = 86_400;
/** The last use is written down at most once in so many minutes. */
const SEEN_EVERY_MS = 60 * 60_000;

export interface SignInPorts {
  sessions: SessionStore;
  catalog: ShopDirectory;
  pauses: ClosedShops;
  attempts: AttemptCounter;
  limiter: RateLimiter;
  signer: Signer;
  clock: Clock;
  random: Randomness;
  settings: Pick<Settings, 'limits' | 'operators' | 'origin' | 'deployed'>;
}

export type Asked =
  | { ok: true; id: string; browser: string }
  /** Nothing new was sent; the last link works. */
  | { ok: true; last: true }
  | { ok: false; code: 'email' | 'too_many_requests' };
/** What a link is to the browser that opened it. */
export type OpenedLink = { is: 'here' } | { is: 'elsewhere'; code: string } | { is: 'over' };

/** An address as it is compared: without blanks, in lower case; `undefined` for what is none. */
export function mailAddress(text: string): string | undefined {
  const address = text.trim().toLowerCase();
  return address.length <= 254 && z.email().safeParse(address).success ? address : undefined;
}

/** A link's token and the code beside it: signatures of the sign-in's id, so that the database holds neither. */
export async function signInSecrets(signer: Signer, id: string): Promise<{ token: string; code: string }> {
  const [signature, code] = await Promise.all([
    signer.sign(`sign-in:${id}`),
    signer.sign(`sign-in-code:${id}`),
  ]);
  return { token: `${id}.${signature}`, code: signInCode(Buffer.from(code, 'base64url')) };
}

/** Signing in by a mailed link or code, and the sessions that come of it. */
export function signingIn(ports: SignInPorts) {
  const { sessions, catalog, attempts, limiter, signer, clock, random, settings } = ports;

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

  const enter = (found: SignIn, browser: Browser) => openSession(ports, found, browser);

  /** True when one more mail may be sent: by a familiar browser's own allowance, else by the client's and the mailbox's. */
  async function mayMail(email: string, client: string, device: string | undefined): Promise<boolean> {
    const now = clock.now();
    const count = async (limit: number, ...key: string[]) =>
      attempts.count(await random.sha256(`sign-in:${key.join(':')}`), {
        now,
        limit,
        windowSeconds: SIGN_IN_MINUTES * 60,
      });
    const known = device && (await random.sha256(device));
    if (known && (await sessions.knowsDevice(email, known, now)))
      return count(MAILS_ASKED.familiar, 'device', email, known);
    // A client that has used up its share takes nothing of what others may ask for.
    return (
      (await count(MAILS_ASKED.client, 'client', email, client)) &&
      (await count(MAILS_ASKED.mailbox, 'mailbox', email))
    );
  }

  /** Counts a code before it is looked at, so that many at once are all counted. */
  async function mayType(email: string): Promise<{ ok: boolean; wasRight(): Promise<void> }> {
    const keys = [
      { key: await random.sha256(`sign-in-code:${email}`), limit: WRONG_CODES_A_DAY.mailbox },
      { key: await random.sha256('sign-in-code'), limit: WRONG_CODES_A_DAY.all },
    ];
    const now = clock.now();
    const allowed: boolean[] = [];
    for (const { key, limit } of keys)
      allowed.push(await attempts.count(key, { now, limit, windowSeconds: DAY_SECONDS }));
    return {
      ok: !allowed.includes(false),
      wasRight: async () => {
        for (const { key } of keys) await attempts.takeBack(key);
      },
    };
  }

  return {
    /**
     * Mails a link and a code to an address that belongs to somebody; to everybody else it looks the same. Whoever asks
     * for an address too often gets nothing sent and shuts nobody out: the last link then works in any browser.
     * @param client what is counted by beside the mailbox; never stored
     * @param browser the secret that this browser keeps from asking before, so that both links work in it
     * @param device the secret that it keeps since somebody signed in on it
     * @returns the sign-in and the secret that the asking browser keeps
     */
    async ask(input: {
      email: string;
      next: string;
      client: string;
      browser?: string;
      device?: string;
    }): Promise<Asked> {
      const email = mailAddress(input.email);
      if (!email) return { ok: false, code: 'email' };
      const now = clock.now();
      if (settings.limits) {
        if (!(await limiter.allow(`sign-in:${input.client}`)))
          return { ok: false, code: 'too_many_requests' };
        if (!(await mayMail(email, input.client, input.device))) {
          await sessions.openToAny(email, now);
          return { ok: true, last: true };
        }
      }
      const { operator, sellers } = await rolesOf(ports, email);
      const known = operator || sellers.length > 0;
      const id = random.token(12);
      const browser = input.browser ?? random.token(24);
      await sessions.ask(
        {
          id,
          email,
          known,
          browser: await random.sha256(browser),
          next: deskPath(input.next),
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
    async enterByLink(token: string, asking: string | undefined, browser: Browser): Promise<Entered> {
      const found = await linkOf(token);
      if (!found || !(await askedHere(found, asking))) return { ok: false };
      return enter(found, browser);
    },

    /** Signs in by the code, typed in the browser that asked for it. */
    async enterByCode(id: string, asking: string, code: string, browser: Browser): Promise<Entered> {
      const asked = await sessions.signIn(id);
      if (!asked || !(await askedHere(asked, asking))) return { ok: false };
      const found = usable(asked);
      // An unknown address loses its tries as a known one does, and takes as long.
      const counted = await sessions.countTry(id, MAX_TRIES, clock.now());
      if (!counted) return { ok: false };
      const typed = settings.limits ? await mayType(asked.email) : undefined;
      if (typed && !typed.ok) return { ok: false, linksOnly: true };
      const right = (await signInSecrets(signer, id)).code;
      if (typedCode(code) !== right || !found) return { ok: false };
      await typed?.wasRight();
      return enter(found, browser);
    },

    /** Who holds a session's token; roles follow content and configuration as they are now. */
    async account(token: string): Promise<Account | undefined> {
      const now = clock.now();
      const session = await sessions.session(await random.sha256(token), now);
      if (!session) return undefined;
      const roles = await rolesOf(ports, session.email);
      if (!roles.operator && !roles.sellers.length) return undefined;
      if (now.getTime() - Date.parse(session.last_seen_at) > SEEN_EVERY_MS)
        await sessions.seen(session.id, now);
      const secondFactor = session.second_factor_at !== undefined;
      // Where the Worker isn't deployed, a newcomer sees the operator's desk without one.
      const secondFactorDue = roles.operator && !secondFactor && (settings.deployed || session.has_passkey);
      return { session: session.id, email: session.email, ...roles, secondFactor, secondFactorDue };
    },

    sessions: (account: Account): Promise<Session[]> => sessions.sessions(account.email, clock.now()),
    /** Sign-ins on new devices and by an operator's link, for the desk to tell of; not the one that looks. */
    async news(account: Account): Promise<Session[]> {
      const since = new Date(clock.now().getTime() - NEWS_DAYS * DAY_MS);
      const news = await sessions.news(account.email, since);
      return news.filter(({ id }) => id !== account.session);
    },
    leave: (account: Account) =>
      sessions.revoke(account.email, { id: account.session, keepDevice: true }, clock.now()),
    /** Ends another session of the same address; someone else's is not touched. */
    revoke: (account: Account, id: string) => sessions.revoke(account.email, { id }, clock.now()),
    /** Signs out everywhere else, and ends the order links that lie in the shops' mailboxes. */
    revokeOthers: (account: Account) =>
      sessions.revoke(
        account.email,
        { allBut: account.session, shops: account.sellers.map(({ slug }) => slug) },
        clock.now(),
      ),

    /**
     * A one-time link for a seller who gets no mail, to be sent to the number that stands in content; the audit
     * trail, a mail to the seller and the desk tell of it. It works in whichever browser presses its button first.
     */
    async linkForSeller(
      operator: Account,
      slug: string,
    ): Promise<{ url: string; name: string; whatsapp: string; sample: boolean } | undefined> {
      const seller = (await catalog.sellers([slug])).get(slug);
      if (!seller) return undefined;
      const now = clock.now();
      const id = random.token(12);
      const email = seller.email.toLowerCase();
      await sessions.ask(
        {
          id,
          email,
          known: true,
          made_by: operator.email,
          next: '',
          asked_at: now.toISOString(),
          expires_at: new Date(now.getTime() + SIGN_IN_MINUTES * 60_000).toISOString(),
        },
        {
          audit: { actor: operator.email, action: 'sign_in_link', subject: `seller:${slug}` },
          // Who reads the shop's mail learns of it, should the link have gone to somebody else.
          letter: { kind: 'sign_in_link', to: email, detail: { at: now.toISOString() } },
        },
      );
      const { token } = await signInSecrets(signer, id);
      const { name, whatsapp, sample } = seller;
      return { url: `${settings.origin}/masuk/${token}`, name, whatsapp, sample };
    },
  };
}
