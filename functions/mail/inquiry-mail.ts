import { inquiryMailKey } from '../../src/domain/inquiry/inquiry.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { inquiryMails } from '../../src/i18n/inquiry/inquiry.ts';
import type { Signer } from '../access/ports.ts';
import type { Settings } from '../http/ports.ts';
import type { Block, LetterText } from './mail-layout.ts';
import type { LetterRow } from './ports.ts';

/** The mails of a thread: the words of one party to the other, quoted, never in a header. */
export async function inquiryLetter(
  { signer, settings }: { signer: Signer; settings: Pick<Settings, 'origin'> },
  { kind, detail }: LetterRow,
): Promise<LetterText | undefined> {
  const [event, party] = kind.split('_');
  if (!['inquiry', 'message', 'offer', 'confirm'].includes(event ?? '')) return undefined;
  const said = (name: string) => (detail[name] === undefined ? undefined : String(detail[name]));
  const locale = said('locale') === 'en' ? 'en' : 'id';
  const t = inquiryMails[locale];
  const code = said('code')!;
  const key = party === 'buyer' ? `?e=${await signer.sign(inquiryMailKey(code))}` : '';
  const facts = { code, shop: said('shop') ?? '', buyer: said('buyer') ?? '', title: said('title') };
  const words = t[kind as 'inquiry_seller'];
  const phone = said('phone');
  const text = said('text');
  const blocks: Block[] = [
    { lines: [t.greeting(party === 'buyer' ? facts.buyer : facts.shop), ...words.lines(facts)] },
    ...(text ? [{ lines: text.split('\n').map((line) => `> ${line}`) }] : []),
    { link: { label: words.open, url: `${settings.origin}/tanya/t/${said('token')}${key}` } },
    ...(phone
      ? [
          {
            link: {
              label: t.whatsapp,
              url: whatsappLink(phone, t.whatsappText(facts.buyer, facts.shop, code)),
            },
          },
        ]
      : []),
  ];
  const replyTo = said('email');
  return { locale, subject: words.subject(facts), blocks, ...(replyTo && { replyTo }) };
}
