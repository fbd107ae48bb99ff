import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { folders, quietEnvironment } from './mall-folders.ts';

const RESULTS = join(folders.cache, 'test-results.json');

/**
 * `npm test`: unit tests, Worker tests in workerd, and the whole built mall in a browser, with one summary.
 * Arguments go to Vitest: `npm test -- --project unit`.
 */
rmSync(RESULTS, { force: true });
const { status } = spawnSync(
  process.execPath,
  [
    resolve('node_modules/vitest/vitest.mjs'),
    'run',
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${RESULTS}`],
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit', env: { ...process.env, ...quietEnvironment } },
);
if (existsSync(RESULTS)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(RESULTS, 'utf8'));
  process.stdout.write(`\n${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped\n`);
}
process.exitCode = status ?? 1;
