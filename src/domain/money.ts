/** Integer rupiah. Never a float; formatted only at the rim. */
export type Rupiah = number;

/** The highest price of one piece that the mall accepts, in rupiah; above it a typing error is likelier. */
export const MAX_PRICE: Rupiah = 100_000_000;
/** The lowest price of one piece, in rupiah. */
export const MIN_PRICE: Rupiah = 100;

/** True for an integer amount of rupiah that JavaScript holds exactly. */
export function isRupiah(value: unknown): value is Rupiah {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/**
 * Formats an amount as Indonesians write it: `Rp3.715.382.000`, `-Rp25.000`.
 * @throws RangeError when the amount is not an integer, which is a bug.
 */
export function formatRupiah(amount: Rupiah): string {
  if (!isRupiah(amount)) throw new RangeError(`not an integer amount of rupiah: ${amount}`);
  const digits = String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${amount < 0 ? '-' : ''}Rp${digits}`;
}

/** Formats a whole number as Indonesians write it: `2.768`. */
export function formatNumber(value: number): string {
  return formatRupiah(value).replace('Rp', '');
}
