import { formatNumber, formatRupiah, type Rupiah } from '../../domain/money.ts';
import type { WaitReason } from '../../domain/seller-desk/booth-sale.ts';
import { formatMomentInText } from '../moment.ts';

// The operator's desk speaks Indonesian only: it is the province's own.

/** What the figures can be told by, in the order in which the desk shows them. */
export const GROUPINGS = [
  'edition',
  'channel',
  'region',
  'destination',
  'seller',
  'category',
  'product',
] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What the press is told: turnover and its parts as of a moment. */
export interface PressFigures {
  as_of: string;
  total: Rupiah;
  editions: { name: string; total: Rupiah }[];
  sellers: number;
  products: number;
  visitors: number;
  inquiries: number;
}

function list(parts: string[]): string {
  const last = parts.at(-1) ?? '';
  if (parts.length < 3) return parts.join(' dan ');
  return `${parts.slice(0, -1).join(', ')}, dan ${last}`;
}

export const operatorDesk = {
  title: 'Meja pengelola',
  nav: {
    label: 'Meja pengelola',
    figures: 'Angka',
    visitors: 'Pengunjung',
    attention: 'Perlu bantuan',
    approvals: 'Persetujuan',
    suspend: 'Tangguhkan',
    link: 'Tautan masuk',
    corrections: 'Koreksi',
    trail: 'Jejak',
    content: 'Isi mal',
  },
  figuresTitle: 'Angka mal',
  asOfLabel: 'Sampai dengan (WIB)',
  asOfHint: 'Kosongkan untuk saat ini.',
  knownAtLabel: 'Seperti diketahui pada (WIB)',
  knownAtHint: 'Kosongkan untuk yang diketahui sekarang. Penjualan yang dicatat belakangan tidak ikut.',
  show: 'Tampilkan',
  badMoment: 'Waktunya belum benar. Contoh: 2020-11-20T13:00.',
  asOf: (moment: string) => `Sampai dengan ${formatMomentInText(moment)}`,
  knownAt: (moment: string) => `seperti diketahui pada ${formatMomentInText(moment)}`,
  turnover: 'Omzet',
  captured: 'Lewat pesanan di mal',
  reported: 'Dilaporkan penjual',
  history: 'Riwayat expo',
  corrected: 'Koreksi pengelola',
  sellers: 'UKM',
  products: 'Produk',
  visitors: 'Pengunjung',
  inquiries: 'Penawaran',
  sum: (parts: { captured: string; reported: string; history: string; corrected?: string }) =>
    `Omzet itu terdiri atas ${parts.history} dari riwayat expo, ${parts.captured} lewat pesanan di mal, dan ${parts.reported} yang dilaporkan penjual${parts.corrected ? `, dikoreksi pengelola ${parts.corrected}` : ''}.`,
  press: 'Kalimat untuk pers',
  pressHint: 'Salin dan tempel; angkanya dari buku besar.',
  copy: 'Salin kalimat',
  copied: 'Tersalin',
  pressSentence: ({ as_of, total, editions, sellers, products, visitors, inquiries }: PressFigures) => {
    const parts = editions
      .filter((edition) => edition.total !== 0)
      .map((edition) => `${formatRupiah(edition.total)} dari ${edition.name}`);
    const made = parts.length > 1 ? `, terdiri atas ${list(parts)}` : '';
    return `Sampai dengan ${formatMomentInText(as_of)}, omzet Mal UKM Jawa Tengah mencapai ${formatRupiah(total)}${made}. Mal ini menghimpun ${formatNumber(sellers)} UKM dan ${formatNumber(products)} produk, dengan ${formatNumber(visitors)} pengunjung dan ${formatNumber(inquiries)} penawaran kepada penjual.`;
  },
  groupings: {
    edition: 'Menurut expo',
    channel: 'Menurut cara penjualan',
    region: 'Menurut daerah asal',
    destination: 'Menurut tujuan',
    seller: 'Menurut UKM',
    category: 'Menurut kategori',
    product: 'Menurut produk',
  } satisfies Record<Grouping, string>,
  groupingHints: {
    category:
      'Kategori dan produk dihitung dari barang yang terjual, sebelum pengembalian dana. Riwayat expo, pengembalian dana, dan penjualan tanpa nama produk ada di baris yang tidak dirinci.',
  },
  columns: {
    edition: 'Expo',
    channel: 'Cara',
    region: 'Daerah asal',
    destination: 'Tujuan',
    seller: 'UKM',
    category: 'Kategori',
    product: 'Produk',
  } satisfies Record<Grouping, string>,
  code: 'Kode',
  amount: 'Omzet (Rp)',
  share: 'Bagian',
  nothingSold: 'Belum ada penjualan sampai saat itu.',
  unknown: {
    edition: 'Expo yang sudah tidak ada',
    channel: 'Cara lain',
    region: 'Tidak dirinci per daerah (riwayat expo)',
    destination: 'Tidak diketahui',
    seller: 'Semua UKM bersama (riwayat expo)',
    category: 'Tidak dirinci',
    product: 'Tidak dirinci',
  } satisfies Record<Grouping, string>,
  channels: {
    online: 'Pesanan di mal',
    booth: 'Stan pameran',
    elsewhere: 'Di luar mal, dilaporkan penjual',
    history: 'Riwayat expo',
    correction: 'Koreksi pengelola',
  } as Record<string, string>,
  others: (count: number) => `${formatNumber(count)} lainnya`,
  days: 'Omzet per hari',
  daysLead: (count: number) => `${count} hari terakhir sampai saat itu.`,
  day: 'Hari',
  daysTable: 'Angka per hari',
  detail: 'Kategori dan produk',
  detailLead: 'Barang apa yang terjual.',
  exportTitle: 'Unduh',
  exportLead: 'Angka di halaman ini, siap dibuka di aplikasi lembar kerja.',
  exportXlsx: 'Semua tabel (XLSX)',
  exportCsv: (grouping: string) => `${grouping} (CSV)`,
  exportEntries: 'Buku besar bulan itu (CSV)',
  recount: 'Hitung ulang jumlah harian',
  recountHint: 'Menjumlahkan kembali seluruh buku besar. Angkanya tidak berubah; pakai bila ada yang ragu.',
  recounted: (rows: number) =>
    rows === 0
      ? 'Jumlah harian sudah sama dengan buku besar.'
      : `Jumlah harian dihitung ulang; ${formatNumber(rows)} baris diperbaiki.`,
  entryColumns: [
    'Terjadi',
    'Dicatat',
    'Jenis',
    'Cara',
    'Expo',
    'UKM',
    'Tujuan',
    'Jumlah (Rp)',
    'Asal catatan',
  ],
  kinds: {
    sale: 'Penjualan',
    refund: 'Pengembalian dana',
    offline_sale: 'Penjualan di stan',
    reported_sale: 'Penjualan dilaporkan',
    opening_balance: 'Riwayat expo',
    correction: 'Koreksi',
  } as Record<string, string>,

  visitorsTitle: 'Pengunjung',
  visitorsLead:
    'Dihitung tanpa cookie dan tanpa menyimpan alamat siapa pun. Satu orang di satu hari dihitung sekali.',
  visitorsDays: '30 hari terakhir',
  views: 'Halaman dilihat',
  month: 'Bulan ini',
  topKinds: { edition: 'Expo', region: 'Daerah', product: 'Produk' },
  noVisits: 'Belum ada kunjungan yang dihitung.',

  attentionTitle: 'Perlu bantuan',
  complaints: 'Komplain yang terbuka',
  complaintsHint: 'Penjual menjawab paling lambat 2 hari kerja. Buka pesanannya untuk memutuskan.',
  complaintState: {
    decided: 'sudah diputuskan',
    answered: 'sudah dijawab penjual',
    waiting: 'belum dijawab',
  },
  owed: 'Uang yang harus dikembalikan penjual',
  owedHint: 'Masuk tetapi bukan bagian dari penjualan.',
  overRefunded: 'Uang yang kembali lebih dari sisanya',
  overRefundedHint:
    'Pembayaran daring mengembalikan lebih banyak daripada sisa pesanannya: mungkin pembeli menerima uang dua kali.',
  expiring: 'Pesanan yang hampir lewat waktu',
  expiringHint: (hours: number) => `Waktu bayar atau waktu menjawab ongkirnya habis dalam ${hours} jam.`,
  claims: 'Pembeli sudah bayar, penjual belum menjawab',
  claimsHint: (days: number) => `Sudah lebih dari ${days} hari sejak pembeli menekan Saya sudah bayar.`,
  unanswered: 'Pertanyaan yang belum dijawab',
  unansweredHint: (days: number) => `Sudah lebih dari ${days} hari.`,
  refusedMail: 'E-mail penjual yang tidak sampai',
  refusedMailHint:
    'Alamat e-mailnya ditolak server, jadi penjual tidak menerima kabar pesanan. Hubungi, lalu perbaiki alamatnya di konten.',
  answering: (hours: string, answered: number) =>
    `Rata-rata penjual menjawab dalam ${hours} jam (${formatNumber(answered)} pertanyaan dalam 30 hari terakhir).`,
  nobodyWaits: 'Tidak ada.',
  remind: 'Ingatkan penjual lewat WhatsApp',
  remindText: (shop: string, code: string) =>
    `Halo Kak dari ${shop}, kami dari Mal UKM. ${code} masih menunggu Kakak. Ada yang bisa kami bantu?`,
  order: 'Pesanan',
  inquiry: 'Pertanyaan',
  until: 'Sampai',
  since: 'Sejak',
  unfound: 'Dicari, tetapi tidak ketemu',
  unfoundLead: '30 hari terakhir. Mungkin ada UKM yang membuatnya, atau kata itu perlu masuk daftar padanan.',
  query: 'Kata',
  times: 'Kali',

  suspendTitle: 'Tangguhkan',
  suspendLead:
    'UKM atau produk yang ditangguhkan langsung tidak dapat dipesan, dicari, ditanyakan, atau dijual di gerai.',
  kind: 'Macam penangguhan',
  suspendKinds: {
    pause: 'Dihentikan sementara',
    fraud: 'Dugaan penipuan (untuk toko)',
  },
  kindNotes: {
    pause: 'Pesanan yang sudah ada berjalan terus.',
    fraud:
      'Cara bayarnya disembunyikan dari pembeli, tautan dan sesi penjual berakhir, dan pembeli yang pesanannya belum selesai dikabari.',
  },
  closedForFraud: 'Dugaan penipuan',
  subject: 'UKM atau produk',
  subjectHint: 'Nama toko, atau alamatnya di mal, misalnya batik-sekar atau batik-sekar/kemeja-parang.',
  reason: 'Alasan',
  reasonHint: 'Tercatat di jejak.',
  suspend: 'Tangguhkan',
  resume: 'Pulihkan',
  suspendedNow: 'Sedang ditangguhkan',
  nothingSuspended: 'Tidak ada yang ditangguhkan.',
  suspended: (subject: string) => `${subject} sudah ditangguhkan.`,
  resumed: (subject: string) => `${subject} dapat dipesan lagi.`,
  notSuspended: 'Itu sudah tidak ditangguhkan.',
  unknownSubject: 'UKM atau produk itu tidak ada di mal.',
  reasonMissing: 'Tuliskan alasannya, paling banyak 500 huruf.',
  by: (actor: string, moment: string) => `${actor} · ${moment}`,

  correctionsTitle: 'Koreksi dan persetujuan',
  correctionsLead:
    'Catatan di buku besar tidak pernah diubah. Yang keliru dibetulkan dengan catatan baru, lengkap dengan alasannya.',
  salesWait: (count: number) => `${formatNumber(count)} penjualan menunggu persetujuan`,
  waiting: 'Penjualan yang menunggu persetujuan',
  waitingHint: 'Belum dihitung dalam omzet. Tanyakan dulu kepada penjualnya bila ragu.',
  waitReasons: {
    price: 'lebih dari tiga kali harga jualnya',
    amount: 'di atas Rp50.000.000',
    age: 'terjadi lebih dari 30 hari sebelum dicatat',
  } satisfies Record<WaitReason, string>,
  soldOn: (moment: string, recorded: string) => `Terjual ${moment}, dicatat ${recorded}`,
  decisionReason: 'Alasan',
  decisionReasonHint: 'Wajib bila ditolak; penjualnya membaca ini.',
  approve: 'Setujui',
  refuse: 'Tolak',
  correctTitle: 'Tambah koreksi',
  correctAmount: 'Jumlah (rupiah)',
  correctAmountHint: 'Dengan minus untuk mengurangi, misalnya -75.000 atau -75rb.',
  corrects: 'Catatan yang dikoreksi',
  correctsHint:
    'Kode pesanan atau nomor penjualan, bila ada. Tanpa ini, koreksi berlaku mulai sekarang untuk expo itu.',
  correctSave: 'Catat koreksi',
  corrections: 'Koreksi terakhir',
  noCorrections: 'Belum ada koreksi.',
  correctionsNews: {
    correct: 'Koreksi tercatat.',
    approve: 'Penjualan itu disetujui dan dihitung dalam omzet.',
    refuse: 'Penjualan itu ditolak dan tidak dihitung.',
  } as Record<string, string>,

  trailTitle: 'Jejak',
  trailLead:
    'Siapa melakukan apa, dan kapan: stok, penjualan langsung, pembayaran, pengembalian dana, libur, unduhan, dan keputusan pengelola. Yang terbaru di atas.',
  ofShop: (name: string) => `Penjual ${name}`,
  gateway: 'Layanan pembayaran',
  pieces: (count: string) => `menjadi ${count}`,
  when: 'Kapan',
  who: 'Siapa',
  what: 'Apa',
  actions: {
    suspend: 'Menangguhkan',
    suspend_fraud: 'Menutup karena dugaan penipuan',
    resume: 'Memulihkan',
    recount: 'Menghitung ulang jumlah harian',
    export: 'Mengunduh angka',
    sign_in_link: 'Membuat tautan masuk',
    passkeys_removed: 'Menghapus sidik jari pengelola',
    decide_complaint: 'Memutuskan komplain',
    close_complaint: 'Memutuskan dan menutup komplain',
    order_refunded: 'Mencatat pengembalian dana',
    settle_over_refund: 'Menandai selesai uang yang kembali lebih',
    owe: 'Mencatat uang yang harus dikembalikan',
    order_cancelled: 'Membatalkan pesanan',
    set_changed: 'Data penjual berubah di isi mal',
    set_first_yes: 'Menyetujui perubahan data penjual (pertama dari dua)',
    set_approved: 'Menyetujui perubahan data penjual',
    set_refused: 'Menolak perubahan data penjual',
    order_paid: 'Uang masuk untuk pesanan',
    refund: 'Mengembalikan dana pesanan',
    pause_holiday: 'Meliburkan toko',
    lift_holiday: 'Membuka lagi toko',
    pause_sold_out: 'Menandai habis',
    lift_sold_out: 'Menjual lagi',
    stock_set: 'Mengisi stok',
    stock_add: 'Menambah stok',
    sale: 'Mencatat penjualan langsung',
    sale_waits: 'Mencatat penjualan langsung, menunggu persetujuan',
    sale_void: 'Membatalkan penjualan langsung',
    sale_approve: 'Menyetujui penjualan langsung',
    sale_refuse: 'Menolak penjualan langsung',
    correction: 'Mengoreksi omzet',
    export_orders: 'Mengunduh pesanan toko',
  } as Record<string, string>,
  older: 'Yang lebih lama',
  noTrail: 'Belum ada jejak.',
};
