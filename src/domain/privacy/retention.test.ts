import { expect, test } from 'vitest';
import { ORDER_STATES } from '../ordering/order-state.ts';
import { isOver, RETENTION_DAYS, retentionCutoffs } from './retention.ts';

test('the moment before which data is due lies so many days back', () => {
  const cutoffs = retentionCutoffs(new Date('2026-11-24T05:00:00.000Z'));
  expect(Object.keys(cutoffs).sort()).toEqual(Object.keys(RETENTION_DAYS).sort());
  expect(cutoffs.mails).toBe('2026-10-25T05:00:00.000Z');
  expect(cutoffs.orders).toBe('2021-11-24T05:00:00.000Z');
});

test('records of trade are kept no shorter than the law asks: five years', () => {
  expect(RETENTION_DAYS.orders).toBeGreaterThanOrEqual(5 * 365 + 1);
});

test('an order is over when neither goods nor money are under way', () => {
  const over = (changes: Partial<Parameters<typeof isOver>[0]>) =>
    ORDER_STATES.filter((status) =>
      isOver({ status, method: 'transfer', claimed: false, complaintOpen: false, owed: 0, ...changes }),
    );
  expect(over({})).toEqual(['completed', 'cancelled', 'expired', 'refunded']);
  expect(over({ claimed: true })).toEqual(['completed', 'refunded']);
  expect(over({ method: 'cod' })).toContain('returned');
  expect(over({ complaintOpen: true })).toEqual([]);
  expect(over({ owed: 1 })).toEqual([]);
});
