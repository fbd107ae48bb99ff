import { MAX_QTY } from '../limits.ts';
import { isRupiah, type Rupiah } from '../money.ts';
import { DAY_MS, parseMoment } from '../time.ts';
import { BACKDATED_DAYS, MAX_ENTRY } from '../turnover/ledger.ts';

/** A phone's clock may be ahead of the mall's by less than this, in milliseconds: then the sale is of now. */
const CLOCK_SKEW_MS = DAY_MS;
/** A sale of more than so many times the list price is likelier a typing error. */
const TIMES_LIST_PRICE = 3;
/** A sale above it waits for the operator, in rupiah. */
const WAITS_ABOVE: Rupiah = 50_000_000;
/** How long a seller may take a sale back after recording it, in milliseconds. */
const VOIDABLE_MS = DAY_MS;

/** Whether a sale counts: at once or approved, not yet, never, or no more. */
export const SALE_STATES = ['counted', 'waiting', 'refused', 'voided'] as const;
export type SaleStatus = (typeof SALE_STATES)[number];

/** Why a sale waits for the operator's approval before it counts. */
export const WAIT_REASONS = ['price', 'amount', 'age'] as const;
export type WaitReason = (typeof WAIT_REASONS)[number];

/**
 * What makes a sale wait, since the turnover is reported in public and an entry is never changed.
 * @param listPrice of one piece, in rupiah
 */
export function waitReasons(
  { qty, amount, occurred_at }: Pick<BoothSale, 'qty' | 'amount' | 'occurred_at'>,
  listPrice: Rupiah,
  now: Date,
): WaitReason[] {
  const wrong: Record<WaitReason, boolean> = {
    price: amount > TIMES_LIST_PRICE * listPrice * qty,
    amount: amount > WAITS_ABOVE,
    age: now.getTime() - Date.parse(occurred_at) > BACKDATED_DAYS * DAY_MS,
  };
  return WAIT_REASONS.filter((reason) => wrong[reason]);
}

/** The moment after which a sale must have been recorded to be taken back by its seller. */
export function voidableSince(now: Date): Date {
  return new Date(now.getTime() - VOIDABLE_MS);
}

/** A sale that the mall did not see, as the device tells it. */
export interface BoothSale {
  /** Made by the device: the same sale sent twice counts once. */
  id: string;
  sku: string;
  qty: number;
  /** What the buyer paid for the goods, in rupiah. */
  amount: Rupiah;
  /** UTC, ISO 8601. */
  occurred_at: string;
  /** Kemendagri code of a regency, or a country. */
  destination?: string;
  /** The code of the inquiry that it closes. */
  inquiry?: string;
}

/** A field and the key of its sentence in `src/i18n/http/field-errors.ts`. */
export interface SaleFault {
  pointer: string;
  code: string;
}

/**
 * Reads a sale and says everything that is wrong with it. Numbers must be numbers: `2.5` pieces or `"75000"` are
 * refused, since a typing error here stays in the ledger for good.
 */
export function readBoothSale(
  fields: Record<string, unknown>,
  now: Date,
): { ok: true; sale: BoothSale } | { ok: false; faults: SaleFault[] } {
  const faults: SaleFault[] = [];
  const fault = (field: string, code: string) => faults.push({ pointer: `/${field}`, code });
  const { id, sku, qty, amount, occurred_at, destination, inquiry } = fields;
  if (typeof id !== 'string' || !/^[\w-]{8,64}$/.test(id)) fault('id', 'sale_id');
  if (typeof sku !== 'string' || !sku || sku.length > 250) fault('sku', 'unknown_sku');
  if (!Number.isInteger(qty) || (qty as number) < 1 || (qty as number) > MAX_QTY) fault('qty', 'quantity');
  if (!isRupiah(amount) || amount < 1 || amount > MAX_ENTRY) fault('amount', 'sale_amount');
  const moment = typeof occurred_at === 'string' ? parseMoment(occurred_at) : undefined;
  if (!moment) fault('occurred_at', 'sold_at');
  else if (moment.getTime() >= now.getTime() + CLOCK_SKEW_MS) fault('occurred_at', 'future');
  if (
    !isBlank(destination) &&
    !(typeof destination === 'string' && /^(\d\d\.\d\d|[A-Z]{2})$/.test(destination))
  )
    fault('destination', 'destination');
  if (!isBlank(inquiry) && typeof inquiry !== 'string') fault('inquiry', 'inquiry');
  if (faults.length || !moment) return { ok: false, faults };
  return {
    ok: true,
    sale: {
      id: id as string,
      sku: sku as string,
      qty: qty as number,
      amount: amount as Rupiah,
      occurred_at: new Date(Math.min(moment.getTime(), now.getTime())).toISOString(),
      ...(!isBlank(destination) && { destination: destination as string }),
      ...(!isBlank(inquiry) && { inquiry: (inquiry as string).trim() }),
    },
  };
}

const isBlank = (value: unknown) => value === undefined || value === null || value === '';

/** Most pieces on hand of one SKU; above it a typing error is likelier. */
export const MAX_ON_HAND = 1_000_000;

/** A new stock, or pieces to add to it (negative: to take from it). */
export type StockChange = { on_hand: number } | { add: number };

/** Reads a change of stock; `undefined` for what is none, or for both at once. */
export function readStockChange({ on_hand, add }: Record<string, unknown>): StockChange | undefined {
  const whole = (value: unknown): value is number =>
    Number.isInteger(value) && Math.abs(value as number) <= MAX_ON_HAND;
  if (isBlank(on_hand) === isBlank(add)) return undefined;
  if (isBlank(add)) return whole(on_hand) && on_hand >= 0 ? { on_hand } : undefined;
  return whole(add) && add !== 0 ? { add } : undefined;
}
