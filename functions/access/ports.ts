import type { CallKind } from '../../src/domain/access/limits.ts';
// What the use cases need to know who is at a desk.

/** Somebody asked to sign in. */
export interface SignIn {
  id: string;
  email: string;
  /** False when nobody has this address: its code is never right. */
  known: boolean;
  /** SHA-256 of the secret that the asking browser keeps; absent where the link works in any browser. */
  browser?: string;
  /** The operator who made the link; absent for one that was asked for. */
  made_by?: string;
  /** Where the person wanted to go: a path, or nothing. */
  next: string;
  asked_at: string;
  expires_at: string;
  /** Codes that were typed so far. */
  tries: number;
  used_at?: string;
}

export interface Session {
  /** SHA-256 of the token in the cookie. */
  id: string;
  email: string;
  /** What the browser calls itself. */
  device: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  /** The device's id; absent for a session of an earlier version. */
  browser?: string;
  /** True when nobody had signed in as this address on the device before. */
  new_device: boolean;
  /** The operator who made the link that it was opened by. */
  made_by?: string;
  /** When a passkey or a recovery code was shown in it; absent: by mail alone. */
  second_factor_at?: string;
}

/**
 * The mails that belong to no order; the last word of those of a thread is who reads it. A new one is named here,
 * and the compiler asks the mail room for its words.
 */
export type LetterKind =
  | 'sign_in'
  | 'new_device'
  | 'passkey_added'
  | 'passkeys_removed'
  | 'sign_in_link'
  | 'confirm_address'
  | `set_${'to_approve' | 'waits' | 'approved' | 'refused'}`
  | `${'inquiry' | 'message'}_seller`
  | `${'message' | 'offer' | 'confirm'}_buyer`;

/** A mail that belongs to no order. What it is composed from stands in `detail`. */
export interface Letter {
  kind: LetterKind;
  to: string;
  detail: Record<string, string | number>;
}

/** One line of the audit trail. */
export interface AuditEntry {
  /** The address of whoever did it. */
  actor: string;
  action: string;
  /** What it was done to, such as `seller:<slug>`. */
  subject: string;
  detail?: string;
}

export interface SessionStore {
  /**
   * Writes a sign-in with its mail and its line in the audit trail. Without a letter a row is written that is never
   * sent, so that the time it takes doesn't tell who is known.
   */
  ask(signIn: Omit<SignIn, 'tries'>, with_: { letter?: Letter; audit?: AuditEntry }): Promise<void>;
  /** Lets the links that an address has now work in any browser. */
  openToAny(email: string, now: Date): Promise<void>;
  signIn(id: string): Promise<SignIn | undefined>;
  /** Counts a code that was typed; false when there were `limit` before it, or the sign-in is over. */
  countTry(id: string, limit: number, now: Date): Promise<boolean>;
  /** True when somebody signed in as this address on the device. */
  knowsDevice(email: string, id: string, now: Date): Promise<boolean>;
  /** Uses up a sign-in for a session, remembers the device and queues the letter; false when it was used before. */
  open(
    session: Session & { sign_in: string; browser: string },
    with_: { deviceUntil: string; letter?: Letter },
  ): Promise<boolean>;
  /** A session that is neither over nor revoked. */
  session(id: string, now: Date): Promise<(Session & { has_passkey: boolean }) | undefined>;
  seen(id: string, at: Date): Promise<void>;
  /** Notes that the second factor was shown. */
  secondFactor(id: string, at: Date): Promise<void>;
  /** The sessions of an address, the latest first. */
  sessions(email: string, now: Date): Promise<Session[]>;
  /** The sign-ins of an address since then that its owner is told of, over or not, the latest first. */
  news(email: string, since: Date): Promise<Session[]>;
  /**
   * Ends one session of an address, or all but one; their devices are new ones from then on. With all but one, the
   * links that lie in the mailboxes of `shops` end, too.
   */
  revoke(
    email: string,
    which: { id: string; keepDevice?: boolean } | { allBut: string; shops: string[] },
    at: Date,
  ): Promise<void>;
}

/** How often the links that lie in a shop's mailbox were taken back: they are signed over it. */
export interface LinkEpochs {
  of(seller: string): Promise<number>;
}

/** Who is at a desk, and what they may touch. */
export interface Account {
  session: string;
  email: string;
  operator: boolean;
  /** The shops whose address this is, by their slugs. */
  sellers: { slug: string; name: string }[];
  /** True when a passkey or a recovery code was shown in this session. */
  secondFactor: boolean;
  /** True when the operator's desk stays shut until it is shown, or a first passkey is made. */
  secondFactorDue: boolean;
}

/** A browser: what it calls itself, and the secret that it keeps since somebody signed in on it. */
export interface Browser {
  userAgent: string;
  device?: string;
}
export type Entered =
  | { ok: true; token: string; maxAge: number; next: string; device: string }
  /** `linksOnly`: too many wrong codes today, so that only a link signs in. */
  | { ok: false; linksOnly?: boolean };

