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

const TYPED =
  /^(?:rp\.?|idr)?\s*(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d+)(?:[.,](?<fraction>\d{1,2}))?\s*(?<unit>rb|ribu|k|jt|juta)?\s*(?:rupiah)?\s*(?:[.,]?-)?$/i;
const UNITS: Record<string, number> = { rb: 1000, ribu: 1000, k: 1000, jt: 1_000_000, juta: 1_000_000 };

/**
 * An amount as people type it, in rupiah: `21499`, `Rp 185.000`, `185,000`, `75 000`, `Rp185.000,00`, `75rb`,
 * `185 ribu`, `1,5jt`. The only reader of typed amounts, on the phone, at the desks and in the importer.
 * @returns `undefined` for what is no amount, NaN for one that is no whole rupiah
 */
export function readRupiah(text: string): Rupiah | undefined {
  const match = TYPED.exec(text.normalize('NFKC').replace(/\s+/g, ' ').trim());
  if (!match) return undefined;
  const { whole = '', fraction = '', unit } = match.groups!;
  const factor = unit ? UNITS[unit.toLowerCase()]! : 1;
  // "1.250 jt" is one million and a quarter; nobody writes a billion that way.
  const amount =
    /[.,]/.test(whole) && factor === 1_000_000
      ? Number(whole.replace(',', '.')) * factor
      : Number(whole.replace(/[., ]/g, '')) * factor + (Number(fraction) * factor) / 10 ** fraction.length;
  const rupiah = Math.round(amount);
  return Math.abs(rupiah - amount) > 1e-6 ? Number.NaN : rupiah;
}
