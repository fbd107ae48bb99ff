/** What signing in says. The desks are in Indonesian: sellers and operators work in Central Java. */
export const signInWords = {
  title: 'Masuk ke lapak',
  lead: 'Untuk penjual dan pengelola mal. Kami kirim tautan dan kode ke e-mail Anda; tidak perlu kata sandi.',
  email: 'E-mail yang terdaftar di mal',
  send: 'Kirim tautan masuk',
  emailWrong: 'Alamat e-mail belum benar. Contoh: nama@contoh.id',
  tooMany: 'Terlalu banyak permintaan sekaligus. Tunggu satu menit, lalu coba lagi.',
  noMail:
    'Tidak punya akses ke e-mail itu? Hubungi pengelola mal; mereka dapat mengirim tautan masuk ke nomor WhatsApp toko yang terdaftar.',
  sentTitle: 'Periksa e-mail Anda',
  sent: 'Bila alamat itu terdaftar, suratnya tiba dalam satu menit. Buka tautannya di sini, atau ketik kode delapan huruf dan angka dari surat itu. Berlaku 15 menit.',
  code: 'Kode dari surat',
  enter: 'Masuk',
  codeWrong: 'Kode itu tidak cocok atau waktunya sudah habis. Periksa lagi suratnya, atau minta yang baru.',
  linksOnly:
    'Hari ini sudah terlalu banyak kode yang salah, jadi kode tidak dipakai dulu. Buka tautan di surat terakhir; tautannya tetap berlaku.',
  again: 'Minta surat baru',
  lastTitle: 'Buka surat terakhir',
  last: 'Alamat ini sudah beberapa kali diminta, jadi kami tidak mengirim surat baru. Bila alamat itu terdaftar, buka tautan di surat terakhir dari Mal UKM: tombolnya masuk di perangkat mana pun.',
  confirmTitle: 'Masuk sekarang',
  confirm: 'Tekan tombol ini untuk masuk di perangkat ini.',
  elsewhereTitle: 'Kode masuk Anda',
  elsewhere:
    'Tautan ini diminta dari peramban lain. Ketik kode ini di sana. Jangan berikan kode ini kepada siapa pun, juga bila ada yang mengaku dari mal.',
  overTitle: 'Tautan ini sudah tidak berlaku',
  over: 'Tautan masuk hanya berlaku 15 menit dan hanya sekali pakai. Minta yang baru di bawah ini.',
  signedIn: (email: string) => `Anda masuk sebagai ${email}`,
  toDesk: 'Buka lapak',
  toOperator: 'Buka meja pengelola',
  leave: 'Keluar',
  devices: 'Perangkat yang masuk',
  thisDevice: 'perangkat ini',
  unknownDevice: 'Perangkat tanpa nama',
  newDevice: 'perangkat baru',
  byOperator: 'lewat tautan dari pengelola mal',
  newsTitle: 'Ada yang masuk ke akun Anda',
  news: (device: string, moment: string) => `${device || 'Perangkat tanpa nama'}, ${moment}`,
  newsAsk: 'Bukan Anda? Keluarkan perangkat itu',
  since: (moment: string) => `Masuk ${moment}`,
  lastSeen: (moment: string) => `Terakhir dipakai ${moment}`,
  revoke: 'Keluarkan',
  revokeOthers: 'Keluarkan semua perangkat lain',
  refusedTitle: 'Halaman ini bukan untuk akun Anda',
  refused: (email: string) => `Anda masuk sebagai ${email}. Halaman itu untuk akun lain.`,
  linkTitle: 'Tautan masuk untuk penjual',
  linkLead:
    'Untuk penjual yang tidak menerima e-mail. Tautannya sekali pakai, berlaku 15 menit, dan tercatat atas nama Anda.',
  linkSeller: 'Penjual',
  linkSellerHint: 'Nama pendek toko seperti di alamat halamannya, misalnya batik-sekar',
  linkUnknown: 'Toko itu tidak ada di mal.',
  linkMake: 'Buat tautan',
  linkReady: (name: string) => `Tautan untuk ${name}`,
  linkSend: (number: string) => `Kirim ke WhatsApp ${number}`,
  linkSample: 'Toko ini contoh: nomornya bukan sungguhan.',
  linkText: (name: string, url: string) =>
    `Halo Kak dari ${name}, ini tautan masuk ke lapak Mal UKM. Berlaku 15 menit dan sekali pakai: ${url}`,
};

/** The mail after a sign-in on a device that was not seen before. */
export const newDeviceMail = {
  subject: 'Perangkat baru masuk ke akun Mal UKM Anda',
  lines: (moment: string, device: string) => [
    `Akun Anda dibuka di perangkat yang belum pernah dipakai${device && ` (${device})`}, ${moment}.`,
    'Anda sendiri? Tidak perlu berbuat apa-apa. Bukan Anda? Keluarkan perangkat itu, lalu hubungi pengelola mal.',
  ],
  open: 'Lihat perangkat yang masuk',
};

/** The mail to a seller for whom an operator made a link. */
export const signInLinkMail = {
  subject: 'Pengelola mal membuat tautan masuk ke lapak Anda',
  lines: (moment: string) => [
    `Pengelola mal membuat tautan masuk ke lapak Anda, ${moment}, untuk dikirim ke nomor WhatsApp toko.`,
    'Tidak memintanya? Hubungi pengelola mal, dan lihat perangkat mana yang masuk ke akun Anda.',
  ],
  open: 'Lihat perangkat yang masuk',
};

/** The mail with the link and the code. */
export const signInMail = {
  subject: (code: string) => `${code} adalah kode masuk Mal UKM`,
  greeting: 'Halo,',
  lines: (minutes: number) => [
    'Seseorang, semoga Anda sendiri, meminta masuk ke Mal UKM dengan alamat ini.',
    `Buka tautan di bawah di peramban yang sama, atau ketik kodenya di sana. Berlaku ${minutes} menit dan sekali pakai.`,
  ],
  code: 'Kode',
  open: 'Masuk ke Mal UKM',
  notMe: 'Bukan Anda? Abaikan saja surat ini; tanpa kode atau tautan tidak ada yang dapat masuk.',
};
