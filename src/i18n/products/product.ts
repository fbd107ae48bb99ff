import type { LabelKind, Technique, Unit } from '../../domain/products/product.ts';
import type { Sentences } from '../locale.ts';

/** What a product's page says. Amounts arrive formatted. */
interface ProductWords {
  techniques: Record<Technique, string>;
  /** One honest sentence on how it was made. */
  techniqueNotes: Partial<Record<Technique, string>>;
  units: Record<Unit, string>;
  labels: Record<LabelKind, string>;
  inStock: string;
  left: (count: number | string) => string;
  soldOut: string;
  preOrder: (days: number) => string;
  preOrderNote: (days: number) => string;
  allSoldOut: string;
  chooseVariant: string;
  quantity: string;
  quantityHint: (min: string) => string;
  buyNow: string;
  addToCart: string;
  wholesale: string;
  wholesaleFrom: string;
  wholesalePrice: (unit: string) => string;
  fromQuantity: (count: string, unit: string) => string;
  about: string;
  details: string;
  category: string;
  technique: string;
  materials: string;
  motif: string;
  colors: string;
  weight: string;
  weightValue: (grams: string) => string;
  packed: string;
  unit: string;
  minimum: string;
  care: string;
  certificates: string;
  validUntil: (day: string) => string;
  edition: string;
  sizeChart: string;
  sizeChartNote: (columns: string) => string;
  /** What the usual abbreviations of a size chart mean. */
  measures: Record<string, string>;
  size: string;
  maker: string;
  makerIn: (place: string) => string;
  since: (year: number) => string;
  knownFor: (crafts: string) => string;
  sum: string;
  wholesaleReached: string;
  hours: string;
  holiday: (from: string, until: string) => string;
  visitSeller: string;
  shipping: string;
  shippingFrom: (place: string) => string;
  shippingTo: string;
  shippingFee: string;
  shippingTime: string;
  shippingDays: (from: number, to: number) => string;
  shippingEstimate: (amount: string, grams: string) => string;
  shippingBinding: string;
  pickUp: string;
  payment: string;
  paymentDirect: string;
  ask: string;
  askButton: string;
  askForm: string;
  askText: (title: string, url: string) => string;
  askSample: string;
  moreFromSeller: (seller: string) => string;
  similar: string;
  allFromSeller: string;
  inEnglish: string;
  photoAlt: (title: string) => string;
  drawingAlt: (title: string) => string;
  photoNumber: (title: string, number: number) => string;
  openPhoto: string;
  morePhotos: (count: number) => string;
  sampleNote: string;
}

