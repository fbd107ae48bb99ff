import type { Technique } from '../../src/domain/products/product.ts';

/** How a title names the technique; `printing` is never called batik. */
export const TECHNIQUE_TITLES: Readonly<Record<Technique, string>> = {
  tulis: 'Batik Tulis',
  cap: 'Batik Cap',
  kombinasi: 'Batik Kombinasi',
  printing: 'Motif Batik',
  'tenun-atbm': 'Tenun ATBM',
  'tenun-ikat': 'Tenun Ikat',
  lurik: 'Lurik',
  ecoprint: 'Ecoprint',
  jumputan: 'Jumputan',
  bordir: 'Bordir',
  sulam: 'Sulam',
  rajut: 'Rajut',
  anyam: 'Anyaman',
  konveksi: '',
  'kerajinan-tangan': '',
};

export const TECHNIQUE_ENGLISH: Readonly<Record<Technique, string>> = {
  tulis: 'hand-drawn batik',
  cap: 'hand-stamped batik',
  kombinasi: 'stamped and hand-drawn batik',
  printing: 'printed cloth with a batik motif',
  'tenun-atbm': 'handloom cloth',
  'tenun-ikat': 'handwoven ikat',
  lurik: 'handwoven striped lurik',
  ecoprint: 'leaf-printed cloth',
  jumputan: 'tie-dyed cloth',
  bordir: 'treadle-machine embroidery',
  sulam: 'hand embroidery',
  rajut: 'hand knitting',
  anyam: 'hand plaiting',
  konveksi: 'small-workshop sewing',
  'kerajinan-tangan': 'handcraft',
};

/** First sentences. `{thing}` is "kemeja batik tulis", `{Thing}` the same with a capital, `{motif}` "motif parang" or nothing. */
export const OPENINGS: readonly string[] = [
  '{Thing} {motif} ini dibuat di {place}, {region}.',
  'Dari {place}, {thing} {motif} dengan warna {color}.',
  '{Thing} {motif} yang kami kerjakan sendiri di {place}.',
  'Inilah {thing} {motif} yang paling sering ditanyakan di lapak kami.',
  'Bagi Anda yang mencari {thing}, pilihan {motif} ini mudah dipadukan.',
  'Warna {color} pada {thing} {motif} ini tenang dipandang.',
  'Kami membuat {thing} {motif} dalam jumlah kecil, beberapa potong sekali jadi.',
  '{Thing} {motif}, berwarna {color}, ringan dipakai seharian.',
  'Satu lagi {thing} dari {place}: {motif} dengan {color} sebagai warna utama.',
  'Untuk {thing} {motif} ini kami memilih warna {color}.',
  '{Thing} dari {region} dengan {motif} yang rapi sampai ke tepi.',
  'Bila Anda menyukai warna {color}, {thing} {motif} ini patut dilihat.',
  'Pelanggan lama biasanya mencari {thing} {motif} seperti ini.',
  '{Thing} {motif} ini pernah kami bawa ke pameran dan sekarang tersedia lagi.',
  'Anda sedang melihat {thing} {motif} buatan perajin {place}.',
  'Perpaduan {color} membuat {thing} {motif} ini pantas dipakai siang maupun malam.',
  'Sederhana saja: {thing} {motif}, warna {color}, jahitan rapi.',
  'Di {region}, {thing} {motif} seperti ini biasa dipakai saat ada hajat.',
];

/** The same for accessories, bags and shoes and what is not worn as cloth. */
export const SMALL_OPENINGS: readonly string[] = [
  '{Thing} {motif} ini dibuat di {place}, {region}.',
  'Buatan tangan dari {place}: {thing} {motif} berwarna {color}.',
  '{Thing} {motif} yang ringan dan enak dipegang.',
  'Kami membuat {thing} {motif} ini satu per satu.',
  'Untuk Anda yang menyukai {thing} sederhana, {motif} ini mudah dipadukan.',
  'Warna {color} membuat {thing} {motif} ini cocok dengan banyak baju.',
  '{Thing} {motif} dari {region}, dibuat untuk dipakai lama.',
  'Kecil, rapi, dan awet: {thing} {motif} buatan {place}.',
  'Banyak tamu pulang membawa {thing} {motif} ini dari {place}.',
  '{Thing} {motif} ini bermula dari pesanan seorang pelanggan, lalu kami teruskan.',
  'Inilah {thing} {motif} yang kami pakai sendiri sehari-hari.',
  'Tidak ada dua {thing} {motif} yang persis sama di bengkel kami.',
];

export const USES: readonly string[] = [
  'Cocok untuk {use}.',
  'Pas untuk {use}, juga untuk {other}.',
  'Sering dipilih untuk {use}.',
  'Kebanyakan pembeli memesannya untuk {use}.',
  'Bisa untuk {use}, bisa pula untuk {other}.',
  'Kami merancangnya untuk {use}.',
  'Nyaman untuk {use}.',
  'Biasa dipesan untuk {use} atau {other}.',
  'Pantas untuk {use}.',
  'Selain untuk {use}, bagus juga untuk {other}.',
];

