import type { Sentences } from '../locale.ts';

/** Sentences about an order that is there already, and about the orders of a device. */
interface RepeatedOrder {
  /** Without minutes where it was longer ago than minutes can say. */
  unseen: (minutes?: number) => string;
  unseenHint: string;
  same: (minutes: number) => string;
  sameHint: string;
  sameElsewhere: (minutes: number) => string;
  find: string;
  open: string;
  again: string;
  here: string;
  hereHint: string;
  forget: string;
  forgetAll: string;
}

export const repeatedOrder: Sentences<RepeatedOrder> = {
  id: {
    unseen: (minutes) =>
      minutes ? `Pesanan Anda sudah masuk ${minutes} menit lalu` : 'Pesanan Anda yang tadi sudah masuk',
    unseenHint:
      'Halamannya belum sempat terbuka di perangkat ini, mungkin karena jaringan terputus. Buka dulu sebelum memesan lagi.',
    same: (minutes) => `Pesanan yang sama sudah masuk ${minutes} menit lalu`,
    sameHint: 'Buka pesanan itu, atau tekan Pesan lagi bila memang ingin memesan dua kali.',
    sameElsewhere: (minutes) =>
      `Nomor HP dan barangnya sama dengan pesanan dalam ${minutes} menit terakhir. Bila itu pesanan Anda, tautannya ada di e-mail pesanan dan di HP yang dipakai memesan. Tekan Pesan lagi hanya bila memang ingin memesan dua kali. `,
    find: 'Cari pesanan',
    open: 'Buka pesanan',
    again: 'Pesan lagi',
    here: 'Pesanan di HP ini',
    hereHint: 'Daftar ini hanya disimpan di perangkat ini. Lupakan bila perangkatnya dipakai bersama.',
    forget: 'Lupakan',
    forgetAll: 'Lupakan semua',
  },
  en: {
    unseen: (minutes) =>
      minutes
        ? `Your order came in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`
        : 'Your last order has come in',
    unseenHint:
      'Its page has not opened on this device yet, perhaps because the network was gone. Please open it before you order again.',
    same: (minutes) => `The same order came in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`,
    sameHint: 'Open it, or press Order again if you really want it twice.',
    sameElsewhere: (minutes) =>
      `Phone number and goods are those of an order of the last ${minutes} minutes. If it is yours, its link is in your e-mail and on the device that you ordered with. Press Order again only if you really want it twice. `,
    find: 'Find an order',
    open: 'Open the order',
    again: 'Order again',
    here: 'Orders on this device',
    hereHint: 'This list is kept on this device only. Forget it where others use the device, too.',
    forget: 'Forget',
    forgetAll: 'Forget all',
  },
};