export const productWords: Sentences<ProductWords> = {
  id: {
    techniques: {
      tulis: 'Batik tulis',
      cap: 'Batik cap',
      kombinasi: 'Batik kombinasi tulis dan cap',
      printing: 'Motif batik (printing)',
      'tenun-atbm': 'Tenun ATBM',
      'tenun-ikat': 'Tenun ikat',
      lurik: 'Tenun lurik',
      ecoprint: 'Ecoprint',
      jumputan: 'Jumputan',
      bordir: 'Bordir',
      sulam: 'Sulam tangan',
      rajut: 'Rajut',
      anyam: 'Anyam',
      konveksi: 'Konveksi',
      'kerajinan-tangan': 'Kerajinan tangan',
    },
    techniqueNotes: {
      tulis:
        'Malam digoreskan dengan canting, sehelai demi sehelai. Garis yang tidak persis sama adalah tandanya.',
      cap: 'Malam dibubuhkan dengan cap tembaga, sehelai demi sehelai.',
      kombinasi: 'Sebagian motif dicap, sebagian digoreskan dengan canting.',
      printing: 'Kain bermotif batik yang dicetak mesin; bukan batik dari malam.',
      'tenun-atbm': 'Ditenun dengan alat tenun bukan mesin.',
      'tenun-ikat': 'Benang diikat dan dicelup sebelum ditenun.',
      lurik: 'Ditenun dari benang berwarna yang membentuk garis.',
      ecoprint: 'Warna dan bentuk dari daun dan bunga; tidak ada dua helai yang sama.',
      jumputan: 'Kain diikat lalu dicelup, sehingga warnanya bergradasi.',
    },
    units: {
      pcs: 'pcs',
      lembar: 'lembar',
      meter: 'meter',
      set: 'set',
      pasang: 'pasang',
      lusin: 'lusin (12 pcs)',
      kodi: 'kodi (20 pcs)',
    },
    labels: {
      sni: 'SNI',
      halal: 'Halal',
      tkdn: 'TKDN',
      hki: 'HKI',
      batikmark: 'Batikmark',
      'p-irt': 'P-IRT',
    },
    inStock: 'Stok ready',
    left: (count) => `Sisa ${count}`,
    soldOut: 'Stok habis',
    preOrder: (days) => `Pre-order (PO) ${days} hari`,
    preOrderNote: (days) => `Dibuat setelah Anda pesan dan bayar; siap dikirim dalam ${days} hari.`,
    allSoldOut:
      'Saat katalog ini dibuat, stoknya tercatat habis. Keranjang memeriksa stok terbaru, karena penjual bisa saja sudah menambahnya.',
    chooseVariant: 'Pilih varian',
    quantity: 'Jumlah',
    quantityHint: (min) => `Paling sedikit ${min}`,
    buyNow: 'Beli langsung',
    addToCart: '+ Keranjang',
    wholesale: 'Harga grosir',
    wholesaleFrom: 'Mulai',
    wholesalePrice: (unit) => `Harga per ${unit}`,
    fromQuantity: (count, unit) => `${count} ${unit}`,
    about: 'Tentang produk ini',
    details: 'Rincian',
    category: 'Kategori',
    technique: 'Pembuatan',
    materials: 'Bahan',
    motif: 'Motif',
    colors: 'Warna',
    weight: 'Berat',
    weightValue: (grams) => `${grams} gram setelah dikemas`,
    packed: 'Ukuran paket',
    unit: 'Satuan',
    minimum: 'Pembelian minimum',
    care: 'Perawatan',
    certificates: 'Sertifikat',
    validUntil: (day) => `berlaku sampai ${day}`,
    edition: 'Masuk mal lewat',
    sizeChart: 'Tabel ukuran (cm)',
    sizeChartNote: (columns) => ['Toleransi ± 2 cm.', columns && `${columns}.`].filter(Boolean).join(' '),
    measures: {
      LD: 'lingkar dada',
      LP: 'lingkar pinggang',
      PB: 'panjang badan',
      PL: 'panjang lengan',
    },
    size: 'Ukuran',
    maker: 'Pembuatnya',
    makerIn: (place) => `Dibuat dan dikirim dari ${place}.`,
    since: (year) => `Sejak ${year}.`,
    knownFor: (crafts) => `Dikenal karena ${crafts}.`,
    sum: 'Jumlah harga',
    wholesaleReached: 'harga grosir',
    hours: 'Jam buka',
    holiday: (from, until) => `Toko libur ${from} sampai ${until}; pesanan dikirim sesudahnya.`,
    visitSeller: 'Lihat tokonya',
    shipping: 'Pengiriman',
    shippingFrom: (place) => `Dikirim dari ${place}.`,
    shippingTo: 'Tujuan',
    shippingFee: 'Ongkir',
    shippingTime: 'Perkiraan tiba',
    shippingDays: (from, to) => (from === to ? `${from} hari` : `${from}–${to} hari`),
    shippingEstimate: (amount, grams) => `Perkiraan ongkir untuk ${amount} (${grams} gram)`,
    shippingBinding: 'Ongkir pasti tampil sebelum Anda memesan. Tidak ada tagihan ongkir susulan.',
    pickUp: 'Bisa juga diambil di tempat penjual.',
    payment: 'Pembayaran',
    paymentDirect:
      'Anda membayar langsung ke penjual. Nomor tujuan hanya tampil di halaman pesanan; jangan bayar ke nomor yang dikirim lewat chat.',
    ask: 'Ada pertanyaan?',
    askButton: 'Tanya penjual lewat WhatsApp',
    askForm: 'Tanya atau minta penawaran',
    askText: (title, url) => `Halo Kak, saya mau tanya tentang ${title} di Mal UKM: ${url}`,
    askSample:
      'Pada toko sungguhan, di sini ada tombol WhatsApp ke penjual. Toko ini contoh, jadi nomornya tidak ada.',
    moreFromSeller: (seller) => `Lainnya dari ${seller}`,
    similar: 'Yang serupa',
    allFromSeller: 'Semua produk toko ini',
    inEnglish: 'In English',
    photoAlt: (title) => `Foto ${title}`,
    drawingAlt: (title) => `Ilustrasi ${title}`,
    photoNumber: (title, number) => `${title}, foto ${number}`,
    openPhoto: 'Buka foto ukuran penuh',
    morePhotos: (count) => `Lihat ${count} foto lainnya`,
    sampleNote: 'Produk contoh; gambarnya ilustrasi.',
  },
  en: {
    techniques: {
      tulis: 'Hand-drawn batik (tulis)',
      cap: 'Stamped batik (cap)',
      kombinasi: 'Hand-drawn and stamped batik',
      printing: 'Printed cloth with a batik motif',
      'tenun-atbm': 'Handloom weaving (ATBM)',
      'tenun-ikat': 'Ikat weaving',
      lurik: 'Lurik weaving',
      ecoprint: 'Ecoprint',
      jumputan: 'Tie-dye (jumputan)',
      bordir: 'Machine embroidery (bordir)',
      sulam: 'Hand embroidery (sulam)',
      rajut: 'Knitted or crocheted',
      anyam: 'Plaited',
      konveksi: 'Tailored in a workshop',
      'kerajinan-tangan': 'Handicraft',
    },
    techniqueNotes: {
      tulis: 'Wax drawn with a canting, one cloth at a time. Lines that are never quite alike are its sign.',
      cap: 'Wax applied with a copper stamp, one cloth at a time.',
      kombinasi: 'Part of the motif is stamped, part drawn with a canting.',
      printing: 'Machine-printed cloth with a batik motif; not wax-resist batik.',
      'tenun-atbm': 'Woven on a handloom.',
      'tenun-ikat': 'The yarn is tied and dyed before it is woven.',
      lurik: 'Woven of coloured yarns that form the stripes.',
      ecoprint: 'Colour and shape come from leaves and flowers; no two are alike.',
      jumputan: 'Tied, then dyed, so that the colours run into each other.',
    },
    units: {
      pcs: 'piece',
      lembar: 'sheet',
      meter: 'metre',
      set: 'set',
      pasang: 'pair',
      lusin: 'dozen',
      kodi: 'kodi (20 pieces)',
    },
    labels: {
      sni: 'SNI',
      halal: 'Halal',
      tkdn: 'Local content (TKDN)',
      hki: 'Registered design (HKI)',
      batikmark: 'Batikmark',
      'p-irt': 'P-IRT',
    },
    inStock: 'In stock',
    left: (count) => `${count} left`,
    soldOut: 'Sold out',
    preOrder: (days) => `Made to order in ${days} days`,
    preOrderNote: (days) => `Made after you order and pay; ready to ship in ${days} days.`,
    allSoldOut:
      'When this catalogue was made there was none left. The cart checks the latest stock, for the seller may have added some.',
    chooseVariant: 'Choose one',
    quantity: 'Quantity',
    quantityHint: (min) => `At least ${min}`,
    buyNow: 'Buy now',
    addToCart: '+ Cart',
    wholesale: 'Wholesale prices',
    wholesaleFrom: 'From',
    wholesalePrice: (unit) => `Price per ${unit}`,
    fromQuantity: (count, unit) => `${count} ${unit}`,
    about: 'About this product',
    details: 'Details',
    category: 'Category',
    technique: 'How it is made',
    materials: 'Material',
    motif: 'Motif',
    colors: 'Colours',
    weight: 'Weight',
    weightValue: (grams) => `${grams} grams packed`,
    packed: 'Parcel size',
    unit: 'Sold by the',
    minimum: 'Minimum quantity',
    care: 'Care',
    certificates: 'Certificates',
    validUntil: (day) => `valid until ${day}`,
    edition: 'Joined the mall at',
    sizeChart: 'Size chart (cm)',
    sizeChartNote: (columns) => ['Tolerance ± 2 cm.', columns && `${columns}.`].filter(Boolean).join(' '),
    measures: {
      LD: 'chest',
      LP: 'waist',
      PB: 'length',
      PL: 'sleeve',
    },
    size: 'Size',
    maker: 'The maker',
    makerIn: (place) => `Made in and sent from ${place}.`,
    since: (year) => `Since ${year}.`,
    knownFor: (crafts) => `Known for ${crafts}.`,
    sum: 'Total',
    wholesaleReached: 'wholesale price',
    hours: 'Opening hours',
    holiday: (from, until) => `The shop is closed from ${from} to ${until}; orders are sent afterwards.`,
    visitSeller: 'Visit the shop',
    shipping: 'Shipping',
    shippingFrom: (place) => `Sent from ${place}.`,
    shippingTo: 'To',
    shippingFee: 'Fee',
    shippingTime: 'Takes about',
    shippingDays: (from, to) => (from === to ? `${from} days` : `${from}–${to} days`),
    shippingEstimate: (amount, grams) => `Estimated fee for ${amount} (${grams} grams)`,
    shippingBinding: 'The exact fee is shown before you order. Nothing is added afterwards.',
    pickUp: 'It can also be picked up at the seller’s.',
    payment: 'Payment',
    paymentDirect:
      'You pay the seller directly. The account stands on the order page only; never pay to a number sent by chat.',
    ask: 'Questions?',
    askButton: 'Ask the seller on WhatsApp',
    askForm: 'Ask or request a quote',
    askText: (title, url) => `Hello, I have a question about ${title} at Mal UKM: ${url}`,
    askSample: 'A real shop has a WhatsApp button here. This shop is a sample, so there is no number.',
    moreFromSeller: (seller) => `More from ${seller}`,
    similar: 'Similar',
    allFromSeller: 'Everything from this shop',
    inEnglish: 'In English',
    photoAlt: (title) => `Photo of ${title}`,
    drawingAlt: (title) => `Illustration of ${title}`,
    photoNumber: (title, number) => `${title}, photo ${number}`,
    openPhoto: 'Open the full-size photo',
    morePhotos: (count) => `See ${count} more photos`,
    sampleNote: 'A sample product; its picture is an illustration.',
  },
};
