import type { CatalogReader, Clock, EmailSender, OrderStore, Outbox, OutboxRow, Settings } from '../ports.ts';
import type { Signer } from '../ports-order-life.ts';
import { composeMail } from './compose-mail.ts';
import { sellerLink } from './seller-link.ts';
import { sendDue } from './send-due.ts';

interface Dependencies {
  outbox: Outbox;
  orders: Pick<OrderStore, 'byId'>;
  catalog: Pick<CatalogReader, 'regionNames'>;
  email: EmailSender;
  signer: Signer;
  clock: Clock;
  settings: Pick<Settings, 'mailFrom' | 'origin'>;
}

/**
 * Sends what is due in the outbox. Returns how many were accepted and how many must be tried again.
 * @param orderToken only this order's mails, right after it was placed
 */
export async function deliverMails(
  { outbox, orders, catalog, email, signer, clock, settings }: Dependencies,
  orderToken?: string,
): Promise<{ sent: number; failed: number }> {
  const claim: Outbox['claim'] = (options) => outbox.claim({ ...options, ...(orderToken && { orderToken }) });
  return sendDue({ email, clock }, { ...outbox, claim }, compose);

  async function compose(row: OutboxRow) {
    const order = await orders.byId(row.order_id);
    if (!order) throw new Error(`outbox row ${row.id} belongs to no order`);
    const { region, district } = order.ship_to;
    const names = await catalog.regionNames([region ?? '', district ?? '']);
    // Only the seller's own mails carry the key to the seller's page.
    const link =
      row.seller_order && row.kind.endsWith('_seller')
        ? await sellerLink(signer, row.seller_order, new Date(row.created_at))
        : undefined;
    return composeMail(row, order, settings, {
      placeName: (code) => names.get(code) ?? code,
      ...(link && { sellerUrl: `${settings.origin}${link}` }),
    });
  }
}
