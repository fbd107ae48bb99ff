import type { CatalogReader, Clock, EmailSender, OrderStore, Outbox, OutboxRow, Settings } from '../ports.ts';
import type { Signer } from '../ports-order-life.ts';
import { composeMail } from './compose-mail.ts';
import { sellerLink } from './seller-link.ts';

/** Mails in one claim; a run claims again until nothing is due. */
const CLAIM_LIMIT = 20;
/** Longer than sending one claim may take, even when the server lets every mail time out. */
const LEASE_SECONDS = 120;
const MAX_RUNS = 25;

const MINUTE = 60_000;
const FIRST_QUARTER = 15 * MINUTE;
const LONGEST_WAIT = 60 * MINUTE;

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
 * When a mail that was not accepted is tried again: within a minute in the first quarter of an hour, then
 * ever more rarely, at least once an hour, until it is accepted.
 * @param ageMs how long ago the mail was written, in milliseconds
 */
export function retryDelay(ageMs: number): number {
  if (ageMs < FIRST_QUARTER) return MINUTE / 4;
  return Math.min(LONGEST_WAIT, Math.max(2 * MINUTE, ageMs / 4));
}

/**
 * Sends what is due in the outbox. Returns how many were accepted and how many must be tried again.
 * @param orderToken only this order's mails, right after it was placed
 */
export async function deliverMails(
  { outbox, orders, catalog, email, signer, clock, settings }: Dependencies,
  orderToken?: string,
): Promise<{ sent: number; failed: number }> {
  let sent = 0;
  let failed = 0;
  for (let run = 0; run < MAX_RUNS; run += 1) {
    const rows = await outbox.claim({
      now: clock.now(),
      limit: CLAIM_LIMIT,
      leaseSeconds: LEASE_SECONDS,
      ...(orderToken && { orderToken }),
    });
    if (!rows.length) break;
    const mails = await Promise.all(rows.map((row) => compose(row)));
    const results = await email.send(mails);
    for (const [index, row] of rows.entries()) {
      const result = results[index]!;
      const now = clock.now();
      if (result.ok) {
        sent += 1;
        await outbox.sent(row.id, now);
      } else {
        failed += 1;
        const age = now.getTime() - Date.parse(row.created_at);
        await outbox.failed(row.id, result.error, new Date(now.getTime() + retryDelay(age)));
      }
    }
    if (failed) break;
  }
  return { sent, failed };

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
