import type { Retained } from '../../src/domain/privacy/retention.ts';

/** A buyer's name, numbers and address as an order has them; phone numbers in E.164. */
export interface OrderContact {
  buyer: { name: string; phone: string; email?: string };
  ship_to: { address: string; village?: string; postal_code?: string; name?: string; phone?: string };
}

/** An order to be erased, and the versions of its parts that this was decided on. */
export interface ErasedOrder {
  code: string;
  parts: { code: string; version: number }[];
}

/** A mail to a seller about what a buyer has changed. */
export interface ContactMail {
  seller_order: string;
  kind: 'contact_changed_seller';
  to: string;
}

/** What was erased, kept by code apart from the data, and when the data was last backed up. */
export interface ErasureList {
  /** Writes down what was erased since the last time. */
  note(): Promise<void>;
  /** What was erased since a moment by the list, yet stands in the data: it came back with a restore. */
  undone(since: Date): Promise<{ orders: ErasedOrder[]; inquiries: string[] }>;
  /** When the last backup was written (UTC, ISO 8601). */
  lastBackup(): Promise<string | undefined>;
}

/** Takes personal data out of what must stay, and mends it. */
export interface PersonalDataStore {
  /**
   * Takes names, numbers, addresses, written words and photos out of orders, also what came after an earlier erasure.
   * @returns false, and nothing is erased, where a part has moved on since this was decided
   */
  eraseOrders(orders: ErasedOrder[], at: Date): Promise<boolean>;
  /** Takes the buyer and every word out of questions, by their codes; their links open nothing any more. */
  eraseInquiries(codes: string[], at: Date): Promise<void>;
  /** Writes another contact into an order with the mails about it; false where it was erased meanwhile. */
  correctOrder(code: string, contact: OrderContact, mails: ContactMail[], at: Date): Promise<boolean>;
  /**
   * Erases what is older than its kind's cutoff (UTC, ISO 8601): up to `limit` of each kind, the rest with the next run.
   * @returns how many of each kind
   */
  forget(cutoffs: Record<Retained, string>, limit: number, at: Date): Promise<Record<Retained, number>>;
}
