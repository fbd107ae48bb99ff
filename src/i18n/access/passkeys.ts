/** What the browser shows beside its question for a finger. */
export const brand = 'Mal UKM';

/** What passkeys are called on the screen: people here know *sidik jari*, not *passkey*. In Indonesian, as the desks are. */
export const passkeyWords = {
  enter: 'Masuk dengan sidik jari',
  enterHint: 'Tanpa menunggu surat, bila sidik jari, wajah, atau PIN perangkat ini sudah didaftarkan di mal.',
  failed: 'Belum berhasil. Coba lagi, atau pakai tautan lewat e-mail.',
  unsupported: 'Peramban ini belum mendukungnya. Pakai peramban terbaru, atau perangkat lain.',
  title: 'Sidik jari',
  lead: 'Masuk dengan sidik jari, wajah, atau PIN perangkat Anda, tanpa menunggu surat. Sidik jarinya sendiri tidak pernah meninggalkan perangkat.',
  dueTitle: 'Satu langkah lagi',
  due: 'Meja pengelola dibuka dengan dua kunci: surat, lalu sidik jari yang sudah didaftarkan.',
  firstTitle: 'Daftarkan sidik jari',
  first:
    'Meja pengelola memperlihatkan data semua orang, jadi dijaga dengan dua kunci: surat dan sidik jari, wajah, atau PIN perangkat Anda.',
  again: 'Lanjut dengan sidik jari',
  register: 'Daftarkan perangkat ini',
  list: 'Yang sudah terdaftar',
  none: 'Belum ada.',
  unknownDevice: 'Perangkat tanpa nama',
  since: (moment: string) => `Terdaftar ${moment}.`,
  lastUsed: (moment: string) => `Terakhir dipakai ${moment}.`,
  remove: 'Hapus',
  code: 'Kode cadangan',
  codeHint: 'Perangkat hilang? Ketik satu kode dari lembar cadangan Anda.',
  codeWrong:
    'Kode itu tidak cocok atau sudah dipakai. Periksa lagi lembarnya, atau minta bantuan pengelola lain.',
  useCode: 'Pakai kode',
  codesTitle: 'Kode cadangan',
  codesLeft: (count: number) =>
    count > 0
      ? `Masih ada ${count} kode yang belum dipakai.`
      : 'Belum ada kode cadangan. Cetak selembar, supaya meja tetap dapat dibuka bila perangkat hilang.',
  codesMake: 'Buat lembar kode baru',
  codesMakeHint: 'Lembar yang lama tidak berlaku lagi.',
  codesNow:
    'Cetak atau catat sekarang, lalu simpan di tempat terkunci: kode ini hanya ditampilkan sekali. Tiap kode dipakai sekali.',
  othersTitle: 'Pengelola lain kehilangan perangkat?',
  others:
    'Pastikan dulu lewat telepon bahwa itu benar orangnya. Sidik jari dan kodenya dihapus, semua perangkatnya keluar, dan ia mendaftar lagi saat masuk.',
  recover: (email: string) => `Hapus sidik jari ${email}`,
  refused: 'Tunjukkan dulu sidik jari Anda, lalu ulangi.',
  ask: 'Meja ini belum dijaga sidik jari.',
  back: 'Kembali',
};

/** The mail after a passkey was added. */
export const passkeyAddedMail = {
  subject: 'Sidik jari baru terdaftar di akun Mal UKM Anda',
  lines: (moment: string) => [
    `Sebuah perangkat didaftarkan untuk masuk dengan sidik jari ke akun Anda, ${moment}.`,
    'Anda sendiri? Tidak perlu berbuat apa-apa. Bukan Anda? Hapus sidik jari itu, keluarkan perangkatnya, lalu hubungi pengelola mal.',
  ],
  open: 'Lihat sidik jari yang terdaftar',
};

/** The mail to an operator whose passkeys another one took away. */
export const passkeysRemovedMail = {
  subject: 'Sidik jari akun pengelola Anda dihapus',
  lines: (moment: string) => [
    `Pengelola lain menghapus semua sidik jari dan kode cadangan akun Anda, ${moment}. Daftarkan lagi saat masuk.`,
    'Tidak memintanya? Segera hubungi pengelola lain lewat telepon.',
  ],
  open: 'Masuk ke Mal UKM',
};
