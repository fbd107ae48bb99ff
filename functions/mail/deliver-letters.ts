import { confirmAddress } from '../../src/i18n/access/confirm-address.ts';
import { mails } from '../../src/i18n/mail/mails.ts';
import { CONFIRM_DAYS, confirmLink } from '../access/confirm-address.ts';
import { approvalLetter } from './approval-mail.ts';
import { inquiryLetter } from './inquiry-mail.ts';
import { type LetterText, oneLine, toHtml, toText } from './mail-layout.ts';
import type { Email, LetterPorts, LetterRow } from './ports.ts';
import { sendDue } from './send-due.ts';
import { signInLetter } from './sign-in-mail.ts';

/** Sends the letters that are due: mails that belong to no order. */
export function deliverLetters(ports: LetterPorts): Promise<{ sent: number; failed: number }> {
  const { settings } = ports;
  return sendDue(ports, ports.letters, (rows) => Promise.all(rows.map(compose)));

  async function compose(row: LetterRow): Promise<Email> {
    const { subject, blocks, locale, replyTo } = await textOf(ports, row);
    const footer = mails[locale].sampleFooter;
    const host = settings.mailFrom.split('@').pop()!.replace('>', '');
    return {
      from: settings.mailFrom,
      to: row.to_address,
      ...(replyTo && { replyTo }),
      subject: oneLine(subject),
      text: toText(blocks, footer),
      html: toHtml(subject, blocks, footer, locale),
      messageId: `<letter-${row.id}-${Date.parse(row.created_at).toString(36)}@${host}>`,
    };
  }
}

async function textOf(ports: LetterPorts, row: LetterRow): Promise<LetterText> {
  const { signer, settings } = ports;
  switch (row.kind) {
    case 'confirm_address': {
      const locale = row.detail.locale === 'en' ? 'en' : 'id';
      const { subject, greeting, lines, open, notMe } = confirmAddress[locale].mail;
      const path = await confirmLink(signer, row.to_address, new Date(row.created_at));
      return {
        locale,
        subject,
        blocks: [
          { lines: [greeting, ...lines(CONFIRM_DAYS)] },
          { link: { label: open, url: `${settings.origin}${path}${locale === 'en' ? '?l=en' : ''}` } },
          { lines: [notMe] },
        ],
      };
    }
    default: {
      const letter =
        (await signInLetter(ports, row)) ??
        (await approvalLetter(ports, row)) ??
        (await inquiryLetter(ports, row));
      if (!letter) throw new Error(`no words for a letter of kind ${row.kind}`);
      return letter;
    }
  }
}
