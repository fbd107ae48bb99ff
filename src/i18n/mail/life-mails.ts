import type { MailEvent } from '../../domain/fulfilment/order-mails.ts';
import type { Sentences } from '../locale.ts';
import { mails } from './mails.ts';

interface Facts {
  code: string;
  shop: string;
  buyer: string;
  /** Formatted. */
  amount: string;
}

interface LifeMails {
  greeting: (name?: string) => string;
  operator: string;
  courier: string;
  tracking: string;
  track: string;
  reason: string;
  /** Who cancelled. */
  by: string;
  complaint: string;
  reference: string;
  payment: string;
  deadline: string;
  shipBy: string;
  goods: string;
  shipTo: string;
  openOrder: string;
  tellBuyer: string;
  tellBuyerText: (facts: Facts) => string;
  events: Record<MailEvent, { subject: (facts: Facts) => string; lines: (facts: Facts) => string[] }>;
}

// Sellers and operators read Indonesian; both languages hold all events, since a mail is looked up by its kind.
const toSellers: Pick<LifeMails['events'], Extract<MailEvent, `${string}_seller` | `${string}_operator`>> = {
  paid_seller: {
    subject: ({ code, amount }) => `Pesanan ${code} sudah dibayar, ${amount}`,
    lines: ({ code }) => [`Pembayaran untuk pesanan ${code} sudah tercatat. Silakan kemas dan kirim.`],
  },
  completed_seller: {
    subject: ({ code }) => `Pesanan ${code} selesai`,
    lines: ({ code }) => [`Pesanan ${code} sudah diterima pembeli dan tercatat selesai. Terima kasih.`],
  },
  cancelled_seller: {
    subject: ({ code }) => `Pesanan ${code} dibatalkan`,
    lines: ({ code }) => [
      `Pesanan ${code} dibatalkan. Barangnya sudah kembali ke stok. Bila uangnya telanjur masuk, buka pesanan ini lalu tekan Uang sudah masuk.`,
    ],
  },
  expired_seller: {
    subject: ({ code }) => `Waktu bayar pesanan ${code} habis`,
    lines: ({ code }) => [
      `Pembeli belum membayar pesanan ${code} sampai waktunya habis. Barangnya sudah kembali ke stok. Bila uangnya telanjur masuk, buka pesanan ini lalu tekan Uang sudah masuk.`,
    ],
  },
  refunded_seller: {
    subject: ({ code, amount }) => `Pengembalian dana pesanan ${code} tercatat, ${amount}`,
    lines: ({ code, amount }) => [
      `Untuk pesanan ${code} tercatat pengembalian dana ${amount} kepada pembeli.`,
    ],
  },
  contact_changed_seller: {
    subject: ({ code }) => `Alamat atau nama di pesanan ${code} diperbaiki pembeli`,
    lines: ({ code }) => [
      `Pembeli memperbaiki data di pesanan ${code}. Pakai alamat di bawah ini; label yang sudah dicetak perlu dicetak lagi.`,
    ],
  },
  paid_claim_seller: {
    subject: ({ code, amount }) => `Pembeli mengabari sudah bayar pesanan ${code}, ${amount}`,
    lines: ({ code, buyer, amount }) => [
      `${buyer} memberi tahu bahwa pesanan ${code} sudah dibayar sebesar ${amount}.`,
      'Cocokkan jumlah dan waktunya di mutasi rekening atau aplikasi merchant Anda, bukan dari foto bukti. Bila uangnya sudah masuk, buka pesanan ini lalu tekan Uang sudah masuk.',
    ],
  },
  claim_reminder_seller: {
    subject: ({ code, amount }) => `Mohon periksa pembayaran pesanan ${code}, ${amount}`,
    lines: ({ code, buyer }) => [
      `${buyer} masih menunggu konfirmasi Anda untuk pesanan ${code}. Tolong periksa apakah uangnya sudah masuk, lalu tandai di halaman pesanan.`,
    ],
  },
  quote_reminder_seller: {
    subject: ({ code }) => `Ongkir pesanan ${code} belum ditentukan`,
    lines: ({ code, buyer }) => [
      `${buyer} masih menunggu ongkir untuk pesanan ${code}. Tanpa ongkir, pesanan ini berakhir sendiri.`,
    ],
  },
  ship_reminder_seller: {
    subject: ({ code }) => `Pesanan ${code} sudah waktunya dikirim`,
    lines: ({ code }) => [
      `Batas kirim pesanan ${code} sudah sampai. Setelah ini pembeli boleh meminta pembatalan. Kabari pembeli bila Anda perlu waktu lebih lama.`,
    ],
  },
  cash_reminder_seller: {
    subject: ({ code, amount }) => `Sudahkah uang COD ${amount} untuk pesanan ${code} Anda terima?`,
    lines: ({ code }) => [
      `Paket pesanan ${code} semestinya sudah sampai. Bila uangnya sudah Anda terima, tekan Uang COD sudah diterima. Bila paketnya kembali, tekan Paket kembali.`,
    ],
  },
  complaint_seller: {
    subject: ({ code }) => `Ada komplain untuk pesanan ${code}`,
    lines: ({ code, buyer }) => [
      `${buyer} mengajukan komplain untuk pesanan ${code}. Tolong jawab paling lambat 2 hari kerja.`,
    ],
  },
  complaint_closed_seller: {
    subject: ({ code }) => `Komplain pesanan ${code} sudah selesai`,
    lines: ({ code }) => [
      `Komplain untuk pesanan ${code} sudah ditutup. Pesanan berjalan lagi seperti biasa.`,
    ],
  },
  cancel_request_seller: {
    subject: ({ code }) => `Pembeli minta pesanan ${code} dibatalkan`,
    lines: ({ code, buyer }) => [
      `Batas kirim pesanan ${code} sudah lewat dan ${buyer} meminta pembatalan. Kembalikan dananya lalu catat di halaman pesanan, atau segera kirim setelah sepakat dengan pembeli.`,
    ],
  },
  refund_account_seller: {
    subject: ({ code }) => `Rekening pengembalian dana pesanan ${code}`,
    lines: ({ code, buyer }) => [
      `${buyer} sudah memberi rekening untuk pengembalian dana pesanan ${code}. Nomornya ada di halaman pesanan.`,
    ],
  },
  refund_received_seller: {
    subject: ({ code }) => `Dana pesanan ${code} sudah diterima pembeli`,
    lines: ({ code, buyer }) => [`${buyer} memberi tahu bahwa dana untuk pesanan ${code} sudah masuk.`],
  },
  complaint_decision_seller: {
    subject: ({ code }) => `Keputusan pengelola mal tentang pesanan ${code}`,
    lines: ({ code, buyer }) => [
      `Pengelola mal sudah membaca komplain ${buyer} untuk pesanan ${code}, dan memutuskan:`,
    ],
  },
  owed_seller: {
    subject: ({ code, amount }) => `${amount} perlu dikembalikan, pesanan ${code}`,
    lines: ({ code, buyer, amount }) => [
      `Untuk pesanan ${code} masuk ${amount} di luar pembayaran pesanan itu sendiri. Uang ini milik ${buyer} dan perlu dikembalikan.`,
      'Bila masuk lewat pembayaran daring, kembalikan lewat dasbornya; bila tidak, transfer ke rekening pembeli lalu catat di halaman pesanan.',
    ],
  },
  owed_refund_seller: {
    subject: ({ code, amount }) => `${amount} untuk pesanan ${code} sudah kembali ke pembeli`,
    lines: ({ code, amount }) => [
      `Pembayaran daring mencatat ${amount} untuk pesanan ${code} sudah dikembalikan. Tidak ada lagi yang perlu Anda lakukan.`,
    ],
  },
  over_refunded_seller: {
    subject: ({ code, amount }) => `Pesanan ${code}: ${amount} kembali lebih dari sisanya`,
    lines: ({ code, buyer, amount }) => [
      `Pembayaran daring mengembalikan ${amount} lebih banyak daripada sisa pembayaran pesanan ${code}. Kemungkinan ${buyer} menerima uang yang sama dua kali: lewat transfer dari Anda dan lewat pembayaran daring.`,
      'Periksa catatan Anda. Bila memang dua kali, bicarakan dengan pembeli; pengelola Mal UKM juga sudah kami kabari.',
    ],
  },
  payment_changed_seller: {
    subject: ({ code }) => `Pembeli mengganti cara bayar pesanan ${code}`,
    lines: ({ code, buyer, amount }) => [
      `${buyer} mengganti cara bayar pesanan ${code}. Jumlahnya tetap ${amount}.`,
    ],
  },
  owed_operator: {
    subject: ({ code, shop, amount }) => `${amount} perlu dikembalikan ${shop}, pesanan ${code}`,
    lines: ({ code, buyer, shop, amount }) => [
      `Masuk ${amount} dari ${buyer} untuk pesanan ${code}, di luar pembayaran pesanan itu sendiri. ${shop} sudah diminta mengembalikannya.`,
    ],
  },
  over_refunded_operator: {
    subject: ({ code, shop, amount }) => `Pesanan ${code}, ${shop}: ${amount} kembali lebih dari sisanya`,
    lines: ({ code, buyer, shop, amount }) => [
      `Pembayaran daring mengembalikan ${amount} lebih banyak daripada sisa pembayaran pesanan ${code} dari ${shop}. Kemungkinan ${buyer} menerima uang yang sama dua kali.`,
      'Pesanan ini ada di daftar Perlu bantuan sampai Anda menandainya selesai.',
    ],
  },
  complaint_operator: {
    subject: ({ code, shop }) => `Komplain pesanan ${code}, ${shop}`,
    lines: ({ code, buyer, shop }) => [`${buyer} mengajukan komplain untuk pesanan ${code} dari ${shop}.`],
  },
  claim_overdue_operator: {
    subject: ({ code, shop }) => `Pembayaran pesanan ${code} belum dijawab ${shop}`,
    lines: ({ code, buyer, shop, amount }) => [
      `${buyer} memberi tahu sudah membayar ${amount} untuk pesanan ${code}, dan ${shop} belum menjawab selama 3 hari.`,
    ],
  },
};

