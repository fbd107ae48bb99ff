import { MAX_PHOTO_MB } from '../../domain/payment/photo-limits.ts';
import type { Sentences } from '../locale.ts';

/** Sentences of the gateway's block and of photos that go with an order. */
interface PaymentSentences {
  gatewayTitle: string;
  gatewayHint: string;
  gatewayGo: string;
  gatewayOpen: string;
  gatewayClosed: string;
  change: string;
  changeHint: string;
  changeTo: (method: string) => string;
  /** The amount is above what one QRIS payment may be. */
  qrisTooMuch: (amount: string, limit: string) => string;
  proofTitle: string;
  proofHint: string;
  proofField: string;
  proofSend: string;
  proofOf: Record<'payment' | 'complaint' | 'refund', string>;
}

export const payment: Sentences<PaymentSentences> = {
  id: {
    gatewayTitle: 'Bayar daring',
    gatewayHint:
      'Pilih kartu, rekening virtual, atau dompet digital di halaman pembayaran. Setelah berhasil, keadaan pesanan di sini berubah sendiri.',
    gatewayGo: 'Lanjut ke halaman pembayaran',
    gatewayOpen: 'Buka halaman pembayaran',
    gatewayClosed: 'Halaman pembayaran belum terbuka. Tekan tombol ini untuk membukanya.',
    change: 'Ganti cara bayar',
    changeHint: 'Jumlah yang dibayar dan batas waktunya tetap.',
    changeTo: (method) => `Bayar dengan ${method}`,
    qrisTooMuch: (amount, limit) =>
      `Sekali bayar dengan QRIS paling banyak ${limit}, sedangkan pesanan ini ${amount}. Pilih cara bayar lain:`,
    proofTitle: 'Foto pesanan ini',
    proofHint: `Hanya pembeli dan penjual pesanan ini yang dapat melihatnya; lokasi di dalamnya kami buang. Paling besar ${MAX_PHOTO_MB} MB.`,
    proofField: 'Pilih foto atau tangkapan layar',
    proofSend: 'Kirim foto',
    proofOf: {
      payment: 'Bukti bayar dari pembeli',
      complaint: 'Foto komplain dari pembeli',
      refund: 'Bukti pengembalian dana dari penjual',
    },
  },
  en: {
    gatewayTitle: 'Pay online',
    gatewayHint:
      'Choose card, virtual account or wallet on the payment page. Once it has gone through, the state shown here changes by itself.',
    gatewayGo: 'Go to the payment page',
    gatewayOpen: 'Open the payment page',
    gatewayClosed: 'The payment page is not open yet. Press the button to open it.',
    change: 'Pay in another way',
    changeHint: 'The amount and the time to pay stay the same.',
    changeTo: (method) => `Pay by ${method}`,
    qrisTooMuch: (amount, limit) =>
      `A QRIS payment may be at most ${limit}, and this order is ${amount}. Please choose another way:`,
    proofTitle: 'Photos of this order',
    proofHint: `Only the buyer and the seller of this order can see it; we take out where it was taken. At most ${MAX_PHOTO_MB} MB.`,
    proofField: 'Choose a photo or screenshot',
    proofSend: 'Send the photo',
    proofOf: {
      payment: 'The buyer’s proof of payment',
      complaint: 'The buyer’s photo for the complaint',
      refund: 'The seller’s proof of the refund',
    },
  },
};
