import { expect, test } from 'vitest';
import { told } from './told.ts';

test('a key finds its own sentence only, never what every object has', () => {
  const table = { sent: 'Terkirim.' };
  expect(told(table, 'sent')).toBe('Terkirim.');
  for (const key of [
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    '__proto__',
    '',
    null,
    undefined,
  ])
    expect(told(table, key)).toBeUndefined();
});
