import { expect, test } from 'vitest';
import { crc16 } from '../payment/emv-tlv.ts';
import { parseQris } from '../payment/qris.ts';
import { qrisPayment } from './qris-payment.ts';

const STATIC =
  '00020101021126660017ID.CO.EXAMPLE.WWW01159360086704567890215MIDCONTOH1234560303UMI51370014ID.CO.QRIS.WWW0215ID10191234567815204123453033605802ID5914NamaMerchantA16009NamaKota16110123456789062070703K196304B1EF';
const order: Parameters<typeof qrisPayment>[0] = {
  status: 'awaiting_payment',
  payment_method: 'qris',
  payment_details: { qris_static: STATIC },
  shipping: 48_000,
  total: 243_000,
};
/** The static payload with one more data object before the country. */
function withTag(tag: string, value: string): string {
  const body = `${STATIC.slice(0, -4).replace('5802ID', `${tag}${String(value.length).padStart(2, '0')}${value}5802ID`)}`;
  return body + crc16(body);
}

test('the buyer is told the name, city and merchant id that the app will show, and the exact amount', () => {
  expect(qrisPayment(order)).toMatchObject({
    amount: 243_000,
    merchant_name: 'NamaMerchantA1',
    city: 'NamaKota1',
    nmid: 'ID1019123456781',
    tip: false,
    static_payload: STATIC,
  });
  expect(qrisPayment(order)?.payload).toContain('5406243000');
});

test('there is no code to pay once the order is paid, while the fee is unknown, or above Rp10.000.000', () => {
  expect(qrisPayment({ ...order, status: 'paid' })).toBeUndefined();
  expect(qrisPayment({ ...order, status: 'expired' })).toBeUndefined();
  expect(qrisPayment({ ...order, shipping: undefined })).toBeUndefined();
  expect(qrisPayment({ ...order, payment_method: 'transfer' })).toBeUndefined();
  expect(qrisPayment({ ...order, total: 10_000_000 })).toBeDefined();
  expect(qrisPayment({ ...order, total: 10_000_001 })).toBeUndefined();
});

test('a code that asks for a tip says so, and one with a printed amount is no fallback', () => {
  expect(parseQris(withTag('55', '01')).ok).toBe(true);
  expect(qrisPayment({ ...order, payment_details: { qris_static: withTag('55', '01') } })?.tip).toBe(true);
  const printed = qrisPayment({ ...order, payment_details: { qris_static: withTag('54', '34000') } });
  expect(printed?.payload).toContain('5406243000');
  expect(printed?.static_payload).toBeUndefined();
});
