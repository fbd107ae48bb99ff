import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { folders, quietEnvironment } from './mall-folders.ts';
import { prepareState } from './serve/prepare-state.ts';
import { runTool, ToolError } from './terminal.ts';

/** How often the scheduled handler runs; deployed it is once a minute. */
const SCHEDULE_MS = 10_000;

/** `npm run serve`: opens what was built on `http://localhost:<PORT>`, with local databases and mailbox. */
export async function serve(): Promise<void> {
  const port = portFrom(process.env.PORT);
  const config = resolve(folders.dist, 'server/wrangler.json');
  if (!existsSync(config))
    throw new ToolError('Nothing is built yet. Run `npm run build` first, or `npm start`.');
  await assertPortIsFree(port);
  await prepareState(config);

  const origin = `http://localhost:${port}`;
  const variables = {
    MALL_ENV: 'local',
    MALL_ORIGIN: origin,
    ...Object.fromEntries(
      ['SMTP_URL', 'MALL_OPERATORS', 'MALL_LIMITS', 'MAIL_FROM']
        .map((name) => [name, process.env[name]])
        .filter((entry): entry is [string, string] => Boolean(entry[1])),
    ),
  };
  const child = spawn(
    process.execPath,
    [
      resolve('node_modules/wrangler/bin/wrangler.js'),
      'dev',
      ...['--config', config],
      ...['--ip', '127.0.0.1'],
      ...['--port', String(port)],
      ...['--inspector-port', '0'],
      ...['--persist-to', folders.state],
      ...['--show-interactive-dev-session', 'false'],
      ...['--log-level', process.env.MALL_LOG ?? 'warn'],
      ...Object.entries(variables).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { env: { ...process.env, ...quietEnvironment }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // wrangler's own notes about triggering crons by hand would hide the one line that matters here.
  const forward = (chunk: Buffer) => {
    const text = chunk.toString();
    if (!/Scheduled Workers|scheduled event|cron-triggers|local\/scheduled/.test(text))
      process.stderr.write(text);
  };
  child.stdout.on('data', forward);
  child.stderr.on('data', forward);

  const stop = () => child.kill('SIGTERM');
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const ended = new Promise<number>((fulfil) => child.on('close', (code) => fulfil(code ?? 0)));

  await waitUntilOpen(port, ended);
  process.stdout.write(
    `Mal UKM is open at ${origin}${process.env.SMTP_URL ? '' : ` · mails at ${origin}/dev/mail`}\n`,
  );
  const schedule = setInterval(() => {
    fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled`).catch(() => undefined);
  }, SCHEDULE_MS);
  const code = await ended;
  clearInterval(schedule);
  process.exitCode = code;
}

function portFrom(text: string | undefined): number {
  const port = text ? Number(text) : 8787;
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ToolError(`PORT must be a number from 1 to 65535, not "${text}".`);
  return port;
}

function assertPortIsFree(port: number): Promise<void> {
  return new Promise((fulfil, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new ToolError(
              `Port ${port} is taken. Stop what runs there, or choose another: PORT=8788 npm start`,
            )
          : error,
      ),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => fulfil()));
  });
}

async function waitUntilOpen(port: number, ended: Promise<number>): Promise<void> {
  let exited = false;
  ended.then(() => {
    exited = true;
  });
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (exited) throw new ToolError('The mall could not be opened; see the lines above.');
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 100));
  }
  throw new ToolError('The mall did not answer within a minute.');
}

if (import.meta.main) await runTool(serve);