/** What a material is like; the first word that is found in the material's name decides. */
export const FEELS: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /sutra rayon|rayon|viskosa/,
    [
      '{Material} jatuh di badan dan dingin di kulit.',
      '{Material} lemas, ringan, dan cepat kering.',
      'Bahannya {material}, adem meski dipakai di luar ruangan.',
    ],
  ],
  [
    /sutra/,
    [
      '{Material} berkilau halus dan ringan.',
      'Bahannya {material}, hangat saat dingin dan sejuk saat panas.',
    ],
  ],
  [
    /primisima|prima|dobby|satin/,
    [
      '{Material} yang rapat membuat warnanya keluar.',
      'Bahannya {material}: halus, menyerap keringat, dan tidak menerawang.',
      'Kami memakai {material} karena makin lembut setiap kali dicuci.',
    ],
  ],
  [
    /kulit/,
    [
      '{Material} tebalnya merata, kaku di awal lalu mengikuti bentuk pemakainya.',
      'Bahannya {material} pilihan, aromanya masih terasa.',
      '{Material} dipilih dari lembaran tanpa bekas luka besar.',
    ],
  ],
  [
    /pandan|mendong|rotan|serat|akar|anyaman/,
    [
      '{Material} ringan tetapi kuat menahan beban harian.',
      'Bahannya {material}, tumbuh di sekitar desa kami.',
      '{Material} tidak berbau setelah dijemur benar.',
    ],
  ],
  [
    /tembaga|kuningan/,
    [
      '{Material} kami beli lembaran, lalu dibentuk seluruhnya dengan tangan.',
      'Bahannya {material}, warnanya akan menua dengan indah.',
    ],
  ],
  [
    /batok|kayu/,
    [
      '{Material} diampelas sampai licin dan aman bagi kulit.',
      'Bahannya {material}, kuat dan tidak mudah retak.',
    ],
  ],
  [
    /toyobo|paris|voal|organdi|velvet|jepang|linen|rami/,
    [
      '{Material} tegak dan tidak mudah kusut.',
      'Bahannya {material}, lembut di leher dan pergelangan.',
      '{Material} cukup tebal sehingga tidak perlu dalaman berlapis.',
    ],
  ],
  [/benang/, ['{Material} lembut dan tidak berbulu.', 'Kami memakai {material} yang tahan tarikan.']],
  [
    /kanvas|denim|twill|belacu/,
    ['{Material} kokoh dan menjaga bentuknya.', 'Bahannya {material}, makin lemas setelah sering dipakai.'],
  ],
  [
    /./,
    [
      '{Material} adem dan menyerap keringat.',
      'Bahannya {material}, enak dipakai lama.',
      'Kami memilih {material} agar ringan dan tidak gerah.',
    ],
  ],
];

export const CLOSINGS: readonly string[] = [
  'Warna di layar bisa sedikit berbeda dari aslinya.',
  'Paket kami bungkus dengan kertas dan kantong kain.',
  'Bila Anda ragu memilih, tanyakan dulu; kami jawab dengan foto tambahan.',
  'Tersedia kartu ucapan bila ini hadiah, cukup tulis pesannya di catatan.',
  'Dikirim dari {region} pada hari kerja berikutnya.',
  'Ukuran toleransi dua sentimeter karena dikerjakan dengan tangan.',
  'Bisa dipesan banyak dengan warna lain; kirim pesan lebih dulu.',
  'Setiap potong kami periksa di bawah cahaya siang sebelum dikirim.',
  'Sisa kain disertakan secukupnya untuk tambal.',
  'Simpan nota ini: jahitan yang lepas kami perbaiki tanpa biaya.',
  'Corak tiap barang sedikit bergeser, dan itu wajar untuk buatan tangan.',
  'Kami menyertakan kartu berisi nama pembuatnya.',
];
export const ORDER_CLOSINGS: readonly string[] = [
  'Dibuat setelah Anda memesan; siapkan waktu {days} hari.',
  'Pengerjaannya {days} hari karena baru dimulai setelah pembayaran diterima.',
  'Karena pre-order {days} hari, warna dan panjangnya masih bisa Anda bicarakan.',
  'Antrean pengerjaan saat ini {days} hari; kami kabari bila lebih cepat.',
  'Barang ini dikerjakan menurut pesanan, kira-kira {days} hari.',
];

/** Ends for what comes in several colours. */
export const COLOR_CLOSINGS: readonly string[] = [
  'Tersedia warna {colors}.',
  'Pilih warnanya: {colors}.',
  'Ada {colors}; tiap warna punya fotonya sendiri.',
  'Warnanya bisa Anda pilih antara {colors}.',
];
