import type { Sentences } from '../locale.ts';

/** Sentences of the buyer's order page. */
interface OrderPage {
  title: (code: string) => string;
  thanks: string;
  /** At the head of the printed receipt. */
  receiptFrom: string;
  payment: string;
  code: string;
  placedAt: (moment: string) => string;
  tellSeller: string;
  tellSellerSample: string;
  /** `url` opens the order at the seller's desk: what goes to a seller never holds the buyer's link. */
  tellSellerText: (shop: string, code: string, url: string) => string;
  keepLink: string;
  keepLinkText: (code: string, url: string) => string;
  keepLinkHint: string;
  paymentOf: (index: number, count: number) => string;
  bank: string;
  accountNumber: string;
  accountHolder: string;
  swift: string;
  exactAmount: string;
  copyAmount: string;
  copyAccount: string;
  /** Folds the way to pay away once the buyer has said that it is paid. */
  payAgain: string;
  shopClosed: string;
  shopClosedHelp: string;
  payBefore: (moment: string) => string;
  /** While the seller has yet to quote the fee. */
  quoteBefore: (moment: string) => string;
  totalSoFar: string;
  sampleAccount: string;
  payOnlyHere: string;
  /** A mail server refused the buyer's address for good. */
  mailRefused: string;
  cod: string;
  subtotal: string;
  shipping: string;
  shippingQuoted: string;
  uniqueCode: string;
  total: string;
  grandTotal: string;
  shipTo: string;
  next: Record<string, string>;
  complaints: string;
}

