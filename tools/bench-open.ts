import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runTool, secondsSince, ToolError } from './terminal.ts';

/**
 * `npm run bench:open`: how long a fresh clone takes from `npm ci` to its first page, phase by phase, on this
 * machine. Packages come from npm's cache where it has them.
 */
await runTool(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-open-'));
  const clone = join(folder, 'mal-ukm');
  const start = performance.now();
  const step = (name: string, command: string, args: string[], cwd: string) => {
    const from = performance.now();
    const { status, stderr } = spawnSync(command, args, { cwd, encoding: 'utf8' });
    if (status !== 0) throw new ToolError(`${name} failed:\n${stderr}`);
    process.stdout.write(`${name.padEnd(36)} ${secondsSince(from)}\n`);
  };
  try {
    step('clone', 'git', ['clone', '--quiet', resolve(), clone], folder);
    step('npm ci', 'npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], clone);
    const from = performance.now();
    await firstPage(clone);
    process.stdout.write(`${'npm start to the first page'.padEnd(36)} ${secondsSince(from)}\n`);
    process.stdout.write(`${'all'.padEnd(36)} ${secondsSince(start)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** Runs `npm start`, passes on the phases that it tells, and waits for the home page. */
async function firstPage(clone: string): Promise<void> {
  const port = 8700 + (process.pid % 90);
  const child = spawn('npm', ['start', '--silent'], {
    cwd: clone,
    env: { ...process.env, PORT: String(port) },
    detached: true,
  });
  child.stderr.on('data', (chunk) => process.stdout.write(chunk));
  const ended = new Promise<never>((_, reject) =>
    child.on('close', (code) => reject(new ToolError(`npm start ended with ${code}`))),
  );
  const opened = new Promise<void>((fulfil) =>
    child.stdout.on('data', (chunk) => String(chunk).includes('is open at') && fulfil()),
  );
  try {
    await Promise.race([opened, ended]);
    const page = await fetch(`http://localhost:${port}/`);
    if (!page.ok) throw new ToolError(`the first page answered ${page.status}`);
  } finally {
    ended.catch(() => {});
    if (child.pid) process.kill(-child.pid, 'SIGTERM');
  }
}
