/**
 * Letters and digits that no ear and no eye takes for another: no 0/O, 1/I/L, 2/Z, 5/S, 8/B, U/V. What people read
 * aloud and type is made of them: order codes, sign-in codes. 23 signs, a prime number, so that a check sign
 * notices every single wrong sign and every swap.
 */
export const LEGIBLE_SIGNS = '34679ACDEFGHJKMNPQRTWXY';
