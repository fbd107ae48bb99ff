import type { Miniflare } from 'miniflare';
import { formatOrderCode } from '../../src/domain/ordering/order-code.ts';

type Database = Awaited<ReturnType<Miniflare['getD1Database']>>;
type Row = Record<string, string | number | null>;

export interface BusySku {
  sku: string;
  seller: string;
  title: string;
  price: number;
  edition: string;
  region: string;
}
export interface BusyYear {
  orders: number;
  visits: number;
  /** Where the orders' numbers begin. */
  start?: number;
  /** Gets a fifth of all orders, questions and booth sales. */
  shop: string;
}

const DAY_MS = 86_400_000;
const CHUNK = 400;
const DESTINATIONS = ['62.71', '33.74', '31.71', '33.26', '35.78', 'SG', 'HK'];

/** A year of trade up to `now`, the same rows for the same moment: written as the mall's own batches write them. */
export async function fillMall(
  mall: Database,
  skus: BusySku[],
  { orders, shop, start = 0 }: BusyYear,
  now: Date,
) {
  const own = skus.filter(({ seller }) => seller === shop);
  const chosen = (index: number) =>
    index % 5 === 0 ? own[(index / 5) % own.length]! : skus[(index * 7919) % skus.length]!;
  const moment = (share: number, hours = 0) =>
    new Date(now.getTime() - share * 365 * DAY_MS + hours * 3_600_000).toISOString();
  const parts = Array.from({ length: orders }, (_, index) => {
    const sku = chosen(index);
    const age = (orders - index) / orders;
    const status = statusOf(index, orders);
    return {
      index,
      sku,
      created: moment(age),
      changed: moment(age, 4),
      status,
      destination: DESTINATIONS[index % 7]!,
    };
  });
  const code = (index: number) => benchCode(start + index);
  await insert(
    mall,
    'orders',
    parts.map(({ index, created, destination }) => ({
      id: start + index + 1_000_000,
      code: code(index),
      token: `token-${start + index}`,
      idempotency_key: `key-${start + index}`,
      body_hash: '',
      locale: 'id',
      created_at: created,
      catalog_version: 'bench',
      buyer_name: `Pembeli ${index}`,
      buyer_phone: `+62812${String(index).padStart(8, '0')}`,
      ship_country: destination.length === 2 ? destination : 'ID',
      ship_region: destination.length === 2 ? null : destination,
      ship_address: 'Jalan Diponegoro 5',
      consent_text: '',
      consent_at: created,
    })),
  );
  await insert(
    mall,
    'seller_orders',
    parts.map(({ index, sku, created, changed, status }) => ({
      code: `${code(index)}-1`,
      order_id: start + index + 1_000_000,
      position: 0,
      seller: sku.seller,
      seller_name: sku.seller,
      status,
      status_at: changed,
      placed_status: 'awaiting_payment',
      expires_at:
        status === 'awaiting_payment' ? new Date(now.getTime() + DAY_MS / 2 + index).toISOString() : null,
      claimed_at: status === 'awaiting_payment' && index % 3 === 0 ? created : null,
      subtotal: sku.price,
      shipping: 20_000,
      shipping_name: 'Reguler',
      weight_grams: 400,
      unique_code: 0,
      total: sku.price + 20_000,
      payment_method: 'transfer',
      payment_details: '{}',
    })),
  );
  await insert(
    mall,
    'order_lines',
    parts.map(({ index, sku }) => ({
      seller_order: `${code(index)}-1`,
      position: 0,
      sku: sku.sku,
      title: sku.title,
      qty: 1,
      unit_price: sku.price,
      line_total: sku.price,
      weight_grams: 400,
      edition: sku.edition,
      takes_stock: 0,
    })),
  );
  const entry = (index: number, kind: string, channel: string, cause: string, at: string, sku?: string) => ({
    kind,
    seller: chosen(index).seller,
    edition: chosen(index).edition,
    channel,
    destination: DESTINATIONS[index % 7]!,
    amount: chosen(index).price,
    occurred_at: at,
    recorded_at: at,
    cause,
    sku: sku ?? null,
    pieces: sku ? 1 : null,
  });
  await insert(
    mall,
    'ledger',
    parts
      .filter(({ status }) => status === 'completed' || status === 'shipped')
      .map(({ index, changed }) => entry(index, 'sale', 'online', `${code(index)}-1`, changed)),
  );
  const tenth = Array.from({ length: Math.round(orders / 5) }, (_, index) => ({
    index,
    sku: chosen(index),
    at: moment((orders / 5 - index) / (orders / 5), -72),
  }));
  await insert(
    mall,
    'booth_sales',
    tenth.map(({ index, sku, at }) => ({
      seller: sku.seller,
      id: `booth-${index}`,
      sku: sku.sku,
      title: sku.title,
      edition: sku.edition,
      qty: 1,
      amount: sku.price,
      occurred_at: at,
      recorded_at: at,
      recorded_by: 'bench@contoh.test',
    })),
  );
  await insert(
    mall,
    'ledger',
    tenth.map(({ index, sku, at }) =>
      entry(index, 'offline_sale', 'booth', `${sku.seller}:booth-${index}`, at, sku.sku),
    ),
  );
  await insert(
    mall,
    'stock_changes',
    tenth.map(({ sku, at }) => ({
      sku: sku.sku,
      seller: sku.seller,
      cause: 'set',
      on_hand: 5,
      made_at: at,
      made_by: 'bench@contoh.test',
    })),
  );
  await insert(
    mall,
    'inquiries',
    tenth.map(({ index, sku, at }) => ({
      code: `T-${index}`,
      buyer_token: `buyer-${index}`,
      seller_token: `seller-${index}`,
      seller: sku.seller,
      seller_name: sku.seller,
      sku: sku.sku,
      title: sku.title,
      buyer_name: `Penanya ${index}`,
      locale: 'id',
      status: index % 50 === 0 ? 'open' : 'answered',
      created_at: at,
      status_at: at,
      first_answer_at: index % 50 === 0 ? null : new Date(Date.parse(at) + 7_200_000).toISOString(),
      consent_text: '',
      consent_at: at,
    })),
  );
  await insert(
    mall,
    'audit',
    tenth.map(({ sku, at }) => ({
      at,
      actor: 'bench@contoh.test',
      action: 'pause_sold_out',
      subject: `sku:${sku.sku}`,
    })),
  );
}

