import type { Locale } from '../../src/i18n/locale.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { AddressBook, AttemptCounter, Signer } from './ports.ts';
import { mailAddress } from './sign-in.ts';

/** A mailed link confirms its address for so many days. */
export const CONFIRM_DAYS = 7;
/** Links that may be mailed to one address in a day, and asked for by one client. */
const MAX_MAILED = 5;
const MAX_ASKED = 20;
const DAY_SECONDS = 86_400;

export interface ConfirmPorts {
  addressBook: AddressBook;
  attempts: AttemptCounter;
  signer: Signer;
  clock: Clock;
  random: Pick<Randomness, 'sha256'>;
  settings: Pick<Settings, 'limits'>;
}

const encode = (text: string) => btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const decode = (text: string) => {
  try {
    return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  } catch {
    return '';
  }
};

/**
 * The path of the page that confirms an address, `/surel/<address>.<until>.<signature>`. It is the same however
 * often it is made, so a mail that is sent again carries the link that it had.
 * @param from when the mail was written
 */
export async function confirmLink(signer: Signer, address: string, from: Date): Promise<string> {
  const until = Math.floor(from.getTime() / 1000 + CONFIRM_DAYS * DAY_SECONDS).toString(36);
  return `/surel/${encode(address)}.${until}.${await signer.sign(`address:${address}:${until}`)}`;
}

/** Confirming an address by a mailed link: whoever presses its button reads that address's mail. */
export function confirmingAddresses({
  addressBook,
  attempts,
  signer,
  clock,
  random,
  settings,
}: ConfirmPorts) {
  async function mayGoOn(key: string, limit: number): Promise<boolean> {
    if (!settings.limits) return true;
    const hashed = await random.sha256(`confirm-address:${key}`);
    return attempts.count(hashed, { now: clock.now(), limit, windowSeconds: DAY_SECONDS });
  }

  /** The address of a link whose time is not over; `undefined` for a forged or an old one. */
  async function look(token: string): Promise<string | undefined> {
    const [encoded = '', until = '', signature = '', ...rest] = token.split('.');
    const address = decode(encoded);
    if (!address || rest.length || !/^[0-9a-z]{1,9}$/.test(until)) return undefined;
    if (!(await signer.verify(`address:${address}:${until}`, signature))) return undefined;
    return Number.parseInt(until, 36) * 1000 > clock.now().getTime() ? address : undefined;
  }

  return {
    look,
    /**
     * Mails the link.
     * @param client what the limit goes by; kept hashed for a day
     */
    async ask(
      email: string,
      locale: Locale,
      client: string,
    ): Promise<{ ok: true; address: string } | { ok: false; code: 'email' | 'too_many_requests' }> {
      const address = mailAddress(email);
      if (!address) return { ok: false, code: 'email' };
      if (!(await mayGoOn(`client:${client}`, MAX_ASKED)) || !(await mayGoOn(address, MAX_MAILED)))
        return { ok: false, code: 'too_many_requests' };
      await addressBook.ask({ kind: 'confirm_address', to: address, detail: { locale } }, clock.now());
      return { ok: true, address };
    },
    /** Confirms a link's address; `undefined` for a forged or an old one. Pressed twice it is the same. */
    async confirm(token: string): Promise<string | undefined> {
      const address = await look(token);
      if (address) await addressBook.confirm(address, clock.now());
      return address;
    },
  };
}
