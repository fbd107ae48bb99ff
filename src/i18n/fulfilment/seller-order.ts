import type { Sentences } from '../locale.ts';

/** What a seller reads and presses about one order: the page behind a mail's link, and the desk. */
interface SellerOrderWords {
  title: (code: string) => string;
  buyer: string;
  /** A mail server refused the buyer's address for good. */
  mailRefused: string;
  phone: string;
  shipTo: string;
  goods: string;
  note: string;
  toDo: string;
  nothingToDo: string;
  waitForBuyer: string;
  claimed: (amount: string) => string;
  cancelRequested: string;
  deadline: (moment: string) => string;
  tellBuyer: string;
  /** The prefilled text, by state. */
  tellBuyerText: (facts: {
    buyer: string;
    shop: string;
    code: string;
    state: string;
    tracking?: string;
    find: string;
  }) => string;
  moves: Record<string, { label: string; hint?: string }>;
  fee: string;
  feeHint: string;
  courier: string;
  courierHint: string;
  /** What the buyer chose. */
  courierQuoted: (service: string) => string;
  tracking: string;
  reason: string;
  amount: string;
  amountHint: (left: string) => string;
  reference: string;
  refundAccount: string;
  refundNoAccount: string;
  refundPhoto: string;
  refundCame: string;
  refundUnconfirmed: string;
  owed: (amount: string) => string;
  owedSince: (moment: string) => string;
  owedHint: string;
  owedDone: string;
  /** Money that came and belongs to no sale. */
  owe: string;
  oweHint: string;
  oweAmount: string;
  oweReason: string;
  complaint: string;
  answer: string;
  answerSend: string;
  done: Record<string, string>;
  linkOver: string;
  linkOverText: string;
  linkHint: (days: number) => string;
}

