import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { quietEnvironment } from '../mall-folders.ts';
import { ToolError } from '../terminal.ts';

/**
 * Runs a program of `node_modules/.bin` and gives what it printed; a failure is a ToolError with its output.
 * @param environment variables besides this process's own; `undefined` takes one of those away
 */
export function runBin(
  name: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<string> {
  return runNode(resolve('node_modules/.bin', name), args, environment);
}

/** Runs a script with this process's own Node; like runBin. */
export function runNode(
  script: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<string> {
  return new Promise((fulfil, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      env: { ...process.env, ...quietEnvironment, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? fulfil(output)
        : reject(new ToolError(`${script} ${args[0] ?? ''} failed:\n${output.trim()}`)),
    );
  });
}
