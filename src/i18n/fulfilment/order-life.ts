import type { ProgressStep } from '../../domain/fulfilment/buyers-view.ts';
import { PHOTOS_AT_ONCE } from '../../domain/payment/photo-limits.ts';
import type { Sentences } from '../locale.ts';

/** What the buyer's page says about what happens to an order, and what can be done. */
interface OrderLifeWords {
  /** What leads the page where something graver than the state is open. */
  headlines: Record<'claimed' | 'complaint_open' | 'complaint_answered' | 'refund_owed', string>;
  headlineHints: Record<'claimed' | 'complaint_open' | 'complaint_answered' | 'refund_owed', string>;
  refundedInPart: (state: string) => string;
  progress: string;
  steps: Record<ProgressStep, string>;
  stepDone: string;
  stepToCome: string;
  complaintReasons: Record<string, string>;
  /** Reasons that the mall itself gives, by their key. */
  knownReasons: Record<string, string>;
  actors: Record<string, string>;
  timeline: string;
  placed: string;
  claimed: string;
  refundedPart: (amount: string) => string;
  refundArrived: string;
  complained: (reason: string) => string;
  answered: string;
  decided: string;
  complaintOver: string;
  iHavePaid: string;
  iHavePaidLate: string;
  received: string;
  receivedSure: string;
  receivedYes: string;
  receivedHint: (moment: string) => string;
  cancel: string;
  cancelReason: string;
  cancelYes: string;
  cancelRequest: string;
  cancelRequestHint: string;
  cancelRequested: string;
  shipBy: (moment: string) => string;
  courier: string;
  tracking: string;
  track: string;
  complain: string;
  complainHint: string;
  complaintReason: string;
  complaintText: string;
  complaintSend: string;
  complaintAnswer: string;
  complaintClose: string;
  /** The word of the mall's operator. */
  decision: string;
  refund: string;
  refundAccount: string;
  refundHint: string;
  refundBank: string;
  refundNumber: string;
  refundHolder: string;
  refundSave: string;
  refundMade: (amount: string, moment: string) => string;
  refundReference: (reference: string) => string;
  refundReceived: string;
  refundWasReceived: string;
  owed: (amount: string) => string;
  owedWait: string;
  photoPaid: string;
  photoComplaint: string;
  done: Record<string, string>;
  refused: Record<string, string>;
  returns: string;
  returnsTerms: string;
  receipt: string;
  find: string;
  findLead: string;
  findCode: string;
  findCodeHint: string;
  findPhone: string;
  findButton: string;
  findFailed: string;
  findTooMany: string;
  findLost: string;
}