export const sellerOrderWords: Sentences<SellerOrderWords> = {
  id: {
    title: (code) => `Pesanan ${code}`,
    buyer: 'Pembeli',
    mailRefused: 'E-mail pembeli tidak sampai. Kabari pembeli lewat WhatsApp.',
    phone: 'Nomor HP/WhatsApp',
    shipTo: 'Kirim ke',
    goods: 'Barang',
    note: 'Catatan pembeli',
    toDo: 'Perlu dikerjakan',
    nothingToDo: 'Tidak ada yang perlu dikerjakan untuk pesanan ini.',
    waitForBuyer: 'Sekarang giliran pembeli.',
    claimed: (amount) =>
      `Pembeli mengabari sudah membayar ${amount}. Cocokkan jumlah dan waktunya di mutasi rekening atau aplikasi merchant, bukan dari foto bukti.`,
    cancelRequested: 'Batas kirim sudah lewat dan pembeli meminta pembatalan.',
    deadline: (moment) => `Berlaku sampai ${moment}.`,
    tellBuyer: 'Kabari pembeli lewat WhatsApp',
    tellBuyerText: ({ buyer, shop, code, state, tracking, find }) =>
      `Halo Kak ${buyer}, kami dari ${shop}. Pesanan ${code}: ${state}.${tracking ? ` Nomor resi ${tracking}.` : ''} Keadaannya bisa dilihat di ${find}`,
    moves: {
      awaiting_payment: {
        label: 'Kirim ongkir ke pembeli',
        hint: 'Ongkir ini mengikat: tidak ada tagihan susulan.',
      },
      paid: { label: 'Uang sudah masuk' },
      processing: { label: 'Mulai kemas' },
      shipped: { label: 'Sudah dikirim' },
      completed: { label: 'Uang COD sudah diterima' },
      cancelled: { label: 'Batalkan pesanan' },
      returned: {
        label: 'Paket kembali',
        hint: 'Tekan setelah paketnya Anda terima; barangnya kembali ke stok.',
      },
      refunded: {
        label: 'Catat pengembalian dana',
        hint: 'Kembalikan dulu uangnya ke rekening pembeli, baru catat di sini. Bila hanya sebagian, pesanannya tetap berjalan.',
      },
    },
    fee: 'Ongkir (Rp)',
    feeHint: 'Isi 0 bila gratis.',
    courier: 'Kurir',
    courierHint: 'Misalnya JNE, J&T, SiCepat, Pos Indonesia.',
    courierQuoted: (service) =>
      `Pembeli memilih layanan ${service}. Misalnya JNE, J&T, SiCepat, Pos Indonesia.`,
    tracking: 'Nomor resi',
    reason: 'Alasan',
    amount: 'Jumlah yang dikembalikan (Rp)',
    amountHint: (left) => `Kosongkan untuk mengembalikan seluruhnya, ${left}.`,
    reference: 'Nomor referensi transfer',
    refundAccount: 'Rekening pembeli',
    refundNoAccount: 'pembeli belum memberi rekening. Tanyakan lewat WhatsApp.',
    refundPhoto: 'Foto bukti transfer',
    refundCame: 'pembeli sudah menerimanya',
    refundUnconfirmed: 'pembeli belum mengabari',
    owed: (amount) => `${amount} perlu dikembalikan ke pembeli`,
    owedSince: (moment) => `Diketahui ${moment}.`,
    owedHint:
      'Yang masuk lewat pembayaran daring dan dikembalikan lewat dasbornya tercatat sendiri; selain itu transfer ke rekening pembeli, lalu catat di sini.',
    owedDone: 'Uangnya sudah saya kembalikan',
    owe: 'Ada uang lebih yang masuk',
    oweHint:
      'Bila pembeli membayar dua kali atau jumlahnya lain, catat uang yang bukan bagian dari penjualan ini. Pembeli dikabari, dan catatannya menunggu sampai uangnya kembali.',
    oweAmount: 'Jumlah yang harus dikembalikan (Rp)',
    oweReason: 'Sebabnya',
    complaint: 'Komplain pembeli',
    answer: 'Jawaban Anda',
    answerSend: 'Kirim jawaban',
    done: {
      awaiting_payment: 'Ongkir sudah dikirim ke pembeli.',
      paid: 'Pembayaran sudah tercatat. Silakan kemas pesanannya.',
      processing: 'Pesanan tercatat sedang dikemas.',
      shipped: 'Pengiriman sudah tercatat.',
      completed: 'Pesanan tercatat selesai.',
      cancelled: 'Pesanan sudah dibatalkan.',
      returned: 'Paket kembali sudah tercatat.',
      refunded: 'Pengembalian dana sudah tercatat.',
      answer: 'Jawaban sudah dikirim ke pembeli.',
      owe: 'Uang yang harus dikembalikan sudah tercatat dan pembeli sudah dikabari.',
      owed: 'Uang yang dikembalikan sudah tercatat dan pembeli sudah dikabari.',
    },
    linkOver: 'Tautan ini sudah tidak berlaku',
    linkOverText: 'Tautan di e-mail berlaku 7 hari. Masuk ke lapak Anda untuk membuka pesanan ini.',
    linkHint: (days) => `Tautan ini hanya untuk Anda dan berlaku ${days} hari. Jangan diteruskan.`,
  },
  en: {
    title: (code) => `Order ${code}`,
    buyer: 'Buyer',
    mailRefused: 'E-mails do not reach the buyer. Please tell them on WhatsApp.',
    phone: 'Phone/WhatsApp',
    shipTo: 'Ship to',
    goods: 'Items',
    note: 'The buyer’s note',
    toDo: 'To do',
    nothingToDo: 'There is nothing to do for this order.',
    waitForBuyer: 'It is the buyer’s turn now.',
    claimed: (amount) =>
      `The buyer says that ${amount} has been paid. Match amount and time with your account statement or merchant app, not with a photo.`,
    cancelRequested: 'The day to ship by has passed and the buyer asks for cancellation.',
    deadline: (moment) => `Valid until ${moment}.`,
    tellBuyer: 'Message the buyer on WhatsApp',
    tellBuyerText: ({ buyer, shop, code, state, tracking, find }) =>
      `Hello ${buyer}, this is ${shop}. Order ${code}: ${state}.${tracking ? ` Tracking number ${tracking}.` : ''} See ${find}`,
    moves: {
      awaiting_payment: {
        label: 'Send the fee to the buyer',
        hint: 'This fee binds: nothing can be added later.',
      },
      paid: { label: 'The money has arrived' },
      processing: { label: 'Start packing' },
      shipped: { label: 'It has been shipped' },
      completed: { label: 'I have received the cash' },
      cancelled: { label: 'Cancel the order' },
      returned: {
        label: 'The parcel came back',
        hint: 'Press this when you have the parcel; the items return to your stock.',
      },
      refunded: {
        label: 'Record a refund',
        hint: 'First return the money to the buyer’s account, then record it here. If it is only a part, the order goes on.',
      },
    },
    fee: 'Shipping fee (Rp)',
    feeHint: 'Enter 0 if it is free.',
    courier: 'Courier',
    courierHint: 'Such as JNE, J&T, SiCepat, Pos Indonesia.',
    courierQuoted: (service) => `The buyer chose ${service}. Such as JNE, J&T, SiCepat, Pos Indonesia.`,
    tracking: 'Tracking number',
    reason: 'Reason',
    amount: 'Amount returned (Rp)',
    amountHint: (left) => `Leave empty to return all of it, ${left}.`,
    reference: 'Reference of the transfer',
    refundAccount: 'The buyer’s account',
    refundNoAccount: 'the buyer has not given one yet. Please ask on WhatsApp.',
    refundPhoto: 'Photo of the transfer',
    refundCame: 'the buyer has received it',
    refundUnconfirmed: 'the buyer has not confirmed it yet',
    owed: (amount) => `${amount} is to be returned to the buyer`,
    owedSince: (moment) => `Known since ${moment}.`,
    owedHint:
      'What came through the gateway and is returned on its dashboard is recorded by itself; otherwise transfer it to the buyer’s account, then record it here.',
    owedDone: 'I have returned the money',
    owe: 'More money came in',
    oweHint:
      'If the buyer paid twice or another amount, record the money that is not part of this sale. The buyer is told, and it stays here until it has been returned.',
    oweAmount: 'Amount to return (Rp)',
    oweReason: 'Why',
    complaint: 'The buyer’s complaint',
    answer: 'Your answer',
    answerSend: 'Send the answer',
    done: {
      awaiting_payment: 'The fee has been sent to the buyer.',
      paid: 'The payment is recorded. Please pack the order.',
      processing: 'The order is being packed.',
      shipped: 'The shipment is recorded.',
      completed: 'The order is complete.',
      cancelled: 'The order was cancelled.',
      returned: 'The returned parcel is recorded.',
      refunded: 'The refund is recorded.',
      answer: 'Your answer has been sent to the buyer.',
      owe: 'The money to return is recorded and the buyer has been told.',
      owed: 'The money returned is recorded and the buyer has been told.',
    },
    linkOver: 'This link is no longer valid',
    linkOverText: 'Links in mails are valid for 7 days. Please sign in to your desk to open this order.',
    linkHint: (days) => `This link is for you only and valid for ${days} days. Please do not pass it on.`,
  },
};
