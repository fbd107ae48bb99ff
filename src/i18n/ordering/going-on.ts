import type { Sentences } from '../locale.ts';

const id = {
  title: 'Tinggal satu langkah',
  confirm: 'Kirim tautan konfirmasi ke e-mail saya',
  confirmHint: 'Setelah tombol di surat itu ditekan, kembali ke sini dan tekan Buat pesanan sekali lagi.',
  needsEmail: 'Isi e-mail Anda di atas, lalu tekan tombol ini.',
  mailed: (address: string) =>
    `Tautan sudah dikirim ke ${address}. Buka suratnya, tekan tombolnya, lalu kembali ke sini dan tekan Buat pesanan.`,
  tooMany:
    'Tautan sudah beberapa kali dikirim hari ini. Pakai yang ada di surat terakhir, atau coba lagi besok.',
  ask: (shop: string) => `Minta penawaran dari ${shop}`,
  wait: 'Tunggu satu menit, lalu tekan Buat pesanan sekali lagi. Isian Anda tetap ada di sini.',
};

/** How an order goes on that is more than its buyer may hold, or comes while a shop is flooded. */
export const goingOn: Sentences<typeof id> = {
  id,
  en: {
    title: 'One more step',
    confirm: 'Send a confirmation link to my e-mail',
    confirmHint: 'After pressing the button in that mail, come back here and press Place order once more.',
    needsEmail: 'Please enter your e-mail address above, then press this button.',
    mailed: (address: string) =>
      `A link was sent to ${address}. Open the mail, press its button, then come back here and press Place order.`,
    tooMany: 'Links were sent several times today. Use the one in the latest mail, or try again tomorrow.',
    ask: (shop: string) => `Ask ${shop} for a quote`,
    wait: 'Wait a minute, then press Place order once more. What you typed stays here.',
  },
};
