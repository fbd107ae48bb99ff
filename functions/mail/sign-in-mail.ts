import { SIGN_IN_MINUTES } from '../../src/domain/access/sign-in.ts';
import { passkeyAddedMail, passkeysRemovedMail } from '../../src/i18n/access/passkeys.ts';
import { newDeviceMail, signInLinkMail, signInMail } from '../../src/i18n/access/sign-in.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { signInSecrets } from '../access/sign-in.ts';
import type { LetterText } from './mail-layout.ts';
import type { LetterPorts, LetterRow } from './ports.ts';

/** What is told to whoever owns the address, and where it can be looked at. */
const NEWS = {
  new_device: { words: newDeviceMail, path: '/masuk/perangkat' },
  sign_in_link: { words: signInLinkMail, path: '/masuk/perangkat' },
  passkey_added: { words: passkeyAddedMail, path: '/masuk/sidik-jari' },
  passkeys_removed: { words: passkeysRemovedMail, path: '/masuk' },
};

/** The mails about who signs in; `undefined` for a letter of another kind. */
export async function signInLetter(
  { signer, settings }: Pick<LetterPorts, 'signer' | 'settings'>,
  { kind, detail }: LetterRow,
): Promise<LetterText | undefined> {
  switch (kind) {
    case 'sign_in': {
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
    case 'new_device':
    case 'sign_in_link':
    case 'passkey_added':
    case 'passkeys_removed': {
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
    default:
      return undefined;
  }
}
