import { approvalMails, approvedFields } from '../../src/i18n/operator/approvals.ts';
import type { MailText } from './mail-layout.ts';
import type { LetterFacts, LetterPorts } from './ports.ts';

const ABOUT = { set_waits: 'waits', set_approved: 'approved', set_refused: 'refused' } as const;

/** Letters about a seller's changed address, number or accounts; they name the fields, never a number. */
export async function approvalLetter(
  { approvals, settings }: LetterPorts,
  { kind, detail }: LetterFacts<keyof typeof ABOUT | 'set_to_approve'>,
): Promise<MailText> {
  const t = approvalMails;
  if (kind === 'set_to_approve') {
    const count = Number(detail.count);
    return {
      locale: 'id',
      subject: t.toApprove.subject(count),
      blocks: [
        { lines: [t.toApprove.greeting, ...t.toApprove.lines(count)] },
        { link: { label: t.toApprove.open, url: `${settings.origin}/kelola/persetujuan` } },
      ],
    };
  }
  const about = ABOUT[kind];
  const change = await approvals.change(Number(detail.change));
  if (!change) throw new Error('a letter about no change');
  const words = t[about];
  const fields = change.fields.map((field) => approvedFields[field]).join(', ');
  const opened = about === 'approved' && !change.approved;
  return {
    locale: 'id',
    subject: words.subject(change.seller_name),
    blocks: [
      { lines: [t.greeting(change.seller_name), ...(opened ? t.approved.newShop : words.lines(fields))] },
      opened
        ? { link: { label: t.desk, url: `${settings.origin}/lapak` } }
        : { link: { label: t.contact, url: `${settings.origin}/tentang/` } },
    ],
  };
}
