import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Email, EmailSender } from './ports.ts';

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
 * Sends mail through an SMTP server. One connection serves one call of `send`, mail after mail. Sockets are
 * opened here, since the client's own DNS look-up goes a way of its own that Workers do not need. Plain text
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
    const message = await new MailComposer({
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
    async send(emails) {
      const results = [];
      let connection: SMTPConnection | undefined;
      for (const email of emails) {
        try {
          connection ??= await open();
          await sendOne(connection, email);
          results.push({ ok: true as const });
        } catch (error) {
          results.push({ ok: false as const, error: reasonOf(error) });
          connection?.close();
          connection = undefined;
        }
      }
      connection?.quit();
      return results;
    },
  };
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
