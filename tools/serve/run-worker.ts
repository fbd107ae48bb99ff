import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { quietEnvironment } from '../mall-folders.ts';
import { ToolError } from '../terminal.ts';

export interface WorkerOptions {
  /** Configurations of Workers that run together; the first one answers at the port. */
  configs: string[];
  port: number;
  /** The folder of the local state. */
  state: string;
  /** Variables of the first one, besides its configuration's own. */
  variables?: Record<string, string>;
  /** Asked until it answers with success. */
  probe: string;
}

export interface RunningWorker {
  /** Fulfils when it answers; a ToolError where it does not within a minute. */
  opened: Promise<void>;
  /** Fulfils with the exit code. */
  ended: Promise<number>;
  stop(): void;
}

/** Settings that a person may give to a local Worker by the same name. */
const PASSED_ON = [
  'SMTP_URL',
  'MALL_OPERATORS',
  'MALL_LIMITS',
  'MAIL_FROM',
  'MIDTRANS_SERVER_KEY',
  'MIDTRANS_URL',
  'TURNSTILE_SITE_KEY',
  'TURNSTILE_SECRET',
  'TURNSTILE_URL',
];

/**
 * The variables of a mall that runs on this machine.
 * @param origin where people reach it, as its mails name it
 */
export function localVariables(origin: string): Record<string, string> {
  return {
    MALL_ENV: 'local',
    MALL_ORIGIN: origin,
    ...Object.fromEntries(
      PASSED_ON.map((name) => [name, process.env[name]]).filter((entry): entry is [string, string] =>
        Boolean(entry[1]),
      ),
    ),
  };
}

/** Runs built Workers with their static files and local databases on this machine, in one process. */
export function runWorker({ configs, port, state, variables = {}, probe }: WorkerOptions): RunningWorker {
  const child = spawn(
    process.execPath,
    [
      resolve('node_modules/wrangler/bin/wrangler.js'),
      'dev',
      ...configs.flatMap((config) => ['--config', config]),
      ...['--ip', '127.0.0.1'],
      ...['--port', String(port)],
      ...['--inspector-port', '0'],
      ...['--persist-to', state],
      ...['--show-interactive-dev-session', 'false'],
      ...['--log-level', process.env.MALL_LOG ?? 'warn'],
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { env: { ...process.env, ...quietEnvironment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  forwardOutput(child);
  const ended = new Promise<number>((fulfil) => child.on('close', (code) => fulfil(code ?? 0)));
  return {
    opened: waitUntilOpen(`http://127.0.0.1:${port}${probe}`, ended),
    ended,
    stop: () => void child.kill('SIGTERM'),
  };
}

/** wrangler's own notes about triggering crons by hand would hide the one line that matters here. */
function forwardOutput(child: ChildProcess): void {
  const forward = (chunk: Buffer) => {
    const text = chunk.toString();
    if (!/Scheduled Workers|scheduled event|cron-triggers|local\/scheduled/.test(text))
      process.stderr.write(text);
  };
  child.stdout?.on('data', forward);
  child.stderr?.on('data', forward);
}

async function waitUntilOpen(url: string, ended: Promise<number>): Promise<void> {
  let exited = false;
  ended.then(() => {
    exited = true;
  });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (exited) throw new ToolError('The mall could not be opened; see the lines above.');
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new ToolError('The mall did not answer within a minute.');
}
