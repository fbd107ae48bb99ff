import { expect, test } from 'vitest';
import { CALLS_A_MINUTE } from '../../src/domain/access/limits.ts';
import { memoryLimiter } from './memory-limiter.ts';

test('a key has its share of each kind for a minute', async () => {
  let time = 0;
  const limiter = memoryLimiter(() => time);
  const use = async (kind: 'reading' | 'acting', times: number) => {
    let allowed = true;
    for (let call = 0; call < times; call += 1) allowed = await limiter.allow('order:203.0.113.7', kind);
    return allowed;
  };
  expect(await use('acting', CALLS_A_MINUTE.acting)).toBe(true);
  expect(await use('acting', 1)).toBe(false);
  expect(await use('reading', CALLS_A_MINUTE.reading)).toBe(true);
  expect(await limiter.allow('order:203.0.113.8')).toBe(true);
  time = 60_000;
  expect(await use('acting', 1)).toBe(true);
});

test('a flood of keys clears nobody else’s count', async () => {
  const limiter = memoryLimiter(() => 0);
  for (let client = 0; client < 9_000; client += 1) await limiter.allow(`search:${client}`);
  for (let call = 0; call <= CALLS_A_MINUTE.acting; call += 1) await limiter.allow('order:noisy');
  for (let client = 0; client < 9_999; client += 1) await limiter.allow(`other:${client}`);
  expect(await limiter.allow('order:noisy')).toBe(false);
});
