import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatEmv, formatTlv, parseEmv, parseTlv, type TlvField } from './emv-tlv.ts';
import { QRIS_MAX } from './payment.ts';
import { dynamicQris, parseQris } from './qris.ts';

const account = formatTlv([
  { tag: '00', value: 'ID.CO.CONTOH.WWW' },
  { tag: '01', value: '936000000000000000' },
  { tag: '03', value: 'UMI' },
]);
const nationalId = formatTlv([
  { tag: '00', value: 'ID.CO.QRIS.WWW' },
  { tag: '02', value: 'ID1020000000001' },
  { tag: '03', value: 'UMI' },
]);
const fields: TlvField[] = [
  { tag: '00', value: '01' },
  { tag: '01', value: '11' },
  { tag: '26', value: account },
  { tag: '51', value: nationalId },
  { tag: '52', value: '5651' },
  { tag: '53', value: '360' },
  { tag: '58', value: 'ID' },
  { tag: '59', value: 'BATIK CONTOH' },
  { tag: '60', value: 'PEKALONGAN' },
  { tag: '61', value: '51111' },
  { tag: '62', value: formatTlv([{ tag: '07', value: 'A01' }]) },
];
const payload = formatEmv(fields);
const without = (tag: string) => formatEmv(fields.filter((field) => field.tag !== tag));
const changed = (tag: string, value: string) =>
  formatEmv(fields.map((field) => (field.tag === tag ? { tag, value } : field)));
const added = (tag: string, value: string) => formatEmv([...fields, { tag, value }]);
const reason = (text: string) => {
  const result = parseQris(text);
  return result.ok ? undefined : result.reason;
};

test('a code that has no room for the largest amount is refused when it is read, not when somebody pays', () => {
  const text = (signs: number) => {
    const filled: TlvField[] = [...fields];
    // The last filler takes what is left, and the one before leaves it enough.
    for (let tag = 80, left = signs - formatEmv(fields).length; left > 0; tag += 1) {
      const size = left <= 103 ? left : Math.min(103, left - 5);
      filled.push({ tag: String(tag), value: 'x'.repeat(size - 4) });
      left -= size;
    }
    return formatEmv(filled);
  };
  const [fits, long] = [text(500), text(501)];
  expect([fits.length, long.length]).toEqual([500, 501]);
  expect(dynamicQris(fits, QRIS_MAX)).toHaveLength(512);
  expect(parseQris(long)).toEqual({ ok: false, reason: 'no_room' });
});

test('a static QRIS tells the name, city and national id that the payer will see', () => {
  expect(parseQris(payload)).toEqual({
    ok: true,
    qris: {
      merchant_name: 'BATIK CONTOH',
      city: 'PEKALONGAN',
      nmid: 'ID1020000000001',
      tip: false,
      fields: parseTlv(payload),
    },
  });
});

test('any single changed, lost or added character is refused', () => {
  const ascii = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  for (let at = 0; at < payload.length; at++) {
    for (const sign of ascii) {
      if (sign !== payload[at])
        expect(parseQris(payload.slice(0, at) + sign + payload.slice(at + 1)).ok).toBe(false);
    }
    expect(parseQris(payload.slice(0, at) + payload.slice(at + 1)).ok).toBe(false);
    expect(parseQris(`${payload.slice(0, at)}0${payload.slice(at)}`).ok).toBe(false);
  }
});

test('a character changed to any other in Unicode is refused, too', () => {
  fc.assert(
    fc.property(
      fc.nat(payload.length - 1),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      (at, sign) => {
        fc.pre(sign !== payload[at]);
        expect(parseQris(payload.slice(0, at) + sign + payload.slice(at + 1)).ok).toBe(false);
      },
    ),
  );
});

test('what is no static QRIS of Indonesia is refused with its reason', () => {
  expect(reason(changed('00', '02'))).toBe('version');
  expect(reason(changed('01', '12'))).toBe('one_time');
  expect(reason(changed('01', '13'))).toBe('not_static');
  expect(reason(without('01'))).toBe('not_static');
  expect(reason(changed('58', 'SG'))).toBe('country');
  expect(reason(changed('53', '702'))).toBe('currency');
  expect(reason(changed('26', '0003ab'))).toBe('template');
  expect(reason(changed('26', account + account))).toBe('template');
  expect(reason(formatEmv(fields.filter(({ tag }) => tag !== '26' && tag !== '51')))).toBe(
    'merchant_account',
  );
  expect(reason(without('52'))).toBe('merchant_account');
  expect(reason(without('59'))).toBe('merchant_name');
  expect(reason(without('60'))).toBe('city');
  expect(reason('https://contoh.test/bayar')).toBe('structure');
  expect(reason('')).toBe('length');
  expect(reason(`${payload} `)).toBe('structure');
});

