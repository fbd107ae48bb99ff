import type { Sentences } from '../locale.ts';

/** Sentences beside a QRIS code. */
interface QrisSentences {
  title: string;
  alt: (amount: string) => string;
  save: string;
  steps: string[];
  tip: string;
  name: string;
  nameNote: string;
  sample: string;
  fallback: string;
  fallbackHow: (amount: string) => string;
  saveStatic: string;
}

export const qris: Sentences<QrisSentences> = {
  id: {
    title: 'Bayar dengan QRIS',
    alt: (amount) => `Kode QRIS untuk ${amount}`,
    save: 'Simpan gambar QR',
    steps: [
      'Simpan gambar QR ini ke HP.',
      'Buka aplikasi bank atau dompet digital, pilih Scan/QRIS, lalu ikon galeri, dan pilih gambar tadi.',
      'Periksa nama dan jumlahnya, lalu bayar.',
      'Kembali ke halaman ini dan tekan Saya sudah bayar.',
    ],
    tip: 'Bila aplikasi menanyakan tip, isi tip 0.',
    name: 'Nama di aplikasi',
    nameNote:
      'Nama di aplikasi bisa terpotong atau berbeda dari nama toko. Bila nama atau kotanya lain, jangan bayar.',
    sample: 'Contoh: kode ini bukan sungguhan dan tidak dapat dibayar.',
    fallback: 'Kodenya tidak terbaca?',
    fallbackHow: (amount) =>
      `Pakai kode QRIS milik penjual sendiri, lalu ketik ${amount}. Jumlahnya harus persis.`,
    saveStatic: 'Simpan kode penjual',
  },
  en: {
    title: 'Pay with QRIS',
    alt: (amount) => `QRIS code for ${amount}`,
    save: 'Save the QR picture',
    steps: [
      'Save this QR picture on your phone.',
      'Open your Indonesian bank or wallet app, choose Scan/QRIS, then the gallery icon, and pick the picture.',
      'Check the name and the amount, then pay.',
      'Come back to this page and press I have paid.',
    ],
    tip: 'If the app asks for a tip, enter 0.',
    name: 'Name in the app',
    nameNote:
      'The name may be cut off or differ from the shop’s. If the name or the city is another one, do not pay.',
    sample: 'A sample: this code is not real and cannot be paid.',
    fallback: 'The code cannot be read?',
    fallbackHow: (amount) => `Use the seller’s own QRIS code and type ${amount}. The amount must be exact.`,
    saveStatic: 'Save the seller’s code',
  },
};
