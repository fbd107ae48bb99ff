import { type EmailSender, LONGEST_SEND_MS, type SendResult } from './ports.ts';

/**
 * Mail by the platform's own binding (`send_email`), see
 * https://developers.cloudflare.com/email-service/api/send-emails/workers-api/. It makes Message-ID itself and refuses
 * another one, so the mall's own, by which a repeated mail is known, goes in a header of its own.
 */
export function cloudflareEmail(binding: SendEmail): EmailSender {
  return {
    connect: () => ({
      async send({ from, to, replyTo, subject, text, html, messageId }): Promise<SendResult> {
        let timer: ReturnType<typeof setTimeout> | undefined;
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new Error('timeout')), LONGEST_SEND_MS);
        });
        try {
          const headers = { 'X-Mal-UKM-Message': messageId };
          const mail = { from: sender(from), to, subject, text, html, headers };
          await Promise.race([binding.send(replyTo ? { ...mail, replyTo } : mail), late]);
          return { is: 'accepted' };
        } catch (error) {
          return judge(error);
        } finally {
          clearTimeout(timer);
        }
      },
      close() {},
    }),
  };
}

/** Codes that speak of this address or this mail; everything else, such as a quota that is used up, of all mails. */
const REFUSED = new Set(['E_RECIPIENT_SUPPRESSED', 'E_RECIPIENT_NOT_ALLOWED']);
const THIS_MAIL = new Set([
  'E_VALIDATION_ERROR',
  'E_FIELD_MISSING',
  'E_CONTENT_TOO_LARGE',
  'E_TOO_MANY_RECIPIENTS',
  'E_HEADER_NOT_ALLOWED',
  'E_HEADER_VALUE_INVALID',
  'E_DELIVERY_FAILED',
]);

function judge(error: unknown): SendResult {
  const { code = 'unknown', message = '' } = error as { code?: string; message?: string };
  const why = `${code} ${message.replace(/\S+@\S+/g, '<address>').slice(0, 200)}`.trim();
  return { is: REFUSED.has(code) ? 'refused' : THIS_MAIL.has(code) ? 'later' : 'broken', error: why };
}

/** `Name <address>` in the binding's own form. */
function sender(from: string): string | { name: string; email: string } {
  const [, name, email] = /^\s*(.*?)\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return email ? { name: (name ?? '').replaceAll('"', ''), email } : from;
}
