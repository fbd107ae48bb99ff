import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';

/** Tells the router which version shall answer, and who asks which one did. */
export const VERSION_HEADER = 'mall-version';

/** Headers by which a request would reach past the front. */
const INTERNAL = [VERSION_HEADER, 'mall-databases', 'mall-photos'];

export interface Front {
  port: number;
  /** Sends everything that comes from now on to another version. */
  switchTo(version: string): void;
  /** Waits until what was begun has ended; what comes now waits until `resume`. */
  pause(): Promise<void>;
  /** @param port where the router is now */
  resume(port: number): void;
  close(): Promise<void>;
}

/**
 * Stands before the versions on this machine as the edge does before a Worker's: each request goes to the version
 * that serves when it comes, and is answered by that one alone.
 * @param port 0 takes a free one
 */
export async function openFront(port: number): Promise<Front> {
  let version: string | undefined;
  let router: number | undefined;
  let waiting: (() => void)[] = [];
  let underWay = 0;
  let whenQuiet: (() => void) | undefined;

  const pass = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    if (router === undefined) {
      waiting.push(() => pass(incoming, outgoing));
      return;
    }
    if (version === undefined) {
      outgoing.writeHead(503, { 'Retry-After': '5' }).end();
      return;
    }
    underWay += 1;
    outgoing.once('close', () => {
      underWay -= 1;
      if (!underWay) whenQuiet?.();
    });
    forward(incoming, outgoing, router, version);
  };
  const server = createServer(pass);
  await new Promise<void>((opened, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', opened);
  });
  return {
    port: (server.address() as { port: number }).port,
    switchTo(to) {
      version = to;
    },
    async pause() {
      router = undefined;
      if (underWay)
        await new Promise<void>((quiet) => {
          whenQuiet = quiet;
        });
      whenQuiet = undefined;
    },
    resume(to) {
      router = to;
      const held = waiting;
      waiting = [];
      for (const go of held) go();
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse, port: number, version: string): void {
  const headers = { ...incoming.headers };
  for (const name of INTERNAL) delete headers[name];
  const onward = request(
    {
      host: '127.0.0.1',
      port,
      method: incoming.method,
      path: incoming.url,
      headers: { ...headers, [VERSION_HEADER]: version },
    },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, { ...answer.headers, [VERSION_HEADER]: version });
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => {
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  });
  incoming.pipe(onward);
}
