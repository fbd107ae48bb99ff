import { expect, test } from 'vitest';
import { shipBy } from '../ordering/deadlines.ts';
import { claimOverdueAt, completesAt } from './order-clock.ts';

const at = new Date('2026-02-26T02:00:00Z');

test('a paid claim may wait three days for the seller', () => {
  expect(claimOverdueAt(at).toISOString()).toBe('2026-03-01T02:00:00.000Z');
});

test('a seller has three days to send, and the lead days on top where it is made to order', () => {
  expect(shipBy(at).toISOString()).toBe('2026-03-01T02:00:00.000Z');
  expect(shipBy(at, 14).toISOString()).toBe('2026-03-15T02:00:00.000Z');
});

test('an order completes seven days after the longest delivery time', () => {
  expect(completesAt(at, 5).toISOString()).toBe('2026-03-10T02:00:00.000Z');
});
