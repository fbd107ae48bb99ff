import type { LinkEpochs, Signer } from '../access/ports.ts';
import { sellerLink } from '../fulfilment/mailed-order-link.ts';
import type { Clock, Settings } from '../http/ports.ts';
import type { Order, OrderStore } from '../ordering/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import { composeMail } from './order-placed-mail.ts';
import type { EmailSender, Outbox, OutboxRow } from './ports.ts';
import { sendDue } from './send-due.ts';

interface Dependencies {
  outbox: Outbox;
  orders: Pick<OrderStore, 'byIds'>;
  catalog: Pick<CatalogReader, 'regionNames' | 'sellers'>;
  email: EmailSender;
  signer: Signer;
  linkEpochs: LinkEpochs;
  clock: Clock;
  settings: Pick<Settings, 'mailFrom' | 'origin'>;
}

/** Sends what is due in the outbox. Returns how many were accepted and how many must be tried again. */
export async function deliverMails({
  outbox,
  orders,
  catalog,
  email,
  signer,
  linkEpochs,
  clock,
  settings,
}: Dependencies): Promise<{ sent: number; failed: number }> {
  return sendDue({ email, clock }, outbox, async (rows) => {
    const found = await orders.byIds([...new Set(rows.map(({ order_id }) => order_id))]);
    return Promise.all(rows.map((row) => compose(row, found.get(row.order_id))));
  });

  async function compose(row: OutboxRow, order: Order | undefined) {
    if (!order) throw new Error(`outbox row ${row.id} belongs to no order`);
    const { region, district } = order.ship_to;
    const names = await catalog.regionNames([region ?? '', district ?? '']);
    // Only the seller's own mails carry the key to the seller's page.
    const sellerOrder = row.kind.endsWith('_seller')
      ? order.seller_orders.find(({ code }) => code === row.seller_order)
      : undefined;
    const link =
      sellerOrder &&
      (await sellerLink({ signer, linkEpochs, catalog }, sellerOrder, new Date(row.created_at)));
    return composeMail(row, order, settings, {
      placeName: (code) => names.get(code) ?? code,
      ...(link && { sellerUrl: `${settings.origin}${link}` }),
    });
  }
}
