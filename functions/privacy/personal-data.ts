import { owedAmount } from '../../src/domain/fulfilment/order-life.ts';
import { isOver, type Retained, retentionCutoffs } from '../../src/domain/privacy/retention.ts';
import { DAY_MS } from '../../src/domain/time.ts';
import { orderContactSchema } from '../../src/schemas/order-request.ts';
import { e164 } from '../../src/schemas/phone.ts';
import type { OrderLifeStore } from '../fulfilment/ports.ts';
import { type LifeResult, NOT_FOUND } from '../fulfilment/standing.ts';
import type { Clock } from '../http/ports.ts';
import type { InquiryStore } from '../inquiry/ports.ts';
import { schemaErrors } from '../ordering/place-order.ts';
import type { Order, OrderStore } from '../ordering/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { ContactMail, ErasureList, OrderContact, PersonalDataStore } from './ports.ts';

/** Orders, questions, mails… that one run of the scheduled handler erases of each kind. */
const ERASED_A_RUN = 200;
/** Copies are kept for 30 days (docs/operating.md); twice that, so that one in somebody's hand is covered, too. */
const RESTORED_FROM_DAYS = 60;
/** Backups are made nightly; one that is older is told, in hours. */
const BACKUP_LATE_H = 48;

interface Dependencies {
  personalData: PersonalDataStore;
  erasures: ErasureList;
  orders: Pick<OrderStore, 'byToken'>;
  lives: Pick<OrderLifeStore, 'lives'>;
  inquiries: Pick<InquiryStore, 'byToken'>;
  catalog: Pick<CatalogReader, 'sellers'>;
  clock: Clock;
}

/** A person's rights over their data (UU 27/2022 art. 5–9), and the end of its time. */
export function keepingPersonalData({
  personalData,
  erasures,
  orders,
  lives,
  inquiries,
  catalog,
  clock,
}: Dependencies) {
  /** An order's parts with their versions, and whether they still need the buyer's name and address. */
  async function partsOf(order: Order): Promise<{ code: string; version: number; running: boolean }[]> {
    const found = await lives.lives(order.seller_orders.map(({ code }) => code));
    return order.seller_orders.map(({ code, payment_method }) => {
      const life = found.get(code);
      if (!life) throw new Error('a seller order has no life');
      const over = isOver({
        status: life.status,
        method: payment_method,
        claimed: life.claimed_at !== undefined,
        complaintOpen: life.complaint !== undefined && life.complaint.closed_at === undefined,
        owed: owedAmount(life),
      });
      return { code, version: life.version, running: !over };
    });
  }
  const runningParts = async (order: Order) =>
    (await partsOf(order)).filter(({ running }) => running).map(({ code }) => code);

  /** The erasure itself is done: a list that can't be written now is brought up to date by the scheduled handler. */
  const noteErasures = () => erasures.note().catch(() => undefined);

  return {
    /** True while an order still needs the buyer's name and address. */
    isRunning: async (order: Order): Promise<boolean> => (await runningParts(order)).length > 0,

    /** Takes the buyer out of an order, once nothing is left to be done; 409 `order_running` before. */
    async eraseOrder(token: string): Promise<LifeResult> {
      const order = await orders.byToken(token);
      if (!order) return NOT_FOUND;
      const parts = await partsOf(order);
      if (parts.some(({ running }) => running)) return { ok: false, status: 409, code: 'order_running' };
      const erased = await personalData.eraseOrders([{ code: order.code, parts }], clock.now());
      if (!erased) return { ok: false, status: 409, code: 'conflict' };
      await noteErasures();
      return { ok: true, token };
    },

    /**
     * Mends name, numbers and address of an order; the sellers who have yet to finish their part hear of it.
     * @param body as `orderContactSchema` has it
     */
    async correctOrder(token: string, body: unknown): Promise<LifeResult> {
      const order = await orders.byToken(token);
      if (!order) return NOT_FOUND;
      if (order.erased_at) return { ok: false, status: 409, code: 'order_erased' };
      const { country } = order.ship_to;
      const parsed = orderContactSchema(country).safeParse(body);
      if (!parsed.success)
        return { ok: false, status: 422, code: 'invalid', errors: schemaErrors(parsed.error.issues) };
      const [running, sellers] = await Promise.all([
        runningParts(order),
        catalog.sellers(order.seller_orders.map(({ seller }) => seller)),
      ]);
      const mails = order.seller_orders.flatMap(({ code, seller }): ContactMail[] => {
        const to = sellers.get(seller)?.email;
        return to && running.includes(code)
          ? [{ seller_order: code, kind: 'contact_changed_seller', to }]
          : [];
      });
      const corrected = await personalData.correctOrder(
        order.code,
        contactOf(parsed.data, country),
        mails,
        clock.now(),
      );
      return corrected ? { ok: true, token } : { ok: false, status: 409, code: 'order_erased' };
    },

    /** Takes the buyer and every word out of a question; for the buyer only. */
    async eraseInquiry(token: string): Promise<{ ok: true; seller: string } | typeof NOT_FOUND> {
      const found = await inquiries.byToken(token);
      if (found?.as !== 'buyer') return NOT_FOUND;
      await personalData.eraseInquiries([found.inquiry.code], clock.now());
      await noteErasures();
      return { ok: true, seller: found.inquiry.seller };
    },

    /** Erases again what a restore brought back, and writes down what was erased; for the scheduled handler. */
    async keepErased(): Promise<void> {
      const now = clock.now();
      const { orders: back, inquiries: asked } = await erasures.undone(
        new Date(now.getTime() - RESTORED_FROM_DAYS * DAY_MS),
      );
      await personalData.eraseOrders(back, now);
      await personalData.eraseInquiries(asked, now);
      await erasures.note();
    },

    /** When the last backup was written (UTC, ISO 8601), and whether somebody should look. */
    async backupHealth(): Promise<{ last: string | null; late: boolean }> {
      const last = await erasures.lastBackup().catch(() => undefined);
      const age = last === undefined ? Number.POSITIVE_INFINITY : clock.now().getTime() - Date.parse(last);
      return { last: last ?? null, late: age > BACKUP_LATE_H * 3_600_000 };
    },

    /** Erases what is due, for the scheduled handler. Answers how many of each kind. */
    forget(): Promise<Record<Retained, number>> {
      const now = clock.now();
      return personalData.forget(retentionCutoffs(now), ERASED_A_RUN, now);
    },
  };
}

function contactOf({ buyer, ship_to }: OrderContact, country: string): OrderContact {
  return {
    buyer: { ...buyer, phone: e164(buyer.phone, country) },
    ship_to: { ...ship_to, ...(ship_to.phone && { phone: e164(ship_to.phone, country) }) },
  };
}
