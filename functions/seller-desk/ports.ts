import type { BoothSale, StockChange } from '../../src/domain/seller-desk/booth-sale.ts';
import type { DeskOrder } from '../../src/domain/seller-desk/desk-order.ts';
import type { LedgerKind } from '../../src/domain/turnover/ledger.ts';

/** A line of an order as the export tells it. */
export interface ExportRow {
  code: string;
  status_at: string;
  created_at: string;
  status: string;
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
  payment_method: string;
  courier: string | null;
  tracking: string | null;
}

/** A change of stock that was made. */
export interface StockLog {
  sku: string;
  cause: 'set' | 'add' | 'booth';
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
  kind: Extract<LedgerKind, 'offline_sale' | 'reported_sale'>;
  channel: 'booth' | 'elsewhere';
  recorded_at: string;
  recorded_by: string;
  /** The catalogue's initial stock of a SKU that takes stock. */
  initial_stock?: number;
}

/** A sale as it was recorded. */
export type RecordedSale = Omit<NewBoothSale, 'kind' | 'channel' | 'initial_stock'>;

/** Own figures of a month. */
export interface MonthFigures {
  /** `2026-11`, in WIB. */
  month: string;
  /** Turnover in rupiah. */
  amount: number;
  orders: number;
  inquiries: number;
}

export interface SellerDesk {
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
  /** Pieces on hand after the change; `undefined` when fewer than none would be left. */
  changeStock(change: {
    sku: string;
    seller: string;
    initial: number;
    change: StockChange;
    /** Minted with the form: the same one changes nothing twice. */
    request?: string;
    by: string;
    at: Date;
  }): Promise<number | undefined>;
  /** The last changes. */
  stockLog(sellers: string[], limit: number): Promise<StockLog[]>;
  /** Writes a sale with its ledger entry; false when its id was used before. */
  recordSale(sale: NewBoothSale): Promise<boolean>;
  sale(seller: string, id: string): Promise<RecordedSale | undefined>;
  sales(sellers: string[], limit: number): Promise<RecordedSale[]>;
  /** Turnover, orders and questions of these months; a month without any is left out. */
  months(sellers: string[], months: string[]): Promise<MonthFigures[]>;
  /** The products that brought most in these months. */
  best(
    sellers: string[],
    months: string[],
    limit: number,
  ): Promise<{ product: string; pieces: number; amount: number }[]>;
}
