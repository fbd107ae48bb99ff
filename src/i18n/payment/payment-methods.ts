import type { PaymentMethod } from '../../domain/payment/payment.ts';
import type { Sentences } from '../locale.ts';

/** How the ways of paying are called. */
export const paymentMethods: Sentences<Record<PaymentMethod, string>> = {
  id: {
    qris: 'QRIS',
    transfer: 'Transfer bank',
    cod: 'COD (bayar di tempat)',
    gateway: 'Pembayaran daring',
    abroad: 'Transfer dari luar negeri',
  },
  en: {
    qris: 'QRIS',
    transfer: 'Bank transfer',
    cod: 'Cash on delivery',
    gateway: 'Online payment',
    abroad: 'International transfer',
  },
};
