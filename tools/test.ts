import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { quietEnvironment } from './mall-folders.ts';

/**
 * `npm test`: unit tests, Worker tests in workerd, and the whole built mall in a browser, with one summary.
 * Arguments go to Vitest: `npm test -- --project unit`.
 */
const result = spawnSync(
  process.execPath,
  [resolve('node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, ...quietEnvironment, NO_COLOR: process.env.CI ? '1' : '' } },
);
process.exitCode = result.status ?? 1;
