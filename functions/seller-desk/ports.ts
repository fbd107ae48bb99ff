import type { OrderState } from '../../src/domain/ordering/order-state.ts';
import type { PaymentMethod } from '../../src/domain/payment/payment.ts';
import type {
  BoothSale,
  SaleStatus,
  StockChange,
  WaitReason,
} from '../../src/domain/seller-desk/booth-sale.ts';
import type { DeskOrder } from '../../src/domain/seller-desk/desk-order.ts';
import type { AuditEntry } from '../access/ports.ts';

/** A line of an order as the export tells it. */
export interface ExportRow {
  code: string;
  status_at: string;
  created_at: string;
  status: OrderState;
  buyer_name: string;
  buyer_phone: string;
  ship_address: string;
  ship_region: string | null;
  ship_country: string;
  sku: string;
  title: string;
  variant: string | null;
  qty: number;
  unit_price: number;
  line_total: number;
  shipping: number | null;
  unique_code: number;
  total: number;
  payment_method: PaymentMethod;
  courier: string | null;
  tracking: string | null;
}

/** A change of stock that was made. */
export interface StockLog {
  sku: string;
  cause: 'set' | 'add' | 'booth' | 'booth_back';
  on_hand: number;
  made_at: string;
  made_by: string;
}

/** A sale ready to be written. */
export interface NewBoothSale extends BoothSale {
  seller: string;
  title: string;
  variant?: string;
  edition: string;
  /** Nothing: it counts at once. */
  waits_for: WaitReason[];
  recorded_at: string;
  recorded_by: string;
  /** The catalogue's initial stock of a SKU that takes stock. */
  initial_stock?: number;
  /** The SKUs it had before, whose stock it goes on with. */
  former?: string[];
}

/** A sale as it was recorded. */
export interface RecordedSale extends Omit<NewBoothSale, 'initial_stock' | 'former'> {
  status: SaleStatus;
  /** When the operator decided on it, or its seller took it back. */
  decided_at?: string;
  /** The operator's words on it. */
  decision?: string;
}

export interface BoothSaleStore {
  /** Writes a sale with its ledger entry, if it counts, and its line in the trail. */
  recordSale(sale: NewBoothSale, audit: AuditEntry): Promise<'recorded' | 'known' | 'question_is_sold'>;
  sale(seller: string, id: string): Promise<RecordedSale | undefined>;
  sales(sellers: string[], limit: number): Promise<RecordedSale[]>;
  /** Sales that wait for the operator, the oldest first. */
  waitingSales(limit: number): Promise<RecordedSale[]>;
  /** Takes a sale back that was recorded since; false when it can't be. */
  voidSale(
    seller: string,
    id: string,
    how: { since: Date; by: string; at: Date; reason: string; detail: string },
  ): Promise<boolean>;
  /** The operator's decision on a sale that waits; false when it waits no more. */
  decideSale(
    seller: string,
    id: string,
    how: { approve: boolean; by: string; at: Date; decision: string; detail: string },
  ): Promise<boolean>;
}

/** Own figures of a month. */
export interface MonthFigures {
  /** `2026-11`, in WIB. */
  month: string;
  /** Turnover in rupiah. */
  amount: number;
  orders: number;
  inquiries: number;
}

/** Pieces on hand after a change; or why there was none: too few or too many would be left, or its id stands for another. */
export type StockOutcome = { on_hand: number } | 'out_of_range' | 'request_reused';

export interface SellerDesk extends BoothSaleStore {
  /** What waits for the seller, the most urgent first; at most `limit`. */
  todo(sellers: string[], now: Date, limit: number): Promise<DeskOrder[]>;
  /** Orders by when they last changed, the latest first. */
  orders(
    sellers: string[],
    options: { statuses?: string[]; before?: { status_at: string; code: string }; limit: number },
  ): Promise<DeskOrder[]>;
  /** The lines of the next so many orders of a shop, after the last one of the page before. */
  exportPage(
    seller: string,
    after: { status_at: string; code: string } | undefined,
    orders: number,
  ): Promise<ExportRow[]>;
  /** Changes the stock, with its line in the trail. */
  changeStock(change: {
    sku: string;
    former?: string[];
    seller: string;
    initial: number;
    change: StockChange;
    /** Most that may lie there. */
    most: number;
    /** Minted with the form: the same one changes nothing twice. */
    request?: string;
    by: string;
    at: Date;
  }): Promise<StockOutcome>;
  /** The last changes. */
  stockLog(sellers: string[], limit: number): Promise<StockLog[]>;
  /** Turnover, orders and questions of these months; a month without any is left out. */
  months(sellers: string[], months: string[]): Promise<MonthFigures[]>;
  /** The products that brought most in these months. */
  best(
    sellers: string[],
    months: string[],
    limit: number,
  ): Promise<{ product: string; pieces: number; amount: number }[]>;
}
