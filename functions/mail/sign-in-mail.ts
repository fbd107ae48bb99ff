import { SIGN_IN_MINUTES } from '../../src/domain/access/sign-in.ts';
import { confirmAddress } from '../../src/i18n/access/confirm-address.ts';
import { passkeyAddedMail, passkeysRemovedMail } from '../../src/i18n/access/passkeys.ts';
import { newDeviceMail, signInLinkMail, signInMail } from '../../src/i18n/access/sign-in.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { CONFIRM_DAYS, confirmLink } from '../access/confirm-address.ts';
import { signInSecrets } from '../access/sign-in.ts';
import type { MailText } from './mail-layout.ts';
import type { LetterFacts, LetterPorts } from './ports.ts';

/** What is told to whoever owns the address, and where it can be looked at. */
const NEWS = {
  new_device: { words: newDeviceMail, path: '/masuk/perangkat' },
  sign_in_link: { words: signInLinkMail, path: '/masuk/perangkat' },
  passkey_added: { words: passkeyAddedMail, path: '/masuk/sidik-jari' },
  passkeys_removed: { words: passkeysRemovedMail, path: '/masuk' },
};

/** The link and the code that sign in. */
export async function signInLetter(
  { signer, settings }: LetterPorts,
  { detail }: LetterFacts,
): Promise<MailText> {
  const { token, code } = await signInSecrets(signer, String(detail.id));
  return {
    locale: 'id',
    subject: signInMail.subject(code),
    blocks: [
      { lines: [signInMail.greeting, ...signInMail.lines(SIGN_IN_MINUTES)] },
      { rows: [[signInMail.code, code]] },
      { link: { label: signInMail.open, url: `${settings.origin}/masuk/${token}` } },
      { lines: [signInMail.notMe] },
    ],
  };
}

/** What is told to whoever owns the address. */
export async function accessNewsLetter(
  { settings }: LetterPorts,
  { kind, detail }: LetterFacts<keyof typeof NEWS>,
): Promise<MailText> {
  const { words, path } = NEWS[kind];
  const at = formatMoment(String(detail.at));
  return {
    locale: 'id',
    subject: words.subject,
    blocks: [
      { lines: [signInMail.greeting, ...words.lines(at, String(detail.device ?? ''))] },
      { link: { label: words.open, url: `${settings.origin}${path}` } },
    ],
  };
}

/** The link that confirms an address. */
export async function confirmAddressLetter(
  { signer, settings }: LetterPorts,
  { detail, to, createdAt }: LetterFacts,
): Promise<MailText> {
  const locale = detail.locale === 'en' ? 'en' : 'id';
  const { subject, greeting, lines, open, notMe } = confirmAddress[locale].mail;
  const path = await confirmLink(signer, to, createdAt);
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
