import type { MailEvent } from '../../src/domain/fulfilment/order-mails.ts';
import type { LetterKind, Signer } from '../access/ports.ts';
import type { Settings } from '../http/ports.ts';
import type { ApprovalQueue } from '../operator/ports.ts';
import type { NewMail } from '../ordering/ports.ts';

// What the mail room needs of the outside.

/** Every mail that the mall writes. Where one waits in the database, its kind may be one of another version. */
export type MailKind = LetterKind | NewMail['kind'] | MailEvent;

/** A mail that waits. One about an order waits in `outbox`, any other in `letters`. */
export interface MailRow {
  box: 'outbox' | 'letters';
  id: number;
  /** A `MailKind`, unless another version of the mall wrote it. */
  kind: string;
  to_address: string;
  created_at: string;
  /** This one included. */
  attempts: number;
  /** What the mail tells of its cause, as it was then: JSON. */
  detail: string | null;
  order_id: number | null;
  seller_order: string | null;
}

/** What letters are composed with. */
export interface LetterPorts {
  approvals: Pick<ApprovalQueue, 'change'>;
  signer: Signer;
  settings: Pick<Settings, 'origin'>;
}

/** What a letter is composed from. */
export interface LetterFacts<Kind extends LetterKind = LetterKind> {
  kind: Kind;
  to: string;
  createdAt: Date;
  detail: Record<string, string | number>;
  /** False for an address that nobody has confirmed: then nothing that a person typed is in it. */
  known: boolean;
}

/** Why a mail is not tried any more. */
export type MailEnd = 'refused' | 'gave_up' | 'too_many';

/** The mails that wait, and what became of them. */
export interface MailStore {
  /**
   * Takes due mails for `leaseSeconds`, so that no other run gets them meanwhile: up to `limit` from each box. What
   * goes to sellers, operators and desks comes before what goes to buyers, and a first attempt before another.
   */
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<MailRow[]>;
  /** @param stranger the mailbox, where nobody has confirmed the address */
  accepted(row: MailRow, at: Date, stranger?: string): Promise<void>;
  failed(row: MailRow, error: string, nextAttemptAt: Date): Promise<void>;
  /** Ends a mail. Where a buyer's address was refused, the order keeps that. */
  ended(row: MailRow, because: MailEnd, error: string, at: Date): Promise<void>;
  /** Gives back mails that were not tried after all. */
  released(rows: MailRow[]): Promise<void>;
  /** Mails that a mailbox got since a moment, while nobody had confirmed its address. */
  toStranger(mailbox: string, since: Date): Promise<number>;
  /** How many mails wait, and since when (UTC, ISO 8601) the oldest does. */
  waiting(): Promise<{ count: number; oldest?: string }>;
}

/** A mail ready to go. `from` is `Name <address>`. */
export interface Email {
  from: string;
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  messageId: string;
}

/** `refused`: this address will never take it. `later`: this mail has to wait. `broken`: so have all others. */
export type SendResult = { is: 'accepted' } | { is: 'refused' | 'later' | 'broken'; error: string };

/** A way to a mail server, opened with the first mail. */
export interface MailConnection {
  /** Sends one mail, within `LONGEST_SEND_MS`. An expected failure is a result, never an exception. */
  send(email: Email): Promise<SendResult>;
  close(): void;
}

export interface EmailSender {
  connect(): MailConnection;
}

/** Sending one mail takes no longer, with the way to the server, in milliseconds. */
export const LONGEST_SEND_MS = 30_000;

/** The local mailbox that stands in for an SMTP server on a developer's machine. */
export interface Mailbox {
  list(): Promise<{ id: number; to: string; subject: string; at: string }[]>;
  read(id: number): Promise<(Email & { id: number; at: string }) | undefined>;
}
