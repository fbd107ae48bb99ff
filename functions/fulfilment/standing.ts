import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import { parseOrderCode } from '../../src/domain/ordering/order-code.ts';
import type { PaymentMethod } from '../../src/domain/payment/payment.ts';
import type { RequestError } from '../../src/domain/request-error.ts';
import { entryFault } from '../../src/domain/turnover/ledger.ts';
import type { Clock, Randomness, Settings } from '../http/ports.ts';
import type { OrderStore } from '../ordering/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import { type Parties, partiesOf } from './notices.ts';
import type { ChangeResult, LifeChange, OrderLifeStore, SellerOrderLife } from './ports.ts';

/** What the use cases of an order's life need. */
export interface LifeDependencies {
  orders: Pick<OrderStore, 'byToken' | 'byCode' | 'byCodes' | 'forgetClients'>;
  lives: OrderLifeStore;
  catalog: Pick<CatalogReader, 'skus' | 'sellers' | 'shippingServices'>;
  clock: Clock;
  random: Pick<Randomness, 'bytes'>;
  settings: Pick<Settings, 'operators' | 'gateway'>;
}

/** A seller order as it stands, and who hears of what happens to it. */
export interface Standing {
  order: Order;
  sellerOrder: SellerOrder;
  life: SellerOrderLife;
  method: PaymentMethod;
  complaintOpen: boolean;
  parties: Parties;
}

export interface LifeRefusal {
  ok: false;
  status: 404 | 409 | 422;
  code: string;
  errors?: RequestError[];
}
export type LifeResult = { ok: true; token: string } | LifeRefusal;

export const NOT_FOUND: LifeRefusal = { ok: false, status: 404, code: 'not_found' };
export const NOT_ALLOWED: LifeRefusal = { ok: false, status: 409, code: 'transition_not_allowed' };
/** Nobody would be there to send to. */
export const ERASED: LifeRefusal = { ok: false, status: 409, code: 'order_erased' };

/** One faulty field, by its name and a key of `src/i18n/http/field-errors.ts`. */
export const invalid = (field: string, code: string): LifeRefusal => ({
  ok: false,
  status: 422,
  code: 'invalid',
  errors: [{ pointer: `/${field}`, code }],
});

/** The seller order of a code as it stands; `undefined` for an unknown one. */
export async function standingOf(
  dependencies: Pick<LifeDependencies, 'orders' | 'lives' | 'catalog' | 'settings'>,
  code: string,
): Promise<Standing | undefined> {
  const orderCode = parseOrderCode(code);
  const order = orderCode && (await dependencies.orders.byCode(orderCode));
  return order ? standingIn(dependencies, order, code) : undefined;
}

/** Seller orders as they stand, many in as many statements as one takes; unknown codes are left out. */
export async function standingsOf(
  dependencies: Pick<LifeDependencies, 'orders' | 'lives' | 'catalog' | 'settings'>,
  codes: string[],
): Promise<Map<string, Standing>> {
  const orderCodes = new Set(codes.flatMap((code) => parseOrderCode(code) ?? []));
  const orders = await dependencies.orders.byCodes([...orderCodes]);
  return standingsIn(
    dependencies,
    codes.flatMap((code) => {
      const order = orders.get(parseOrderCode(code) ?? '');
      return order ? [{ order, code }] : [];
    }),
  );
}

/** A seller order as it stands, found by its code within one order only: a buyer's token shows no other order's. */
export async function standingIn(
  dependencies: Pick<LifeDependencies, 'lives' | 'catalog' | 'settings'>,
  order: Order,
  code: string,
): Promise<Standing | undefined> {
  return (await standingsIn(dependencies, [{ order, code }])).get(code);
}

async function standingsIn(
  { lives, catalog, settings }: Pick<LifeDependencies, 'lives' | 'catalog' | 'settings'>,
  wanted: { order: Order; code: string }[],
): Promise<Map<string, Standing>> {
  const parts = wanted.flatMap(({ order, code }) => {
    const sellerOrder = order.seller_orders.find((candidate) => candidate.code === code);
    return sellerOrder ? [{ order, sellerOrder }] : [];
  });
  if (!parts.length) return new Map();
  const [found, sellers] = await Promise.all([
    lives.lives(parts.map(({ sellerOrder }) => sellerOrder.code)),
    catalog.sellers([...new Set(parts.map(({ sellerOrder }) => sellerOrder.seller))]),
  ]);
  return new Map(
    parts.map(({ order, sellerOrder }) => {
      const life = found.get(sellerOrder.code);
      if (!life) throw new Error('a seller order has no life');
      const standing: Standing = {
        order,
        sellerOrder,
        life,
        method: sellerOrder.payment_method,
        complaintOpen: life.complaint !== undefined && life.complaint.closed_at === undefined,
        parties: partiesOf(order, sellerOrder, sellers, settings.operators),
      };
      return [sellerOrder.code, standing];
    }),
  );
}

/**
 * Writes a change that was decided on this standing, and says what became of it. Order and life are read one after
 * the other; where somebody changed it between the two, the change was decided on something that never was.
 */
export async function write(
  lives: OrderLifeStore,
  { order, sellerOrder, life }: Standing,
  change: Omit<LifeChange, 'code' | 'expected'>,
): Promise<LifeResult> {
  const faults = (change.ledger ?? []).flatMap((entry) => entryFault(entry) ?? []);
  if (faults.length) return invalid('amount', `entry_${faults[0]}`);
  const result: ChangeResult =
    sellerOrder.version === life.version
      ? await lives.change({ code: life.code, expected: life, ...change })
      : 'conflict';
  switch (result) {
    case 'done':
      return { ok: true, token: order.token };
    case 'conflict':
      return { ok: false, status: 409, code: 'conflict' };
    case 'out_of_stock':
      return { ok: false, status: 409, code: 'out_of_stock' };
  }
}

/** Whether a seller order goes by courier: what is fetched or handed over has no tracking number. */
export async function needsParcel(
  catalog: Pick<CatalogReader, 'shippingServices'>,
  { shipping_service }: Pick<SellerOrder, 'shipping_service'>,
): Promise<boolean> {
  const services = await catalog.shippingServices();
  // A fee that the seller quoted has no service, and is for a parcel.
  return (services.find(({ id }) => id === shipping_service)?.kind ?? 'courier') === 'courier';
}
