import { LEGIBLE_SIGNS as ALPHABET } from '../legible-signs.ts';

const RANDOM_SIGNS = 7;

function checkSign(signs: string): string {
  let sum = 0;
  for (const [index, sign] of [...signs].entries()) sum += (index + 2) * ALPHABET.indexOf(sign);
  return ALPHABET[sum % ALPHABET.length]!;
}

/**
 * An order's code, `K7QM-3XTD`: seven random signs and a check sign, in two groups of four.
 * @param random at least seven random bytes
 */
export function formatOrderCode(random: Uint8Array): string {
  if (random.length < RANDOM_SIGNS) throw new RangeError(`an order code needs ${RANDOM_SIGNS} random bytes`);
  const signs = [...random.slice(0, RANDOM_SIGNS)].map((byte) => ALPHABET[byte % ALPHABET.length]!).join('');
  const code = signs + checkSign(signs);
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code of an order's n-th seller order, counted from 1: `K7QM-3XTD-2`. */
export function sellerOrderCode(orderCode: string, position: number): string {
  return `${orderCode}-${position}`;
}

/**
 * An order's code as a person types it: lower case, without hyphens, with the number of a seller order behind.
 * @returns the code as it is stored, or `undefined` for what can't be one
 */
export function parseOrderCode(text: string): string | undefined {
  const signs = text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, RANDOM_SIGNS + 1);
  if (signs.length !== RANDOM_SIGNS + 1 || [...signs].some((sign) => !ALPHABET.includes(sign)))
    return undefined;
  if (checkSign(signs.slice(0, RANDOM_SIGNS)) !== signs.at(-1)) return undefined;
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
