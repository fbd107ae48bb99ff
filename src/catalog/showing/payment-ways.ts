import type { PaymentMethod, SellerPayments } from '../../domain/payment/payment.ts';

/** The ways in which a seller can be paid, as its pages name them; a gateway shows itself at the checkout. */
export function paymentWays(payments: SellerPayments): PaymentMethod[] {
  const ways: PaymentMethod[] = [];
  if (payments.bank) ways.push('transfer');
  if (payments.qris) ways.push('qris');
  if (payments.cod) ways.push('cod');
  if (payments.abroad) ways.push('abroad');
  return ways;
}
