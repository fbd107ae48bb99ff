import { MAX_LINES, MAX_QTY } from '../../domain/limits.ts';
import { formatNumber } from '../../domain/money.ts';
import type { Sentences } from '../locale.ts';

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
  tierHint: (more: number, price: string) => string;
  minimum: (pieces: number, unit: string) => string;
  parcel: (weight: string) => string;
  acceptAndGo: string;
  inOtherLanguage: string;
  steps: string[];
  stepsLabel: string;
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
  province: string;
  provinceHint: string;
  showRegions: string;
  region: string;
  otherRegion: string;
  district: string;
  districtHint: string;
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
  remember: string;
  rememberHint: string;
  shippingOf: (shop: string) => string;
  quotedBySeller: string;
  quotedLater: (known: string, amount: number) => string;
  pickupNote: string;
  shipsFrom: (place: string) => string;
  shippingFirst: string;
  sellerQuotes: string;
  days: (from: number, to: number) => string;
  estimate: string;
  paymentOf: (shop: string) => string;
  payHint: string;
  /** Why QRIS is not among the ways of paying. */
  aboveQris: (limit: string) => string;
  methodNotes: Record<string, string>;
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
  noticeChoices: string;
  free: string;
  noMethod: string;
  askSeller: string;
  busy: string;
  lost: string;
  stock: (left: number) => string;
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
    tierHint: (more, price) => `Tambah ${more} lagi untuk harga grosir ${price}`,
    minimum: (pieces, unit) => `Pembelian paling sedikit ${pieces} ${unit}`,
    parcel: (weight) => `Berat barang ${weight}`,
    acceptAndGo: 'Setuju dan lanjut ke pemesanan',
    inOtherLanguage: 'View this page in English',
    steps: ['Keranjang', 'Alamat dan ongkir', 'Bayar'],
    stepsLabel: 'Langkah pemesanan',
    cartLimit: `Satu keranjang paling banyak ${MAX_LINES} jenis barang.`,
    problems: {
      unknown_sku: 'Barang itu sudah tidak ada di mal.',
      quantity: `Jumlah harus bilangan bulat dari 1 sampai ${formatNumber(MAX_QTY)}.`,
      too_many_lines: `Keranjang sudah penuh: paling banyak ${MAX_LINES} jenis barang. Pesan dulu yang ada, lalu lanjutkan.`,
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
    province: 'Provinsi',
    provinceHint: 'Untuk alamat di Indonesia. Boleh langsung memilih kabupaten/kota di bawah.',
    showRegions: 'Tampilkan kabupaten/kotanya',
    region: 'Kabupaten/Kota',
    otherRegion: 'Kabupaten/kota di provinsi lain…',
    district: 'Kecamatan',
    districtHint: 'Kurir mengantar menurut kecamatan.',
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
    remember: 'Ingat alamat di perangkat ini',
    rememberHint:
      'Hanya disimpan di HP atau komputer ini, tidak di mal. Jangan dipakai di perangkat bersama.',
    quotedBySeller: 'Dikirim, ongkir ditentukan penjual',
    quotedLater: (known, amount) => (amount > 0 ? `${known} + kabar penjual` : 'Menunggu kabar penjual'),
    pickupNote: 'Tanpa ongkir',
    shipsFrom: (place) => `Dikirim dari ${place}`,
    shippingOf: (shop) => `Pengiriman dari ${shop}`,
    shippingFirst: 'Ongkir dan cara bayar muncul setelah kabupaten/kota tujuan dipilih.',
    sellerQuotes:
      'Ongkir ke alamat ini ditentukan penjual. Anda diberi tahu dulu, baru membayar atau membatalkan.',
    days: (from, to) => (from === to ? `${from} hari` : `${from}–${to} hari`),
    estimate: 'Ongkir yang tertera mengikat: tidak ada tagihan ongkir susulan.',
    paymentOf: (shop) => `Bayar ke ${shop}`,
    payHint: 'Pembayaran langsung ke penjual. Mal tidak menyimpan uang Anda.',
    aboveQris: (limit) => `QRIS hanya bisa sampai ${limit} sekali bayar.`,
    methodNotes: {
      qris: 'Dari aplikasi bank atau dompet digital mana pun',
      transfer: 'Ke rekening penjual',
      cod: 'Tunai kepada kurir saat barang diterima',
      gateway: 'Kartu, rekening virtual, atau dompet digital',
      abroad: 'Ke rekening penjual untuk kiriman dari luar negeri',
    },
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
    codeNote:
      'Pada transfer bank, jumlahnya dikurangi potongan kode unik Rp1–Rp499 agar penjual mengenali pembayaran Anda.',
    consent:
      'Saya setuju dengan syarat mal dan sudah membaca pemberitahuan privasi: nama, nomor, dan alamat dipakai untuk pesanan ini serta diberikan kepada penjual dan kurir.',
    terms: 'Syarat',
    privacy: 'Privasi',
    placeOrder: 'Buat pesanan',
    review: 'Lanjut: lihat ongkir dan total',
    noticePriced: 'Ongkir sudah dihitung. Periksa pilihan pengiriman dan totalnya, lalu tekan Buat pesanan.',
    noticeChoices:
      'Ada pilihan yang tidak tersedia untuk alamat atau jumlah ini, jadi kami ganti. Periksa pengiriman, cara bayar, dan totalnya, lalu tekan Buat pesanan.',
    noticeChanged: 'Totalnya menyesuaikan pilihan Anda. Periksa sekali lagi, lalu tekan Buat pesanan.',
    free: 'Gratis',
    noMethod:
      'Penjual ini belum melayani pembayaran untuk alamat atau jumlah ini. Tanyakan dulu cara membelinya.',
    askSeller: 'Tanya penjual',
    busy: 'Sebentar, sedang memproses…',
    lost: 'Jaringan terputus. Isian Anda tetap tersimpan di HP ini; kami coba lagi begitu tersambung.',
    stock: (left) => `sisa ${left}`,
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
    tierHint: (more, price) => `${more} more for the wholesale price of ${price}`,
    minimum: (pieces, unit) => `Minimum ${pieces} ${unit}`,
    parcel: (weight) => `Goods weigh ${weight}`,
    acceptAndGo: 'Accept and go to checkout',
    inOtherLanguage: 'Lihat halaman ini dalam bahasa Indonesia',
    steps: ['Cart', 'Address and shipping', 'Pay'],
    stepsLabel: 'Steps of the order',
    cartLimit: `A cart holds at most ${MAX_LINES} kinds of goods.`,
    problems: {
      unknown_sku: 'That product is no longer in the mall.',
      quantity: `The quantity must be a whole number from 1 to ${MAX_QTY.toLocaleString('en')}.`,
      too_many_lines: `The cart is full: at most ${MAX_LINES} kinds of goods. Order these first, then go on.`,
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
    province: 'Province in Indonesia',
    provinceHint: 'Only for addresses in Indonesia. You may choose the regency or city below at once.',
    showRegions: 'Show its regencies and cities',
    region: 'Regency or city in Indonesia',
    otherRegion: 'In another province…',
    district: 'District (kecamatan)',
    districtHint: 'Couriers deliver by district.',
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
    remember: 'Remember the address on this device',
    rememberHint: 'Kept on this phone or computer only, never at the mall. Not for shared devices.',
    quotedBySeller: 'Sent, the seller quotes the fee',
    quotedLater: (known, amount) =>
      amount > 0 ? `${known} + the seller’s quote` : 'The seller will tell you',
    pickupNote: 'No shipping fee',
    shipsFrom: (place) => `Ships from ${place}`,
    shippingOf: (shop) => `Shipping from ${shop}`,
    shippingFirst: 'Shipping and ways of paying appear once we know where it goes.',
    sellerQuotes: 'The seller quotes shipping to this address. You will be told first, then pay or cancel.',
    days: (from, to) => (from === to ? `${from} days` : `${from}–${to} days`),
    estimate: 'The fee shown here is final: nothing is charged later.',
    paymentOf: (shop) => `Pay ${shop}`,
    payHint: 'You pay the seller directly. The mall never holds your money.',
    aboveQris: (limit) => `QRIS takes at most ${limit} a payment.`,
    methodNotes: {
      qris: 'From any Indonesian bank or wallet app',
      transfer: 'To the seller’s bank account',
      cod: 'Cash to the courier on delivery',
      gateway: 'Card, virtual account or wallet',
      abroad: 'To the seller’s account for money from abroad',
    },
    noteOf: (shop) => `Note for ${shop}`,
    noteHint: 'For example a second choice of colour.',
    payments: (count) =>
      count > 1
        ? `This order means ${count} payments to ${count} sellers.`
        : 'This order means one payment to one seller.',
    subtotal: 'Goods',
    shipping: 'Shipping',
    total: 'Total',
    totalSoFar: 'Total before shipping',
    codeNote:
      'For transfers the amount is lowered by a unique code of Rp1–Rp499, so that the seller recognises your payment.',
    consent:
      'I agree to the terms and have read the privacy notice: name, number and address are used for this order and given to the seller and the courier.',
    terms: 'Terms',
    privacy: 'Privacy',
    placeOrder: 'Place order',
    review: 'Continue: see shipping and total',
    noticePriced: 'Shipping has been worked out. Check the service and the total, then press Place order.',
    noticeChoices:
      'Some choices are not available for this address or amount, so we changed them. Please check shipping, payment and the total, then press Place order.',
    noticeChanged: 'The total follows your choices. Please check it once more, then press Place order.',
    free: 'Free',
    noMethod: 'This seller cannot take payment for this address or amount yet. Please ask how to buy it.',
    askSeller: 'Ask this maker',
    busy: 'One moment…',
    lost: 'The network is gone. What you typed stays on this device; we try again once it is back.',
    stock: (left) => `${left} left`,
  },
};
