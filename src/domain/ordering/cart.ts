import { MAX_LINES, MAX_QTY } from '../limits.ts';
import { isRupiah, type Rupiah } from '../money.ts';
import { parseSku } from '../products/sku.ts';

/** Most bytes of a cart's cookie; browsers drop what is longer than 4,096 with its name. */
export const CART_MAX_BYTES = 3800;

/** A SKU, how many, and the price a piece that the buyer saw, in rupiah. */
export interface CartLine {
  sku: string;
  qty: number;
  price: Rupiah;
}
export interface Cart {
  lines: CartLine[];
}

export type CartResult =
  | { ok: true; cart: Cart }
  | { ok: false; reason: 'too_many_lines' | 'too_large' | 'quantity' };

const VERSION = '1';

function checked(cart: Cart): CartResult {
  if (cart.lines.some(({ qty }) => !Number.isInteger(qty) || qty < 1 || qty > MAX_QTY))
    return { ok: false, reason: 'quantity' };
  if (cart.lines.length > MAX_LINES) return { ok: false, reason: 'too_many_lines' };
  if (encodeCart(cart).length > CART_MAX_BYTES) return { ok: false, reason: 'too_large' };
  return { ok: true, cart };
}

/** Puts a line in; pieces of a SKU that lies there already are added to it, at the price seen last. */
export function addToCart(cart: Cart, line: CartLine): CartResult {
  const known = cart.lines.find(({ sku }) => sku === line.sku);
  const lines = known
    ? cart.lines.map((old) => (old === known ? { ...line, qty: old.qty + line.qty } : old))
    : [...cart.lines, line];
  return checked({ lines });
}

/** Sets how many of a SKU lie in the cart; 0 takes it out, an unknown SKU changes nothing. */
export function setQuantity(cart: Cart, sku: string, qty: number): CartResult {
  if (qty === 0) return { ok: true, cart: removeFromCart(cart, sku) };
  return checked({ lines: cart.lines.map((line) => (line.sku === sku ? { ...line, qty } : line)) });
}

/** Takes a SKU out. */
export function removeFromCart(cart: Cart, sku: string): Cart {
  return { lines: cart.lines.filter((line) => line.sku !== sku) };
}

/** What is left once these SKUs were ordered. */
export function withoutOrdered({ lines }: Cart, ordered: { sku: string }[]): Cart {
  const gone = new Set(ordered.map(({ sku }) => sku));
  return { lines: lines.filter(({ sku }) => !gone.has(sku)) };
}

/**
 * The cart with every line under the SKU it has now; two names of the same goods are one line.
 * @param present what each SKU of the cart is now, where the mall knows it
 */
export function underPresentNames({ lines }: Cart, present: Map<string, { sku: string }>): Cart {
  const merged = new Map<string, CartLine>();
  for (const line of lines) {
    const sku = present.get(line.sku)?.sku ?? line.sku;
    const qty = Math.min(MAX_QTY, (merged.get(sku)?.qty ?? 0) + line.qty);
    merged.set(sku, { ...line, sku, qty });
  }
  return { lines: [...merged.values()] };
}

/** How many pieces lie in a cart. */
export function piecesIn({ lines }: Cart): number {
  return lines.reduce((sum, { qty }) => sum + qty, 0);
}

/**
 * The cart as a cookie's value: only letters, digits and `- . * ~`, which no browser, proxy or percent-encoding
 * rewrites, so that its length is what travels. A SKU's `/` is written as `.`, which no slug holds.
 */
export function encodeCart({ lines }: Cart): string {
  const parts = lines.map(
    ({ sku, qty, price }) => `${sku.replaceAll('/', '.')}*${qty}*${price.toString(36)}`,
  );
  return [VERSION, ...parts].join('~');
}

/** Reads a cookie's value. Anything that is not a cart is an empty one, and a line that is none is left out. */
export function decodeCart(value: string): Cart {
  if (value.length > CART_MAX_BYTES) return { lines: [] };
  const [version, ...parts] = value.split('~');
  if (version !== VERSION) return { lines: [] };
  const lines = new Map<string, CartLine>();
  for (const part of parts.slice(0, MAX_LINES)) {
    const [name = '', quantity = '', seen = ''] = part.split('*');
    const sku = name.replaceAll('.', '/');
    const qty = Number(quantity);
    const price = Number.parseInt(seen, 36);
    if (!parseSku(sku) || !/^\d{1,5}$/.test(quantity) || !/^[0-9a-z]{1,8}$/.test(seen)) continue;
    if (qty < 1 || qty > MAX_QTY || !isRupiah(price) || lines.has(sku)) continue;
    lines.set(sku, { sku, qty, price });
  }
  return { lines: [...lines.values()] };
}
