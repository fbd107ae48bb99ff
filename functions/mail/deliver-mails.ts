import { mailboxOf, STRANGERS_MAILS_A_DAY } from '../../src/domain/mail/strangers.ts';
import type { AddressBook } from '../access/ports.ts';
import type { Clock, Settings } from '../http/ports.ts';
import { type ComposePorts, composing } from './compose-mail.ts';
import { type EmailSender, LONGEST_SEND_MS, type MailRow, type MailStore } from './ports.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const FIRST_QUARTER = 15 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;
/** After so long a mail that nobody takes is given up. */
const GIVE_UP = 3 * DAY;

/** Mails of each box in one claim. */
const CLAIM_LIMIT = 20;
/**
 * How long a claim holds. No mail is begun that might outlast it, so a mail is never in two runs' hands, however slow
 * the server is.
 */
const LEASE_SECONDS = 120;
/**
 * Mails in one run. Each costs four statements at most and each claim some ten, so a run has 450: with the clock's 400
 * (run-order-clock.ts) within the 1,000 that D1 answers to one invocation.
 */
const RUN_LIMIT = 100;

/**
 * When a mail that was not accepted is tried again: within a minute in the first quarter of an hour, then
 * ever more rarely, at least once an hour.
 * @param ageMs how long ago the mail was written, in milliseconds
 */
export function retryDelay(ageMs: number): number {
  if (ageMs < FIRST_QUARTER) return MINUTE / 4;
  return Math.min(LONGEST_WAIT, Math.max(2 * MINUTE, ageMs / 4));
}

export interface DeliveryPorts extends ComposePorts {
  mails: MailStore;
  addressBook: Pick<AddressBook, 'isConfirmed'>;
  email: EmailSender;
  clock: Clock;
  settings: ComposePorts['settings'] & Pick<Settings, 'limits'>;
}

/** What a run came to: mails that were accepted, and that were not. */
export interface Delivered {
  sent: number;
  failed: number;
}

/**
 * Sends what is due, one mail after another over one connection. Each is composed on its own and marked as soon as it
 * was accepted, so what fails fails alone; only a broken connection ends the run, and gives the others back.
 * @param longestMs how long the run may go on before it begins no further mail, in milliseconds
 */
export async function deliverMails(ports: DeliveryPorts, longestMs: number): Promise<Delivered> {
  const { mails, addressBook, email, clock, settings } = ports;
  const done: Delivered = { sent: 0, failed: 0 };
  const end = clock.now().getTime() + longestMs;
  const connection = email.connect();
  try {
    for (let taken = 0; taken < RUN_LIMIT; ) {
      const now = clock.now();
      const rows = await mails.claim({ now, limit: CLAIM_LIMIT, leaseSeconds: LEASE_SECONDS });
      taken += rows.length;
      if (!(await sendAll(rows, now)) || rows.length < CLAIM_LIMIT) break;
    }
  } finally {
    connection.close();
  }
  return done;

  /** False when the run has to end. */
  async function sendAll(rows: MailRow[], claimedAt: Date): Promise<boolean> {
    if (!rows.length) return false;
    const confirmed = await addressBook.isConfirmed(
      rows.filter(toBuyer).map(({ to_address }) => to_address.toLowerCase()),
    );
    const isKnown = (row: MailRow) => !toBuyer(row) || confirmed.has(row.to_address.toLowerCase());
    const compose = await composing(ports, rows, isKnown);
    const lastStart = Math.min(end, claimedAt.getTime() + LEASE_SECONDS * SECOND - LONGEST_SEND_MS);
    const giveBack = async (from: number) => {
      if (from < rows.length) await mails.released(rows.slice(from));
      return false;
    };
    for (const [index, row] of rows.entries()) {
      if (clock.now().getTime() > lastStart) return giveBack(index);
      if (!(await sendOne(row, isKnown(row), compose))) return giveBack(index + 1);
    }
    return true;
  }

  /** False when the connection is broken. */
  async function sendOne(
    row: MailRow,
    isKnown: boolean,
    compose: Awaited<ReturnType<typeof composing>>,
  ): Promise<boolean> {
    const stranger = isKnown ? undefined : mailboxOf(row.to_address);
    if (stranger && settings.limits) {
      const since = new Date(clock.now().getTime() - DAY);
      if ((await mails.toStranger(stranger, since)) >= STRANGERS_MAILS_A_DAY) {
        await mails.ended(row, 'too_many', '', clock.now());
        return true;
      }
    }
    let result: Awaited<ReturnType<typeof connection.send>>;
    try {
      result = await connection.send(await compose(row));
    } catch (error) {
      // A message may quote what a person typed.
      result = { is: 'later', error: `cannot be composed: ${(error as Error).name}` };
    }
    const now = clock.now();
    if (result.is === 'accepted') {
      done.sent += 1;
      await mails.accepted(row, now, stranger);
      return true;
    }
    done.failed += 1;
    const age = now.getTime() - Date.parse(row.created_at);
    if (result.is === 'refused') await mails.ended(row, 'refused', result.error, now);
    // A server that is down is no fault of the mail's.
    else if (age > GIVE_UP && result.is === 'later') await mails.ended(row, 'gave_up', result.error, now);
    else await mails.failed(row, result.error, new Date(now.getTime() + retryDelay(age)));
    return result.is !== 'broken';
  }
}

/** Sellers' and operators' addresses are the mall's own knowledge; a buyer's is what somebody typed. */
function toBuyer({ kind }: MailRow): boolean {
  return kind.endsWith('_buyer') || kind === 'confirm_address';
}
