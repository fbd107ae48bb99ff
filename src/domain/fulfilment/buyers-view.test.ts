import { expect, test } from 'vitest';
import { fittingReasons, headlineOf, offersComplaint, progressOf } from './buyers-view.ts';
import type { Complaint, Passage, Refund } from './order-life.ts';

const complaint: Complaint = {
  id: 1,
  reason: 'damaged',
  text: 'Sobek',
  opened_at: '2026-11-24T05:00:00.000Z',
};
const refund: Refund = {
  id: 1,
  amount: 10_000,
  reason: '',
  reference: '',
  made_at: '2026-11-24T06:00:00.000Z',
};
const standing = { refunds: [], owed: [] };
const owed = [
  { gateway_order: 'x', amount: 5, reason: 'paid_twice' as const, since: '2026-11-24T05:00:00.000Z' },
];

test.each([
  ['completed', { status: 'completed', ...standing }],
  ['complaint_open', { status: 'completed', ...standing, complaint }],
  ['complaint_answered', { status: 'completed', ...standing, complaint: { ...complaint, answer: 'Maaf.' } }],
  ['completed', { status: 'completed', ...standing, complaint: { ...complaint, closed_at: 'x' } }],
  ['refund_owed', { status: 'expired', ...standing, owed }],
  ['claimed', { status: 'awaiting_payment', ...standing, claimed_at: 'x' }],
  ['refunded_part', { status: 'completed', ...standing, refunds: [refund] }],
  ['refunded', { status: 'refunded', ...standing, refunds: [refund] }],
] as const)('the headline is the true state: %s', (headline, life) => {
  expect(headlineOf({ ...life, refunds: [...life.refunds], owed: [...life.owed] })).toBe(headline);
});

test('progress counts what is done; cash on delivery is not paid beforehand; what ended otherwise has none', () => {
  expect(progressOf('awaiting_payment', 'qris')).toEqual({
    steps: ['placed', 'paid', 'processing', 'shipped', 'completed'],
    done: 1,
  });
  expect(progressOf('shipped', 'cod')).toEqual({
    steps: ['placed', 'processing', 'shipped', 'completed'],
    done: 3,
  });
  for (const over of ['cancelled', 'expired', 'refunded', 'returned'] as const)
    expect(progressOf(over, 'qris')).toBeUndefined();
});

const completedBy = (actor: Passage['actor']): Passage[] => [
  { from: 'shipped', to: 'completed', actor, reason: '', at: '2026-11-24T05:00:00.000Z' },
];
test('who said that it arrived is not asked whether it has; who was not confirmed can say so', () => {
  expect(fittingReasons({ status: 'shipped', passages: [] })[0]).toBe('not_arrived');
  expect(fittingReasons({ status: 'completed', passages: completedBy('buyer') })).not.toContain(
    'not_arrived',
  );
  expect(fittingReasons({ status: 'completed', passages: completedBy('clock') })).toContain('not_arrived');
  expect(fittingReasons({ status: 'awaiting_payment', passages: [] })[0]).toBe('not_confirmed');
  for (const status of ['paid', 'processing', 'shipped', 'completed', 'returned'] as const)
    expect(fittingReasons({ status, passages: [] })).not.toContain('not_confirmed');
});

test('no complaint about a cancelled order that cost nothing', () => {
  expect(offersComplaint({ status: 'cancelled' }, 'cod')).toBe(false);
  expect(offersComplaint({ status: 'cancelled' }, 'transfer')).toBe(false);
  expect(offersComplaint({ status: 'cancelled', claimed_at: 'x' }, 'transfer')).toBe(true);
  expect(offersComplaint({ status: 'processing' }, 'cod')).toBe(true);
  expect(offersComplaint({ status: 'completed', complaint }, 'transfer')).toBe(false);
  expect(offersComplaint({ status: 'refunded' }, 'transfer')).toBe(false);
});
