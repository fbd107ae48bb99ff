import type { Sentences } from './locale.ts';

/** Sentences of the cart and the checkout. */
interface Checkout {
  cartTitle: string;
  cartEmpty: string;
  cartEmptyHint: string;
  browse: string;
  quantity: string;
  update: string;
  remove: string;
  removeOf: (title: string) => string;
  empty: string;
  goods: string;
  shippingLater: string;
  toCheckout: string;
  gone: string;
  goneLine: (sku: string) => string;
  changed: string;
  accept: string;
  wholesale: (minimum: number) => string;
  weight: string;
  madeToOrder: (days: number) => string;
  cartLimit: string;
  problems: Record<string, string>;
  checkoutTitle: string;
  yourOrder: string;
  edit: string;
  contact: string;
  name: string;
  phone: string;
  phoneHint: string;
  email: string;
  emailHint: string;
  address: string;
  country: string;
  region: string;
  regionHint: string;
  choose: string;
  abroadCity: string;
  addressLine: string;
  addressHint: string;
  postalCode: string;
  otherRecipient: string;
  recipientName: string;
  recipientPhone: string;
  priceShipping: string;
  shippingOf: (shop: string) => string;
  shippingFirst: string;
  sellerQuotes: string;
  days: (from: number, to: number) => string;
  estimate: string;
  paymentOf: (shop: string) => string;
  payHint: string;
  noteOf: (shop: string) => string;
  noteHint: string;
  payments: (count: number) => string;
  subtotal: string;
  shipping: string;
  total: string;
  totalSoFar: string;
  codeNote: string;
  consent: string;
  terms: string;
  privacy: string;
  placeOrder: string;
  review: string;
  noticePriced: string;
  noticeChanged: string;
  free: string;
  noMethod: string;
}

