import type { Actor } from '../../src/domain/fulfilment/order-states.ts';
import type { Order, SellerOrder } from '../../src/domain/ordering/order.ts';
import { parseOrderCode } from '../../src/domain/ordering/order-code.ts';
import type { AttemptCounter, ClosedShops, LinkEpochs, RateLimiter, Signer } from '../access/ports.ts';
import type { Randomness, Settings } from '../http/ports.ts';
import { findOrder } from '../ordering/find-order.ts';
import { type ActionFields, actAsBuyer, type BuyerAction, cancelOrder } from './act-as-buyer.ts';
import { otherMethods } from './change-payment.ts';
import { answerComplaint, decideComplaint, endAsOperator } from './complaints.ts';
import { openSellerLink } from './mailed-order-link.ts';
import { oweByHand, payBackOwed, settleOverRefund } from './pay-back-owed.ts';
import type { SellerOrderLife } from './ports.ts';
import { runOrderClock } from './run-order-clock.ts';
import { type LifeDependencies, type LifeResult, needsParcel } from './standing.ts';
import { type MoveRequest, transitionOrder } from './transition-order.ts';

/** What carrying orders on needs. */
export interface LifePorts extends LifeDependencies {
  attempts: AttemptCounter;
  signer: Signer;
  linkEpochs: LinkEpochs;
  pauses: ClosedShops;
  limiter: RateLimiter;
  random: Randomness;
  settings: Settings;
}

/** The use cases of an order's life after it was placed, as routes and pages call them. */
export function carryOnOrders(ports: LifePorts) {
  const isClosed = async (seller: string) =>
    (await ports.pauses.closed([seller], ports.clock.now())).has(seller);
  return {
    /** The lives of an order's seller orders by their codes. */
    of: (order: Order): Promise<Map<string, SellerOrderLife>> =>
      ports.lives.lives(order.seller_orders.map(({ code }) => code)),

    /** One seller order with its order, and whether it goes by courier; for whoever has shown the right to see it. */
    async bySellerOrder(code: string) {
      const orderCode = parseOrderCode(code);
      const order = orderCode ? await ports.orders.byCode(orderCode) : undefined;
      const sellerOrder = order?.seller_orders.find((candidate) => candidate.code === code);
      if (!order || !sellerOrder) return undefined;
      const life = (await ports.lives.lives([code])).get(code);
      return life && { order, sellerOrder, life, parcel: await needsParcel(ports.catalog, sellerOrder) };
    },

    async asBuyer(
      token: string,
      code: string,
      action: BuyerAction,
      fields: ActionFields,
    ): Promise<LifeResult> {
      const order = action === 'payment-method' ? await ports.orders.byToken(token) : undefined;
      const seller = order?.seller_orders.find((candidate) => candidate.code === code)?.seller;
      if (seller !== undefined && (await isClosed(seller)))
        return { ok: false, status: 409, code: 'suspended' };
      return actAsBuyer(ports, token, code, action, fields);
    },
    /** The other ways in which a seller order can be paid now. */
    otherMethods: (order: Order, sellerOrder: SellerOrder, life: SellerOrderLife) =>
      otherMethods(ports, {
        order,
        sellerOrder,
        life,
        method: sellerOrder.payment_method,
      }),
    cancel: (token: string, fields: ActionFields) => cancelOrder(ports, token, fields),
    move: (code: string, by: Actor, request: MoveRequest) => transitionOrder(ports, code, by, request),
    payBackOwed: (code: string, by: 'seller', given: Parameters<typeof payBackOwed>[3]) =>
      payBackOwed(ports, code, by, given),
    oweByHand: (code: string, given: Parameters<typeof oweByHand>[2], operator?: string) =>
      oweByHand(ports, code, given, operator),
    settleOverRefund: (code: string, by: string) => settleOverRefund(ports, code, by),
    answerComplaint: (code: string, answer: string) => answerComplaint(ports, code, answer),
    decideComplaint: (code: string, by: string, decided: { decision: string; close: boolean }) =>
      decideComplaint(ports, code, by, decided),
    endAsOperator: (code: string, by: string, request: MoveRequest) =>
      endAsOperator(ports, code, by, request),
    find: (input: { code: string; phone: string; address: string }) => findOrder(ports, input),
    /** What a seller's mailed link opens; the links of a shop that is closed for fraud open nothing. */
    async openSellerLink(token: string) {
      const opened = await openSellerLink(ports, token, ports.clock.now());
      const order = opened && (await ports.orders.byCode(parseOrderCode(opened.code) ?? ''));
      const seller = order?.seller_orders.find(({ code }) => code === opened?.code)?.seller;
      return seller !== undefined && (await isClosed(seller)) ? undefined : opened;
    },
    /** The shops of an order that are closed for fraud: nobody is shown where to pay them. */
    closedShops: (order: Order): Promise<Set<string>> =>
      ports.pauses.closed(
        order.seller_orders.map(({ seller }) => seller),
        ports.clock.now(),
      ),
    runClock: () => runOrderClock(ports),
    now: () => ports.clock.now(),
  };
}