/** A passkey: the public half of a key pair whose other half never leaves its owner's device. */
export interface Passkey {
  /** The credential's id, base64url. */
  id: string;
  email: string;
  /** COSE key, base64url. */
  public_key: string;
  counter: number;
  transports: string[];
  /** What the browser that made it calls itself. */
  device: string;
  created_at: string;
  last_used_at?: string;
}

export interface PasskeyStore {
  /** The passkeys of an address, the oldest first. */
  of(email: string): Promise<Passkey[]>;
  byId(id: string): Promise<Passkey | undefined>;
  /** Keeps a passkey that was made in this session and tells its owner; false when it is there already. */
  add(passkey: Passkey, session: string, letter: Letter): Promise<boolean>;
  used(id: string, counter: number, at: Date): Promise<void>;
  remove(email: string, id: string): Promise<void>;
  /** Takes away all passkeys and codes of an address and ends its sessions. */
  removeAll(email: string, with_: { at: string; audit: AuditEntry; letter: Letter }): Promise<void>;
  /** Puts new recovery codes, by their signatures, in the place of the old ones. */
  replaceCodes(email: string, signatures: string[], at: Date): Promise<void>;
  /** Uses up a code for this session; false when there is none such. */
  useCode(email: string, signature: string, session: string, at: Date): Promise<boolean>;
  codesLeft(email: string): Promise<number>;
}

/** Who asks for a passkey: the mall, by the host that passkeys are bound to. */
export interface RelyingParty {
  /** The host's name, without a port. */
  id: string;
  name: string;
  origin: string;
}

/** The two ceremonies of WebAuthn. What is `undefined` did not hold. */
export interface PasskeyCeremonies {
  /** The id of the passkey that an answer says it was made with. */
  idOf(response: unknown): string | undefined;
  creationOptions(
    party: RelyingParty,
    asked: { challenge: string; handle: string; name: string; known: Passkey[] },
  ): Promise<object>;
  verifyCreation(
    party: RelyingParty,
    answer: { challenge: string; response: unknown },
  ): Promise<Pick<Passkey, 'id' | 'public_key' | 'counter' | 'transports'> | undefined>;
  /** @param own the passkeys that may be used; none: whichever the browser has */
  useOptions(party: RelyingParty, challenge: string, own: Passkey[]): Promise<object>;
  /** The passkey's new counter. */
  verifyUse(
    party: RelyingParty,
    answer: { challenge: string; response: unknown; passkey: Passkey },
  ): Promise<number | undefined>;
}

/** Shops that the operator has closed for fraud: whoever holds their keys is nobody. */
export interface ClosedShops {
  closed(sellers: readonly string[], now: Date): Promise<Set<string>>;
}

/** Addresses whose owners have confirmed them. Addresses are as `mailAddress` gives them: trimmed, in lower case. */
export interface AddressBook {
  /** Those of the addresses that are confirmed. */
  isConfirmed(addresses: readonly string[]): Promise<Set<string>>;
  confirm(address: string, at: Date): Promise<void>;
  /** Queues the letter with the link that confirms its address. */
  ask(letter: Letter, at: Date): Promise<void>;
}

/** Counts calls by a key within a minute; never stores the key itself beyond that. */
export interface RateLimiter {
  /** False when the key has used up its share of this kind of call; `acting` where none is told. */
  allow(key: string, kind?: CallKind): Promise<boolean>;
}

/** Counts attempts by a key within a window of time, in every Worker together. */
export interface AttemptCounter {
  /** Counts one attempt; false when there were `limit` before it. */
  count(key: string, options: { now: Date; limit: number; windowSeconds: number }): Promise<boolean>;
  /** Takes back one attempt that was counted before it proved to be none. */
  takeBack(key: string): Promise<void>;
  /** Forgets windows that are over. */
  forget(now: Date): Promise<void>;
}

/** Signs texts with the mall's secret. */
export interface Signer {
  /** A URL-safe signature of 256 bits. */
  sign(text: string): Promise<string>;
  /** Compares in constant time. */
  verify(text: string, signature: string): Promise<boolean>;
}

/** A shop as signing in knows it. */
export interface Shop {
  slug: string;
  name: string;
  email: string;
  whatsapp: string;
  sample: boolean;
}

/** The shops of the mall, by address and by slug. */
export interface ShopDirectory {
  sellers(slugs: string[]): Promise<ReadonlyMap<string, Shop>>;
  /** The shops that an address belongs to, in whatever case it was written. */
  sellersByEmail(email: string): Promise<Shop[]>;
}

/** Tells people from programs. */
export interface HumanCheck {
  /** What the page's widget is set up with. */
  siteKey: string;
  /**
   * True for a token that the widget gave to a person, once; false also when nobody could be asked.
   * @param address the visitor's, as the check's provider wants it; never stored
   */
  passed(token: string, address?: string): Promise<boolean>;
}

/**
 * A sign of life: none; weak, as a program could give it with patience (a proof of work, a minute's wait); strong, as
 * only the human check gives it.
 */
export type SignOfLife = 'none' | 'weak' | 'strong';
