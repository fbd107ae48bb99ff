import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { folders } from './mall-folders.ts';
import { prepareState } from './serve/prepare-state.ts';
import { localVariables, runWorker } from './serve/run-worker.ts';
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
  const worker = runWorker({
    configs: [config],
    port,
    state: folders.state,
    variables: localVariables(origin),
    probe: '/api/health',
  });
  process.on('SIGINT', worker.stop);
  process.on('SIGTERM', worker.stop);
  await worker.opened;
  process.stdout.write(
    `Mal UKM is open at ${origin}${process.env.SMTP_URL ? '' : ` · mails at ${origin}/dev/mail`}\n`,
  );
  const schedule = setInterval(() => {
    fetch(`http://127.0.0.1:${port}/cdn-cgi/local/scheduled`).catch(() => undefined);
  }, SCHEDULE_MS);
  const code = await worker.ended;
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

if (import.meta.main) await runTool(serve);
