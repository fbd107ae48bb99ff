import { expect, test } from 'vitest';
import { canBeWhatsapp, normalisePhone } from './phone.ts';

test.each([
  ['0812 3456 7890', 'ID', '+6281234567890'],
  ['62812-3456-7890', 'ID', '+6281234567890'],
  ['+62 (812) 3456.7890', 'ID', '+6281234567890'],
  ['0062 812 3456 7890', 'ID', '+6281234567890'],
  ['8123 4567', 'SG', '+6581234567'],
  ['+65 8123 4567', 'ID', '+6581234567'],
  ['+852 5123 4567', 'HK', '+85251234567'],
  ['0812 3456 7890', 'HK', '+6281234567890'],
])('%s from %s is %s', (text, country, e164) => {
  expect(normalisePhone(text, country)).toMatchObject({ ok: true, e164 });
});

test.each(['', 'abc', '12', '08', '+', '081234567890123456789', "' OR 1=1"])(
  '"%s" is no phone number',
  (text) => {
    expect(normalisePhone(text).ok).toBe(false);
  },
);

test('a landline cannot be a WhatsApp account', () => {
  expect(canBeWhatsapp('+6281234567890')).toBe(true);
  expect(canBeWhatsapp('+62243547711')).toBe(false);
  expect(canBeWhatsapp('+6581234567')).toBe(true);
});
