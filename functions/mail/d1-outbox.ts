import { d1MailRows } from './d1-mail-rows.ts';
import type { Outbox, OutboxRow } from './ports.ts';

/** The outbox in D1: mails that belong to an order. */
export function d1Outbox(db: D1Database): Outbox {
  return d1MailRows<OutboxRow>(db, 'outbox', [
    'id',
    'kind',
    'order_id',
    'seller_order',
    'to_address',
    'created_at',
    'attempts',
    'detail',
  ]);
}