export const lifeMails: Sentences<LifeMails> = {
  id: {
    greeting: mails.id.greeting,
    operator: 'pengelola Mal UKM',
    courier: 'Kurir',
    tracking: 'Nomor resi',
    track: 'Lacak paket',
    reason: 'Alasan',
    by: 'Dibatalkan oleh',
    complaint: 'Masalah',
    reference: 'Bukti pengembalian',
    payment: 'Cara bayar',
    deadline: 'Paling lambat',
    shipBy: 'Dikirim paling lambat',
    goods: 'Barang',
    shipTo: 'Kirim ke',
    openOrder: 'Buka pesanan',
    tellBuyer: 'Kabari pembeli lewat WhatsApp',
    tellBuyerText: ({ buyer, code, shop }) =>
      `Halo Kak ${buyer}, kami dari ${shop} mengenai pesanan ${code}.`,
    events: {
      ...toSellers,
      awaiting_payment_buyer: {
        subject: ({ code, amount }) => `Ongkir pesanan ${code} sudah ada, total ${amount}`,
        lines: ({ code, shop, amount }) => [
          `${shop} sudah menghitung ongkir pesanan ${code}. Totalnya ${amount}, dan tidak ada tagihan ongkir susulan.`,
          'Silakan bayar dari halaman pesanan, atau batalkan bila tidak jadi.',
        ],
      },
      paid_buyer: {
        subject: ({ code }) => `Pembayaran pesanan ${code} sudah diterima`,
        lines: ({ code, shop }) => [
          `${shop} sudah menerima pembayaran pesanan ${code} dan akan mengemasnya.`,
        ],
      },
      processing_buyer: {
        subject: ({ code }) => `Pesanan ${code} sedang dikemas`,
        lines: ({ code, shop }) => [`${shop} sedang mengemas pesanan ${code}.`],
      },
      shipped_buyer: {
        subject: ({ code }) => `Pesanan ${code} sudah dikirim`,
        lines: ({ code, shop }) => [
          `${shop} sudah mengirim pesanan ${code}. Setelah barangnya sampai, tekan Pesanan diterima di halaman pesanan.`,
        ],
      },
      completed_buyer: {
        subject: ({ code }) => `Pesanan ${code} selesai`,
        lines: ({ code }) => [
          `Pesanan ${code} tercatat selesai. Terima kasih sudah berbelanja di UKM Jawa Tengah.`,
          'Bila barangnya salah, cacat, atau tidak sesuai, Anda masih bisa mengajukan komplain di halaman pesanan.',
        ],
      },
      cancelled_buyer: {
        subject: ({ code }) => `Pesanan ${code} dibatalkan`,
        lines: ({ code, shop }) => [
          `Pesanan ${code} dari ${shop} dibatalkan. Bila Anda sudah membayar, tekan Saya sudah bayar di halaman pesanan supaya penjual memeriksanya.`,
        ],
      },
      shop_closed_buyer: {
        subject: ({ code }) => `Jangan bayar dulu: toko pesanan ${code} sedang diperiksa`,
        lines: ({ code, shop }) => [
          `${shop}, penjual pesanan ${code}, kami hentikan karena sedang kami periksa.`,
          'Jangan mengirim uang kepada toko ini, juga bila diminta lewat chat. Bila Anda sudah membayar atau menunggu barangnya, tekan Ajukan komplain di halaman pesanan supaya kami bantu.',
        ],
      },
      expired_buyer: {
        subject: ({ code }) => `Waktu bayar pesanan ${code} habis`,
        lines: ({ code }) => [
          `Waktu bayar pesanan ${code} sudah habis dan barangnya kembali dijual.`,
          'Bila Anda sudah membayar, tekan Saya sudah bayar di halaman pesanan. Uang Anda tidak hilang: pesanan tetap diproses bila barangnya masih ada, atau dananya dikembalikan.',
        ],
      },
      returned_buyer: {
        subject: ({ code }) => `Paket pesanan ${code} kembali ke penjual`,
        lines: ({ code, shop }) => [`Paket pesanan ${code} sudah kembali ke ${shop}.`],
      },
      refunded_buyer: {
        subject: ({ code, amount }) => `Dana pesanan ${code} dikembalikan, ${amount}`,
        lines: ({ code, shop, amount }) => [
          `${shop} mencatat pengembalian dana ${amount} untuk pesanan ${code}.`,
          'Bila penjual belum tahu rekening Anda, isi di halaman pesanan. Setelah dananya masuk, tekan Dana sudah masuk.',
        ],
      },
      partial_refund_buyer: {
        subject: ({ code, amount }) => `Sebagian dana pesanan ${code} dikembalikan, ${amount}`,
        lines: ({ code, shop, amount }) => [
          `${shop} mengembalikan sebagian dana pesanan ${code}, sebesar ${amount}. Pesanannya sendiri tetap berjalan.`,
        ],
      },
      pay_reminder_buyer: {
        subject: ({ code, amount }) => `Pesanan ${code} menunggu pembayaran ${amount}`,
        lines: ({ code, shop }) => [
          `Pesanan ${code} dari ${shop} belum dibayar. Bila sudah membayar, tekan Saya sudah bayar di halaman pesanan.`,
        ],
      },
      ship_late_buyer: {
        subject: ({ code }) => `Pesanan ${code} belum dikirim`,
        lines: ({ code, shop }) => [
          `${shop} belum mengirim pesanan ${code} sampai batas waktunya, dan sudah kami ingatkan. Bila tidak ingin menunggu, Anda boleh meminta pembatalan di halaman pesanan.`,
        ],
      },
      complaint_answer_buyer: {
        subject: ({ code }) => `Penjual menjawab komplain pesanan ${code}`,
        lines: ({ code, shop }) => [`${shop} menjawab komplain Anda untuk pesanan ${code}:`],
      },
      complaint_decision_buyer: {
        subject: ({ code }) => `Keputusan pengelola mal tentang pesanan ${code}`,
        lines: ({ code, shop }) => [
          `Pengelola mal sudah membaca komplain Anda dan jawaban ${shop} untuk pesanan ${code}, dan memutuskan:`,
        ],
      },
      owed_buyer: {
        subject: ({ code, amount }) => `${amount} untuk pesanan ${code} akan dikembalikan`,
        lines: ({ code, shop, amount }) => [
          `Uang Anda sebesar ${amount} untuk pesanan ${code} masuk, tetapi tidak terpakai. Uang ini tetap milik Anda, dan ${shop} sudah kami minta mengembalikannya.`,
          'Tolong isi rekening tujuannya di halaman pesanan.',
        ],
      },
      owed_refund_buyer: {
        subject: ({ code, amount }) => `${amount} untuk pesanan ${code} sudah dikembalikan`,
        lines: ({ code, amount }) => [
          `${amount} yang masuk untuk pesanan ${code} tercatat sudah dikembalikan kepada Anda. Setelah masuk, tekan Dana sudah masuk di halaman pesanan.`,
        ],
      },
      complaint_closed_buyer: {
        subject: ({ code }) => `Komplain pesanan ${code} sudah selesai`,
        lines: ({ code }) => [`Komplain Anda untuk pesanan ${code} sudah ditutup.`],
      },
    },
  },
  en: {
    greeting: mails.en.greeting,
    operator: 'Mal UKM',
    courier: 'Courier',
    tracking: 'Tracking number',
    track: 'Track the parcel',
    reason: 'Reason',
    by: 'Cancelled by',
    complaint: 'Problem',
    reference: 'Proof of the refund',
    payment: 'Payment',
    deadline: 'No later than',
    shipBy: 'To be shipped by',
    goods: 'Items',
    shipTo: 'Ship to',
    openOrder: 'View the order',
    tellBuyer: 'Message the buyer on WhatsApp',
    tellBuyerText: ({ buyer, code, shop }) => `Hello ${buyer}, this is ${shop} about order ${code}.`,
    events: {
      ...toSellers,
      awaiting_payment_buyer: {
        subject: ({ code, amount }) => `Shipping for order ${code} is known, ${amount} in all`,
        lines: ({ code, shop, amount }) => [
          `${shop} has worked out the shipping for order ${code}. It comes to ${amount}, and nothing will be added later.`,
          'Please pay from the order page, or cancel if you have changed your mind.',
        ],
      },
      paid_buyer: {
        subject: ({ code }) => `Your payment for order ${code} has arrived`,
        lines: ({ code, shop }) => [`${shop} has received your payment for order ${code} and will pack it.`],
      },
      processing_buyer: {
        subject: ({ code }) => `Order ${code} is being packed`,
        lines: ({ code, shop }) => [`${shop} is packing order ${code}.`],
      },
      shipped_buyer: {
        subject: ({ code }) => `Order ${code} is on its way`,
        lines: ({ code, shop }) => [
          `${shop} has shipped order ${code}. When it has arrived, please press Order received on the order page.`,
        ],
      },
      completed_buyer: {
        subject: ({ code }) => `Order ${code} is complete`,
        lines: ({ code }) => [
          `Order ${code} is complete. Thank you for buying from the small businesses of Central Java.`,
          'If something is wrong, faulty or not as described, you can still make a complaint on the order page.',
        ],
      },
      cancelled_buyer: {
        subject: ({ code }) => `Order ${code} was cancelled`,
        lines: ({ code, shop }) => [
          `Order ${code} from ${shop} was cancelled. If you have paid, please press I have paid on the order page, so that the seller looks for your payment.`,
        ],
      },
      shop_closed_buyer: {
        subject: ({ code }) => `Please do not pay: the shop of order ${code} is being examined`,
        lines: ({ code, shop }) => [
          `We have stopped ${shop}, the seller of order ${code}, while we examine it.`,
          'Please send this shop no money, even if you are asked to by chat. If you have paid, or are waiting for the goods, press Make a complaint on the order page, and we will help.',
        ],
      },
      expired_buyer: {
        subject: ({ code }) => `The time to pay for order ${code} is over`,
        lines: ({ code }) => [
          `The time to pay for order ${code} is over and the items are on sale again.`,
          'If you have paid, please press I have paid on the order page. Your money is not lost: the order goes on if the items are still there, or the money is returned.',
        ],
      },
      returned_buyer: {
        subject: ({ code }) => `The parcel of order ${code} has gone back`,
        lines: ({ code, shop }) => [`The parcel of order ${code} has gone back to ${shop}.`],
      },
      refunded_buyer: {
        subject: ({ code, amount }) => `The money for order ${code} is being returned, ${amount}`,
        lines: ({ code, shop, amount }) => [
          `${shop} has recorded a refund of ${amount} for order ${code}.`,
          'If the seller does not know your account yet, please give it on the order page. When the money has arrived, press The money has arrived.',
        ],
      },
      partial_refund_buyer: {
        subject: ({ code, amount }) => `Part of the money for order ${code} is being returned, ${amount}`,
        lines: ({ code, shop, amount }) => [
          `${shop} has recorded a partial refund of ${amount} for order ${code}. The order itself goes on.`,
        ],
      },
      pay_reminder_buyer: {
        subject: ({ code, amount }) => `Order ${code} is waiting for your payment of ${amount}`,
        lines: ({ code, shop }) => [
          `Order ${code} from ${shop} has not been paid yet. If you have paid, please press I have paid on the order page.`,
        ],
      },
      ship_late_buyer: {
        subject: ({ code }) => `Order ${code} has not been shipped yet`,
        lines: ({ code, shop }) => [
          `${shop} has not shipped order ${code} in time, and we have reminded them. If you would rather not wait, you may ask for cancellation on the order page.`,
        ],
      },
      complaint_answer_buyer: {
        subject: ({ code }) => `The seller has answered your complaint about order ${code}`,
        lines: ({ code, shop }) => [`${shop} has answered your complaint about order ${code}:`],
      },
      complaint_decision_buyer: {
        subject: ({ code }) => `The mall’s decision about order ${code}`,
        lines: ({ code, shop }) => [
          `The mall has read your complaint and the answer of ${shop} about order ${code}, and has decided:`,
        ],
      },
      owed_buyer: {
        subject: ({ code, amount }) => `${amount} for order ${code} will be returned`,
        lines: ({ code, shop, amount }) => [
          `Your payment of ${amount} for order ${code} came in and was not needed. The money is still yours, and we have asked ${shop} to return it.`,
          'Please give an account for it on the order page.',
        ],
      },
      owed_refund_buyer: {
        subject: ({ code, amount }) => `${amount} for order ${code} has been returned`,
        lines: ({ code, amount }) => [
          `${amount} that came for order ${code} has been returned to you. When it has arrived, please press The money has arrived on the order page.`,
        ],
      },
      complaint_closed_buyer: {
        subject: ({ code }) => `Your complaint about order ${code} is closed`,
        lines: ({ code }) => [`Your complaint about order ${code} has been closed.`],
      },
    },
  },
};
