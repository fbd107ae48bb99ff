/** What the scheduled handler does, by its name. */
export type Steps = Record<string, () => Promise<unknown>>;

/**
 * Does one step after the other. One that fails leaves the others running.
 * @throws Error at the end, naming the steps that failed: the run then counts as failed where runs are listed
 */
export async function runSteps(steps: Steps): Promise<void> {
  const failed: string[] = [];
  for (const [name, step] of Object.entries(steps)) {
    try {
      await step();
    } catch (error) {
      // A message may hold what a person typed.
      console.error(`scheduled ${name}: ${(error as Error).name}`);
      failed.push(name);
    }
  }
  if (failed.length) throw new Error(`scheduled steps failed: ${failed.join(', ')}`);
}
