import { inquiryMailKey, type Offer } from '../../src/domain/inquiry/inquiry.ts';
import type { Locale } from '../../src/domain/locale.ts';
import { formatRupiah } from '../../src/domain/money.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { inquiryMails, inquiryWords } from '../../src/i18n/inquiry/inquiry.ts';
import { mails } from '../../src/i18n/mail/mails.ts';
import { formatDay } from '../../src/i18n/moment.ts';
import type { LetterKind } from '../access/ports.ts';
import type { Block, MailText } from './mail-layout.ts';
import type { LetterFacts, LetterPorts } from './ports.ts';

/** The mails of a thread. */
type InquiryMailKind = Extract<LetterKind, `${string}_${'buyer' | 'seller'}`>;

/** What an offer's mail tells of it. */
export type MailedOffer = Pick<Offer, 'subtotal' | 'shipping' | 'valid_until'> & {
  lines: Pick<Offer['lines'][number], 'title' | 'variant' | 'qty' | 'unit_price' | 'line_total'>[];
};

/** The mails of a thread: the words of one party to the other, quoted, never in a header. */
export async function inquiryLetter(
  { signer, settings }: LetterPorts,
  { kind, detail, known }: LetterFacts<InquiryMailKind>,
): Promise<MailText> {
  const said = (name: string) => (detail[name] === undefined ? undefined : String(detail[name]));
  const toBuyer = kind.endsWith('_buyer');
  const locale = said('locale') === 'en' ? 'en' : 'id';
  const t = inquiryMails[locale];
  const code = said('code') ?? '';
  const facts = { code, shop: said('shop') ?? '', buyer: said('buyer') ?? '', title: said('title') };
  const words = t[kind];
  const key = toBuyer ? `?e=${await signer.sign(inquiryMailKey(code))}` : '';
  const phone = said('phone');
  const text = said('text');
  const replyTo = said('email');
  const offer = said('offer');
  const blocks: Block[] = [
    {
      lines: [
        t.greeting(known ? (toBuyer ? facts.buyer : facts.shop) : undefined),
        ...words.lines(facts),
        ...(text && !known ? [mails[locale].onThePage] : []),
      ],
    },
    ...(text && known ? [{ lines: text.split('\n').map((line) => `> ${line}`) }] : []),
    ...(offer ? offerBlocks(JSON.parse(offer), locale, known) : []),
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
  return { locale, subject: words.subject(facts), blocks, ...(replyTo && { replyTo }) };
}

/** What is offered and until when; titles are the seller's own words. */
function offerBlocks(
  { lines, subtotal, shipping, valid_until }: MailedOffer,
  locale: Locale,
  known: boolean,
): Block[] {
  const words = inquiryWords[locale];
  const lastDay = new Date(Date.parse(valid_until) - 1);
  return [
    ...(known
      ? [
          {
            rows: lines.map(({ title, variant, qty, unit_price, line_total }): [string, string] => [
              `${title}${variant ? ` (${variant})` : ''}, ${qty} × ${formatRupiah(unit_price)}`,
              formatRupiah(line_total),
            ]),
          },
        ]
      : []),
    {
      rows: [
        [words.subtotal, formatRupiah(subtotal)],
        [words.shipping, formatRupiah(shipping)],
        [words.total, formatRupiah(subtotal + shipping)],
      ],
      lines: [words.offerUntil(formatDay(lastDay, locale))],
    },
  ];
}
