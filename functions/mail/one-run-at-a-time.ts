/** A run that began so long ago has ended with its request, without saying so. */
const STUCK_MS = 30_000;
/** Work that comes in all the time is not all done by one request. */
const LONGEST_MS = 15_000;

/**
 * Does some work, and never twice at the same time: who asks meanwhile is served by the run under way, which goes
 * round once more. Many orders at once then share their mails' statements, and none waits for another's.
 * @param now milliseconds
 * @param gatherMs how long a run waits for what comes right behind, in milliseconds
 */
export function oneRunAtATime(
  work: () => Promise<unknown>,
  now: () => number,
  gatherMs = 0,
): () => Promise<void> {
  let startedAt: number | undefined;
  let again = false;
  return async () => {
    if (startedAt !== undefined && now() - startedAt < STUCK_MS) {
      again = true;
      return;
    }
    const start = now();
    startedAt = start;
    try {
      do {
        if (gatherMs) await new Promise((passed) => setTimeout(passed, gatherMs));
        again = false;
        await work();
      } while (again && now() - start < LONGEST_MS);
    } finally {
      startedAt = undefined;
    }
  };
}
