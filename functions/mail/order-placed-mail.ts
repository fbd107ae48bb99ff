import { formatRupiah } from '../../src/domain/money.ts';
import { type Order, orderTotal, type SellerOrder } from '../../src/domain/ordering/order.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { countryName } from '../../src/i18n/countries.ts';
import { mails } from '../../src/i18n/mail/mails.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { paymentMethods } from '../../src/i18n/payment/payment-methods.ts';
import type { Block, MailText } from './mail-layout.ts';

/** Who reads a mail about an order. */
export interface OrderReader {
  /** False for a buyer's address that nobody has confirmed: then nothing that a person typed is in the mail. */
  known: boolean;
  /** The name of a Kemendagri code. */
  placeName: (code: string) => string;
  /** The reader's own page of the order, absolute. */
  url: string;
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

/** Where a parcel goes, as it is written on a label. */
export function addressLines(
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

/**
 * False where a transfer can't be matched by its amount alone: no code was left that would make it differ. A QRIS
 * payment may go without one.
 */
function isToldApart({ status, payment_method, unique_code }: SellerOrder): boolean {
  return payment_method !== 'transfer' || status !== 'awaiting_payment' || unique_code > 0;
}

/** The mail to a seller who was ordered from. */
export function orderPlacedToSeller(
  order: Order,
  sellerOrder: SellerOrder,
  { placeName, url }: OrderReader,
): MailText {
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
    {
      lines: isToldApart(sellerOrder) ? [next] : [next, words.noUniqueCode],
      link: { label: words.openOrder, url },
    },
    { heading: words.shipTo, lines: addressLines(order, placeName, 'id') },
    ...(notes.length ? [{ heading: words.note, lines: notes }] : []),
    { link: { label: words.whatsappBuyer, url: whatsappLink(order.buyer.phone, text) } },
  ];
  return {
    subject: words.sellerSubject(sellerOrder.code, formatRupiah(sellerOrder.total)),
    blocks,
    locale: 'id',
    ...(order.buyer.email && { replyTo: order.buyer.email }),
  };
}

/** The mail to a buyer who has ordered: of the goods, an address that nobody has confirmed gets the sums only. */
export function orderPlacedToBuyer(order: Order, { known, placeName, url }: OrderReader): MailText {
  const words = mails[order.locale];
  const blocks: Block[] = [
    {
      lines: [
        words.greeting(known ? order.buyer.name : undefined),
        words.buyerIntro(order.code, order.seller_orders.length),
      ],
    },
    ...order.seller_orders.flatMap((sellerOrder): Block[] => [
      {
        heading: `${sellerOrder.seller_name}, ${sellerOrder.code}`,
        rows: known ? itemRows(sellerOrder, words.pieces) : [],
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
    { link: { label: words.openOrder, url: url } },
    { lines: [words.payOnlyHere] },
    ...(known ? [{ heading: words.shipTo, lines: addressLines(order, placeName, order.locale) }] : []),
  ];
  return { subject: words.buyerSubject(order.code), blocks, locale: order.locale };
}