export const orderLife: Sentences<OrderLifeWords> = {
  id: {
    headlines: {
      claimed: 'Menunggu konfirmasi penjual',
      complaint_open: 'Komplain Anda sedang ditangani',
      complaint_answered: 'Komplain Anda sudah dijawab',
      refund_owed: 'Dana Anda akan dikembalikan',
    },
    headlineHints: {
      claimed: 'Penjual sedang mencocokkan uang yang masuk. Batas waktu bayar sudah berhenti berjalan.',
      complaint_open:
        'Penjual menjawab paling lambat 2 hari kerja. Selama itu pesanan tidak berubah sendiri.',
      complaint_answered:
        'Baca jawabannya di bawah. Bila masalahnya sudah selesai, tekan Masalah sudah selesai.',
      refund_owed: 'Uang yang masuk tidak menjadi pesanan, jadi penjual mengembalikannya.',
    },
    refundedInPart: (state) => `${state}, sebagian dana dikembalikan`,
    progress: 'Langkah pesanan',
    steps: {
      placed: 'Dipesan',
      paid: 'Dibayar',
      processing: 'Dikemas',
      shipped: 'Dikirim',
      completed: 'Selesai',
    },
    stepDone: '(sudah)',
    stepToCome: '(belum)',
    complaintReasons: {
      not_arrived: 'Barang belum sampai',
      wrong: 'Barang salah atau kurang',
      damaged: 'Barang rusak atau cacat',
      not_as_described: 'Tidak sesuai keterangan',
      not_confirmed: 'Pembayaran belum dikonfirmasi',
      other: 'Lainnya',
    },
    knownReasons: {
      late_without_stock: 'Pembayaran masuk terlambat dan barangnya sudah habis.',
      paid_twice: 'Pembayaran masuk lebih dari sekali.',
      order_erased: 'Data pembeli sudah dihapus ketika pembayaran masuk.',
      other_amount: 'Jumlah yang masuk berbeda dari yang harus dibayar.',
    },
    actors: {
      buyer: 'pembeli',
      seller: 'penjual',
      operator: 'pengelola mal',
      gateway: 'pembayaran daring',
      clock: 'otomatis',
    },
    timeline: 'Perjalanan pesanan',
    placed: 'Pesanan dibuat',
    claimed: 'Anda mengabari sudah bayar',
    refundedPart: (amount) => `Dana ${amount} dikembalikan`,
    refundArrived: 'Anda mengabari dananya masuk',
    complained: (reason) => `Komplain: ${reason}`,
    answered: 'Penjual menjawab komplain',
    decided: 'Keputusan pengelola mal',
    complaintOver: 'Komplain ditutup',
    iHavePaid: 'Saya sudah bayar',
    iHavePaidLate:
      'Sudah membayar? Kabari penjual supaya uang Anda dicari dan pesanan diproses atau dananya dikembalikan.',
    received: 'Pesanan diterima',
    receivedSure: 'Barang sudah Anda terima dan periksa? Setelah ini pesanan selesai.',
    receivedYes: 'Ya, sudah diterima',
    receivedHint: (moment) =>
      `Tekan setelah barangnya Anda terima dan periksa. Tanpa kabar, pesanan selesai sendiri pada ${moment}.`,
    cancel: 'Batalkan pesanan',
    cancelReason: 'Alasan',
    cancelYes: 'Ya, batalkan',
    cancelRequest: 'Minta pembatalan',
    cancelRequestHint: 'Batas kirim sudah lewat. Penjual akan menghubungi Anda tentang pengembalian dananya.',
    cancelRequested: 'Permintaan pembatalan Anda sudah sampai ke penjual.',
    shipBy: (moment) => `Dikirim paling lambat ${moment}.`,
    courier: 'Kurir',
    tracking: 'Nomor resi',
    track: 'Lacak paket',
    complain: 'Ajukan komplain',
    complainHint:
      'Selama komplain terbuka, pesanan ini tidak berubah sendiri. Penjual menjawab paling lambat 2 hari kerja.',
    complaintReason: 'Masalahnya',
    complaintText: 'Ceritakan apa yang terjadi',
    complaintSend: 'Kirim komplain',
    complaintAnswer: 'Jawaban penjual',
    complaintClose: 'Masalah sudah selesai',
    decision: 'Keputusan pengelola mal',
    refund: 'Pengembalian dana',
    refundAccount: 'Beri rekening untuk pengembalian dana',
    refundHint: 'Rekening ini hanya terlihat oleh penjual dan dipakai untuk mengembalikan dana Anda.',
    refundBank: 'Bank atau dompet digital',
    refundNumber: 'Nomor rekening',
    refundHolder: 'Atas nama',
    refundSave: 'Simpan rekening',
    refundMade: (amount, moment) => `${amount} dikembalikan ${moment}`,
    refundReference: (reference) => `Bukti: ${reference}`,
    refundReceived: 'Dana sudah masuk',
    refundWasReceived: 'Anda sudah mengabari bahwa dananya masuk.',
    owed: (amount) => `${amount} akan dikembalikan kepada Anda`,
    owedWait: 'Uang Anda tercatat dan penjual sudah dikabari. Beri rekening tujuannya di bawah ini.',
    photoPaid: 'Foto bukti bayar (opsional)',
    photoComplaint: `Foto barangnya (opsional, sampai ${PHOTOS_AT_ONCE})`,
    done: {
      cancel: 'Pesanan sudah dibatalkan.',
      paid: 'Terima kasih. Penjual sudah kami kabari dan akan memeriksa uangnya.',
      received: 'Terima kasih. Pesanan sudah selesai.',
      complaint: 'Komplain Anda sudah kami teruskan ke penjual dan pengelola mal.',
      'complaint-closed': 'Terima kasih. Komplain sudah ditutup.',
      'cancel-request': 'Permintaan pembatalan sudah kami teruskan ke penjual.',
      'refund-account': 'Rekening sudah tersimpan dan penjual sudah dikabari.',
      'refund-received': 'Terima kasih sudah mengabari.',
      photo: 'Foto sudah terkirim ke penjual.',
      'payment-method': 'Cara bayar sudah diganti.',
    },
    refused: {
      suspended: 'Toko ini kami hentikan karena sedang diperiksa, jadi cara bayarnya tidak dapat dibuka.',
      order_erased: 'Data pembeli di pesanan ini sudah dihapus, jadi langkah tadi tidak dijalankan.',
      transition_not_allowed:
        'Status pesanan sudah berubah. Permintaan tadi tidak diproses; lihat statusnya di bawah.',
      conflict: 'Status pesanan baru saja berubah. Permintaan tadi tidak diproses; lihat statusnya di bawah.',
      invalid:
        'Ada isian yang belum benar, jadi belum terkirim. Tulisan Anda masih ada; perbaiki lalu kirim lagi.',
    },
    returns: 'Tukar, kembali, dan pengaduan',
    returnsTerms:
      'Anda punya waktu sedikitnya 2 hari kerja sejak barang diterima untuk minta tukar atau retur barang yang salah, cacat, atau tidak sesuai; ongkos kirim baliknya ditanggung penjual. Video saat membuka paket membantu, tetapi bukan syarat.',
    receipt: 'Halaman ini dapat dicetak sebagai tanda terima.',
    find: 'Cari pesanan',
    findLead: 'Isi kode pesanan dan nomor HP yang dipakai saat memesan.',
    findCode: 'Kode pesanan',
    findCodeHint: 'Contoh: K7QM-3XTD',
    findPhone: 'Nomor HP/WhatsApp',
    findButton: 'Lihat pesanan',
    findFailed: 'Tidak ada pesanan dengan kode dan nomor HP itu. Periksa keduanya lalu coba lagi.',
    findTooMany: 'Sudah terlalu banyak percobaan. Tunggu 15 menit lalu coba lagi.',
    findLost: 'Kodenya hilang? Tanyakan kepada penjual lewat WhatsApp; kodenya juga ada di e-mail pesanan.',
  },
  en: {
    headlines: {
      claimed: 'Waiting for the seller to confirm',
      complaint_open: 'Your complaint is being looked at',
      complaint_answered: 'Your complaint has been answered',
      refund_owed: 'Your money is to be returned',
    },
    headlineHints: {
      claimed: 'The seller is looking for your payment. Your payment deadline is paused.',
      complaint_open:
        'The seller answers within 2 working days. Until then the order does not change by itself.',
      complaint_answered: 'Please read the answer below. If all is well now, press The problem is solved.',
      refund_owed: 'Your payment did not become an order, so the seller returns it.',
    },
    refundedInPart: (state) => `${state}, part of the money returned`,
    progress: 'Steps of the order',
    steps: {
      placed: 'Placed',
      paid: 'Paid',
      processing: 'Packed',
      shipped: 'Shipped',
      completed: 'Completed',
    },
    stepDone: '(done)',
    stepToCome: '(to come)',
    complaintReasons: {
      not_arrived: 'It has not arrived',
      wrong: 'Wrong or missing items',
      damaged: 'Damaged or faulty',
      not_as_described: 'Not as described',
      not_confirmed: 'My payment has not been confirmed',
      other: 'Something else',
    },
    knownReasons: {
      late_without_stock: 'The payment came late and nothing was left.',
      paid_twice: 'The payment came more than once.',
      order_erased: 'The buyer’s data had been erased when the payment came.',
      other_amount: 'The amount that came differs from the amount to pay.',
    },
    actors: {
      buyer: 'buyer',
      seller: 'seller',
      operator: 'the mall',
      gateway: 'online payment',
      clock: 'automatic',
    },
    timeline: 'What has happened',
    placed: 'Order placed',
    claimed: 'You said that you have paid',
    refundedPart: (amount) => `${amount} returned`,
    refundArrived: 'You said that the money arrived',
    complained: (reason) => `Complaint: ${reason}`,
    answered: 'The seller answered the complaint',
    decided: 'The mall decided',
    complaintOver: 'The complaint was closed',
    iHavePaid: 'I have paid',
    iHavePaidLate:
      'Have you paid? Tell the seller, so that your money is looked for and the order goes on or the money comes back.',
    received: 'Order received',
    receivedSure: 'Have you received and checked the goods? This completes the order.',
    receivedYes: 'Yes, received',
    receivedHint: (moment) =>
      `Press this when you have received and checked the goods. If we don't hear from you, it completes automatically on ${moment}.`,
    cancel: 'Cancel the order',
    cancelReason: 'Reason',
    cancelYes: 'Yes, cancel it',
    cancelRequest: 'Ask for cancellation',
    cancelRequestHint: 'The day to ship by has passed. The seller will contact you about your money.',
    cancelRequested: 'The seller has your request to cancel.',
    shipBy: (moment) => `To be shipped by ${moment}.`,
    courier: 'Courier',
    tracking: 'Tracking number',
    track: 'Track the parcel',
    complain: 'Make a complaint',
    complainHint:
      'While a complaint is open this order does not change by itself. The seller answers within 2 working days.',
    complaintReason: 'The problem',
    complaintText: 'What happened?',
    complaintSend: 'Send the complaint',
    complaintAnswer: 'The seller’s answer',
    complaintClose: 'The problem is solved',
    decision: 'The mall’s decision',
    refund: 'Refund',
    refundAccount: 'Give an account for the refund',
    refundHint: 'Only the seller sees this account; it is used to return your money.',
    refundBank: 'Bank or wallet',
    refundNumber: 'Account number',
    refundHolder: 'Account holder',
    refundSave: 'Save the account',
    refundMade: (amount, moment) => `${amount} returned ${moment}`,
    refundReference: (reference) => `Proof: ${reference}`,
    refundReceived: 'The money has arrived',
    refundWasReceived: 'You have said that the money arrived.',
    owed: (amount) => `${amount} is to be returned to you`,
    owedWait: 'Your money is on record and the seller has been told. Please give an account for it below.',
    photoPaid: 'Photo of the payment (optional)',
    photoComplaint: `Photos of the goods (optional, up to ${PHOTOS_AT_ONCE})`,
    done: {
      cancel: 'The order was cancelled.',
      paid: 'Thank you. We have told the seller, who will look for your payment.',
      received: 'Thank you. The order is complete.',
      complaint: 'Your complaint has reached the seller and the mall.',
      'complaint-closed': 'Thank you. The complaint is closed.',
      'cancel-request': 'Your request has reached the seller.',
      'refund-account': 'The account is saved and the seller has been told.',
      'refund-received': 'Thank you for telling us.',
      photo: 'The photo has been sent to the seller.',
      'payment-method': 'You now pay in another way.',
    },
    refused: {
      suspended: 'We have stopped this shop while we examine it, so it cannot be paid.',
      order_erased: 'The buyer’s data has been erased from this order, so nothing was done.',
      transition_not_allowed:
        'This order has changed meanwhile, so nothing was done. See below how it stands.',
      conflict: 'Somebody else changed this order first, so nothing was done. See below how it stands.',
      invalid:
        'Something was not filled in correctly, so it was not sent. What you wrote is still there; please mend it and send again.',
    },
    returns: 'Exchange, return and complaints',
    returnsTerms:
      'You have at least two working days from receipt to ask for an exchange or a return of goods that are wrong, faulty or not as described; the seller pays the way back. An unboxing video helps but isn’t required.',
    receipt: 'This page can be printed as a receipt.',
    find: 'Find an order',
    findLead: 'Enter the order code and the phone number that you ordered with.',
    findCode: 'Order code',
    findCodeHint: 'Example: K7QM-3XTD',
    findPhone: 'Phone/WhatsApp',
    findButton: 'Show the order',
    findFailed: 'There is no order with that code and phone number. Please check both and try again.',
    findTooMany: 'There were too many attempts. Please wait 15 minutes and try again.',
    findLost: 'Lost the code? Ask the seller on WhatsApp; it is also in the e-mail about the order.',
  },
};
