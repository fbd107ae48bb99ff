import type { Sentences } from '../locale.ts';

/** What the pages say on which a buyer asks a seller, and the two go on. */
interface InquiryWords {
  title: (shop: string) => string;
  threadErased: string;
  lead: string;
  about: string;
  quantity: string;
  quantityHint: string;
  message: string;
  messageHint: string;
  wantedBy: string;
  name: string;
  email: string;
  emailHint: string;
  phone: string;
  phoneHint: string;
  consent: string;
  privacy: string;
  send: string;
  again: string;
  humanNoScripts: string;
  unconfirmed: string;
  unconfirmedHint: string;
  confirmLead: string;
  confirmSend: string;
  sent: string;
  threadTitle: (code: string) => string;
  threadAbout: (shop: string, title?: string) => string;
  states: Record<'open' | 'answered' | 'quoted' | 'ordered' | 'closed' | 'spam', string>;
  keep: string;
  keepLink: string;
  keepText: (code: string, url: string) => string;
  tellSeller: string;
  tellSellerText: (shop: string, code: string) => string;
  tellBuyer: string;
  /** Without a link: the buyer's is not the seller's to pass on. */
  tellBuyerText: (buyer: string, shop: string, code: string) => string;
  talk: string;
  you: string;
  buyerSays: (name: string) => string;
  sellerSays: (shop: string) => string;
  reply: string;
  replySend: string;
  close: string;
  spam: string;
  closed: string;
  offer: string;
  offerUntil: (day: string) => string;
  /** Where an offer's fee goes. */
  shippingTo: (place: string) => string;
  offerFor: (place: string) => string;
  noPayment: string;
  askAboutPayment: string;
  offerOver: string;
  offerTaken: string;
  openOrder: string;
  accept: string;
  acceptLead: string;
  acceptPayment: string;
  acceptConsent: string;
  makeOffer: string;
  makeOfferHint: string;
  offerGoods: string;
  offerNone: string;
  offerQty: string;
  offerPrice: string;
  offerShipping: string;
  offerDestination: string;
  offerDestinationHint: string;
  offerDay: string;
  offerNote: string;
  offerSend: string;
  subtotal: string;
  shipping: string;
  total: string;
  done: Record<string, string>;
  refused: Record<string, string>;
}

