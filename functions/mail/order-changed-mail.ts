import { findCourier } from '../../src/domain/fulfilment/couriers.ts';
import type { MailEvent } from '../../src/domain/fulfilment/order-mails.ts';
import { formatRupiah } from '../../src/domain/money.ts';
import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import { whatsappLink } from '../../src/domain/products/whatsapp.ts';
import { orderLife } from '../../src/i18n/fulfilment/order-life.ts';
import { lifeMails } from '../../src/i18n/mail/life-mails.ts';
import { formatMoment } from '../../src/i18n/moment.ts';
import { paymentMethods } from '../../src/i18n/payment/payment-methods.ts';
import type { Block } from './mail-layout.ts';
import type { OutboxRow } from './ports.ts';

/**
 * A mail about what happened to a seller order after it was placed. What it tells comes from the row, as it was
 * then: the order may have moved on before a mail gets out.
 * @param given the reader's page of the order, and where the parcel goes
 */
export function lifeMail(
  row: OutboxRow,
  order: Order,
  sellerOrder: SellerOrder,
  given: { url?: string; address: string[] },
): { subject: string; blocks: Block[] } {
  const toBuyer = row.kind.endsWith('_buyer');
  const locale = toBuyer ? order.locale : 'id';
  const words = lifeMails[locale];
  const sentences = words.events[row.kind as MailEvent];
  if (!sentences) throw new Error(`no words for a mail of kind ${row.kind}`);
  const detail: Record<string, string | number> = row.detail ? JSON.parse(row.detail) : {};
  const said = (name: string) => (typeof detail[name] === 'string' ? (detail[name] as string) : undefined);
  const moment = (name: string) => {
    const value = said(name);
    return value === undefined ? undefined : formatMoment(value, locale);
  };
  const amount =
    typeof detail.amount === 'number' ? formatRupiah(detail.amount) : formatRupiah(sellerOrder.total);
  const facts = { code: sellerOrder.code, shop: sellerOrder.seller_name, buyer: order.buyer.name, amount };
  const complaint = said('complaint');
  const reason = said('reason');
  const by = row.kind.startsWith('cancelled_') ? said('by') : undefined;
  const method = said('method');
  const courier = said('courier');
  const page = courier && findCourier(courier)?.tracking;
  const rows: [string, string][] = [
    ...pair(words.courier, courier),
    ...pair(words.tracking, said('tracking')),
    ...pair(words.complaint, complaint && (orderLife[locale].complaintReasons[complaint] ?? complaint)),
    ...pair(words.by, by && orderLife[locale].actors[by]),
    ...pair(words.reason, reason && (orderLife[locale].knownReasons[reason] ?? reason)),
    ...pair(words.payment, method && (paymentMethods[locale][method] ?? method)),
    ...pair(words.reference, said('reference')),
    ...pair(words.deadline, moment('deadline')),
    ...pair(words.shipBy, moment('ship_by')),
  ];
  const text = said('text');
  const greeted = row.kind.endsWith('_seller') ? facts.shop : toBuyer ? facts.buyer : words.operator;
  const goods = sellerOrder.lines.map(
    (line) => `${line.qty} × ${line.title}${line.variant ? ` (${line.variant})` : ''}`,
  );
  const blocks: Block[] = [
    { lines: [words.greeting(greeted), ...sentences.lines(facts)] },
    ...(rows.length ? [{ rows }] : []),
    ...(text ? [{ lines: [`“${text}”`] }] : []),
    ...(page ? [{ link: { label: words.track, url: page } }] : []),
    { heading: words.goods, lines: goods },
    ...(given.url ? [{ link: { label: words.openOrder, url: given.url } }] : []),
    ...(row.kind.endsWith('_seller')
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
      ? [{ heading: words.shipTo, lines: given.address }]
      : []),
  ];
  return { subject: sentences.subject(facts), blocks };
}

function pair(label: string, value: string | undefined): [string, string][] {
  return value ? [[label, value]] : [];
}
