import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { quietEnvironment } from '../mall-folders.ts';
import { ToolError } from '../terminal.ts';

/** Programs whose package has another name. */
const PACKAGES: Record<string, string> = { biome: '@biomejs/biome', tsc: 'typescript' };

/** The script behind a package's program: `node_modules/.bin` holds shell shims on Windows, which Node can't run. */
function scriptOf(name: string): string {
  const folder = resolve('node_modules', PACKAGES[name] ?? name);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as {
    bin: string | Record<string, string>;
  };
  return resolve(folder, typeof bin === 'string' ? bin : bin[name]!);
}

/**
 * Runs a program of an installed package and gives what it printed; a failure is a ToolError with its output.
 * @param environment variables besides this process's own; `undefined` takes one of those away
 */
export function runBin(
  name: string,
  args: string[],
  environment: Record<string, string | undefined> = {},
): Promise<string> {
  return runNode(scriptOf(name), args, environment);
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
