import { expect, test } from 'vitest';
import { type ApprovedSet, asApproved, setText, unapprovedFields } from './approval.ts';

const bank = { bank: 'Bank Jateng', number: '1234567890', holder: 'Sekar' };
const approved: ApprovedSet = {
  email: 'a@contoh.test',
  whatsapp: '+628111',
  payments: { qris: '000201', bank },
};

test('the order of a file’s fields is no change', () => {
  const { holder, number } = bank;
  const same = { ...approved, payments: { bank: { holder, number, bank: bank.bank }, qris: '000201' } };
  expect(setText(same)).toBe(setText(approved));
  expect(unapprovedFields(same, approved)).toEqual([]);
});

test('each field that leads elsewhere is named; what was taken out leads nowhere', () => {
  const deployed: ApprovedSet = {
    email: 'b@contoh.test',
    whatsapp: '+628111',
    payments: { bank: { ...bank, number: '9' }, cod: {} },
  };
  expect(unapprovedFields(deployed, approved)).toEqual(['email', 'bank', 'cod']);
  expect(asApproved(deployed, approved)).toEqual({
    email: 'a@contoh.test',
    whatsapp: '+628111',
    payments: { bank },
  });
});

test('of a new shop nothing is approved', () => {
  expect(unapprovedFields(approved, undefined)).toEqual(['email', 'whatsapp', 'qris', 'bank']);
});
