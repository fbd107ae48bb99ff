import type { Motif } from './motif.ts';

/** Motifs of the courts and of the inland regions. */
export const INLAND: Record<string, Motif> = {
  parang: {
    name: 'Parang',
    says: [
      'Garis miring parang yang tak pernah putus {dibaca|dipahami} orang Jawa sebagai semangat yang terus menyambung.',
      'Parang termasuk motif tertua; lereknya yang tegas membuat [benda] tampak rapi dari jauh maupun dekat.',
      'Lekuk parang menyerupai ombak yang memukul karang, pengingat untuk tekun dan tidak gentar.',
    ],
  },
  'parang-klitik': {
    name: 'Parang Klitik',
    says: [
      'Parang klitik adalah parang berukuran kecil, dahulu dikenakan para putri, sehingga kesannya halus dan lembut.',
      'Barisan parang yang mungil membuat motif ini mudah dipadukan tanpa terlihat ramai.',
    ],
  },
  'parang-kusumo': {
    name: 'Parang Kusumo',
    says: [
      'Kusumo berarti bunga: parang kusumo mendoakan pemakainya agar keluarganya harum dan dihormati.',
      'Motif parang kusumo kerap dipakai saat lamaran dan tukar cincin, tetapi sama pantasnya untuk acara resmi lain.',
    ],
  },
  kawung: {
    name: 'Kawung',
    says: [
      'Empat bulatan kawung diambil dari buah kolang-kaling yang dibelah, lambang hati yang bersih dan hidup yang berguna.',
      'Kawung yang berjajar simetris memberi kesan tenang, cocok bagi Anda yang suka pola teratur.',
      'Pohon aren yang menjadi asal kawung terpakai dari akar sampai daun, dan dari sanalah doa motif ini berasal.',
    ],
  },
  'kawung-picis': {
    name: 'Kawung Picis',
    says: [
      'Kawung picis bermata kecil sebesar uang receh zaman dahulu, jadi polanya rapat dan halus.',
      'Nama picis diambil dari uang logam kecil; orang tua dulu menyebutnya doa agar rezeki datang sedikit demi sedikit, tetapi terus.',
    ],
  },
  truntum: {
    name: 'Truntum',
    says: [
      'Truntum artinya bersemi lagi; bintang-bintang kecilnya bercerita tentang kasih yang tumbuh kembali.',
      'Pada pernikahan Jawa, truntum dikenakan orang tua pengantin sebagai tanda mereka akan terus menuntun.',
      'Taburan bunga tanjung kecil di truntum membuat [benda] manis dilihat dan tidak cepat membosankan.',
    ],
  },
  sidomukti: {
    name: 'Sidomukti',
    says: [
      'Sido berarti jadi dan mukti berarti mulia: sebuah doa agar hidup pemakainya berkecukupan.',
      'Sidomukti biasa dipilih untuk pengantin dan hajatan keluarga karena doa yang dibawanya.',
      'Kotak-kotak sidomukti berisi sayap, kupu-kupu, dan pohon hidup yang tersusun tenang.',
    ],
  },
  sidoluhur: {
    name: 'Sidoluhur',
    says: [
      'Sidoluhur membawa harapan agar pemakainya berbudi luhur dan menjadi teladan.',
      'Ragam hias sidoluhur disusun dalam bidang miring bersudut, khas kain untuk upacara Jawa.',
    ],
  },
  sidoasih: {
    name: 'Sidoasih',
    says: [
      'Sidoasih berisi doa supaya pasangan saling menyayangi sampai tua, karena itu sering dijadikan kado pernikahan.',
      'Asih berarti kasih; isian sidoasih yang lembut enak dipandang dan mudah dipadankan.',
    ],
  },
  'semen-rama': {
    name: 'Semen Rama',
    says: [
      'Semen berasal dari kata semi; sulur, sayap, dan gunungnya menceritakan delapan watak pemimpin yang baik.',
      'Semen rama penuh dengan tunas dan burung, gambaran dunia yang terus bertumbuh.',
    ],
  },
  'wahyu-tumurun': {
    name: 'Wahyu Tumurun',
    says: [
      'Sepasang ayam dan mahkota pada wahyu tumurun melambangkan anugerah yang turun dari atas.',
      'Wahyu tumurun berisi harapan agar pemakainya mendapat petunjuk dan karunia.',
    ],
  },
  'sekar-jagad': {
    name: 'Sekar Jagad',
    says: [
      'Sekar jagad menghimpun banyak motif kecil seperti peta, tanda bahwa perbedaan bisa indah bila berdampingan.',
      'Tidak ada dua bidang sekar jagad yang isinya sama, jadi mata selalu menemukan hal baru.',
      'Seperti peta dunia yang berbunga, sekar jagad membuat [benda] terasa meriah tanpa mencolok.',
    ],
  },
  'udan-liris': {
    name: 'Udan Liris',
    says: [
      'Udan liris berarti gerimis; garis-garis miring halusnya melambangkan kesuburan dan kesabaran.',
      'Dalam udan liris beberapa motif lereng dijajarkan seperti hujan tipis yang turun rata.',
    ],
  },
  'satrio-manah': {
    name: 'Satrio Manah',
    says: [
      'Satrio manah menggambarkan ksatria yang membidik dengan tepat; dahulu dipakai pihak pria saat melamar.',
      'Satrio manah mengajarkan niat yang lurus dan hati yang mantap.',
    ],
  },
  'ratu-ratih': {
    name: 'Ratu Ratih',
    says: [
      'Ratu ratih memuat doa agar hidup selaras dan memancar seperti bulan purnama.',
      'Isian ratu ratih cukup rapat, khas batik pedalaman yang dikerjakan dengan sabar.',
    ],
  },
  sawunggaling: {
    name: 'Sawunggaling',
    says: [
      'Dua ayam jantan yang berlaga pada sawunggaling melambangkan keberanian dan daya juang.',
      'Sawunggaling dikenal lewat para pembatik besar Solo; geraknya luwes dan penuh tenaga.',
    ],
  },
  ceplok: {
    name: 'Ceplok',
    says: [
      'Ceplok menata bunga dan bintang dalam kotak yang berulang, sehingga mudah dipotong dan dijahit rapi.',
      'Pola ceplok yang seimbang cocok untuk seragam maupun baju sehari-hari.',
    ],
  },
  nitik: {
    name: 'Nitik',
    says: [
      'Nitik tersusun dari ribuan titik kecil yang meniru rupa tenunan kain patola.',
      'Dari dekat, nitik menunjukkan kesabaran pembatiknya: titik demi titik, baris demi baris.',
    ],
  },
  tambal: {
    name: 'Tambal',
    says: [
      'Tambal menyatukan potongan berbagai motif; orang dulu percaya kain tambal menenangkan orang yang sedang sakit.',
      'Bidang segitiga tambal seperti kain perca, masing-masing menyimpan motif yang berbeda.',
    ],
  },
  gringsing: {
    name: 'Gringsing',
    says: [
      'Gringsing menyerupai sisik yang bertumpuk, lambang perlindungan dan keseimbangan.',
      'Sisik gringsing yang rapat menjadi isian yang halus dan tidak lekang zaman.',
    ],
  },
  slobog: {
    name: 'Slobog',
    says: [
      'Slobog berarti longgar; motif ini dahulu dipakai pada pelantikan pejabat sebagai doa agar jalannya lapang.',
      'Segitiga slobog yang saling membelakangi memberi irama tegas.',
    ],
  },
  'wonogiren-babaran': {
    name: 'Wonogiren Pecah Remekan',
    says: [
      'Retakan malam yang disengaja menjadi ciri wonogiren, sehingga tak ada dua kain yang guratannya persis sama.',
      'Pecah remekan dari Tirtomoyo memberi latar seperti kulit kayu tua yang indah.',
    ],
  },
  'jati-blora': {
    name: 'Daun Jati',
    says: [
      'Daun jati diambil dari hutan yang mengelilingi Blora, lengkap dengan tulang daunnya.',
      'Motif daun jati mengingatkan pada pohon yang tumbuh pelan tetapi kuat bertahun-tahun.',
    ],
  },
  barongan: {
    name: 'Barongan',
    says: [
      'Barongan menampilkan topeng singa dari kesenian rakyat Blora yang selalu ditunggu penonton.',
      'Wajah barongan digambar jenaka sekaligus gagah.',
    ],
  },
  jagung: {
    name: 'Jagung',
    says: [
      'Tongkol dan daun jagung dipilih karena Grobogan hidup dari ladang jagungnya.',
      'Motif jagung melambangkan hasil bumi yang melimpah dan kerja petani yang telaten.',
    ],
  },
  'bledug-kuwu': {
    name: 'Bledug Kuwu',
    says: [
      'Letupan lumpur Bledug Kuwu digambar sebagai lingkaran-lingkaran yang mengembang.',
      'Bledug kuwu mengabadikan kawah lumpur yang menjadi kebanggaan Grobogan.',
    ],
  },
  'babon-angrem': {
    name: 'Babon Angrem',
    says: [
      'Babon angrem, induk ayam yang mengeram, adalah lambang kasih ibu dan kesabaran.',
      'Motif babon angrem lazim dikenakan pada selamatan tujuh bulanan, juga manis untuk hari biasa.',
    ],
  },
  lumbon: {
    name: 'Lumbon',
    says: [
      'Lumbon adalah daun talas, tanaman yang tumbuh di tepi sawah dan kali di Banyumas.',
      'Lebar daun lumbon membuat motif ini berkesan lugas, sesuai watak orang Banyumasan.',
    ],
  },
  'jahe-srimpang': {
    name: 'Jahe Srimpang',
    says: [
      'Rimpang jahe yang bercabang menjadi motif banyumasan yang hangat dan akrab.',
      'Jahe srimpang bercerita tentang kebun belakang rumah, tempat bumbu dan jamu dipetik.',
    ],
  },
  'ayam-puger': {
    name: 'Ayam Puger',
    says: [
      'Ayam puger termasuk motif lama Banyumas dengan garis yang tegas dan warna sogan kemerahan.',
      'Bulu ayam pada motif puger digambar mekar seperti kipas.',
    ],
  },
  'cebong-kumpul': {
    name: 'Cebong Kumpul',
    says: [
      'Cebong kumpul menggambarkan kecebong yang berkumpul di sawah, lambang guyub dan rukun.',
      'Motif cebong kumpul tersusun dari bentuk kecil yang berkerumun seperti di petak sawah.',
    ],
  },
  'wijaya-kusuma': {
    name: 'Wijaya Kusuma',
    says: [
      'Kembang wijaya kusuma yang mekar malam hari menjadi lambang Cilacap dan Nusakambangan.',
      'Wijaya kusuma dalam cerita Jawa adalah bunga kehidupan yang hanya mekar sebentar.',
    ],
  },
  'rujak-sente': {
    name: 'Rujak Sente',
    says: [
      'Rujak sente menjajarkan daun sente secara miring, motif lama di jalur selatan dan barat Jawa Tengah.',
      'Irama miring rujak sente membuat [benda] tampak lebih jenjang.',
    ],
  },
  jagatan: {
    name: 'Jagatan',
    says: [
      'Jagatan dari Kebumen menyusun isi alam dalam bidang-bidang seperti pulau.',
      'Motif jagatan membawa cerita laut selatan, ladang, dan bukit karst sekaligus.',
    ],
  },
  'ukel-cantel': {
    name: 'Ukel Cantel',
    says: [
      'Ukel cantel adalah sulur yang saling mengait, lambang tetangga yang saling menolong.',
      'Lengkung ukel cantel digambar lepas, tanpa cetakan, sehingga terasa hidup.',
    ],
  },
  manggis: {
    name: 'Manggis Purworejo',
    says: [
      'Irisan buah manggis dipilih karena buah ini jujur: jumlah kelopak di bawahnya sama dengan isi di dalamnya.',
      'Manggis dari lereng Purworejo menjadi pola bulat yang rapi.',
    ],
  },
  carica: {
    name: 'Carica Dieng',
    says: [
      'Buah carica yang hanya tumbuh baik di dataran tinggi Dieng menjadi ciri batik Wonosobo.',
      'Daun carica yang menjari memberi bentuk yang segar dan tidak pasaran.',
    ],
  },
  'candi-dieng': {
    name: 'Candi Dieng',
    says: [
      'Candi-candi kecil Dieng digambar berselimut kabut pegunungan.',
      'Motif candi Dieng menjadi kenang-kenangan yang bisa dipakai, bukan hanya dipajang.',
    ],
  },
  borobudur: {
    name: 'Stupa Borobudur',
    says: [
      'Stupa dan relief Borobudur disederhanakan menjadi pola yang tenang.',
      'Motif ini lahir dari desa-desa di sekitar Candi Borobudur.',
    ],
  },
  tembakau: {
    name: 'Daun Tembakau',
    says: [
      'Daun tembakau tumbuh di lereng Sumbing dan Sindoro, lalu pindah ke kain sebagai motif.',
      'Lembar tembakau yang lebar digambar lengkap dengan urat daunnya.',
    ],
  },
  kopi: {
    name: 'Biji Kopi',
    says: [
      'Biji dan daun kopi dari kebun lereng gunung menjadi pola yang akrab bagi pencinta kopi.',
      'Motif biji kopi enak dipandang, seperti aroma seduhan pagi.',
    ],
  },
  'gedong-songo': {
    name: 'Gedong Songo',
    says: [
      'Sembilan candi di lereng Ungaran menjadi sumber motif gedong songo.',
      'Gedong songo memadukan bentuk candi dengan awan dan bunga pegunungan.',
    ],
  },
  plumpungan: {
    name: 'Prasasti Plumpungan',
    says: [
      'Bulatan batu prasasti Plumpungan, tanda lahirnya Salatiga, menjadi motif khas kota ini.',
      'Plumpungan menata bulatan besar dan kecil secara bebas, jadi terasa modern.',
    ],
  },
  sumilak: {
    name: 'Kembang Sejuta',
    says: [
      'Motif ini mengambil julukan Kota Sejuta Bunga, dengan kelopak yang bertebaran bebas.',
      'Bunga-bunga kecil dari taman Magelang disusun ringan dan ceria.',
    ],
  },
  kliwonan: {
    name: 'Semen Kliwonan',
    says: [
      'Kliwonan di tepi Bengawan Solo dikenal dengan motif tumbuhan dan satwa yang digambar lepas.',
      'Sulur pada semen kliwonan mengalir seperti arus bengawan di dekat kampungnya.',
    ],
  },
  sangiran: {
    name: 'Purba Sangiran',
    says: [
      'Gading dan fosil dari Sangiran menjadi pola yang tak ada duanya di Sragen.',
      'Purba Sangiran mengajak anak dan orang tua bercerita tentang zaman purba.',
    ],
  },
  'lereng-lawu': {
    name: 'Lereng Lawu',
    says: [
      'Lereng Lawu menggabungkan garis miring dengan pakis dan bunga pegunungan.',
      'Motif ini meminjam kabut dan punggung Gunung Lawu yang terlihat dari kampung pembatiknya.',
    ],
  },
  merapi: {
    name: 'Gunungan Merapi',
    says: [
      'Siluet Merapi dan Merbabu menjadi gunungan yang berulang dari tepi ke tepi.',
      'Gunungan Merapi mengingatkan pada pagi yang cerah di Selo.',
    ],
  },
};
