import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface SmtpSink {
  url: string;
  mails: ParsedMail[];
  /** Waits until so many mails lie here, and a little longer for one too many. */
  waitFor(count: number, seconds?: number): Promise<ParsedMail[]>;
  close(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it accepts. */
export async function smtpSink(port = 0): Promise<SmtpSink> {
  const mails: ParsedMail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  server.on('error', () => {});
  await new Promise<void>((opened) => server.listen(port, '127.0.0.1', opened));
  const { port: taken } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${taken}`,
    mails,
    async waitFor(count, seconds = 30) {
      for (let waited = 0; mails.length < count && waited < seconds * 10; waited += 1) await pause(100);
      await pause(500);
      return mails;
    },
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

/** Lets some milliseconds pass. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, milliseconds));
}
