import type { Sentences } from '../locale.ts';

/** What the order's page says about the buyer's own data. */
interface OrderDataWords {
  title: string;
  correct: string;
  correctHint: string;
  save: string;
  recipientName: string;
  recipientPhone: string;
  recipientHint: string;
  erase: string;
  eraseHint: string;
  eraseKept: string;
  eraseLater: string;
  eraseSure: string;
  eraseButton: string;
  erased: (moment: string) => string;
  done: Record<string, string>;
  refused: Record<string, string>;
  privacy: string;
  /** For the thread of a question. */
  eraseThread: string;
  eraseThreadHint: string;
  eraseThreadButton: string;
}

export const orderData: Sentences<OrderDataWords> = {
  id: {
    title: 'Data Anda di pesanan ini',
    correct: 'Perbaiki nama, nomor, atau alamat',
    correctHint:
      'Kota tujuan tidak dapat diganti karena ongkirnya sudah dihitung. Penjual yang belum selesai mengirim dikabari lewat e-mail.',
    save: 'Simpan perbaikan',
    recipientName: 'Nama penerima',
    recipientPhone: 'Nomor HP penerima',
    recipientHint: 'Bila penerimanya bukan Anda.',
    erase: 'Hapus data saya',
    eraseHint:
      'Nama, nomor, e-mail, alamat, catatan, percakapan, dan foto di pesanan ini dihapus dan tidak dapat dikembalikan.',
    eraseKept:
      'Barang, jumlah, harga, dan kota tujuan tetap tercatat tanpa nama Anda, karena hukum mewajibkan pedagang menyimpannya (PP 80/2019 pasal 25).',
    eraseLater:
      'Data dapat dihapus sesudah pesanan ini selesai: sekarang masih diperlukan untuk mengirimnya.',
    eraseSure: 'Ya, hapus data saya dari pesanan ini',
    eraseButton: 'Hapus data',
    erased: (moment) =>
      `Data pembeli di pesanan ini sudah dihapus pada ${moment}. Yang tinggal hanya catatan yang wajib disimpan, tanpa nama.`,
    done: {
      contact: 'Perbaikan Anda sudah disimpan.',
      erased: 'Data Anda sudah dihapus dari pesanan ini.',
    },
    refused: {
      not_sure: 'Centang dulu kotaknya untuk memastikan, lalu tekan Hapus data.',
      order_running: 'Pesanan ini masih berjalan, jadi datanya belum dapat dihapus.',
      order_erased: 'Data di pesanan ini sudah dihapus, jadi tidak ada yang dapat diperbaiki.',
    },
    privacy: 'Kebijakan privasi',
    eraseThread: 'Hapus percakapan ini',
    eraseThreadHint:
      'Nama, kontak, dan semua pesan dihapus dan tidak dapat dikembalikan; tautan ini tidak dapat dibuka lagi. Pesanan yang sudah dibuat tetap ada.',
    eraseThreadButton: 'Hapus percakapan',
  },
  en: {
    title: 'Your data in this order',
    correct: 'Correct name, number or address',
    correctHint:
      'The city can’t be changed, since the shipping fee was worked out for it. Sellers who have not finished sending are told by e-mail.',
    save: 'Save the correction',
    recipientName: 'Recipient’s name',
    recipientPhone: 'Recipient’s phone',
    recipientHint: 'If somebody else receives it.',
    erase: 'Erase my data',
    eraseHint:
      'Name, number, e-mail, address, notes, conversation and photos are erased from this order and can’t be brought back.',
    eraseKept:
      'Goods, quantities, prices and the city stay on record without your name, since the law makes traders keep them (PP 80/2019 art. 25).',
    eraseLater: 'Your data can be erased once this order is over: it is still needed to deliver it.',
    eraseSure: 'Yes, erase my data from this order',
    eraseButton: 'Erase data',
    erased: (moment) =>
      `The buyer’s data was erased from this order on ${moment}. Only the records that must be kept remain, without a name.`,
    done: {
      contact: 'Your correction has been saved.',
      erased: 'Your data has been erased from this order.',
    },
    refused: {
      not_sure: 'Tick the box first to be sure, then press Erase data.',
      order_running: 'This order is still under way, so its data can’t be erased yet.',
      order_erased: 'The data of this order has been erased, so there is nothing to correct.',
    },
    privacy: 'Privacy policy',
    eraseThread: 'Erase this conversation',
    eraseThreadHint:
      'Name, contact and all messages are erased and can’t be brought back; this link will no longer open. An order that was placed stays.',
    eraseThreadButton: 'Erase conversation',
  },
};
