import { mails } from '../../src/i18n/mail/mails.ts';
import type { LinkEpochs } from '../access/ports.ts';
import { sellerLink } from '../fulfilment/mailed-order-link.ts';
import type { Settings } from '../http/ports.ts';
import { orderMailKey } from '../ordering/confirm-by-order.ts';
import type { Order, OrderStore } from '../ordering/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import { isLetter, letterText } from './letters.ts';
import { type MailText, oneLine, toHtml, toText } from './mail-layout.ts';
import { isMailEvent, orderChangedMail } from './order-changed-mail.ts';
import { type OrderReader, orderPlacedToBuyer, orderPlacedToSeller } from './order-placed-mail.ts';
import type { Email, LetterPorts, MailRow } from './ports.ts';

export interface ComposePorts extends LetterPorts {
  orders: Pick<OrderStore, 'byIds'>;
  catalog: Pick<CatalogReader, 'regionNames' | 'sellers'>;
  linkEpochs: LinkEpochs;
  settings: Pick<Settings, 'mailFrom' | 'origin' | 'sample'>;
}

/**
 * Composes the mails of a claim, whose orders are read at once. Each is composed on its own: one that can't be throws,
 * and no other does.
 * @param isKnown false for a buyer's address that nobody has confirmed: that mail holds nothing that a person typed
 */
export async function composing(
  ports: ComposePorts,
  rows: MailRow[],
  isKnown: (row: MailRow) => boolean,
): Promise<(row: MailRow) => Promise<Email>> {
  const { orders, catalog, signer, settings } = ports;
  const read = async (ids: number[]) => {
    const found = await orders.byIds(ids);
    const codes = [...found.values()].flatMap(({ ship_to }) => [
      ship_to.region ?? '',
      ship_to.district ?? '',
    ]);
    return { found, names: await catalog.regionNames([...new Set(codes)]) };
  };
  const ids = new Set(rows.flatMap(({ order_id }) => order_id ?? []));
  // One order that can't be read fails them all here; then each is read by itself.
  const together = await read([...ids]).catch(() => undefined);
  const host = settings.mailFrom.split('@').pop()!.replace('>', '');

  async function orderText(row: MailRow, order: Order, names: Map<string, string>): Promise<MailText> {
    const known = isKnown(row);
    const toBuyer = row.kind.endsWith('_buyer');
    const key = known ? '' : `?e=${await signer.sign(orderMailKey(order.token, row.to_address))}`;
    const reader = (path: string): OrderReader => ({
      known,
      placeName: (code) => names.get(code) ?? code,
      url: `${settings.origin}${path}`,
    });
    const buyersPath = `/pesanan/${order.token}${key}`;
    if (row.kind === 'order_placed_buyer') return orderPlacedToBuyer(order, reader(buyersPath));
    const sellerOrder = order.seller_orders.find(({ code }) => code === row.seller_order);
    if (!sellerOrder) throw new Error('a mail about no seller order');
    const path = toBuyer
      ? buyersPath
      : row.kind.endsWith('_operator')
        ? `/kelola/pesanan/${sellerOrder.code}`
        : await sellerLink(ports, sellerOrder, new Date(row.created_at));
    if (row.kind === 'order_placed_seller') return orderPlacedToSeller(order, sellerOrder, reader(path));
    if (isMailEvent(row.kind))
      return orderChangedMail({ ...row, kind: row.kind }, order, sellerOrder, reader(path));
    throw new Error('no words for this kind of mail');
  }

  return async (row) => {
    let text: MailText;
    let id: string;
    if (row.order_id !== null) {
      const { found, names } = together ?? (await read([row.order_id]));
      const order = found.get(row.order_id);
      if (!order) throw new Error('a mail about no order');
      text = await orderText(row, order, names);
      // The Message-ID comes from the row, so that a mail that went out twice is seen as one.
      id = `order-${order.code.toLowerCase()}-${row.id}`;
    } else {
      if (!isLetter(row.kind)) throw new Error('no words for this kind of mail');
      text = await letterText(ports, row.kind, row, isKnown(row));
      id = `letter-${row.id}-${Date.parse(row.created_at).toString(36)}`;
    }
    const { locale, blocks, replyTo } = text;
    const footer = mails[locale].footer(settings.sample);
    return {
      from: settings.mailFrom,
      to: row.to_address,
      ...(replyTo && { replyTo }),
      subject: oneLine(text.subject),
      text: toText(blocks, footer),
      html: toHtml(text.subject, blocks, footer, locale),
      messageId: `<${id}@${host}>`,
    };
  };
}
