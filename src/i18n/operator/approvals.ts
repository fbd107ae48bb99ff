import { formatRupiah } from '../../domain/money.ts';
import type { SellerPayments } from '../../domain/payment/payment.ts';
import { parseQris } from '../../domain/payment/qris.ts';
import type { ApprovedField, ApprovedSet } from '../../domain/products/approval.ts';

// The operator's desk and sellers' mails speak Indonesian only.

/** What has to be approved, as people call it. */
export const approvedFields: Record<ApprovedField, string> = {
  email: 'E-mail',
  whatsapp: 'WhatsApp',
  qris: 'QRIS',
  bank: 'Rekening bank',
  cod: 'COD (bayar di tempat)',
  abroad: 'Rekening untuk kiriman luar negeri',
  gateway: 'Pembayaran daring (gateway)',
};

export const approvals = {
  title: 'Persetujuan',
  lead: 'E-mail, WhatsApp, dan rekening penjual yang berubah di isi mal belum berlaku sebelum disetujui di sini. Sampai saat itu, pembeli melihat yang lama dan alamat lama yang dapat masuk. UKM baru buka setelah disetujui.',
  how: 'Tanyakan dulu kepada penjual lewat nomor atau alamat yang LAMA. Setujui hanya bila penjual sendiri yang memintanya.',
  two: 'Perlu persetujuan dua pengelola yang berbeda.',
  nothing: 'Tidak ada yang menunggu.',
  waiting: (count: number) =>
    count === 1
      ? '1 perubahan data penjual menunggu persetujuan.'
      : `${count} perubahan data penjual menunggu persetujuan.`,
  open: 'Lihat yang menunggu',
  newShop: 'UKM baru',
  refusedBefore: 'Pernah ditolak, masih ada di isi mal',
  noticed: (moment: string) => `Terlihat ${moment}`,
  firstYes: (by: string) => `Sudah disetujui ${by}; menunggu pengelola kedua.`,
  columns: { field: 'Yang berubah', old: 'Berlaku sekarang', next: 'Yang diminta' },
  none: 'belum ada',
  ask: (number: string) => `Tanyakan ke WhatsApp lama, ${number}`,
  askSample: 'Toko ini contoh: nomornya bukan sungguhan.',
  askText: (shop: string, fields: string) =>
    `Halo Kak dari ${shop}, kami dari Mal UKM. Ada permintaan mengganti data toko Kakak: ${fields}. Apakah Kakak sendiri yang memintanya? Mohon balas YA atau BUKAN. Data lama tetap berlaku sampai Kakak menjawab.`,
  approve: 'Setujui',
  refuse: 'Tolak',
  done: {
    approved: (seller: string) => `Data ${seller} yang baru sudah berlaku.`,
    refused: (seller: string) => `Perubahan ${seller} ditolak. Data lama tetap berlaku.`,
    first: (seller: string) =>
      `Persetujuan pertama untuk ${seller} tercatat. Berlaku setelah pengelola lain menyetujuinya juga.`,
  },
  errors: {
    not_waiting: 'Perubahan itu sudah tidak menunggu.',
    changed_again: 'Isi mal sudah berubah lagi. Periksa yang terbaru di bawah ini.',
    second_person: 'Anda sudah menyetujuinya. Pengelola lain yang harus menyetujuinya juga.',
    own_address: 'Perubahan ini memakai alamat e-mail Anda sendiri. Pengelola lain yang harus memutuskannya.',
  },
};

/** What a set says in one field, in full: an operator compares every digit. Empty where it says nothing. */
export function inWords(
  { email, whatsapp, payments }: ApprovedSet<SellerPayments>,
  field: ApprovedField,
): string {
  const { qris, bank, cod, abroad, gateway } = payments;
  switch (field) {
    case 'email':
      return email;
    case 'whatsapp':
      return whatsapp;
    case 'qris': {
      const read = qris === undefined ? undefined : parseQris(qris);
      return read?.ok ? `${read.qris.merchant_name}, ${read.qris.city} (${qris})` : (qris ?? '');
    }
    case 'bank':
      return bank ? `${bank.bank} ${bank.number}, a.n. ${bank.holder}` : '';
    case 'abroad':
      return abroad
        ? `${abroad.bank} ${abroad.number}, a.n. ${abroad.holder}, SWIFT ${abroad.swift}, ${abroad.currencies.join(', ')}`
        : '';
    case 'cod':
      return cod
        ? [
            cod.max === undefined ? 'tanpa batas nilai' : `sampai ${formatRupiah(cod.max)}`,
            cod.regions ? `wilayah ${cod.regions.join(', ')}` : 'semua wilayah',
          ].join(', ')
        : '';
    case 'gateway':
      return gateway ? 'ya' : '';
  }
}

/** Letters about a change, to the seller and to the operators. */
export const approvalMails = {
  greeting: (shop: string) => `Halo ${shop},`,
  waits: {
    subject: (shop: string) => `Data ${shop} diminta berubah`,
    lines: (fields: string) => [
      `Data toko Anda di Mal UKM diminta berubah: ${fields}.`,
      'Perubahan itu BELUM berlaku. Pembeli masih melihat data yang lama, dan alamat ini masih dapat masuk ke lapak.',
      'Pengelola akan bertanya kepada Anda lewat nomor dan alamat yang lama. Bila bukan Anda yang memintanya, segera beri tahu pengelola.',
    ],
  },
  approved: {
    subject: (shop: string) => `Data ${shop} yang baru sudah berlaku`,
    lines: (fields: string) => [
      `Pengelola menyetujui perubahan data toko Anda di Mal UKM: ${fields}.`,
      'Bila bukan Anda yang memintanya, segera beri tahu pengelola.',
    ],
    newShop: [
      'Toko Anda di Mal UKM sudah disetujui pengelola dan menerima pesanan.',
      'Masuk ke lapak dengan alamat e-mail ini, tanpa kata sandi.',
    ],
  },
  refused: {
    subject: (shop: string) => `Data ${shop} tetap yang lama`,
    lines: (fields: string) => [
      `Pengelola menolak perubahan data toko Anda di Mal UKM: ${fields}.`,
      'Yang lama tetap berlaku.',
    ],
  },
  contact: 'Hubungi pengelola',
  desk: 'Buka lapak',
  toApprove: {
    greeting: 'Halo,',
    subject: (count: number) => `${count} data penjual menunggu persetujuan`,
    lines: (count: number) => [
      `${count} perubahan e-mail, WhatsApp, rekening, atau UKM baru menunggu persetujuan Anda.`,
      'Tanyakan kepada penjual lewat kontak yang lama sebelum menyetujuinya.',
    ],
    open: 'Buka persetujuan',
  },
};
