import { MAX_PRICE, MIN_PRICE, type Rupiah, readRupiah } from '../../src/domain/money.ts';

export type PriceResult = { ok: true; price: Rupiah } | { ok: false; reason: string };

/**
 * A price as sellers write it, in rupiah; see `readRupiah`. What is no price, or none that can be meant, is told why.
 */
export function parsePrice(text: string): PriceResult {
  if (!text.trim()) return { ok: false, reason: 'harga kosong' };
  const price = readRupiah(text);
  if (price === undefined) return { ok: false, reason: `harga "${text.slice(0, 40)}" tidak terbaca` };
  if (Number.isNaN(price)) return { ok: false, reason: `harga "${text}" tidak bulat dalam rupiah` };
  if (price === 0) return { ok: false, reason: 'harga 0' };
  if (price < MIN_PRICE) return { ok: false, reason: `harga Rp${price} terlalu kecil, mungkin kurang nol` };
  if (price > MAX_PRICE) return { ok: false, reason: `harga ${text} terlalu besar, mungkin kelebihan nol` };
  return { ok: true, price };
}