test('a surcharge is refused, a tip that the payer may leave at 0 is kept', () => {
  expect(reason(added('55', '02'))).toBe('surcharge');
  expect(reason(added('55', '03'))).toBe('surcharge');
  expect(reason(added('56', '1000'))).toBe('surcharge');
  expect(reason(added('57', '1'))).toBe('surcharge');
  expect(parseQris(added('55', '01'))).toMatchObject({ ok: true, qris: { tip: true } });
});

/** The tags that may differ between a static payload and the one for a payment. */
const CHANGING = ['01', '54', '63'];
const others = (text: string) => parseTlv(text)?.filter(({ tag }) => !CHANGING.includes(tag));

test('the payload for a payment equals the static one in every tag but 01, 54 and 63', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(payload, added('55', '01'), added('54', '34000'), without('51'), without('62')),
      fc.integer({ min: 1, max: QRIS_MAX }),
      (text, amount) => {
        const dynamic = dynamicQris(text, amount)!;
        expect(others(dynamic)).toEqual(others(text));
        const read = parseEmv(dynamic);
        if (!read.ok) throw new Error(read.reason);
        const tags = read.fields.map(({ tag }) => tag);
        expect(read.fields.find(({ tag }) => tag === '01')?.value).toBe('12');
        expect(read.fields.filter(({ tag }) => tag === '54')).toEqual([{ tag: '54', value: String(amount) }]);
        expect(tags.indexOf('54')).toBe(tags.indexOf('58') - 1);
      },
    ),
  );
});

test('there is no payload for an amount that QRIS does not carry', () => {
  expect(dynamicQris(payload, QRIS_MAX)).toBeDefined();
  for (const amount of [0, -1, 1.5, QRIS_MAX + 1, Number.NaN])
    expect(dynamicQris(payload, amount)).toBeUndefined();
  expect(dynamicQris(changed('01', '12'), 1000)).toBeUndefined();
});

// Payloads of specification samples and test merchants; not part of the repository.
const VECTORS = new URL('../../../tests/data/qris-vectors.json', import.meta.url);
describe('published sample payloads (tests/data/qris-vectors.json)', () => {
  const vectors: { name: string; payload: string; crc_valid: boolean }[] = existsSync(VECTORS)
    ? JSON.parse(readFileSync(VECTORS, 'utf8'))
    : [];
  const vector = (name: string) => vectors.find((entry) => entry.name === name)!.payload;

  test('every sample with a right checksum reads as an EMVCo payload, every other one is refused', () => {
    expect(vectors.map(({ name, payload: text }) => [name, parseEmv(text).ok])).toEqual(
      vectors.map(({ name, crc_valid }) => [name, crc_valid]),
    );
  });

  test('static codes of Indonesian merchants are accepted and made into payments', () => {
    for (const name of ['spec_example_valid_mpan', 'ottocash_dev']) {
      expect(parseQris(vector(name))).toMatchObject({ ok: true });
      expect(others(dynamicQris(vector(name), 185_000)!)).toEqual(others(vector(name)));
    }
    expect(parseQris(vector('ottocash_dev'))).toMatchObject({
      qris: { merchant_name: 'Toko Testing Diana Dev' },
    });
  });

  test('an amount that stands in a static code is replaced, not repeated', () => {
    const text = vector('spec_example_static_with_amount');
    expect(parseQris(text)).toMatchObject({ ok: true, qris: { fixed_amount: '34000' } });
    expect(parseTlv(dynamicQris(text, 50_000)!)?.filter(({ tag }) => tag === '54')).toEqual([
      { tag: '54', value: '50000' },
    ]);
  });

  test('the Chinese sample of the specification is sound but no QRIS', () => {
    expect(parseEmv(vector('emvco_spec_sample')).ok).toBe(true);
    expect(parseQris(vector('emvco_spec_sample')).ok).toBe(false);
  });
});
