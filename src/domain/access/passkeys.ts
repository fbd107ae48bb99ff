import { LEGIBLE_SIGNS } from '../legible-signs.ts';

/** What a browser is asked with is answered within so many minutes, once. */
export const CHALLENGE_MINUTES = 5;
/** Passkeys that one address may have: phones, computers, a key in the drawer. */
export const MAX_PASSKEYS = 10;
/** One-time codes on an operator's printed sheet. */
export const RECOVERY_CODES = 8;
const RECOVERY_SIGNS = 10;

/**
 * A code of the printed sheet, `K7QM3-XTDAC`.
 * @param bytes at least two random bytes for each of its ten signs
 */
export function recoveryCode(bytes: Uint8Array): string {
  const signs = Array.from(
    { length: RECOVERY_SIGNS },
    (_, at) => LEGIBLE_SIGNS[(bytes[at * 2]! * 256 + bytes[at * 2 + 1]!) % LEGIBLE_SIGNS.length],
  ).join('');
  return `${signs.slice(0, RECOVERY_SIGNS / 2)}-${signs.slice(RECOVERY_SIGNS / 2)}`;
}
