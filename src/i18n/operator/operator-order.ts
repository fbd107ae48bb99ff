/** What the operator's page of one order says; the operator's desk speaks Indonesian. */
export const operatorOrder = {
  title: (code: string) => `Pesanan ${code}`,
  shop: 'Toko',
  buyer: 'Pembeli',
  total: 'Total',
  askBuyer: 'Hubungi pembeli',
  askSeller: 'Hubungi penjual',
  toBuyer: (name: string, code: string) =>
    `Halo Kak ${name}, kami dari Mal UKM Jawa Tengah mengenai pesanan ${code}.`,
  toSeller: (shop: string, code: string) =>
    `Halo ${shop}, kami dari Mal UKM Jawa Tengah mengenai pesanan ${code}.`,
  sample: 'Penjual ini contoh, nomornya tidak dapat dihubungi.',
  owed: (amount: string) => `${amount} perlu dikembalikan penjual.`,
  overRefunded: (amount: string) => `${amount} kembali lebih dari sisa pesanan ini.`,
  overRefundedHint:
    'Tanyakan kepada penjual dan pembeli apakah uangnya kembali dua kali. Setelah beres, tandai selesai; jumlahnya tetap tercatat di Jejak.',
  settle: 'Sudah selesai',
  refundCame: 'pembeli sudah menerimanya',
  refundUnconfirmed: 'pembeli belum mengabari',
  complaint: 'Komplain',
  noComplaint: 'Tidak ada komplain untuk pesanan ini.',
  noAnswer: 'belum ada',
  closedAt: (moment: string) => `Ditutup ${moment}.`,
  decision: 'Keputusan Anda',
  decisionHint:
    'Dikirim ke pembeli dan penjual, dan tercatat di Jejak. Sebut apa yang harus dilakukan, oleh siapa, dan sampai kapan.',
  decide: 'Kirim keputusan',
  close: 'Kirim dan tutup komplain',
  closeHint:
    'Komplain yang dibiarkan terbuka tetap menghentikan semua batas waktu pesanan ini. Setelah ditutup, pesanan berjalan lagi.',
  cancel: 'Batalkan pesanan ini',
  cancelHint:
    'Untuk pesanan yang macet sebelum dibayar. Barangnya kembali ke stok, pembeli dan penjual dikabari beserta alasannya.',
  refund: 'Catat dana yang sudah kembali',
  refundHint:
    'Untuk penjual yang tidak menjawab atau sudah meninggalkan mal: catat di sini setelah uang pembeli benar-benar kembali. Yang dikembalikan lewat dasbor pembayaran daring tercatat sendiri. Kosongkan jumlahnya bila seluruhnya kembali.',
  amount: 'Jumlah yang dikembalikan (Rp)',
  reference: 'Nomor referensi transfer',
  owe: 'Catat uang lebih yang masuk',
  oweHint: 'Pembayaran kedua, atau jumlah yang lain, lewat transfer atau QRIS. Penjual dan pembeli dikabari.',
  oweAmount: 'Jumlah yang harus dikembalikan (Rp)',
  oweReason: 'Sebabnya',
  reason: 'Alasan',
  done: {
    decide: 'Keputusan sudah dikirim ke pembeli dan penjual.',
    close: 'Keputusan sudah dikirim dan komplain ditutup.',
    cancel: 'Pesanan sudah dibatalkan.',
    refund: 'Dana yang kembali sudah tercatat.',
    owe: 'Uang yang harus dikembalikan sudah tercatat.',
    settle: 'Sudah ditandai selesai.',
  } as Record<string, string>,
};