export const inquiryWords: Sentences<InquiryWords> = {
  id: {
    title: (shop) => `Tanya ${shop}`,
    threadErased: 'Percakapan dan data Anda sudah dihapus.',
    lead: 'Pertanyaan Anda dikirim ke penjual. Jawabannya ada di halaman ini dan di e-mail Anda.',
    about: 'Tentang',
    quantity: 'Jumlah yang dibutuhkan',
    quantityHint: 'Untuk penawaran harga; satuannya pcs kecuali Anda tulis lain.',
    message: 'Pertanyaan Anda',
    messageHint: 'Misalnya bahan, ukuran, warna, atau kota tujuan.',
    wantedBy: 'Dibutuhkan paling lambat',
    name: 'Nama',
    email: 'E-mail',
    emailHint: 'Isi e-mail atau nomor HP, supaya penjual dapat menjawab.',
    phone: 'Nomor HP/WhatsApp',
    phoneHint: 'Hanya terlihat oleh penjual ini.',
    consent: 'Saya setuju nama dan kontak saya diteruskan ke penjual ini untuk menjawab pertanyaan ini.',
    privacy: 'Kebijakan privasi',
    send: 'Kirim pertanyaan',
    again: 'Tekan Kirim pertanyaan sekali lagi untuk memastikan ini dari Anda.',
    humanNoScripts:
      'Tanpa JavaScript, isi juga e-mail Anda: pertanyaan dikirim setelah Anda menekan tautan di e-mail itu.',
    unconfirmed: 'Menunggu Anda',
    unconfirmedHint:
      'Pertanyaan ini belum dikirim. Buka e-mail Anda, lalu tekan tautan di dalamnya untuk mengirimnya ke penjual.',
    confirmLead: 'Tinggal satu langkah: tekan tombol ini, lalu pertanyaan Anda sampai di penjual.',
    confirmSend: 'Kirim ke penjual',
    sent: 'Pertanyaan Anda sudah dikirim ke penjual.',
    threadTitle: (code) => `Pertanyaan ${code}`,
    threadAbout: (shop, title) => (title ? `${shop}, tentang ${title}` : shop),
    states: {
      open: 'Menunggu jawaban penjual',
      answered: 'Sudah dijawab',
      quoted: 'Ada penawaran harga',
      ordered: 'Sudah dipesan',
      closed: 'Ditutup',
      spam: 'Ditutup',
    },
    keep: 'Simpan tautan halaman ini: hanya lewat tautan ini percakapan dapat dibuka lagi.',
    keepLink: 'Simpan tautan ini ke WhatsApp saya',
    keepText: (code, url) => `Pertanyaan saya ${code} di Mal UKM: ${url}`,
    tellSeller: 'Kabari penjual lewat WhatsApp',
    tellSellerText: (shop, code) =>
      `Halo Kak dari ${shop}, saya bertanya lewat Mal UKM dengan kode ${code}. Mohon dijawab ya.`,
    tellBuyer: 'Kabari pembeli lewat WhatsApp',
    tellBuyerText: (buyer, shop, code) =>
      `Halo Kak ${buyer}, ini ${shop}. Pertanyaan ${code} sudah kami jawab di Mal UKM. Buka lewat tautan pertanyaan yang Kakak simpan.`,
    talk: 'Percakapan',
    you: 'Anda',
    buyerSays: (name) => `${name} (pembeli)`,
    sellerSays: (shop) => `${shop} (penjual)`,
    reply: 'Tulis pesan',
    replySend: 'Kirim pesan',
    close: 'Tutup pertanyaan',
    spam: 'Ini spam',
    closed: 'Percakapan ini sudah ditutup.',
    offer: 'Penawaran harga',
    offerUntil: (day) => `Berlaku sampai akhir hari ${day} (WIB)`,
    shippingTo: (place) => `Ongkir ke ${place}`,
    offerFor: (place) =>
      `Ongkir ini untuk alamat di ${place}. Untuk tujuan lain, minta penawaran baru lewat pesan di atas.`,
    noPayment: 'Penjual ini belum punya cara bayar untuk alamat dan jumlah ini.',
    askAboutPayment: 'Tanya penjual',
    offerOver: 'Penawaran ini sudah tidak berlaku. Minta yang baru lewat pesan di bawah.',
    offerTaken: 'Penawaran ini sudah menjadi pesanan.',
    openOrder: 'Buka pesanan',
    accept: 'Terima penawaran dan pesan',
    acceptLead: 'Harga dan ongkirnya tepat seperti di atas; tidak ada tagihan susulan.',
    acceptPayment: 'Cara bayar',
    acceptConsent:
      'Saya setuju dengan syarat Mal UKM dan data saya dipakai untuk pesanan ini oleh penjual dan kurir.',
    makeOffer: 'Buat penawaran harga',
    makeOfferHint: 'Pembeli dapat langsung memesan dengan harga ini. Yang Anda tawarkan mengikat.',
    offerGoods: 'Barang',
    offerNone: 'Tidak ada',
    offerQty: 'Jumlah',
    offerPrice: 'Harga satuan (rupiah)',
    offerShipping: 'Ongkir (rupiah)',
    offerDestination: 'Ongkir ini untuk tujuan',
    offerDestinationHint: 'Pembeli hanya dapat memesan ke tujuan ini dengan ongkir di atas.',
    offerDay: 'Berlaku sampai hari',
    offerNote: 'Keterangan',
    offerSend: 'Kirim penawaran',
    subtotal: 'Barang',
    shipping: 'Ongkir',
    total: 'Total',
    done: {
      message: 'Pesan terkirim.',
      offer: 'Penawaran terkirim ke pembeli.',
      close: 'Pertanyaan ditutup.',
      spam: 'Ditandai sebagai spam.',
      confirm: 'Pertanyaan Anda sudah dikirim ke penjual.',
    },
    refused: {
      too_many_requests: 'Sudah banyak yang dikirim. Tunggu satu jam, lalu coba lagi.',
      thread_closed: 'Percakapan ini sudah ditutup, jadi pesan tadi tidak terkirim.',
      conflict: 'Ada yang baru saja menulis di sini. Lihat dulu, lalu kirim lagi.',
      offer_over: 'Penawaran ini sudah tidak berlaku, jadi tidak ada yang dipesan.',
      offer_changed: 'Penjual sudah membuat penawaran baru. Lihat dulu, lalu terima bila cocok.',
      offer_taken: 'Penawaran ini sudah menjadi pesanan, jadi tidak dipesan lagi.',
      offer_elsewhere:
        'Ongkir penawaran ini untuk tujuan lain, jadi belum ada yang dipesan. Minta penawaran baru untuk alamat Anda lewat pesan.',
      no_offer: 'Belum ada penawaran di percakapan ini.',
      out_of_stock: 'Stoknya sudah tidak cukup. Tanyakan kepada penjual.',
      suspended: 'Toko ini sedang tidak menerima pesanan.',
      invalid: 'Ada isian yang perlu diperbaiki.',
    },
  },
  en: {
    title: (shop) => `Ask ${shop}`,
    threadErased: 'The conversation and your data have been erased.',
    lead: 'Your question goes to the seller. The answer appears on this page and in your e-mail.',
    about: 'About',
    quantity: 'Quantity wanted',
    quantityHint: 'For a quote; in pieces unless you say otherwise.',
    message: 'Your question',
    messageHint: 'For example material, size, colour, or where it should go.',
    wantedBy: 'Needed by',
    name: 'Name',
    email: 'E-mail',
    emailHint: 'Give an e-mail address or a phone number, so that the seller can answer.',
    phone: 'Phone or WhatsApp',
    phoneHint: 'Only this seller sees it.',
    consent: 'I agree that my name and contact are passed on to this seller to answer this question.',
    privacy: 'Privacy',
    send: 'Send the question',
    again: 'Please press Send once more to confirm that this comes from you.',
    humanNoScripts:
      'Without JavaScript, please give your e-mail address, too: the question is sent once you follow the link in that mail.',
    unconfirmed: 'Waiting for you',
    unconfirmedHint:
      'This question has not been sent yet. Open your e-mail and follow the link in it to send it to the seller.',
    confirmLead: 'One more step: press this button, and the seller gets your question.',
    confirmSend: 'Send to the seller',
    sent: 'Your question has been sent to the seller.',
    threadTitle: (code) => `Question ${code}`,
    threadAbout: (shop, title) => (title ? `${shop}, about ${title}` : shop),
    states: {
      open: 'Waiting for the seller',
      answered: 'Answered',
      quoted: 'There is a quote',
      ordered: 'Ordered',
      closed: 'Closed',
      spam: 'Closed',
    },
    keep: 'Keep the link of this page: the conversation can only be opened by it.',
    keepLink: 'Keep this link in my WhatsApp',
    keepText: (code, url) => `My question ${code} at Mal UKM: ${url}`,
    tellSeller: 'Tell the seller by WhatsApp',
    tellSellerText: (shop, code) =>
      `Hello ${shop}, I have asked you through Mal UKM; the code is ${code}. Please have a look.`,
    tellBuyer: 'Tell the buyer by WhatsApp',
    tellBuyerText: (buyer, shop, code) =>
      `Hello ${buyer}, this is ${shop}. We have answered question ${code} at Mal UKM. Please open it by the link that you kept.`,
    talk: 'Conversation',
    you: 'You',
    buyerSays: (name) => `${name} (buyer)`,
    sellerSays: (shop) => `${shop} (seller)`,
    reply: 'Write a message',
    replySend: 'Send',
    close: 'Close the question',
    spam: 'This is spam',
    closed: 'This conversation is closed.',
    offer: 'Quote',
    offerUntil: (day) => `Valid until the end of ${day} (WIB, UTC+7)`,
    shippingTo: (place) => `Shipping to ${place}`,
    offerFor: (place) =>
      `This shipping fee is for addresses in ${place}. For another destination, please ask for a new quote above.`,
    noPayment: 'This seller cannot take payment for this address or amount yet.',
    askAboutPayment: 'Ask the seller',
    offerOver: 'This quote has lapsed. Please ask for a new one below.',
    offerTaken: 'This quote has become an order.',
    openOrder: 'Open the order',
    accept: 'Accept the quote and order',
    acceptLead: 'Price and shipping are exactly as above; nothing is charged on top.',
    acceptPayment: 'How to pay',
    acceptConsent: 'I agree to the terms of Mal UKM and that seller and courier use my data for this order.',
    makeOffer: 'Make a quote',
    makeOfferHint: 'The buyer can order at this price at once. What you offer binds you.',
    offerGoods: 'Goods',
    offerNone: 'None',
    offerQty: 'Quantity',
    offerPrice: 'Price each (rupiah)',
    offerShipping: 'Shipping (rupiah)',
    offerDestination: 'This fee is for',
    offerDestinationHint: 'The buyer can order to this destination only at the fee above.',
    offerDay: 'Valid until',
    offerNote: 'Note',
    offerSend: 'Send the quote',
    subtotal: 'Goods',
    shipping: 'Shipping',
    total: 'Total',
    done: {
      message: 'Your message has been sent.',
      offer: 'The quote has been sent to the buyer.',
      close: 'The question is closed.',
      spam: 'Marked as spam.',
      confirm: 'Your question has been sent to the seller.',
    },
    refused: {
      too_many_requests: 'A lot has been sent already. Please wait an hour and try again.',
      thread_closed: 'This conversation is closed, so the message was not sent.',
      conflict: 'Somebody has just written here. Please have a look and send it again.',
      offer_over: 'This quote has lapsed, so nothing was ordered.',
      offer_changed: 'The seller has made a new quote. Please look at it first.',
      offer_taken: 'This quote has become an order already, so nothing was ordered again.',
      offer_elsewhere:
        'The shipping fee of this quote is for another destination, so nothing was ordered. Please ask for a new quote for your address.',
      no_offer: 'There is no quote in this conversation yet.',
      out_of_stock: 'There is not enough stock any more. Please ask the seller.',
      suspended: 'This shop takes no orders just now.',
      invalid: 'Some fields need your attention.',
    },
  },
};

