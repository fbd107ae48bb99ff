import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatOrderCode, parseOrderCode, sellerOrderCode } from './order-code.ts';

const bytes = fc.uint8Array({ minLength: 8, maxLength: 8 });

test('a code is read back however a person spells it', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = formatOrderCode(random);
      expect(parseOrderCode(code)).toBe(code);
      expect(parseOrderCode(` ${code.toLowerCase().replace('-', ' ')} `)).toBe(code);
      expect(parseOrderCode(sellerOrderCode(code, 2))).toBe(code);
    }),
  );
});

test('a single wrong sign is noticed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(7), fc.constantFrom(...'34679ACDEFGHJKMNPQRTWXY'), (random, index, sign) => {
      const signs = formatOrderCode(random).replace('-', '');
      fc.pre(signs[index] !== sign);
      expect(parseOrderCode(signs.slice(0, index) + sign + signs.slice(index + 1))).toBeUndefined();
    }),
  );
});

test('two neighbours swapped are noticed', () => {
  fc.assert(
    fc.property(bytes, fc.nat(5), (random, index) => {
      const signs = formatOrderCode(random).replace('-', '');
      fc.pre(signs[index] !== signs[index + 1]);
      const swapped = signs.slice(0, index) + signs[index + 1] + signs[index] + signs.slice(index + 2);
      expect(parseOrderCode(swapped)).toBeUndefined();
    }),
  );
});
