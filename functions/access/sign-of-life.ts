import type { Clock, Randomness } from '../http/ports.ts';
import type { HumanCheck, Signer, SignOfLife } from './ports.ts';

/** Whoever gives no proof of work waits so long before sending the form again, in seconds. */
export const WAIT_SECONDS = 60;
/** A ticket is good for so long, in seconds. */
const TICKET_SECONDS = 30 * 60;
/** Zero bits that the proof's SHA-256 begins with: some 16,000 tries, half a second on a cheap phone. */
export const PROOF_BITS = 14;

interface SignPorts {
  signer: Signer;
  clock: Clock;
  random: Pick<Randomness, 'sha256'>;
  /** Absent where none is set up. */
  human?: HumanCheck;
}

/**
 * A ticket for a form that is to come back with a sign of life: after a minute as it is, or at once with a proof of
 * work, `<ticket>:<nonce>`.
 * @param form what the ticket is for: the form's idempotency key
 */
export async function issueTicket({ signer, clock }: SignPorts, form: string): Promise<string> {
  const at = Math.floor(clock.now().getTime() / 1000).toString(36);
  return `${at}.${await signer.sign(`sign-of-life:${form}:${at}`)}`;
}

/**
 * What a form's `human_check` shows: a ticket, a ticket with its proof of work, or the human check's token.
 * @param address the visitor's, as the human check's provider wants it; never stored
 */
export async function signOfLife(
  { signer, clock, random, human }: SignPorts,
  given: string,
  form: string,
  address: string,
): Promise<SignOfLife> {
  if (!given) return 'none';
  const [ticket = '', nonce] = given.split(':');
  const [at = '', signature = ''] = ticket.split('.');
  if (/^[0-9a-z]{1,9}$/.test(at) && (await signer.verify(`sign-of-life:${form}:${at}`, signature))) {
    const age = clock.now().getTime() / 1000 - Number.parseInt(at, 36);
    if (age > TICKET_SECONDS) return 'none';
    if (age >= WAIT_SECONDS) return 'weak';
    if (!nonce) return 'none';
    const digest = await random.sha256(`${ticket}:${nonce}`);
    return Number.parseInt(digest.slice(0, 8), 16) >>> (32 - PROOF_BITS) === 0 ? 'weak' : 'none';
  }
  return human && (await human.passed(given, address)) ? 'strong' : 'none';
}

/**
 * What counts go by instead of a client's address, which is never stored: a keyed hash. A home's IPv6 addresses are
 * one client.
 */
export async function clientKey({ signer }: Pick<SignPorts, 'signer'>, address: string): Promise<string> {
  const home = address.includes(':') ? address.split(':').slice(0, 4).join(':') : address;
  return (await signer.sign(`client:${home}`)).slice(0, 22);
}
