import type { Reporter, TestModule } from 'vitest/node';

/** The closing line of `npm test`, `N passed, N failed`; in CI a test that was skipped fails the run. */
export default class TestSummary implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const states = modules.flatMap((module) =>
      [...module.children.allTests()].map((test) => test.result().state),
    );
    const count = (state: string) => states.filter((one) => one === state).length;
    const skipped = count('skipped');
    process.stdout.write(
      `\n${count('passed')} passed, ${count('failed')} failed${skipped ? `, ${skipped} skipped` : ''}\n`,
    );
    if (skipped && process.env.CI) process.exitCode = 1;
  }
}
