import type { Sentences } from './locale.ts';

/** Titles of the API's problems, by their stable code. */
interface Problems {
  titles: Record<string, string>;
  fallback: string;
}

export const problems: Sentences<Problems> = {
  id: {
    titles: {
      invalid_json: 'Isi permintaan bukan JSON yang benar.',
      invalid: 'Ada isian yang perlu diperbaiki.',
      idempotency_key_required: 'Header Idempotency-Key wajib diisi.',
      idempotency_key_reused: 'Idempotency-Key ini sudah dipakai untuk pesanan lain.',
      price_changed: 'Harga sudah berubah. Periksa harga baru, lalu pesan lagi.',
      out_of_stock: 'Stok tidak cukup.',
      payment_unavailable: 'Cara bayar ini tidak tersedia pada penjual tersebut.',
      shipping_unavailable: 'Pengiriman ini tidak tersedia untuk alamat tersebut.',
      too_many_open_orders: 'Masih banyak pesanan yang belum dibayar dengan nomor ini.',
      too_many_requests: 'Terlalu banyak permintaan. Coba lagi sebentar lagi.',
      too_large: 'Isi permintaan terlalu besar.',
      unsupported_media_type: 'Jenis isi permintaan ini tidak didukung.',
      forbidden_origin: 'Permintaan ini datang dari situs lain.',
      method_not_allowed: 'Metode ini tidak dilayani di alamat ini.',
      not_found: 'Tidak ditemukan.',
      invalid_signature: 'Tanda tangan pemberitahuan ini tidak cocok.',
      gateway_unreachable: 'Layanan pembayaran belum menjawab. Coba lagi sebentar lagi.',
      photo_too_large: 'Fotonya lebih dari 3 MB. Kirim tangkapan layar atau foto yang lebih kecil.',
      photo_type: 'Fotonya harus JPEG, PNG, atau WebP.',
      too_many_photos: 'Pesanan ini sudah punya banyak foto.',
      conflict: 'Pesanan ini baru saja diubah orang lain. Lihat keadaannya sekarang.',
      transition_not_allowed: 'Pesanan ini tidak dapat diubah begitu dari keadaannya sekarang.',
      order_not_found: 'Kode dan nomor HP itu tidak ditemukan bersama.',
      unauthorized: 'Masuk dulu, atau buka lewat tautan di e-mail pesanan.',
      forbidden: 'Akun ini tidak boleh membuka bagian itu.',
      catalog_unavailable: 'Katalog sedang disiapkan. Coba lagi sebentar lagi.',
      internal: 'Ada gangguan di mal. Pesanan yang sudah masuk tetap aman.',
    },
    fallback: 'Permintaan tidak dapat dilayani.',
  },
  en: {
    titles: {
      invalid_json: 'The body is not valid JSON.',
      invalid: 'Some fields need your attention.',
      idempotency_key_required: 'The Idempotency-Key header is required.',
      idempotency_key_reused: 'This Idempotency-Key was already used for another order.',
      price_changed: 'A price has changed. Please check the new price and order again.',
      out_of_stock: 'There is not enough stock.',
      payment_unavailable: 'This seller does not offer that way of paying.',
      shipping_unavailable: 'That shipping service does not reach this address.',
      too_many_open_orders: 'There are many unpaid orders with this number.',
      too_many_requests: 'Too many requests. Please try again in a moment.',
      too_large: 'The body is too large.',
      unsupported_media_type: 'This content type is not supported.',
      forbidden_origin: 'This request comes from another site.',
      method_not_allowed: 'This method is not served at this address.',
      not_found: 'Not found.',
      invalid_signature: 'The signature of this notification does not match.',
      gateway_unreachable: 'The payment service has not answered. Please try again in a moment.',
      photo_too_large: 'The photo is larger than 3 MB. Please send a screenshot or a smaller photo.',
      photo_type: 'The photo must be JPEG, PNG or WebP.',
      too_many_photos: 'This order has many photos already.',
      conflict: 'Somebody has just changed this order. Please see how it stands now.',
      transition_not_allowed: 'This order cannot be changed like that from its present state.',
      order_not_found: 'This code and phone number were not found together.',
      unauthorized: 'Please sign in, or open the link in the mail about the order.',
      forbidden: 'This account may not use that part.',
      catalog_unavailable: 'The catalogue is being prepared. Please try again in a moment.',
      internal: 'Something went wrong at the mall. Orders already placed are safe.',
    },
    fallback: 'The request could not be served.',
  },
};
