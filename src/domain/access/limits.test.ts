import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CALLS_A_MINUTE } from './limits.ts';

test('the edge counts to the same figures', () => {
  const bindings = [
    ...readFileSync('wrangler.toml', 'utf8').matchAll(
      /name = "(READING|ACTING)_LIMIT"\nnamespace_id = "\d+"\nsimple = \{ limit = (\d+), period = 60 \}/g,
    ),
  ];
  expect(Object.fromEntries(bindings.map(([, kind, limit]) => [kind!.toLowerCase(), Number(limit)]))).toEqual(
    CALLS_A_MINUTE,
  );
});