export const checkout: Sentences<Checkout> = {
  id: {
    cartTitle: 'Keranjang',
    cartEmpty: 'Keranjang Anda masih kosong.',
    cartEmptyHint: 'Pilih produk yang Anda suka, lalu tekan + Keranjang. Tidak perlu mendaftar.',
    browse: 'Lihat kategori',
    quantity: 'Jumlah',
    update: 'Perbarui jumlah',
    remove: 'Hapus',
    removeOf: (title) => `Hapus ${title}`,
    empty: 'Kosongkan keranjang',
    goods: 'Harga barang',
    shippingLater: 'Ongkir dihitung setelah alamat diisi.',
    toCheckout: 'Lanjut ke pemesanan',
    gone: 'Ada barang yang sudah tidak dijual',
    goneLine: (sku) => `${sku} sudah tidak ada di mal dan tidak ikut dipesan.`,
    changed: 'Ada yang berubah sejak dimasukkan ke keranjang',
    accept: 'Setuju dengan perubahan',
    wholesale: (minimum) => `Harga grosir (min. ${minimum})`,
    weight: 'Berat',
    madeToOrder: (days) => `Pre-order (PO) ${days} hari`,
    cartLimit: 'Satu keranjang paling banyak 30 jenis barang.',
    problems: {
      unknown_sku: 'Barang itu sudah tidak ada di mal.',
      quantity: 'Jumlah harus bilangan bulat dari 1 sampai 10.000.',
      too_many_lines: 'Keranjang sudah penuh: paling banyak 30 jenis barang. Pesan dulu yang ada, lalu lanjutkan.',
      too_large: 'Keranjang sudah penuh. Pesan dulu yang ada, lalu lanjutkan.',
    },
    checkoutTitle: 'Pemesanan',
    yourOrder: 'Barang yang dipesan',
    edit: 'Ubah keranjang',
    contact: 'Pembeli',
    name: 'Nama Anda',
    phone: 'Nomor HP/WhatsApp',
    phoneHint: 'Penjual menghubungi Anda lewat nomor ini.',
    email: 'E-mail',
    emailHint: 'Rincian pesanan dikirim ke sini.',
    address: 'Alamat pengiriman',
    country: 'Negara',
    region: 'Kabupaten/Kota',
    regionHint: 'Untuk alamat di Indonesia.',
    choose: 'Pilih…',
    abroadCity: 'Kota (alamat luar negeri)',
    addressLine: 'Alamat lengkap (jalan, RT/RW, patokan)',
    addressHint: 'Sertakan kecamatan dan desa/kelurahan agar kurir tidak tersesat.',
    postalCode: 'Kode pos',
    otherRecipient: 'Penerimanya orang lain',
    recipientName: 'Nama penerima',
    recipientPhone: 'Nomor HP penerima',
    priceShipping: 'Hitung ongkir',
    shippingOf: (shop) => `Pengiriman dari ${shop}`,
    shippingFirst: 'Pilih kabupaten/kota tujuan, lalu tekan Hitung ongkir.',
    sellerQuotes: 'Ongkir ke alamat ini ditentukan penjual. Anda diberi tahu dulu, baru membayar atau membatalkan.',
    days: (from, to) => (from === to ? `${from} hari` : `${from}–${to} hari`),
    estimate: 'Ongkir yang tertera mengikat: tidak ada tagihan ongkir susulan.',
    paymentOf: (shop) => `Bayar ke ${shop}`,
    payHint: 'Pembayaran langsung ke penjual. Mal tidak menyimpan uang Anda.',
    noteOf: (shop) => `Catatan untuk ${shop}`,
    noteHint: 'Misalnya warna cadangan atau jam penerimaan.',
    payments: (count) =>
      count > 1
        ? `Pesanan ini menjadi ${count} pembayaran ke ${count} penjual.`
        : 'Pesanan ini menjadi satu pembayaran ke satu penjual.',
    subtotal: 'Harga barang',
    shipping: 'Ongkir',
    total: 'Total',
    totalSoFar: 'Total sebelum ongkir',
    codeNote: 'Pada transfer, jumlahnya dikurangi potongan kode unik Rp1–Rp499 agar penjual mengenali pembayaran Anda.',
    consent:
      'Saya setuju dengan syarat mal dan sudah membaca pemberitahuan privasi: nama, nomor, dan alamat dipakai untuk pesanan ini serta diberikan kepada penjual dan kurir.',
    terms: 'Syarat',
    privacy: 'Privasi',
    placeOrder: 'Buat pesanan',
    review: 'Lanjut: lihat ongkir dan total',
    noticePriced: 'Ongkir sudah dihitung. Periksa pilihan pengiriman dan totalnya, lalu tekan Buat pesanan.',
    noticeChanged: 'Totalnya menyesuaikan pilihan Anda. Periksa sekali lagi, lalu tekan Buat pesanan.',
    free: 'Gratis',
    noMethod: 'Penjual ini belum melayani pembayaran untuk alamat atau jumlah ini.',
  },
  en: {
    cartTitle: 'Your cart',
    cartEmpty: 'Your cart is empty.',
    cartEmptyHint: 'Choose what you like and press + Keranjang. No account is needed.',
    browse: 'Browse',
    quantity: 'Quantity',
    update: 'Update quantities',
    remove: 'Remove',
    removeOf: (title) => `Remove ${title}`,
    empty: 'Empty the cart',
    goods: 'Goods',
    shippingLater: 'Shipping is worked out once we know the address.',
    toCheckout: 'Go to checkout',
    gone: 'Something is no longer sold',
    goneLine: (sku) => `${sku} is no longer in the mall and is left out.`,
    changed: 'Something has changed since you put it in',
    accept: 'Accept the changes',
    wholesale: (minimum) => `Wholesale price (min. ${minimum})`,
    weight: 'Weight',
    madeToOrder: (days) => `Made to order, ${days} days`,
    cartLimit: 'A cart holds at most 30 kinds of goods.',
    problems: {
      unknown_sku: 'That product is no longer in the mall.',
      quantity: 'The quantity must be a whole number from 1 to 10,000.',
      too_many_lines: 'The cart is full: at most 30 kinds of goods. Order these first, then go on.',
      too_large: 'The cart is full. Order these first, then go on.',
    },
    checkoutTitle: 'Checkout',
    yourOrder: 'What you are ordering',
    edit: 'Change the cart',
    contact: 'Buyer',
    name: 'Your name',
    phone: 'Mobile/WhatsApp number',
    phoneHint: 'With the country code, for example +65 8123 4567.',
    email: 'E-mail',
    emailHint: 'We send the details of the order here.',
    address: 'Delivery address',
    country: 'Country',
    region: 'Regency or city in Indonesia',
    regionHint: 'Only for addresses in Indonesia.',
    choose: 'Choose…',
    abroadCity: 'City (outside Indonesia)',
    addressLine: 'Full address',
    addressHint: 'Street, building, unit, and whatever helps the courier.',
    postalCode: 'Post code',
    otherRecipient: 'Someone else receives it',
    recipientName: "Recipient's name",
    recipientPhone: "Recipient's phone",
    priceShipping: 'Work out shipping',
    shippingOf: (shop) => `Shipping from ${shop}`,
    shippingFirst: 'Choose where it goes, then press Work out shipping.',
    sellerQuotes: 'The seller quotes shipping to this address. You will be told first, then pay or cancel.',
    days: (from, to) => (from === to ? `${from} days` : `${from}–${to} days`),
    estimate: 'The fee shown here is final: nothing is charged later.',
    paymentOf: (shop) => `Pay ${shop}`,
    payHint: 'You pay the seller directly. The mall never holds your money.',
    noteOf: (shop) => `Note for ${shop}`,
    noteHint: 'For example a second choice of colour.',
    payments: (count) =>
      count > 1 ? `This order means ${count} payments to ${count} sellers.` : 'This order means one payment to one seller.',
    subtotal: 'Goods',
    shipping: 'Shipping',
    total: 'Total',
    totalSoFar: 'Total before shipping',
    codeNote: 'For transfers the amount is lowered by a unique code of Rp1–Rp499, so that the seller recognises your payment.',
    consent:
      'I agree to the terms and have read the privacy notice: name, number and address are used for this order and given to the seller and the courier.',
    terms: 'Terms',
    privacy: 'Privacy',
    placeOrder: 'Place order',
    review: 'Continue: see shipping and total',
    noticePriced: 'Shipping has been worked out. Check the service and the total, then press Place order.',
    noticeChanged: 'The total follows your choices. Please check it once more, then press Place order.',
    free: 'Free',
    noMethod: 'This seller cannot take payment for this address or amount yet.',
  },
};
