import type { InquiryState } from './inquiry.ts';

/** A question in a list. */
export interface InquiryRow {
  code: string;
  seller_token: string;
  seller: string;
  title: string | null;
  buyer_name: string;
  status: InquiryState;
  created_at: string;
  status_at: string;
}
