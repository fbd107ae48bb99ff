import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface OpenMall {
  origin: string;
  /** Runs the scheduled handler once. */
  runSchedule(): Promise<void>;
  close(): Promise<void>;
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((found) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

/** Serves a built mall as `npm run serve` does, with an empty state of its own. */
export async function openMall(environment: Record<string, string> = {}): Promise<OpenMall> {
  const port = await freePort();
  const state = mkdtempSync(join(tmpdir(), 'mal-ukm-state-'));
  const child = spawn(process.execPath, ['tools/serve.ts'], {
    env: { ...process.env, MALL_STATE: state, PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = new Promise<void>((done) => child.on('close', () => done()));
  let output = '';
  await new Promise<void>((opened, failed) => {
    const read = (chunk: Buffer) => {
      output += chunk;
      if (output.includes('is open at')) opened();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', (code) => failed(new Error(`the mall did not open (${code}):\n${output}`)));
  });
  const origin = `http://localhost:${port}`;
  return {
    origin,
    runSchedule: async () => {
      await fetch(`${origin}/cdn-cgi/local/scheduled`);
    },
    async close() {
      child.kill('SIGTERM');
      await closed;
      rmSync(state, { recursive: true, force: true });
    },
  };
}
