import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crc16, formatEmv, formatTlv, parseEmv, parseTlv } from './emv-tlv.ts';

test('the checksum is CRC-16/CCITT-FALSE: 123456789 gives 29B1', () => {
  expect(crc16('123456789')).toBe('29B1');
  expect(crc16('')).toBe('FFFF');
});

test('data objects come back as they went in, lengths counted in characters', () => {
  const field = fc.record({
    tag: fc.nat(99).map((tag) => String(tag).padStart(2, '0')),
    value: fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => [...text].length <= 99),
  });
  fc.assert(
    fc.property(fc.array(field), (fields) => {
      expect(parseTlv(formatTlv(fields))).toEqual(fields);
    }),
  );
});

test('a length that runs past the end, is no number or is zero is refused', () => {
  for (const text of ['0003ab', '00', '000', '00x1a', '0000', '0a01x', '0002011', '  02ab'])
    expect(parseTlv(text)).toBeUndefined();
});

test('a payload must begin with 00, end with its checksum and hold no tag twice', () => {
  const good = [
    { tag: '00', value: '01' },
    { tag: '58', value: 'ID' },
  ];
  expect(parseEmv(formatEmv(good))).toMatchObject({ ok: true });
  expect(parseEmv(formatEmv([good[1]!, good[0]!]))).toEqual({ ok: false, reason: 'order' });
  expect(parseEmv(formatTlv(good))).toEqual({ ok: false, reason: 'order' });
  expect(parseEmv(formatEmv([...good, good[1]!]))).toEqual({ ok: false, reason: 'duplicate_tag' });
  expect(parseEmv(formatEmv(good).toLowerCase())).toMatchObject({ ok: false });
  expect(parseEmv('')).toEqual({ ok: false, reason: 'length' });
  const many = Array.from({ length: 6 }, (_, index) => ({ tag: String(80 + index), value: 'x'.repeat(99) }));
  expect(parseEmv(formatEmv([...good, ...many]))).toEqual({ ok: false, reason: 'length' });
});

test('only the tags for other languages may hold more than ASCII', () => {
  const withTag = (tag: string) =>
    parseEmv(
      formatEmv([
        { tag: '00', value: '01' },
        { tag, value: 'ꦧꦠꦶꦏ꧀' },
      ]),
    );
  expect(withTag('64')).toMatchObject({ ok: true });
  expect(withTag('59')).toEqual({ ok: false, reason: 'characters' });
});
