import { expect, test } from 'vitest';
import { LEGIBLE_SIGNS } from '../legible-signs.ts';
import { CODE_SIGNS, signInCode, typedCode, WRONG_CODES_A_DAY } from './sign-in.ts';

test('spraying codes at full allowance breaks in less than once in a thousand years', () => {
  const codes = LEGIBLE_SIGNS.length ** CODE_SIGNS;
  // Each guess is at one sign-in's code, so however many mailboxes there are, what counts is how many guesses there are.
  expect((WRONG_CODES_A_DAY.all * 365.25) / codes).toBeLessThan(1 / 1000);
  // The mailbox that is worth most, an operator's, by itself.
  expect((WRONG_CODES_A_DAY.mailbox * 365.25) / codes).toBeLessThan(1 / 10_000_000);
});

test('a code is of signs that nobody takes for another, and is read however it is typed', () => {
  const code = signInCode(Uint8Array.from({ length: 16 }, (_, at) => at * 15));
  expect(code).toMatch(new RegExp(`^[${LEGIBLE_SIGNS}]{8}$`));
  expect(typedCode(` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase())).toBe(code);
});