interface MailFacts {
  code: string;
  shop: string;
  buyer: string;
  title?: string | undefined;
}
interface MailWords {
  subject: (facts: MailFacts) => string;
  lines: (facts: MailFacts) => string[];
  open: string;
}
interface InquiryMails {
  greeting: (name?: string) => string;
  whatsapp: string;
  whatsappText: (buyer: string, shop: string, code: string) => string;
  inquiry_seller: MailWords;
  message_seller: MailWords;
  message_buyer: MailWords;
  offer_buyer: MailWords;
  confirm_buyer: MailWords;
}

/** The mails of a thread. */
export const inquiryMails: Sentences<InquiryMails> = {
  id: {
    greeting: (name) => (name ? `Halo ${name},` : 'Halo,'),
    whatsapp: 'Jawab lewat WhatsApp',
    whatsappText: (buyer, shop, code) => `Halo Kak ${buyer}, ini ${shop}. Tentang pertanyaan ${code}:`,
    inquiry_seller: {
      subject: ({ code, title }) => `Pertanyaan ${code}${title ? `: ${title}` : ''}`,
      lines: ({ buyer, code }) => [`${buyer} bertanya lewat Mal UKM, kode ${code}:`],
      open: 'Jawab atau buat penawaran',
    },
    message_seller: {
      subject: ({ code }) => `Pesan baru tentang pertanyaan ${code}`,
      lines: ({ buyer, code }) => [`${buyer} menulis tentang pertanyaan ${code}:`],
      open: 'Buka percakapan',
    },
    message_buyer: {
      subject: ({ code, shop }) => `${shop} menjawab pertanyaan ${code}`,
      lines: ({ shop, code }) => [`${shop} menjawab pertanyaan ${code} Anda di Mal UKM:`],
      open: 'Buka percakapan',
    },
    offer_buyer: {
      subject: ({ code, shop }) => `Penawaran dari ${shop} untuk pertanyaan ${code}`,
      lines: ({ shop, code }) => [
        `${shop} membuat penawaran untuk pertanyaan ${code} Anda. Anda dapat langsung memesan dengan harga itu.`,
      ],
      open: 'Lihat penawaran',
    },
    confirm_buyer: {
      subject: ({ code }) => `Kirim pertanyaan ${code} ke penjual`,
      lines: ({ shop }) => [
        `Ada yang menulis pertanyaan untuk ${shop} di Mal UKM dengan alamat e-mail ini.`,
        'Bila itu Anda, buka tautan di bawah lalu tekan Kirim ke penjual. Bila bukan, abaikan saja: tidak ada yang terkirim.',
      ],
      open: 'Periksa dan kirim',
    },
  },
  en: {
    greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
    whatsapp: 'Answer by WhatsApp',
    whatsappText: (buyer, shop, code) => `Hello ${buyer}, this is ${shop}. About question ${code}:`,
    inquiry_seller: {
      subject: ({ code, title }) => `Question ${code}${title ? `: ${title}` : ''}`,
      lines: ({ buyer, code }) => [`${buyer} asks through Mal UKM, code ${code}:`],
      open: 'Answer or make a quote',
    },
    message_seller: {
      subject: ({ code }) => `New message about question ${code}`,
      lines: ({ buyer, code }) => [`${buyer} writes about question ${code}:`],
      open: 'Open the conversation',
    },
    message_buyer: {
      subject: ({ code, shop }) => `${shop} has answered question ${code}`,
      lines: ({ shop, code }) => [`${shop} has answered your question ${code} at Mal UKM:`],
      open: 'Open the conversation',
    },
    offer_buyer: {
      subject: ({ code, shop }) => `A quote from ${shop} for question ${code}`,
      lines: ({ shop, code }) => [
        `${shop} has made a quote for your question ${code}. You can order at that price at once.`,
      ],
      open: 'See the quote',
    },
    confirm_buyer: {
      subject: ({ code }) => `Send question ${code} to the seller`,
      lines: ({ shop }) => [
        `Somebody wrote a question for ${shop} at Mal UKM with this e-mail address.`,
        'If it was you, open the link below and press Send to the seller. If not, ignore this mail: nothing is sent.',
      ],
      open: 'Check and send',
    },
  },
};
