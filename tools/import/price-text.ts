import { MAX_PRICE, MIN_PRICE, type Rupiah } from '../../src/domain/money.ts';

export type PriceResult = { ok: true; price: Rupiah } | { ok: false; reason: string };

const PRICE =
  /^(?:rp\.?|idr)?\s*(?<whole>\d{1,3}(?:\.\d{3})+|\d{1,3}(?:,\d{3})+|\d+)(?:[.,](?<fraction>\d{1,2}))?\s*(?<unit>rb|ribu|k|jt|juta)?\s*(?:rupiah)?\s*(?:[.,]?-)?$/i;

const UNITS: Record<string, number> = { rb: 1000, ribu: 1000, k: 1000, jt: 1_000_000, juta: 1_000_000 };

/**
 * A price as sellers write it, in rupiah: `21499`, `Rp 185.000`, `185,000`, `Rp185.000,00`, `185rb`,
 * `185 ribu`, `1,5 jt`. What is no price, or none that can be meant, is told why.
 */
export function parsePrice(text: string): PriceResult {
  const typed = text.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (!typed) return { ok: false, reason: 'harga kosong' };
  const match = PRICE.exec(typed);
  if (!match) return { ok: false, reason: `harga "${text.slice(0, 40)}" tidak terbaca` };
  const { whole = '', fraction = '', unit } = match.groups!;
  const factor = unit ? UNITS[unit.toLowerCase()]! : 1;
  // "1.250 jt" is one million and a quarter; nobody writes a billion that way.
  const grouped = /[.,]/.test(whole);
  const amount =
    grouped && factor === 1_000_000
      ? Number(whole.replace(',', '.')) * factor
      : Number(whole.replace(/[.,]/g, '')) * factor + (Number(fraction) * factor) / 10 ** fraction.length;
  const price = Math.round(amount);
  if (Math.abs(price - amount) > 1e-6)
    return { ok: false, reason: `harga "${text}" tidak bulat dalam rupiah` };
  if (price === 0) return { ok: false, reason: 'harga 0' };
  if (price < MIN_PRICE) return { ok: false, reason: `harga Rp${price} terlalu kecil, mungkin kurang nol` };
  if (price > MAX_PRICE) return { ok: false, reason: `harga ${text} terlalu besar, mungkin kelebihan nol` };
  return { ok: true, price };
}
