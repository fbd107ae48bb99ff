import type { Sentences } from '../locale.ts';

/** Sentences of the mails about an order. Each mail names its order's code in subject and text. */
interface Mails {
  /** Without a name to an address that nobody has confirmed. */
  greeting: (name?: string) => string;
  /** In the place of words that such an address is not sent. */
  onThePage: string;
  sellerSubject: (code: string, amount: string) => string;
  sellerIntro: (buyer: string, code: string) => string;
  buyerSubject: (code: string) => string;
  buyerIntro: (code: string, count: number) => string;
  items: string;
  pieces: string;
  subtotal: string;
  shipping: string;
  shippingQuoted: string;
  uniqueCode: string;
  total: string;
  pay: string;
  payBefore: (moment: string) => string;
  /** While the seller has yet to quote the fee. */
  quoteBefore: (moment: string) => string;
  totalSoFar: string;
  payOnlyHere: string;
  cod: string;
  shipTo: string;
  buyer: string;
  recipient: string;
  note: string;
  whatsappBuyer: string;
  whatsappBuyerText: (name: string, code: string, shop: string) => string;
  openOrder: string;
  /** To a seller who is paid by an amount that another open order may ask for, too. */
  noUniqueCode: string;
  nextForSeller: Record<'transfer' | 'qris' | 'cod' | 'abroad' | 'gateway' | 'awaiting_shipping', string>;
  /** @param sample true where nobody runs the mall for real */
  footer: (sample: boolean) => string;
}

export const mails: Sentences<Mails> = {
  id: {
    greeting: (name) => (name ? `Halo ${name},` : 'Halo,'),
    onThePage: 'Isinya ada di halaman di bawah ini.',
    sellerSubject: (code, amount) => `Pesanan baru ${code}, ${amount}`,
    sellerIntro: (buyer, code) => `${buyer} baru saja memesan di toko Anda. Nomor pesanannya ${code}.`,
    buyerSubject: (code) => `Pesanan ${code} sudah kami teruskan ke penjual`,
    buyerIntro: (code, count) =>
      count > 1
        ? `Terima kasih sudah berbelanja. Pesanan ${code} terbagi untuk ${count} penjual; masing-masing dibayar langsung ke penjualnya.`
        : `Terima kasih sudah berbelanja. Pesanan ${code} dibayar langsung ke penjualnya.`,
    items: 'Barang',
    pieces: '×',
    subtotal: 'Harga barang',
    shipping: 'Ongkir',
    shippingQuoted: 'menunggu kabar penjual',
    uniqueCode: 'Potongan kode unik',
    total: 'Total bayar',
    pay: 'Cara bayar',
    payBefore: (moment) => `Bayar sebelum ${moment}.`,
    quoteBefore: (moment) =>
      `Penjual menghitung ongkirnya paling lambat ${moment}. Setelah itu Anda membayar, atau membatalkan.`,
    totalSoFar: 'Sementara, belum termasuk ongkir',
    payOnlyHere: 'Bayar hanya ke rekening atau QRIS di halaman pesanan, bukan yang dikirim lewat chat.',
    cod: 'Bayar tunai saat barang diterima.',
    shipTo: 'Kirim ke',
    buyer: 'Pembeli',
    recipient: 'Penerima',
    note: 'Catatan',
    whatsappBuyer: 'Hubungi pembeli lewat WhatsApp',
    whatsappBuyerText: (name, code, shop) =>
      `Halo Kak ${name}, kami dari ${shop}. Pesanan ${code} sudah kami terima.`,
    openOrder: 'Lihat pesanan',
    noUniqueCode: 'Pesanan ini tanpa kode unik: cocokkan dengan kode pesanan.',
    nextForSeller: {
      transfer:
        'Tunggu transfer dengan jumlah persis seperti Total bayar. Cocokkan di mutasi rekening, bukan dari foto bukti.',
      qris: 'Tunggu pembayaran QRIS dengan jumlah persis seperti Total bayar. Cocokkan di aplikasi merchant Anda.',
      cod: 'Pesanan ini bayar di tempat. Silakan kemas dan kirim.',
      abroad: 'Pembeli dari luar negeri akan mengirim ke rekening Anda. Cocokkan jumlah yang masuk.',
      gateway: 'Pembayaran lewat gateway akan tercatat sendiri.',
      awaiting_shipping: 'Tentukan ongkirnya lalu kabari pembeli, paling lambat 72 jam.',
    },
    footer: (sample) => `Mal UKM Jawa Tengah.${sample ? ' Contoh, bukan situs resmi.' : ''}`,
  },
  en: {
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    onThePage: 'Please read it on the page below.',
    sellerSubject: (code, amount) => `New order ${code}, ${amount}`,
    sellerIntro: (buyer, code) => `${buyer} has just ordered from your shop. The order number is ${code}.`,
    buyerSubject: (code) => `Your order ${code} has reached the seller`,
    buyerIntro: (code, count) =>
      count > 1
        ? `Thank you for shopping with us. Order ${code} is split between ${count} sellers; each is paid directly.`
        : `Thank you for shopping with us. Order ${code} is paid directly to the seller.`,
    items: 'Items',
    pieces: '×',
    subtotal: 'Goods',
    shipping: 'Shipping',
    shippingQuoted: 'the seller will tell you',
    uniqueCode: 'Unique code discount',
    total: 'To pay',
    pay: 'Payment',
    payBefore: (moment) => `Please pay before ${moment}.`,
    quoteBefore: (moment) => `The seller works out the shipping by ${moment}. Then you pay, or cancel.`,
    totalSoFar: 'So far, without shipping',
    payOnlyHere: 'Pay only to the account or QRIS shown on the order page, never to one sent by chat.',
    cod: 'Pay in cash on delivery.',
    shipTo: 'Ship to',
    buyer: 'Buyer',
    recipient: 'Recipient',
    note: 'Note',
    whatsappBuyer: 'Message the buyer on WhatsApp',
    whatsappBuyerText: (name, code, shop) =>
      `Hello ${name}, this is ${shop}. We have received your order ${code}.`,
    openOrder: 'View the order',
    noUniqueCode: 'This order has no unique code: match the payment with the order code.',
    nextForSeller: {
      transfer: 'Wait for a transfer of exactly the amount to pay and match it with your account statement.',
      qris: 'Wait for a QRIS payment of exactly the amount to pay and match it in your merchant app.',
      cod: 'This order is paid on delivery. Please pack and ship it.',
      abroad: 'The buyer will send money from abroad. Match what arrives.',
      gateway: 'The payment gateway records the payment by itself.',
      awaiting_shipping: 'Quote the shipping fee within 72 hours.',
    },
    footer: (sample) => `Mal UKM Jawa Tengah.${sample ? ' A sample, not an official site.' : ''}`,
  },
};
