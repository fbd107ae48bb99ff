import type { Rupiah } from '../money.ts';

/** Ways of paying; each seller offers some of them. */
export const PAYMENT_METHODS = ['qris', 'transfer', 'cod', 'gateway', 'abroad'] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** Most that one QRIS payment may be, in rupiah (Bank Indonesia, ketentuan batas nominal transaksi QRIS). */
export const QRIS_MAX: Rupiah = 10_000_000;
/** A unique code is a discount, so nobody pays more than was shown. */
export const UNIQUE_CODE_MIN: Rupiah = 1;
export const UNIQUE_CODE_MAX: Rupiah = 499;
/** How long a buyer may take to pay, and a seller to quote a shipping fee, in hours. */
export const PAYMENT_HOURS = 24;
export const SHIPPING_QUOTE_HOURS = 72;
/** Amounts differ among a seller's open orders and those closed in the last so many days. */
export const AMOUNT_HELD_DAYS = 3;
/** Of an order that ended without anybody saying that it was paid, the amount is free again after so many hours. */
export const UNCLAIMED_HELD_HOURS = 6;

/** A bank account as it stands in content. */
export interface BankAccount {
  bank: string;
  number: string;
  holder: string;
}

/** The ways of paying that a seller's content names. */
export interface SellerPayments {
  qris?: string;
  bank?: BankAccount;
  cod?: { max?: Rupiah; regions?: string[] };
  abroad?: BankAccount & { swift: string; currencies: string[] };
  gateway?: boolean;
}

/** What decides which methods a seller can offer for one seller order. */
export interface PaymentCase {
  country: string;
  region?: string;
  /** subtotal + shipping, in rupiah. */
  due: Rupiah;
  /** False where the seller has yet to quote the fee. */
  shippingKnown: boolean;
  /** Whether the mall has a gateway switched on. */
  gateway: boolean;
}

/**
 * The methods that a seller offers in this case, the most usual first. QRIS and cash are for buyers in
 * Indonesia; QRIS across borders is for scanning in person.
 */
export function offeredMethods(
  payments: SellerPayments,
  { country, region, due, shippingKnown, gateway }: PaymentCase,
): PaymentMethod[] {
  const inside = country === 'ID';
  const cod = payments.cod;
  const codReaches =
    cod !== undefined &&
    due <= (cod.max ?? Number.MAX_SAFE_INTEGER) &&
    (!cod.regions || cod.regions.some((code) => region === code || region?.startsWith(`${code}.`)));
  const offered: Record<PaymentMethod, boolean> = {
    qris: inside && payments.qris !== undefined && due > 0 && due <= QRIS_MAX,
    transfer: inside && payments.bank !== undefined,
    cod: inside && codReaches && shippingKnown,
    gateway: gateway && payments.gateway === true,
    abroad: !inside && payments.abroad !== undefined,
  };
  return PAYMENT_METHODS.filter((method) => offered[method]);
}

/** A range of unique codes to try, and where in it the search begins. */
export interface CodeRange {
  from: Rupiah;
  span: number;
  start: number;
}

/**
 * Which codes may make this amount differ from the seller's other open ones. Transfers always carry one; QRIS
 * only when the bare amount is taken. `undefined` where amounts need not differ.
 * @param due subtotal + shipping in rupiah; what remains to pay is never below Rp1
 * @param random two random bytes, so that codes are not handed out in a row
 */
export function amountHold(method: PaymentMethod, due: Rupiah, random: Uint8Array): CodeRange | undefined {
  if (method !== 'transfer' && method !== 'qris') return undefined;
  const from = method === 'qris' ? 0 : Math.min(UNIQUE_CODE_MIN, Math.max(0, due - 1));
  const span = Math.max(1, Math.min(UNIQUE_CODE_MAX, due - 1) - from + 1);
  const start = method === 'qris' ? 0 : (random[0]! * 256 + random[1]!) % span;
  return { from, span, start };
}

/** When a new seller order lapses (UTC, ISO 8601); `undefined` where nobody waits for money. */
export function paymentDeadline(status: string, placedAt: Date): string | undefined {
  const hours = { awaiting_payment: PAYMENT_HOURS, awaiting_shipping: SHIPPING_QUOTE_HOURS }[status];
  return hours === undefined ? undefined : new Date(placedAt.getTime() + hours * 3_600_000).toISOString();
}
