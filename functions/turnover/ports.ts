import type { Cell } from '../../src/domain/csv.ts';
import type { Rupiah } from '../../src/domain/money.ts';
import type { AsOf, Channel, LedgerKind } from '../../src/domain/turnover/ledger.ts';
import type { AuditEntry } from '../access/ports.ts';

// What the figures need of the outside: the ledger's sums, counted visits, and what the operator's desk keeps.

/** What the turnover is summed by; `product` counts goods sold before refunds, as far as they are known. */
export const DIMENSIONS = ['edition', 'seller', 'destination', 'product'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface TurnoverSum {
  /** An edition, seller, destination or product; empty where nobody knows. */
  value: string;
  channel: Channel;
  amount: Rupiah;
  /** Pieces sold; told by product only. */
  pieces: number;
}

/** An expo's turnover up to a moment, as its source recorded it. */
export interface OpeningBalance {
  edition: string;
  amount: Rupiah;
  occurred_at: string;
  source: string;
}

/** An entry as an export tells it. */
export interface LedgerRow {
  occurred_at: string;
  recorded_at: string;
  kind: string;
  channel: Channel;
  edition: string;
  seller: string | null;
  destination: string | null;
  amount: Rupiah;
  cause: string;
}

/** What a correction finds of the entry that it corrects. */
export interface BookEntry {
  cause: string;
  kind: LedgerKind;
  seller: string | null;
  channel: Channel;
  destination: string | null;
  sku: string | null;
  occurred_at: string;
  /** Less refunds and with the corrections so far, in rupiah. */
  left: Rupiah;
}

/** A correcting entry; `null` for what it does not have. */
export interface Correction {
  /** Made with the form: sent twice, counted once. */
  id: string;
  edition: string;
  seller: string | null;
  channel: Channel;
  amount: Rupiah;
  reason: string;
  /** The cause of the entry that it corrects. */
  corrects: string | null;
  occurred_at: string;
  recorded_at: string;
}

export interface CorrectionStore {
  /** The entry with this cause, or of the booth sale with this id. */
  bookEntry(cause: string, edition: string, seller?: string): Promise<BookEntry | undefined>;
  /** Writes a correction with its line in the audit trail; false when its id was used before. */
  correct(
    correction: Correction & Pick<BookEntry, 'destination' | 'sku'>,
    audit: AuditEntry,
  ): Promise<boolean>;
  correction(id: string): Promise<Correction | undefined>;
  /** The latest first. */
  corrections(limit: number): Promise<Correction[]>;
}

export interface TurnoverStore extends CorrectionStore {
  /** The sums by each of these dimensions as of a moment, all read at once. */
  sums(dimensions: readonly Dimension[], when: AsOf): Promise<Record<Dimension, TurnoverSum[]>>;
  /** Turnover of each day in WIB from `from` to the day of the moment; days without entries are left out. */
  days(from: string, when: AsOf): Promise<{ day: string; amount: Rupiah }[]>;
  /** Up to `limit` entries of the time from `from` to `to`, both included, the earliest first. */
  entries(from: Date, to: Date, limit: number): Promise<LedgerRow[]>;
  /** Enters the history of each edition that has none yet; afterwards nothing is added to it. */
  enterHistory(balances: OpeningBalance[]): Promise<void>;
  /** Keeps how many sellers and products there are, if it has changed. */
  keepSize(size: { at: string; sellers: number; products: number }): Promise<void>;
  /** When the mall began to keep figures of its own; absent before the first of them. */
  openedAt(): Promise<Date | undefined>;
  /** How many there were, by the latest that was kept by then. */
  sizeAt(moment: Date): Promise<{ at: string; sellers: number; products: number } | undefined>;
  /** Inquiries of the mall's own, by the end of the moment's minute. */
  inquiriesBy(moment: Date): Promise<number>;
  /** Rows of all sums that do not follow from what they sum; reads ledger, orders and inquiries whole. */
  drift(): Promise<number>;
  /** Sums all of it anew. */
  rebuild(): Promise<void>;
}

export const VISIT_KINDS = ['edition', 'region', 'product', 'seller'] as const;
export type VisitKind = (typeof VISIT_KINDS)[number];

/** One view of a page. */
export interface Visit {
  at: Date;
  /** Whom the day's key makes of the visitor; see `key`. */
  hash: string;
  /** What the page belongs to besides the whole mall. */
  values: { kind: VisitKind; value: string }[];
}

export interface VisitSum {
  value: string;
  views: number;
  visitors: number;
}

export interface VisitStore {
  /** The key of a day in WIB, made at its first use, by which visitors are hashed. */
  key(day: string): Promise<string>;
  record(visit: Visit): Promise<void>;
  /** Visitors by the end of the moment's minute: the sum of each day's. */
  visitorsBy(moment: Date): Promise<number>;
  /** Views and visitors of each day from `from` to `to`. */
  days(from: string, to: string): Promise<{ day: string; views: number; visitors: number }[]>;
  /** The most visited of a kind in a month, `2026-11`. */
  top(kind: VisitKind, month: string, limit: number): Promise<VisitSum[]>;
  /** Visits of some values of a kind in some months; what nobody visited is left out. */
  months(kind: VisitKind, values: string[], months: string[]): Promise<(VisitSum & { month: string })[]>;
  /** Throws away the keys and hashes of the days before; answers how many rows went. */
  forget(today: string): Promise<number>;
}

export interface Suspension {
  /** `seller:<seller>` or `product:<seller>/<product>` */
  scope: string;
  seller: string;
  reason: string;
  since: string;
  by: string;
  /** The shop is closed, not only stopped: see `suspending`. */
  fraud: boolean;
}

export interface AuditRow {
  id: number;
  at: string;
  actor: string;
  action: string;
  subject: string;
  detail: string;
}

/** A seller order that somebody should look at. */
export interface WaitingOrder {
  code: string;
  seller: string;
  status: string;
  total: Rupiah;
  expires_at: string | null;
  claimed_at: string | null;
}

/** An address that takes no mail. */
export interface RefusedAddress {
  address: string;
  /** When the last mail that was refused was written. */
  at: string;
}

/** A complaint that is open. */
export interface OpenComplaint {
  code: string;
  seller: string;
  reason: string;
  opened_at: string;
  answered_at: string | null;
  decided_at: string | null;
}

/** Money of a seller order that somebody has to look at. */
export interface OwedByOrder {
  code: string;
  seller: string;
  amount: Rupiah;
  since: string;
}

/** A question that nobody has answered. */
export interface UnansweredInquiry {
  code: string;
  seller: string;
  created_at: string;
}

/** What the operator's desk keeps and watches. */
export interface OversightStore {
  suspensions(): Promise<Suspension[]>;
  /**
   * Suspends, or renews the reason, with its line in the audit trail. For fraud also ends the sessions of the shop's
   * address and writes to the buyers whose orders are not over.
   */
  suspend(suspension: Suspension, email?: string): Promise<void>;
  /** Ends a suspension, with its line in the audit trail; false when there was none. */
  resume(scope: string, by: string, at: string): Promise<boolean>;
  /** Something else that the operator did. */
  note(entry: Omit<AuditRow, 'id'>): Promise<void>;
  /** The audit trail, the latest first, from below an id. */
  auditTrail(options: { before?: number; limit: number }): Promise<AuditRow[]>;
  /** Orders that lapse by a moment. */
  expiringBy(moment: Date, limit: number): Promise<WaitingOrder[]>;
  /** Orders whose buyer said "I have paid" by a moment and whose seller has not answered. */
  claimedBefore(moment: Date, limit: number): Promise<WaitingOrder[]>;
  /**
   * Sellers' addresses that a mail server refused for good since a moment and took nothing since, the latest first.
   */
  refusedSellers(since: Date, limit: number): Promise<RefusedAddress[]>;
  /** Open complaints, the oldest first. */
  openComplaints(limit: number): Promise<OpenComplaint[]>;
  /** Money that sellers have yet to pay back to buyers. */
  owed(limit: number): Promise<OwedByOrder[]>;
  /** Money that the gateway paid back beyond what was left, and that nobody has seen to. */
  overRefunded(limit: number): Promise<OwedByOrder[]>;
  /** Questions asked by a moment that no seller has answered. */
  unansweredSince(moment: Date, limit: number): Promise<UnansweredInquiry[]>;
  /** How long sellers took to answer the questions asked since a moment. */
  answering(since: Date): Promise<{ answered: number; hours: number }>;
}

/** A table of an export; numbers stay numbers. */
export interface Sheet {
  name: string;
  rows: Cell[][];
}

export interface SpreadsheetWriter {
  xlsx(sheets: Sheet[]): Promise<Uint8Array>;
}