/** A code of the mall's own form: four and four of its digits. */
export function benchCode(number: number): string {
  return formatOrderCode(Uint8Array.from({ length: 8 }, (_, place) => Math.floor(number / 23 ** place) % 23));
}

/** Most orders are over; the last few hundred are under way. */
function statusOf(index: number, orders: number): string {
  if (index > orders - 300) return ['awaiting_payment', 'paid', 'processing', 'shipped'][index % 4]!;
  return index % 20 === 0 ? 'refunded' : index % 10 === 0 ? 'expired' : 'completed';
}

/** A year of visits as their counting sums them, and the searches of its last month. */
export async function fillCounts(counts: Database, skus: BusySku[], { visits }: BusyYear, now: Date) {
  const sums = new Map<string, number>();
  for (let index = 0; index < visits; index += 1) {
    const at = new Date(now.getTime() - (index / visits) * 365 * DAY_MS + 7 * 3_600_000).toISOString();
    const sku = skus[(index * 104_729) % skus.length]!;
    const product = sku.sku.split('/').slice(0, 2).join('/');
    const values = [
      ['all', ''],
      ['product', product],
      ['seller', sku.seller],
      ['edition', sku.edition],
      ['region', sku.region],
    ];
    for (const [kind, value] of values)
      for (const [level, length] of [
        ['minute', 16],
        ['day', 10],
        ['month', 7],
      ] as const) {
        if (level === 'minute' && kind !== 'all') continue;
        const key = [kind, level, at.slice(0, length), value].join('\n');
        sums.set(key, (sums.get(key) ?? 0) + 1);
      }
  }
  await insert(
    counts,
    'visit_sums',
    [...sums].map(([key, views]) => {
      const [kind, level, span, value] = key.split('\n') as [string, string, string, string];
      return { kind, level, span, value, views, visitors: views };
    }),
  );
  const searches = Array.from({ length: 30 * 100 }, (_, index) => ({
    day: new Date(now.getTime() - (index % 30) * DAY_MS).toISOString().slice(0, 10),
    query: `kata ${Math.floor(index / 30)}`,
    searches: 1 + (index % 9),
    found_none: index % 4 === 0 ? 1 : 0,
  }));
  await insert(counts, 'searches', searches);
}

async function insert(db: Database, table: string, rows: Row[]): Promise<void> {
  if (!rows.length) return;
  const columns = Object.keys(rows[0]!);
  const sql = `INSERT INTO ${table} (${columns.join(', ')})
    SELECT ${columns.map((column) => `value ->> '${column}'`).join(', ')} FROM json_each(?1)`;
  for (let from = 0; from < rows.length; from += CHUNK)
    await db
      .prepare(sql)
      .bind(JSON.stringify(rows.slice(from, from + CHUNK)))
      .run();
}
