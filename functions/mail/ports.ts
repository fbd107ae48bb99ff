/** A mail that waits in the outbox. */

import type { Letter, Signer } from '../access/ports.ts';
import type { Clock, Settings } from '../http/ports.ts';
import type { ApprovalQueue } from '../operator/ports.ts';

export interface OutboxRow {
  id: number;
  kind: string;
  order_id: number;
  seller_order: string | null;
  to_address: string;
  created_at: string;
  attempts: number;
  /** What the mail tells of its cause, as it was then: JSON. */
  detail: string | null;
}
export interface Outbox {
  /** Takes up to `limit` due mails for `leaseSeconds`; no other run gets them meanwhile. */
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<OutboxRow[]>;
  sent(ids: number[], at: Date): Promise<void>;
  failed(id: number, error: string, nextAttemptAt: Date): Promise<void>;
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
export interface EmailSender {
  /** Sends in order; one result for each mail. An expected failure is a result, never an exception. */
  send(emails: Email[]): Promise<({ ok: true } | { ok: false; error: string })[]>;
}

/** The local mailbox that stands in for an SMTP server on a developer's machine. */
export interface Mailbox {
  list(): Promise<{ id: number; to: string; subject: string; at: string }[]>;
  read(id: number): Promise<(Email & { id: number; at: string }) | undefined>;
}

/** Mails that belong to no order, claimed as the outbox's. */
export interface LetterBox {
  claim(options: { now: Date; limit: number; leaseSeconds: number }): Promise<LetterRow[]>;
  sent: Outbox['sent'];
  failed: Outbox['failed'];
}

/** A mail without an order that waits to be sent. */
export interface LetterRow {
  id: number;
  kind: string;
  to_address: string;
  detail: Letter['detail'];
  created_at: string;
}
export interface LetterPorts {
  letters: LetterBox;
  approvals: Pick<ApprovalQueue, 'change'>;
  email: EmailSender;
  signer: Signer;
  clock: Clock;
  settings: Pick<Settings, 'mailFrom' | 'origin'>;
}
