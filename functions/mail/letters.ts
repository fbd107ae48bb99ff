import type { LetterKind } from '../access/ports.ts';
import { approvalLetter } from './approval-mail.ts';
import { inquiryLetter } from './inquiry-mail.ts';
import type { MailText } from './mail-layout.ts';
import type { LetterFacts, LetterPorts, MailRow } from './ports.ts';
import { accessNewsLetter, confirmAddressLetter, signInLetter } from './sign-in-mail.ts';

/** How each mail that belongs to no order is written. */
const LETTERS: {
  [Kind in LetterKind]: (ports: LetterPorts, facts: LetterFacts<Kind>) => Promise<MailText>;
} = {
  sign_in: signInLetter,
  new_device: accessNewsLetter,
  sign_in_link: accessNewsLetter,
  passkey_added: accessNewsLetter,
  passkeys_removed: accessNewsLetter,
  confirm_address: confirmAddressLetter,
  set_to_approve: approvalLetter,
  set_waits: approvalLetter,
  set_approved: approvalLetter,
  set_refused: approvalLetter,
  inquiry_seller: inquiryLetter,
  message_seller: inquiryLetter,
  message_buyer: inquiryLetter,
  offer_buyer: inquiryLetter,
  confirm_buyer: inquiryLetter,
};

export function isLetter(kind: string): kind is LetterKind {
  return Object.hasOwn(LETTERS, kind);
}

/** @param known false for an address that nobody has confirmed: then nothing that a person typed is in it */
export function letterText<Kind extends LetterKind>(
  ports: LetterPorts,
  kind: Kind,
  row: MailRow,
  known: boolean,
): Promise<MailText> {
  return LETTERS[kind](ports, {
    kind,
    to: row.to_address,
    createdAt: new Date(row.created_at),
    detail: JSON.parse(row.detail ?? '{}'),
    known,
  });
}
