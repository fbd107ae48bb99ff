import { LEGIBLE_SIGNS } from '../legible-signs.ts';

/** A sign-in's link and code last so long, in minutes. */
export const SIGN_IN_MINUTES = 15;
/** Signs of the code that stands beside the link. */
export const CODE_SIGNS = 8;
/** Codes that may be typed for one sign-in. */
export const MAX_TRIES = 5;
/**
 * Wrong codes a day, for one mailbox and for all together; beyond either only links sign in. With them a code that is
 * guessed stays below one in a thousand years, whoever sprays from wherever.
 */
export const WRONG_CODES_A_DAY = { mailbox: 10, all: 2000 } as const;
/**
 * Mails that may be asked for one mailbox in `SIGN_IN_MINUTES`: by one client, by all clients that it never signed in
 * on, and by one browser that it did. Beyond it nothing new is sent and the last link works in any browser. The window
 * is no longer than a link lasts, so there always is a last link that works.
 */
export const MAILS_ASKED = { client: 5, mailbox: 6, familiar: 5 } as const;
/** How long a session lasts: a seller's phone stays signed in, the operator's desk shows everybody's data. */
export const SESSION_DAYS = { seller: 90, operator: 7 } as const;
/** How long a browser is remembered that somebody signed in on; what browsers keep a cookie for at most. */
export const DEVICE_DAYS = 400;
/** How long the desk tells of a sign-in on a new device and of a link that an operator made. */
export const NEWS_DAYS = 14;

/**
 * A sign-in's code, `K7QM3XTD`.
 * @param bytes two random bytes for each sign: what a sign is the likelier by is 1 in 2,849
 */
export function signInCode(bytes: Uint8Array): string {
  if (bytes.length < CODE_SIGNS * 2) throw new RangeError(`a code needs ${CODE_SIGNS * 2} bytes`);
  return Array.from(
    { length: CODE_SIGNS },
    (_, at) => LEGIBLE_SIGNS[(bytes[at * 2]! * 256 + bytes[at * 2 + 1]!) % LEGIBLE_SIGNS.length],
  ).join('');
}

/** What a person typed for a code: in any case, with blanks and hyphens wherever. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[^A-Z0-9]/g, '');
}
