import { formatRupiah } from '../../src/domain/money.ts';
import { type Order, orderTotal, type SellerOrder } from '../../src/domain/ordering/order.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { countryName } from '../../src/i18n/countries.ts';
import { mails } from '../../src/i18n/mail/mails.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { paymentMethods } from '../../src/i18n/payment/payment-methods.ts';
import type { Settings } from '../http/ports.ts';
import { type Block, oneLine, toHtml, toText } from './mail-layout.ts';
import { lifeMail } from './order-changed-mail.ts';
import type { Email, OutboxRow } from './ports.ts';

/** What a mail needs besides the order. */
export interface MailFacts {
  /** The name of a Kemendagri code. */
  placeName: (code: string) => string;
  /** The seller's signed link to the seller order, absolute. */
  sellerUrl?: string;
}

/**
 * The mail of an outbox row, in the order's language for the buyer and in Indonesian for seller and operator.
 * The Message-ID comes from the row, so that a mail that went out twice is seen as one.
 */
export function composeMail(
  row: OutboxRow,
  order: Order,
  settings: Pick<Settings, 'mailFrom' | 'origin'>,
  { placeName, sellerUrl }: MailFacts,
): Email {
  const sellerOrder = order.seller_orders.find(({ code }) => code === row.seller_order);
  const toBuyer = row.kind.endsWith('_buyer');
  const locale = toBuyer ? order.locale : 'id';
  const { subject, blocks } =
    row.kind === 'order_placed_buyer' || !sellerOrder
      ? buyerMail(order, settings.origin, placeName)
      : row.kind === 'order_placed_seller'
        ? sellerMail(order, sellerOrder, placeName, sellerUrl)
        : lifeMail(row, order, sellerOrder, {
            url: toBuyer
              ? `${settings.origin}/pesanan/${order.token}`
              : row.kind.endsWith('_operator')
                ? `${settings.origin}/kelola/pesanan/${sellerOrder.code}`
                : sellerUrl,
            address: addressLines(order, placeName, 'id'),
          });
  const footer = mails[locale].sampleFooter;
  const host = settings.mailFrom.split('@').pop()!.replace('>', '');
  return {
    from: settings.mailFrom,
    to: row.to_address,
    ...(row.kind.endsWith('_seller') && order.buyer.email && { replyTo: order.buyer.email }),
    subject: oneLine(subject),
    text: toText(blocks, footer),
    html: toHtml(subject, blocks, footer, locale),
    messageId: `<order-${order.code.toLowerCase()}-${row.id}@${host}>`,
  };
}

function itemRows(sellerOrder: SellerOrder, pieces: string): [string, string][] {
  return sellerOrder.lines.map((line) => [
    `${line.title}${line.variant ? ` (${line.variant})` : ''} ${pieces} ${line.qty}`,
    formatRupiah(line.line_total),
  ]);
}

function amountRows(sellerOrder: SellerOrder, locale: Order['locale']): [string, string][] {
  const words = mails[locale];
  return [
    [words.subtotal, formatRupiah(sellerOrder.subtotal)],
    [
      `${words.shipping}${sellerOrder.shipping_name ? ` (${sellerOrder.shipping_name})` : ''}`,
      sellerOrder.shipping === undefined ? words.shippingQuoted : formatRupiah(sellerOrder.shipping),
    ],
    ...(sellerOrder.unique_code
      ? [[words.uniqueCode, formatRupiah(-sellerOrder.unique_code)] as [string, string]]
      : []),
    [sellerOrder.shipping === undefined ? words.totalSoFar : words.total, formatRupiah(sellerOrder.total)],
    [words.pay, paymentMethods[locale][sellerOrder.payment_method] ?? sellerOrder.payment_method],
  ];
}

function addressLines(
  { buyer, ship_to }: Order,
  placeName: (code: string) => string,
  locale: Order['locale'],
): string[] {
  return [
    `${ship_to.name ?? buyer.name} (${ship_to.phone ?? buyer.phone})`,
    ship_to.address,
    [
      ship_to.village,
      ship_to.district && placeName(ship_to.district),
      ship_to.region && placeName(ship_to.region),
    ]
      .filter(Boolean)
      .join(', '),
    [
      ship_to.city,
      ship_to.postal_code,
      ship_to.country === 'ID' ? undefined : countryName(ship_to.country, locale),
    ]
      .filter(Boolean)
      .join(' '),
  ].filter((line): line is string => Boolean(line));
}

function sellerMail(
  order: Order,
  sellerOrder: SellerOrder,
  placeName: (code: string) => string,
  sellerUrl?: string,
) {
  const words = mails.id;
  const next =
    sellerOrder.status === 'awaiting_shipping'
      ? words.nextForSeller.awaiting_shipping
      : words.nextForSeller[sellerOrder.payment_method as 'transfer'];
  const text = words.whatsappBuyerText(order.buyer.name, sellerOrder.code, sellerOrder.seller_name);
  const notes = [sellerOrder.note, order.note].filter(Boolean);
  const blocks: Block[] = [
    {
      lines: [words.greeting(sellerOrder.seller_name), words.sellerIntro(order.buyer.name, sellerOrder.code)],
    },
    { heading: words.items, rows: itemRows(sellerOrder, words.pieces) },
    { rows: amountRows(sellerOrder, 'id') },
    { lines: [next], ...(sellerUrl && { link: { label: words.openOrder, url: sellerUrl } }) },
    { heading: words.shipTo, lines: addressLines(order, placeName, 'id') },
    ...(notes.length ? [{ heading: words.note, lines: notes }] : []),
    { link: { label: words.whatsappBuyer, url: whatsappLink(order.buyer.phone, text) } },
  ];
  return { subject: words.sellerSubject(sellerOrder.code, formatRupiah(sellerOrder.total)), blocks };
}

function buyerMail(order: Order, origin: string, placeName: (code: string) => string) {
  const words = mails[order.locale];
  const blocks: Block[] = [
    { lines: [words.greeting(order.buyer.name), words.buyerIntro(order.code, order.seller_orders.length)] },
    ...order.seller_orders.flatMap((sellerOrder): Block[] => [
      {
        heading: `${sellerOrder.seller_name}, ${sellerOrder.code}`,
        rows: itemRows(sellerOrder, words.pieces),
      },
      {
        rows: amountRows(sellerOrder, order.locale),
        lines:
          sellerOrder.payment_method === 'cod'
            ? [words.cod]
            : sellerOrder.expires_at
              ? [
                  (sellerOrder.shipping === undefined ? words.quoteBefore : words.payBefore)(
                    formatMoment(sellerOrder.expires_at, order.locale),
                  ),
                ]
              : [],
      },
    ]),
    ...(order.seller_orders.length > 1
      ? [{ rows: [[words.total, formatRupiah(orderTotal(order))]] as [string, string][] }]
      : []),
    { link: { label: words.openOrder, url: `${origin}/pesanan/${order.token}` } },
    { lines: [words.payOnlyHere] },
    { heading: words.shipTo, lines: addressLines(order, placeName, order.locale) },
  ];
  return { subject: words.buyerSubject(order.code), blocks };
}
