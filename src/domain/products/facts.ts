import type { Rupiah } from '../money.ts';
import type { SellerPayments } from '../payment/payment.ts';
import type { PriceTier } from './price.ts';

/** What the catalogue knows of one SKU; prices in rupiah a piece, weight in grams a piece. */
export interface SkuFacts {
  sku: string;
  /** What it was called before; absent where it never had another name. */
  former?: string[];
  seller: string;
  product: string;
  title: string;
  variant?: string;
  price: Rupiah;
  tiers: PriceTier[];
  min_qty: number;
  unit: string;
  /** The initial stock; `null` for what is made to order. */
  stock: number | null;
  made_to_order_days?: number;
  weight_grams: number;
  volume_cm3?: number;
  edition: string;
  image?: string;
  url: string;
}

/** What the catalogue knows of one seller. */
export interface SellerFacts {
  slug: string;
  name: string;
  /** Kemendagri code of its regency: where parcels start. */
  region: string;
  email: string;
  whatsapp: string;
  payments: SellerPayments;
  sample: boolean;
}