export const orderPage: Sentences<OrderPage> = {
  id: {
    title: (code) => `Pesanan ${code}`,
    receiptFrom: 'Tanda terima pesanan, Mal UKM Jawa Tengah',
    payment: 'Cara bayar',
    thanks: 'Terima kasih. Pesanan Anda sudah kami teruskan ke penjual.',
    code: 'Kode pesanan',
    placedAt: (moment) => `Dipesan ${moment}`,
    tellSeller: 'Kabari penjual lewat WhatsApp',
    tellSellerSample: 'Penjual ini contoh, nomornya tidak dapat dihubungi.',
    tellSellerText: (shop, code, url) =>
      `Halo ${shop}, saya sudah memesan di Mal UKM. Kode pesanan ${code}. ${url}`,
    keepLink: 'Simpan tautan ini ke WhatsApp saya',
    keepLinkText: (code, url) => `Pesanan saya di Mal UKM, kode ${code}: ${url}`,
    keepLinkHint: 'Halaman ini hanya bisa dibuka lewat tautannya. Simpan supaya pesanan mudah diikuti.',
    paymentOf: (index, count) => `Pembayaran ${index} dari ${count}`,
    bank: 'Bank',
    accountNumber: 'Nomor rekening',
    accountHolder: 'Atas nama',
    swift: 'SWIFT/BIC',
    exactAmount:
      'Transfer persis sejumlah ini, sampai tiga angka terakhir, agar penjual mengenali pembayaran Anda.',
    copyAmount: 'jumlah bayar',
    copyAccount: 'nomor rekening',
    payAgain: 'Belum terlanjur bayar? Lihat lagi cara bayarnya',
    shopClosed: 'Toko ini kami hentikan karena sedang diperiksa. Jangan mengirim uang kepadanya.',
    shopClosedHelp:
      'Cara bayarnya kami sembunyikan. Bila Anda sudah membayar atau menunggu barangnya, ajukan komplain di bawah ini atau hubungi kami:',
    payBefore: (moment) => `Bayar sebelum ${moment}.`,
    quoteBefore: (moment) => `Penjual menjawab paling lambat ${moment}.`,
    totalSoFar: 'Sementara, belum termasuk ongkir',
    sampleAccount: 'Contoh: rekening dan kode ini bukan sungguhan dan tidak dapat dibayar.',
    mailRefused:
      'E-mail ke alamat Anda tidak sampai. Perbaiki alamat e-mail di bagian data Anda di bawah, dan simpan tautan halaman ini.',
    payOnlyHere: 'Bayar hanya ke rekening atau QRIS di halaman ini, bukan yang dikirim lewat chat.',
    cod: 'Siapkan uang tunai pas. Bayar kepada kurir saat barang diterima.',
    subtotal: 'Harga barang',
    shipping: 'Ongkir',
    shippingQuoted: 'Menunggu kabar penjual',
    uniqueCode: 'Potongan kode unik',
    total: 'Total bayar',
    grandTotal: 'Total semua pembayaran',
    shipTo: 'Dikirim ke',
    next: {
      awaiting_shipping:
        'Penjual sedang menghitung ongkir ke alamat Anda. Setelah itu Anda membayar atau membatalkan.',
      awaiting_payment: 'Silakan bayar langsung ke penjual dengan cara di bawah ini.',
      paid: 'Penjual sudah menerima pembayaran dan akan mengemas pesanan.',
      processing: 'Penjual sedang mengemas pesanan.',
      shipped: 'Pesanan sedang dalam perjalanan.',
      completed: 'Pesanan sudah selesai. Terima kasih sudah berbelanja di UKM Jawa Tengah.',
      cancelled: 'Pesanan ini dibatalkan.',
      expired: 'Waktu bayar sudah habis dan barang kembali dijual. Bila Anda sudah membayar, kabari penjual.',
      refunded: 'Dana untuk pesanan ini dikembalikan.',
      returned: 'Paket kembali ke penjual.',
    },
    complaints: 'Pengaduan',
  },
  en: {
    title: (code) => `Order ${code}`,
    receiptFrom: 'Receipt of an order, Mal UKM Jawa Tengah',
    payment: 'Payment',
    thanks: 'Thank you. Your order has reached the seller.',
    code: 'Order code',
    placedAt: (moment) => `Placed ${moment}`,
    tellSeller: 'Tell the seller on WhatsApp',
    tellSellerSample: 'This is a sample seller; the number cannot be reached.',
    tellSellerText: (shop, code, url) =>
      `Hello ${shop}, I have ordered at Mal UKM. Order code ${code}. ${url}`,
    keepLink: 'Send this link to my WhatsApp',
    keepLinkText: (code, url) => `My order at Mal UKM, code ${code}: ${url}`,
    keepLinkHint: 'This page opens only through its link. Keep it to follow your order.',
    paymentOf: (index, count) => `Payment ${index} of ${count}`,
    bank: 'Bank',
    accountNumber: 'Account number',
    accountHolder: 'Account holder',
    swift: 'SWIFT/BIC',
    exactAmount: 'Please transfer exactly this amount, so that the seller recognises your payment.',
    copyAmount: 'amount',
    copyAccount: 'account number',
    payAgain: 'Not paid yet after all? See how to pay again',
    shopClosed: 'We have stopped this shop while we examine it. Please send it no money.',
    shopClosedHelp:
      'We hide how to pay it. If you have paid, or are waiting for the goods, make a complaint below or contact us:',
    payBefore: (moment) => `Please pay before ${moment}.`,
    quoteBefore: (moment) => `The seller answers by ${moment}.`,
    totalSoFar: 'So far, without shipping',
    sampleAccount: 'A sample: this account and code are not real and cannot be paid.',
    mailRefused:
      'Our e-mails do not reach your address. Please correct it under your data below, and keep the link to this page.',
    payOnlyHere: 'Pay only to the account or QRIS shown here, never to one sent by chat.',
    cod: 'Please have the exact cash ready for the courier.',
    subtotal: 'Goods',
    shipping: 'Shipping',
    shippingQuoted: 'The seller will tell you',
    uniqueCode: 'Unique code discount',
    total: 'To pay',
    grandTotal: 'All payments together',
    shipTo: 'Ship to',
    next: {
      awaiting_shipping: 'The seller is working out shipping to your address. Then you pay or cancel.',
      awaiting_payment: 'Please pay the seller directly, as shown below.',
      paid: 'The seller has received your payment and will pack the order.',
      processing: 'The seller is packing your order.',
      shipped: 'Your order is on its way.',
      completed: 'This order is complete. Thank you for buying from the small businesses of Central Java.',
      cancelled: 'This order was cancelled.',
      expired: 'The time to pay is over. If you have paid, please tell the seller.',
      refunded: 'The money for this order is being returned.',
      returned: 'The parcel has gone back to the seller.',
    },
    complaints: 'Complaints',
  },
};
