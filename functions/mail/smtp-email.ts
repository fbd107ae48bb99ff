import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Email, type EmailSender, LONGEST_SEND_MS, type SendResult } from './ports.ts';

const TIMEOUT_MS = 10_000;
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1', '[::1]']);

interface SmtpTarget {
  host: string;
  port: number;
  secure: boolean;
  user?: string;
  pass?: string;
}

/**
 * Reads `smtp://[user:pass@]host:port` or `smtps://…`.
 * @throws TypeError for anything else: a wrong configuration must be seen at once.
 */
export function parseSmtpUrl(text: string): SmtpTarget {
  const url = new URL(text);
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')
    throw new TypeError('SMTP_URL must begin with smtp:// or smtps://');
  const secure = url.protocol === 'smtps:';
  return {
    host: url.hostname,
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    ...(url.username && { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }),
  };
}

/**
 * Sends mail through an SMTP server, mail after mail over one connection. Sockets are opened here, since the client's own DNS look-up goes a way of its own that Workers do not need. Plain text
 * is kept for a server on this machine, whose certificate nobody signs; any other is asked for STARTTLS.
 */
export function smtpEmail(smtpUrl: string): EmailSender {
  const target = parseSmtpUrl(smtpUrl);
  const local = LOOPBACK.has(target.host);
  const host = target.host === 'localhost' ? '127.0.0.1' : target.host.replace(/^\[|\]$/g, '');

  async function open(): Promise<SMTPConnection> {
    const socket = target.secure
      ? connectTls({ host, port: target.port, servername: target.host })
      : connect({ host, port: target.port });
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('timeout')), TIMEOUT_MS);
      const settle = (error?: Error) => {
        clearTimeout(timer);
        error ? reject(error) : resolve();
      };
      socket.once(target.secure ? 'secureConnect' : 'connect', () => settle());
      socket.once('error', settle);
    });
    const connection = new SMTPConnection({
      host,
      port: target.port,
      secure: target.secure,
      ignoreTLS: local,
      requireTLS: !local && !target.secure,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      name: 'mal-ukm',
      connection: socket,
      ...(target.secure && { secured: true }),
    } as SMTPConnection.Options);
    await new Promise<void>((resolve, reject) => {
      connection.once('error', reject);
      connection.connect((error) => (error ? reject(error) : resolve()));
    });
    // An error that arrives between two mails belongs to no call; the next send reports the closed connection.
    connection.on('error', () => {});
    const { user, pass } = target;
    if (user !== undefined && pass !== undefined)
      await new Promise<void>((resolve, reject) =>
        connection.login({ user, pass }, (error) => (error ? reject(error) : resolve())),
      );
    return connection;
  }

  async function sendOne(connection: SMTPConnection, email: Email): Promise<void> {
    const message = await compose(email);
    const envelope = { from: addressOf(email.from), to: [email.to] };
    await new Promise<void>((resolve, reject) => {
      const closed = () => reject(new Error('the connection was closed'));
      connection.once('end', closed);
      connection.send(envelope, message, (error) => {
        connection.off('end', closed);
        error ? reject(error) : resolve();
      });
    });
  }

  return {
    connect() {
      let connection: SMTPConnection | undefined;
      const drop = () => {
        connection?.close();
        connection = undefined;
      };
      return {
        async send(email) {
          try {
            await within(LONGEST_SEND_MS, async () => {
              connection ??= await open();
              await sendOne(connection, email);
            });
            return { is: 'accepted' };
          } catch (error) {
            const result = judge(error);
            // After a refusal the server waits for the next mail, once it was told to forget this one.
            if (result.is === 'broken' || !(connection && (await reset(connection)))) drop();
            return result;
          }
        },
        close() {
          connection?.quit();
        },
      };
    },
  };
}

/** @throws an error that is the mail's own, for one that can't be written */
async function compose(email: Email): Promise<Buffer> {
  try {
    return await new MailComposer({
      from: email.from,
      to: { name: '', address: email.to },
      ...(email.replyTo && { replyTo: email.replyTo }),
      subject: email.subject,
      text: email.text,
      html: email.html,
      messageId: email.messageId,
      headers: { 'Auto-Submitted': 'auto-generated' },
    })
      .compile()
      .build();
  } catch (error) {
    throw Object.assign(new Error((error as Error).message), { code: 'EMESSAGE' });
  }
}

/** @throws when the work takes longer, whatever becomes of it then */
async function within(ms: number, work: () => Promise<void>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })), ms);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** True when the connection can take another mail. */
function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), TIMEOUT_MS);
    connection.reset((error) => {
      clearTimeout(timer);
      resolve(!error);
    });
  });
}

/** The client's own word for a mail that it can't hand over: an address or a message, not the connection. */
const OWN_FAULTS = new Set(['EENVELOPE', 'EMESSAGE']);

/**
 * What a failure means. A server's answer is about this mail, and so is what the client found wrong with it; anything
 * else, and "service not available" (421), is about the connection. Refused for good is an address that the server does not have (5xx at RCPT TO, RFC 5321, 4.2.1);
 * a policy of the server (X.7.X, RFC 3463) or a full mailbox (X.2.2) may be mended, so that mail waits.
 */
export function judge(error: unknown): SendResult & { is: 'refused' | 'later' | 'broken' } {
  const {
    code = '',
    responseCode,
    command,
    response = '',
  } = error as {
    code?: string;
    responseCode?: number;
    command?: string;
    response?: string;
  };
  const why = reasonOf(error);
  if (!responseCode && OWN_FAULTS.has(code)) return { is: 'later', error: why };
  const aboutThisMail = command === 'RCPT TO' || command === 'MAIL FROM' || command === 'DATA';
  if (!aboutThisMail || !responseCode || responseCode === 421) return { is: 'broken', error: why };
  const mendable = /^5\d\d[ -]5\.(7\.\d|2\.2)/.test(response);
  const forGood = command === 'RCPT TO' && responseCode >= 500 && !mendable;
  return { is: forGood ? 'refused' : 'later', error: why };
}

/** The bare address of `Name <address>`. */
function addressOf(from: string): string {
  return /<([^>]+)>/.exec(from)?.[1] ?? from;
}

/** Why a mail was not accepted, without the address that the server's text may repeat. */
function reasonOf(error: unknown): string {
  const { code, responseCode, message } = error as { code?: string; responseCode?: number; message?: string };
  const text = (message ?? 'unknown').replace(/\S+@\S+/g, '<address>').slice(0, 200);
  return [code, responseCode, text].filter(Boolean).join(' ');
}
