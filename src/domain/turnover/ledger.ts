import { isRupiah, type Rupiah } from '../money.ts';
import { DAY_MS } from '../time.ts';
import { apportion } from './apportion.ts';

/**
 * Kinds of ledger entries. `sale`: a seller order was paid (cash on delivery: completed); `refund`: negative, only
 * against a sale; `offline_sale`: sold at a booth; `reported_sale`: closed elsewhere, against an inquiry;
 * `opening_balance`: the recorded history of an expo; `correction`: negative or positive, of any of them.
 */
export const LEDGER_KINDS = [
  'sale',
  'refund',
  'offline_sale',
  'reported_sale',
  'opening_balance',
  'correction',
] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

/**
 * Where a sale came about. What the mall itself saw is `online`; the others were told to it. `correction` is that of a
 * correction of no one entry.
 */
export const CHANNELS = ['online', 'booth', 'elsewhere', 'history', 'correction'] as const;
export type Channel = (typeof CHANNELS)[number];

/** The channel that a kind of entry has; a refund or a correction has that of its entry. */
export const CHANNEL_OF = {
  sale: 'online',
  offline_sale: 'booth',
  reported_sale: 'elsewhere',
  opening_balance: 'history',
} as const satisfies Record<Exclude<LedgerKind, 'refund' | 'correction'>, Channel>;

/** The most that one entry may be but an opening balance or a refund, in rupiah: above it a typing error is likelier. */
export const MAX_ENTRY: Rupiah = 10_000_000_000;

/** A sale may be told so many days after it was made; one that is told later waits for the operator. */
export const BACKDATED_DAYS = 30;

/**
 * From when on the mall's own entries count: what was sold just before it opened may still be told. Turnover as of a
 * moment before is the expos' recorded history alone, whatever is dated back to it.
 */
export function countsFrom(opened: Date): Date {
  return new Date(opened.getTime() - BACKDATED_DAYS * DAY_MS);
}

/**
 * One entry: goods after discounts, without shipping and unique code, in rupiah. It is never changed; a
 * correction is a new entry. Moments are UTC, ISO 8601.
 */
export interface LedgerEntry {
  kind: LedgerKind;
  /** Absent in an opening balance, which is of all sellers together. */
  seller?: string;
  /** The expo through which the goods entered the mall. */
  edition: string;
  channel: Channel;
  /** Kemendagri code of the regency in Indonesia, else the country; absent where nobody knows. */
  destination?: string;
  amount: Rupiah;
  occurred_at: string;
  recorded_at: string;
}

/** The moment that is asked about, and optionally what was known by another. */
export interface AsOf {
  as_of: Date;
  known_at?: Date;
  /** The moment lies before the mall's own entries: only the recorded history counts. */
  history_only?: boolean;
}

/** Goods of one edition in a seller order, in rupiah. */
export interface EditionShare {
  edition: string;
  amount: Rupiah;
}

/**
 * Splits a seller order's goods over the editions that they belong to, in the order in which they stand in it.
 * @param goods what counts as turnover: the lines' sum, or less after a discount on the whole
 */
export function goodsByEdition(
  lines: { edition: string; line_total: Rupiah }[],
  goods: Rupiah,
): EditionShare[] {
  const sums = new Map<string, Rupiah>();
  for (const { edition, line_total } of lines) sums.set(edition, (sums.get(edition) ?? 0) + line_total);
  const editions = [...sums.keys()];
  const parts = apportion(goods, [...sums.values()]);
  return editions.map((edition, index) => ({ edition, amount: parts[index]! }));
}

/**
 * What a refund takes from the turnover, by edition and negative; editions that lose nothing are left out. Money
 * beyond the goods that are left of the sale was shipping, which never was turnover.
 * @param left the sale's entries less earlier refunds
 * @param refunded what the buyer gets back, in rupiah
 */
export function refundByEdition(left: EditionShare[], refunded: Rupiah): EditionShare[] {
  if (!left.length) return [];
  const goods = left.reduce((sum, { amount }) => sum + amount, 0);
  const parts = apportion(
    -Math.min(refunded, goods),
    left.map(({ amount }) => amount),
  );
  return left.flatMap(({ edition }, index) =>
    parts[index]! < 0 ? [{ edition, amount: parts[index]! }] : [],
  );
}

/** Why an entry may not be written. */
export type EntryFault = 'not_an_amount' | 'sign' | 'too_large' | 'future' | 'channel';

/** Checks an entry before it is written, since afterwards nothing changes it. */
export function entryFault({
  kind,
  channel,
  amount,
  occurred_at,
  recorded_at,
}: LedgerEntry): EntryFault | undefined {
  if (!isRupiah(amount)) return 'not_an_amount';
  if (amount === 0 || (kind !== 'correction' && (kind === 'refund') !== amount < 0)) return 'sign';
  // A refund or a correction is no more than its entry, however large that is.
  if (kind !== 'opening_balance' && kind !== 'refund' && kind !== 'correction' && amount > MAX_ENTRY)
    return 'too_large';
  if (!(Date.parse(occurred_at) <= Date.parse(recorded_at))) return 'future';
  if (kind === 'correction') return undefined;
  if (kind === 'refund' ? channel === 'history' || channel === 'correction' : channel !== CHANNEL_OF[kind])
    return 'channel';
  return undefined;
}
