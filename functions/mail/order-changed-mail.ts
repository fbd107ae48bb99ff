import { findCourier } from '../../src/domain/fulfilment/couriers.ts';
import type { MailEvent } from '../../src/domain/fulfilment/order-mails.ts';
import { formatRupiah } from '../../src/domain/money.ts';
import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import { PAYMENT_METHODS } from '../../src/domain/payment/payment.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { orderLife } from '../../src/i18n/fulfilment/order-life.ts';
import { lifeMails } from '../../src/i18n/mail/life-mails.ts';
import { mails } from '../../src/i18n/mail/mails.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { paymentMethods } from '../../src/i18n/payment/payment-methods.ts';
import { told } from '../../src/i18n/told.ts';
import type { Block, MailText } from './mail-layout.ts';
import { addressLines, type OrderReader } from './order-placed-mail.ts';
import type { MailRow } from './ports.ts';

/** A number as couriers give them. What is none could be a text, which no stranger is sent. */
const TRACKING_NUMBER = /^(?=.*\d)[A-Z0-9-]{5,30}$/i;

export function isMailEvent(kind: string): kind is MailEvent {
  return Object.hasOwn(lifeMails.id.events, kind);
}

/**
 * A mail about what happened to a seller order after it was placed. What it tells comes from the row, as it was
 * then: the order may have moved on before a mail gets out.
 */
export function orderChangedMail(
  row: MailRow & { kind: MailEvent },
  order: Order,
  sellerOrder: SellerOrder,
  { known, placeName, url }: OrderReader,
): MailText {
  const toBuyer = row.kind.endsWith('_buyer');
  const toSeller = row.kind.endsWith('_seller');
  const locale = toBuyer ? order.locale : 'id';
  const words = lifeMails[locale];
  const sentences = words.events[row.kind];
  const detail: Record<string, string | number> = row.detail ? JSON.parse(row.detail) : {};
  const said = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : undefined);
  const moment = (name: string) => {
    const value = said(name);
    return value === undefined ? undefined : formatMoment(value, locale);
  };
  const amount =
    typeof detail.amount === 'number' ? formatRupiah(detail.amount) : formatRupiah(sellerOrder.total);
  const facts = { code: sellerOrder.code, shop: sellerOrder.seller_name, buyer: order.buyer.name, amount };
  const typed = (text: string | undefined) => (known ? text : undefined);
  const complaint = said('complaint');
  const reason = said('reason');
  const by = row.kind.startsWith('cancelled_') ? said('by') : undefined;
  const method = PAYMENT_METHODS.find((each) => each === said('method'));
  const courier = said('courier');
  const published = courier === undefined ? undefined : findCourier(courier);
  const tracking = said('tracking');
  const page = published?.tracking;
  const rows: [string, string][] = [
    ...pair(words.courier, known ? courier : published?.name),
    ...pair(words.tracking, known || TRACKING_NUMBER.test(tracking ?? '') ? tracking : undefined),
    ...pair(
      words.complaint,
      complaint && (orderLife[locale].complaintReasons[complaint] ?? typed(complaint)),
    ),
    ...pair(words.by, by && orderLife[locale].actors[by]),
    ...pair(words.reason, reason && (told(orderLife[locale].knownReasons, reason) ?? typed(reason))),
    ...pair(words.payment, method && paymentMethods[locale][method]),
    ...pair(words.reference, typed(said('reference'))),
    ...pair(words.deadline, moment('deadline')),
    ...pair(words.shipBy, moment('ship_by')),
  ];
  const text = said('text');
  const greeted = toSeller ? facts.shop : toBuyer ? typed(facts.buyer) : words.operator;
  const goods = sellerOrder.lines.map(
    (line) => `${line.qty} × ${line.title}${line.variant ? ` (${line.variant})` : ''}`,
  );
  const blocks: Block[] = [
    { lines: [words.greeting(greeted), ...sentences.lines(facts)] },
    ...(rows.length ? [{ rows }] : []),
    ...(text ? [{ lines: [known ? `“${text}”` : mails[locale].onThePage] }] : []),
    ...(page ? [{ link: { label: words.track, url: page } }] : []),
    ...(known ? [{ heading: words.goods, lines: goods }] : []),
    { link: { label: words.openOrder, url } },
    ...(toSeller
      ? [
          {
            link: {
              label: words.tellBuyer,
              url: whatsappLink(order.buyer.phone, words.tellBuyerText(facts)),
            },
          },
        ]
      : []),
    ...(['paid_seller', 'contact_changed_seller'].includes(row.kind)
      ? [{ heading: words.shipTo, lines: addressLines(order, placeName, 'id') }]
      : []),
  ];
  return {
    subject: sentences.subject(facts),
    blocks,
    locale,
    ...(toSeller && order.buyer.email && { replyTo: order.buyer.email }),
  };
}

function pair(label: string, value: string | undefined): [string, string][] {
  return value ? [[label, value]] : [];
}
