import type { Sentences } from '../locale.ts';

const id = {
  title: 'Konfirmasi alamat e-mail',
  ask: (address: string) => `Apakah ${address} alamat Anda? Tekan tombol ini, lalu mal mengenal alamat Anda.`,
  askByMail:
    'Anda membuka tautan dari e-mail kami. Tekan tombol ini sekali, lalu e-mail berikutnya memuat semuanya: barang, alamat kirim, dan kata-kata penjual.',
  confirm: 'Ya, ini alamat saya',
  done: 'Terima kasih, alamat Anda sudah dikonfirmasi.',
  goOn: 'Kembali ke halaman pesanan yang masih terbuka dan tekan tombolnya sekali lagi, atau lanjut dari sini:',
  toCheckout: 'Lanjut ke checkout',
  checkout: '/checkout',
  over: 'Tautan ini sudah tidak berlaku. Mintalah yang baru di halaman pesanan.',
  mail: {
    subject: 'Konfirmasi alamat e-mail Anda di Mal UKM',
    greeting: 'Halo,',
    lines: (days: number) => [
      'Seseorang, semoga Anda sendiri, memakai alamat ini untuk memesan di Mal UKM Jawa Tengah.',
      `Buka tautan ini dan tekan tombolnya, lalu mal tahu bahwa alamat ini milik Anda. Berlaku ${days} hari.`,
    ],
    open: 'Konfirmasi alamat saya',
    notMe: 'Bukan Anda? Abaikan saja surat ini.',
  },
};

/** Confirming a mail address by a mailed link. */
export const confirmAddress: Sentences<typeof id> = {
  id,
  en: {
    title: 'Confirm your e-mail address',
    ask: (address: string) => `Is ${address} your address? Press this button and the mall knows you by it.`,
    askByMail:
      'You opened a link of our e-mail. Press this button once, and the next e-mails tell you everything: goods, address, and what the seller says.',
    confirm: 'Yes, this is my address',
    done: 'Thank you, your address is confirmed.',
    goOn: 'Go back to the order page that is still open and press its button once more, or go on from here:',
    toCheckout: 'Go on to the checkout',
    checkout: '/en/checkout',
    over: 'This link is no longer valid. Please ask for a new one on the order page.',
    mail: {
      subject: 'Confirm your e-mail address at Mal UKM',
      greeting: 'Hello,',
      lines: (days: number) => [
        'Somebody, hopefully you, used this address for an order at Mal UKM, Central Java.',
        `Open this link and press its button, and the mall knows that the address is yours. It is valid for ${days} days.`,
      ],
      open: 'Confirm my address',
      notMe: 'Not you? Then simply ignore this mail.',
    },
  },
};
