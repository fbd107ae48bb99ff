import { SIGN_IN_MINUTES } from '../../src/domain/access/sign-in.ts';
import { newDeviceMail, signInLinkMail, signInMail } from '../../src/i18n/access/sign-in.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { signInSecrets } from '../access/sign-in.ts';
import type { LetterText } from './mail-layout.ts';
import type { LetterPorts, LetterRow } from './ports.ts';

/** The mails about who signs in; `undefined` for a letter of another kind. */
export async function signInLetter(
  { signer, settings }: Pick<LetterPorts, 'signer' | 'settings'>,
  { kind, detail }: LetterRow,
): Promise<LetterText | undefined> {
  const devices = `${settings.origin}/masuk/perangkat`;
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
    case 'sign_in_link': {
      const words = kind === 'new_device' ? newDeviceMail : signInLinkMail;
      const at = formatMoment(String(detail.at));
      return {
        locale: 'id',
        subject: words.subject,
        blocks: [
          { lines: [signInMail.greeting, ...words.lines(at, String(detail.device ?? ''))] },
          { link: { label: words.open, url: devices } },
        ],
      };
    }
    default:
      return undefined;
  }
}
