import { formatRupiah } from '../../src/domain/money.ts';
import { type Order, orderTotal, type SellerOrder } from '../../src/domain/order.ts';
import { whatsappLink } from '../../src/domain/whatsapp.ts';
import { mails } from '../../src/i18n/mails.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { paymentMethods } from '../../src/i18n/payment-methods.ts';
import type { Email, OutboxRow, Settings } from '../ports.ts';

interface Block {
  heading?: string;
  lines?: string[];
  rows?: [string, string][];
  link?: { label: string; url: string };
}

/** Escapes a text for HTML text and double-quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** One line of plain text: control characters, line breaks among them, become spaces. */
function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}

/**
 * The mail of an outbox row, in the order's language for the buyer and in Indonesian for the seller. The
 * Message-ID comes from the row, so that a mail that went out twice is seen as one.
 * @param placeName the name of a Kemendagri code
 */
export function composeMail(
  row: OutboxRow,
  order: Order,
  settings: Pick<Settings, 'mailFrom' | 'origin'>,
  placeName: (code: string) => string,
): Email {
  const sellerOrder = order.seller_orders.find(({ code }) => code === row.seller_order);
  const { subject, blocks } = sellerOrder
    ? sellerMail(order, sellerOrder, placeName)
    : buyerMail(order, settings.origin, placeName);
  const footer = mails[sellerOrder ? 'id' : order.locale].sampleFooter;
  const host = settings.mailFrom.split('@').pop()!.replace('>', '');
  return {
    from: settings.mailFrom,
    to: row.to_address,
    ...(sellerOrder && order.buyer.email && { replyTo: order.buyer.email }),
    subject: oneLine(subject),
    text: toText(blocks, footer),
    html: toHtml(subject, blocks, footer, sellerOrder ? 'id' : order.locale),
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
    [words.total, formatRupiah(sellerOrder.total)],
    [words.pay, paymentMethods[locale][sellerOrder.payment_method] ?? sellerOrder.payment_method],
  ];
}

function addressLines({ buyer, ship_to }: Order, placeName: (code: string) => string): string[] {
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
    [ship_to.city, ship_to.postal_code, ship_to.country === 'ID' ? undefined : ship_to.country]
      .filter(Boolean)
      .join(' '),
  ].filter((line): line is string => Boolean(line));
}

function sellerMail(order: Order, sellerOrder: SellerOrder, placeName: (code: string) => string) {
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
    { lines: [next] },
    { heading: words.shipTo, lines: addressLines(order, placeName) },
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
              ? [words.payBefore(formatMoment(sellerOrder.expires_at, order.locale))]
              : [],
      },
    ]),
    ...(order.seller_orders.length > 1
      ? [{ rows: [[words.total, formatRupiah(orderTotal(order))]] as [string, string][] }]
      : []),
    { link: { label: words.openOrder, url: `${origin}/pesanan/${order.token}` } },
    { lines: [words.payOnlyHere] },
    { heading: words.shipTo, lines: addressLines(order, placeName) },
  ];
  return { subject: words.buyerSubject(order.code), blocks };
}

function toText(blocks: Block[], footer: string): string {
  const parts = blocks.map(({ heading, lines = [], rows = [], link }) =>
    [
      ...(heading ? [heading.toUpperCase()] : []),
      ...rows.map(([label, value]) => `${label}: ${value}`),
      ...lines,
      ...(link ? [`${link.label}:`, link.url] : []),
    ].join('\n'),
  );
  return `${[...parts, `-- \n${footer}`].filter(Boolean).join('\n\n')}\n`;
}

// A mail client knows no stylesheet of ours, so these attributes are a mail's only way to look like the mall.
const PARAGRAPH = 'margin:0 0 8px';
const CELL = 'padding:4px 0;vertical-align:top';

function toHtml(subject: string, blocks: Block[], footer: string, locale: Order['locale']): string {
  const body = blocks
    .map(({ heading, lines = [], rows = [], link }) => {
      const table = rows
        .map(
          ([label, value]) =>
            `<tr><td style="${CELL}">${escapeHtml(label)}</td><td align="right" style="${CELL};padding-left:12px;white-space:nowrap"><b>${escapeHtml(value)}</b></td></tr>`,
        )
        .join('');
      return [
        heading ? `<h2 style="font-size:16px;margin:20px 0 6px">${escapeHtml(heading)}</h2>` : '',
        table
          ? `<table role="presentation" width="100%" style="border-collapse:collapse">${table}</table>`
          : '',
        ...lines.map((line) => `<p style="${PARAGRAPH}">${escapeHtml(line)}</p>`),
        link
          ? `<p style="margin:16px 0"><a href="${escapeHtml(link.url)}" style="display:inline-block;background:#5b1f2b;color:#ffffff;text-decoration:none;padding:12px 18px;border-radius:4px">${escapeHtml(link.label)}</a></p>`
          : '',
      ].join('');
    })
    .join('');
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head><body style="margin:0;background:#f6f0e4;color:#2b2018;font:16px/1.5 sans-serif"><div style="max-width:560px;margin:0 auto;padding:20px;background:#fffdf8">${body}<p style="margin:24px 0 0;color:#6b5a4a;font-size:13px">${escapeHtml(footer)}</p></div></body></html>`;
}
