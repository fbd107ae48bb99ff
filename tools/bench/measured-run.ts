import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { quietEnvironment } from '../mall-folders.ts';
import { ToolError } from '../terminal.ts';

export interface Measured {
  seconds: number;
  /** The most memory that the process and its children held at once. */
  peakMegabytes: number;
}

/** How often memory is looked at. */
const LOOK_MS = 100;

/** Runs a Node script and measures time and memory of its whole family, from Linux's /proc. */
export async function measuredRun(
  script: string,
  args: string[],
  options: { cwd: string; environment?: Record<string, string> },
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(process.execPath, [script, ...args], {
    cwd: options.cwd,
    env: { ...process.env, ...quietEnvironment, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk).slice(-4000);
    });
  let peak = 0;
  const look = setInterval(() => {
    peak = Math.max(peak, residentKilobytes(child.pid!));
  }, LOOK_MS);
  const code = await new Promise<number | null>((done) => child.on('close', done));
  clearInterval(look);
  if (code !== 0) throw new ToolError(`${script} failed (${code}):\n${output}`);
  return { seconds: (performance.now() - start) / 1000, peakMegabytes: Math.round(peak / 1024) };
}

/** Memory of a process and all its descendants. */
function residentKilobytes(root: number): number {
  const parents = new Map<number, number>();
  const resident = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
      resident.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const belongs = (pid: number): boolean => {
    for (let at: number | undefined = pid; at && at > 1; at = parents.get(at)) if (at === root) return true;
    return false;
  };
  return [...resident].reduce((sum, [pid, size]) => sum + (belongs(pid) ? size : 0), 0);
}
