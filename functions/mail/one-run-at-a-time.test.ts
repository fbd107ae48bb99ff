import { expect, test } from 'vitest';
import { oneRunAtATime } from './one-run-at-a-time.ts';

/** Work that ends when it is told to. */
function heldWork() {
  const held: (() => void)[] = [];
  let runs = 0;
  return {
    work: () => {
      runs += 1;
      return new Promise<void>((done) => held.push(done));
    },
    end: async () => {
      held.shift()?.();
      await new Promise((passed) => setTimeout(passed, 0));
    },
    runs: () => runs,
  };
}

test('who asks while a run is under way is served by one more round, however many ask', async () => {
  const { work, end, runs } = heldWork();
  const ask = oneRunAtATime(work, () => 0);
  const first = ask();
  await Promise.all([ask(), ask(), ask()]);
  expect(runs()).toBe(1);
  await end();
  expect(runs()).toBe(2);
  await end();
  await first;
  expect(runs()).toBe(2);
  ask();
  expect(runs()).toBe(3);
});

test('a failed run, or one that was cut off with its request, does not stop the next', async () => {
  let time = 0;
  let fail = true;
  const ask = oneRunAtATime(
    async () => {
      if (fail) throw new Error('no');
    },
    () => time,
  );
  await expect(ask()).rejects.toThrow('no');
  fail = false;
  await ask();

  const { work, runs } = heldWork();
  const cutOff = oneRunAtATime(work, () => time);
  cutOff();
  await cutOff();
  expect(runs()).toBe(1);
  time += 31_000;
  cutOff();
  expect(runs()).toBe(2);
});
