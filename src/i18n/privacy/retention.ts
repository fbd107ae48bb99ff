import type { Retained } from '../../domain/privacy/retention.ts';

/** What the privacy page tells of each period of `src/domain/privacy/retention.ts`, in the page's order. */
export const retention: {
  title: string;
  lead: string;
  columns: [string, string, string];
  rows: Record<Retained, { data: string; from: string; after: string }>;
  period: (days: number) => string;
  law: string;
} = {
  title: 'Berapa lama data disimpan',
  lead: 'Sesudah waktunya habis, data berikut dihapus atau disamarkan secara otomatis.',
  columns: ['data', 'disimpan', 'sesudah itu'],
  rows: {
    orders: {
      data: 'nama, nomor, alamat, dan catatan di pesanan',
      from: 'sejak langkah terakhir pesanan',
      after: 'dihapus; barang, jumlah, dan uangnya tetap tercatat tanpa nama',
    },
    order_proofs: {
      data: 'foto bukti bayar atau komplain, dan rekening untuk pengembalian dana',
      from: 'sejak langkah terakhir pesanan',
      after: 'dihapus',
    },
    inquiries: {
      data: 'pertanyaan ke penjual: nama, kontak, dan percakapannya',
      from: 'sejak pesan terakhir',
      after: 'dihapus; hanya hitungannya yang tinggal',
    },
    spam: { data: 'pertanyaan yang ditandai spam', from: 'sejak ditandai', after: 'dihapus' },
    mails: { data: 'salinan e-mail yang dikirim mal', from: 'sejak ditulis', after: 'dihapus' },
    sign_ins: {
      data: 'catatan masuk penjual dan pengelola',
      from: 'sejak masa berlakunya habis',
      after: 'dihapus',
    },
    confirmed_addresses: {
      data: 'alamat e-mail yang sudah Anda konfirmasi',
      from: 'sejak terakhir dikonfirmasi, atau sampai pesanannya dihapus',
      after: 'dihapus',
    },
    desk_names: {
      data: 'siapa yang berbuat apa di meja penjual dan pengelola',
      from: 'sejak dilakukan',
      after: 'namanya dihapus; yang dilakukan tetap tercatat',
    },
  },
  period: (days) => (days % 365 < 5 && days >= 365 ? `${Math.round(days / 365.25)} tahun` : `${days} hari`),
  law: 'Catatan uang (barang, jumlah, dan harga, tanpa nama) disimpan 10 tahun, catatan perdagangan lain 5 tahun: Peraturan Pemerintah Nomor 80 Tahun 2019 pasal 25.',
};
