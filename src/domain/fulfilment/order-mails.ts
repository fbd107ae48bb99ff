/**
 * The mails about what happens to a seller order after it was placed; the last word is who reads it. A new one is
 * named here, and the compiler asks for its words in both languages.
 */
export type MailEvent =
  | `${'awaiting_payment' | 'paid' | 'processing' | 'shipped' | 'completed' | 'cancelled' | 'expired' | 'returned' | 'refunded'}_buyer`
  | `${'partial_refund' | 'pay_reminder' | 'ship_late' | 'complaint_answer' | 'complaint_closed'}_buyer`
  | `${'complaint_decision' | 'owed' | 'owed_refund' | 'shop_closed'}_buyer`
  | `${'paid' | 'completed' | 'cancelled' | 'expired' | 'refunded'}_seller`
  | `${'paid_claim' | 'claim_reminder' | 'quote_reminder' | 'ship_reminder' | 'cash_reminder'}_seller`
  | `${'complaint' | 'complaint_closed' | 'cancel_request' | 'refund_account' | 'refund_received' | 'contact_changed'}_seller`
  | `${'complaint_decision' | 'owed' | 'owed_refund' | 'over_refunded' | 'payment_changed'}_seller`
  | `${'complaint' | 'claim_overdue' | 'owed' | 'over_refunded'}_operator`;
