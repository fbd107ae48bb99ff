import {
  CHALLENGE_MINUTES,
  MAX_PASSKEYS,
  RECOVERY_CODES,
  recoveryCode,
} from '../../src/domain/access/passkeys.ts';
import { typedCode, WRONG_CODES_A_DAY } from '../../src/domain/access/sign-in.ts';
import { openSession, type SessionPorts } from './open-session.ts';
import type {
  Account,
  AttemptCounter,
  Browser,
  Entered,
  Passkey,
  PasskeyCeremonies,
  PasskeyStore,
  RelyingParty,
  Signer,
} from './ports.ts';

const DAY_SECONDS = 86_400;

export interface PasskeyPorts extends SessionPorts {
  passkeys: PasskeyStore;
  ceremonies: PasskeyCeremonies;
  attempts: AttemptCounter;
  signer: Signer;
}

/** What a browser is asked with: the options for it, and the ticket that comes back with its answer. */
export interface Asking {
  options: object;
  ticket: string;
}

/**
 * Passkeys: signing in without a mail, and the operators' second factor. Who asks for one gets a ticket, a signed
 * challenge that is good for a few minutes, for one purpose and once.
 */
export function usingPasskeys(ports: PasskeyPorts) {
  const { passkeys, ceremonies, attempts, signer, clock, random, sessions, settings } = ports;

  async function ticketFor(purpose: string): Promise<{ challenge: string; ticket: string }> {
    const challenge = random.token(32);
    const until = (clock.now().getTime() + CHALLENGE_MINUTES * 60_000).toString(36);
    const signature = await signer.sign(`passkey:${purpose}:${challenge}:${until}`);
    return { challenge, ticket: `${challenge}.${until}.${signature}` };
  }

  /** The challenge of a ticket that is ours, still good and not used before. */
  async function challengeOf(purpose: string, ticket: string): Promise<string | undefined> {
    const [challenge = '', until = '', signature = ''] = ticket.split('.');
    if (!(await signer.verify(`passkey:${purpose}:${challenge}:${until}`, signature))) return undefined;
    const now = clock.now();
    if (Number.parseInt(until, 36) <= now.getTime()) return undefined;
    const once = { now, limit: 1, windowSeconds: CHALLENGE_MINUTES * 60 };
    return (await attempts.count(await random.sha256(`passkey:${challenge}`), once)) ? challenge : undefined;
  }

  /** The passkey that an answer was made with, if it is one of ours and the answer is right. */
  async function shown(
    party: RelyingParty,
    purpose: string,
    { ticket, response }: { ticket: string; response: unknown },
  ): Promise<{ passkey: Passkey; challenge: string } | undefined> {
    const challenge = await challengeOf(purpose, ticket);
    const id = ceremonies.idOf(response);
    const passkey = challenge && id ? await passkeys.byId(id) : undefined;
    if (!challenge || !passkey) return undefined;
    const counter = await ceremonies.verifyUse(party, { challenge, response, passkey });
    if (counter === undefined) return undefined;
    await passkeys.used(passkey.id, counter, clock.now());
    return { passkey, challenge };
  }

  /** What a mail alone allows: all of a seller's, and an operator's first passkey. */
  const trusts = (account: Account, own: Passkey[]) =>
    account.secondFactor || !account.operator || own.length === 0;

  const recoverySignature = (email: string, code: string) =>
    signer.sign(`recovery-code:${email}:${typedCode(code)}`);

  return {
    of: (account: Account): Promise<Passkey[]> => passkeys.of(account.email),
    codesLeft: (account: Account): Promise<number> => passkeys.codesLeft(account.email),

    /** Asks a browser for whichever passkey of ours it has. */
    async askToEnter(party: RelyingParty): Promise<Asking> {
      const { challenge, ticket } = await ticketFor('enter');
      return { ticket, options: await ceremonies.useOptions(party, challenge, []) };
    },
    /** Signs in by a passkey: something that one has, opened by who one is, so it is both factors. */
    async enter(
      party: RelyingParty,
      answer: { ticket: string; response: unknown },
      browser: Browser,
    ): Promise<Entered> {
      const found = await shown(party, 'enter', answer);
      if (!found) return { ok: false };
      const { email } = found.passkey;
      const proof = { id: `passkey:${found.challenge}`, email, next: '', passkey: true };
      return openSession(ports, proof, browser);
    },

    /** Asks for the second factor of somebody who signed in by mail. */
    async askAgain(party: RelyingParty, account: Account): Promise<Asking> {
      const { challenge, ticket } = await ticketFor(`second:${account.session}`);
      const own = await passkeys.of(account.email);
      return { ticket, options: await ceremonies.useOptions(party, challenge, own) };
    },
    async showAgain(
      party: RelyingParty,
      account: Account,
      answer: { ticket: string; response: unknown },
    ): Promise<boolean> {
      const found = await shown(party, `second:${account.session}`, answer);
      if (found?.passkey.email !== account.email) return false;
      await sessions.secondFactor(account.session, clock.now());
      return true;
    },

    /** Asks a browser to make a passkey; an operator who has one must have shown it in this session. */
    async askToRegister(party: RelyingParty, account: Account): Promise<Asking | undefined> {
      const own = await passkeys.of(account.email);
      if (own.length >= MAX_PASSKEYS || !trusts(account, own)) return undefined;
      const { challenge, ticket } = await ticketFor(`register:${account.session}`);
      // One address always has one handle, and nobody can read the address from it.
      const handle = await signer.sign(`passkey-user:${account.email}`);
      const options = await ceremonies.creationOptions(party, {
        challenge,
        handle,
        name: account.email,
        known: own,
      });
      return { ticket, options };
    },
    /** Keeps a new passkey; making it shows it as well. */
    async register(
      party: RelyingParty,
      account: Account,
      { ticket, response }: { ticket: string; response: unknown },
      userAgent: string,
    ): Promise<boolean> {
      const challenge = await challengeOf(`register:${account.session}`, ticket);
      const own = challenge && (await passkeys.of(account.email));
      if (!challenge || !own || !trusts(account, own)) return false;
      const made = await ceremonies.verifyCreation(party, { challenge, response });
      if (!made) return false;
      const at = clock.now().toISOString();
      return passkeys.add(
        { ...made, email: account.email, device: userAgent, created_at: at },
        account.session,
        { kind: 'passkey_added', to: account.email, detail: { at } },
      );
    },
    /** Takes one's own passkey away; an operator must have shown one in this session. */
    async remove(account: Account, id: string): Promise<boolean> {
      if (!trusts(account, await passkeys.of(account.email))) return false;
      await passkeys.remove(account.email, id);
      return true;
    },

    /** A new sheet of one-time codes; those of the sheet before end. */
    async newCodes(account: Account): Promise<string[] | undefined> {
      if (!account.operator || !account.secondFactor) return undefined;
      const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCode(random.bytes(20)));
      const signatures = await Promise.all(codes.map((code) => recoverySignature(account.email, code)));
      await passkeys.replaceCodes(account.email, signatures, clock.now());
      return codes;
    },
    /** Uses up a code of the sheet instead of a passkey. */
    async useCode(account: Account, code: string): Promise<boolean> {
      const window = { now: clock.now(), limit: WRONG_CODES_A_DAY.mailbox, windowSeconds: DAY_SECONDS };
      const key = await random.sha256(`recovery-code:${account.email}`);
      if (!(await attempts.count(key, window))) return false;
      const signature = await recoverySignature(account.email, code);
      if (!(await passkeys.useCode(account.email, signature, account.session, clock.now()))) return false;
      await attempts.takeBack(key);
      return true;
    },

    /** The operators whose passkeys another one can take away. */
    others: (account: Account): string[] =>
      settings.operators.map((email) => email.toLowerCase()).filter((email) => email !== account.email),
    /** Another operator has lost every passkey: they are taken away, and asked for anew at the next sign-in. */
    async recover(account: Account, email: string): Promise<boolean> {
      if (!account.operator || !account.secondFactor || !this.others(account).includes(email)) return false;
      const at = clock.now().toISOString();
      await passkeys.removeAll(email, {
        at,
        audit: { actor: account.email, action: 'passkeys_removed', subject: `operator:${email}` },
        letter: { kind: 'passkeys_removed', to: email, detail: { at } },
      });
      return true;
    },
  };
}
