import type { OrderState } from '../../domain/ordering/order-state.ts';
import type { Sentences } from '../locale.ts';

/** How the states of a seller order are called on the screen and in mails. */
export const orderStates: Sentences<Record<OrderState, string>> = {
  id: {
    awaiting_shipping: 'Menunggu ongkir dari penjual',
    awaiting_payment: 'Belum bayar',
    paid: 'Sudah dibayar',
    processing: 'Dikemas',
    shipped: 'Dikirim',
    completed: 'Selesai',
    cancelled: 'Dibatalkan',
    expired: 'Waktu bayar habis',
    refunded: 'Dana dikembalikan',
    returned: 'Paket kembali',
  },
  en: {
    awaiting_shipping: 'Waiting for the shipping fee',
    awaiting_payment: 'Awaiting payment',
    paid: 'Paid',
    processing: 'Being packed',
    shipped: 'Shipped',
    completed: 'Completed',
    cancelled: 'Cancelled',
    expired: 'Payment time is over',
    refunded: 'Refunded',
    returned: 'Parcel returned',
  },
};
