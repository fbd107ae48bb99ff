import type { Motif } from './motif.ts';

/** Motifs of the north coast. */
export const COAST: Record<string, Motif> = {
  jlamprang: {
    name: 'Jlamprang',
    says: [
      'Jlamprang lahir di Krapyak, Pekalongan, dari pengaruh kain patola Gujarat: bulat, bersudut, dan penuh warna.',
      'Susunan geometris jlamprang tampak seperti ubin kuno yang berwarna cerah.',
      'Jlamprang adalah salah satu motif tertua Pekalongan dan tetap segar dipakai sekarang.',
    ],
  },
  buketan: {
    name: 'Buketan',
    says: [
      'Buketan, dari kata buket, menampilkan rangkaian bunga yang digambar selebar kain.',
      'Bunga buketan Pekalongan lahir dari pertemuan selera Belanda, Tionghoa, dan Jawa.',
      'Kelopak buketan diberi isen halus, sehingga bunganya tampak berlapis.',
    ],
  },
  'tujuh-rupa': {
    name: 'Tujuh Rupa',
    says: [
      'Tujuh rupa memadukan bunga, burung, dan sulur dalam banyak warna, ciri Pekalongan yang terbuka pada dunia.',
      'Ramainya warna tujuh rupa membuat [benda] langsung dikenali sebagai gaya Pekalongan.',
    ],
  },
  'pagi-sore': {
    name: 'Pagi Sore',
    says: [
      'Pagi sore membagi bidang menjadi dua warna: satu sisi untuk pagi, sisi lain untuk sore.',
      'Dua suasana dalam satu motif inilah yang membuat pagi sore terus dicari.',
    ],
  },
  hokokai: {
    name: 'Jawa Hokokai',
    says: [
      'Jawa hokokai berciri bunga sakura, kupu-kupu, dan isian yang sangat rapat dari masa 1940-an.',
      'Hokokai terkenal paling telaten: hampir tak ada bidang yang dibiarkan kosong.',
    ],
  },
  encim: {
    name: 'Encim',
    says: [
      'Motif encim menyukai bunga dan kupu-kupu dalam warna lembut, warisan para nyonya peranakan.',
      'Encim cocok dipadukan dengan kebaya karena bunganya halus dan warnanya ringan.',
    ],
  },
  liong: {
    name: 'Liong',
    says: [
      'Naga liong berkelok di antara awan, tanda akrabnya pesisir dengan budaya Tionghoa.',
      'Liong dipercaya membawa tenaga baik dan nasib mujur.',
    ],
  },
  'mega-mendung': {
    name: 'Mega Mendung',
    says: [
      'Awan mega mendung bergradasi dari tua ke muda, lambang hati yang tetap sejuk.',
      'Gumpalan mega mendung membuat motif ini terlihat lapang dan menenangkan.',
    ],
  },
  'tiga-negeri': {
    name: 'Tiga Negeri',
    says: [
      'Tiga negeri memadukan merah Lasem, biru Pekalongan, dan sogan Solo dalam satu kain.',
      'Dahulu kain tiga negeri benar-benar berpindah kota untuk dicelup; kini ketiga warnanya dikerjakan di satu tempat.',
      'Merah, biru, dan cokelat tiga negeri tampak berlapis-lapis bila dilihat dari dekat.',
    ],
  },
  latohan: {
    name: 'Latohan',
    says: [
      'Latoh adalah rumput laut bulat-bulat yang dimakan segar di Lasem, lalu menjadi motif yang khas.',
      'Butir latohan mengikuti sulur seperti anggur laut yang bergoyang.',
      'Latohan hanya akrab bagi orang pesisir Rembang, dan di situlah letak istimewanya.',
    ],
  },
  'watu-pecah': {
    name: 'Watu Pecah',
    says: [
      'Watu pecah atau kricak mengingat kerja membuka jalan pos di pesisir pada masa silam.',
      'Pecahan batu kecil memenuhi latar, menjadikan bunga di atasnya menonjol.',
    ],
  },
  lokcan: {
    name: 'Lokcan',
    says: [
      'Burung hong pada lokcan terbang dengan ekor panjang, lambang keanggunan.',
      'Lokcan dahulu dikerjakan di atas sutra untuk dikirim sampai ke Sumatra dan Bali.',
    ],
  },
  'gunung-ringgit': {
    name: 'Gunung Ringgit',
    says: [
      'Gunung ringgit menumpuk bulatan seperti kepingan uang, doa agar usaha lancar.',
      'Para saudagar Lasem menyukai gunung ringgit karena maknanya yang dekat dengan dagang.',
    ],
  },
  'burung-hong': {
    name: 'Burung Hong',
    says: [
      'Burung hong bersanding dengan bunga seruni, jejak peranakan di batik Lasem.',
      'Sayap burung hong dibuka lebar, tanda kabar baik.',
    ],
  },
  'pelo-ati': {
    name: 'Pelo Ati',
    says: [
      'Pelo ati dari tradisi Rifaiyah menggambarkan ampela dan hati: buang sifat buruk, simpan yang baik.',
      'Pembatik Rifaiyah menghindari gambar makhluk hidup yang utuh, maka burung pada pelo ati digambar terpotong menjadi sulur.',
    ],
  },
  'nyah-pratin': {
    name: 'Nyah Pratin',
    says: [
      'Nyah pratin adalah salah satu motif Rifaiyah yang diwariskan dari ibu ke anak perempuan di Batang.',
      'Konon para pembatiknya melantunkan syair sambil mencanting nyah pratin.',
    ],
  },
  'jeruk-noi': {
    name: "Jeruk No'i",
    says: [
      "Bulatan jeruk no'i disusun rapi dengan isen padat, khas Kalipucang di Batang.",
      "Jeruk no'i terasa segar: buahnya bulat, daunnya kecil, warnanya berani.",
    ],
  },
  'warak-ngendog': {
    name: 'Warak Ngendog',
    says: [
      'Warak ngendog, hewan rekaan penanda dugderan, menyatukan rupa Jawa, Arab, dan Tionghoa.',
      'Warak ngendog mengabarkan datangnya bulan puasa di Semarang, kini menjadi motif yang ceria.',
    ],
  },
  'asem-arang': {
    name: 'Asem Arang',
    says: [
      'Nama Semarang dipercaya berasal dari asem arang, pohon asam yang jarang, dan daunnya menjadi motif ini.',
      'Daun asam yang kecil-kecil disusun seperti renda yang ringan.',
    ],
  },
  'tugu-muda': {
    name: 'Tugu Muda',
    says: [
      'Tugu Muda dan Lawang Sewu digambar sederhana, cocok untuk buah tangan dari Semarang.',
      'Motif tugu muda mengingat pertempuran lima hari di Semarang.',
    ],
  },
  blekok: {
    name: 'Blekok Srondol',
    says: [
      'Kawanan blekok yang dulu hinggap di pohon asam sepanjang Srondol menjadi motif khas Semarang.',
      'Kaki jenjang blekok memberi garis tegak yang anggun.',
    ],
  },
  'lawang-sewu': {
    name: 'Lawang Sewu',
    says: [
      'Deret pintu Lawang Sewu menjadi bidang-bidang lengkung yang berulang.',
      'Arsitektur Lawang Sewu diterjemahkan ke dalam garis yang bersih dan modern.',
    ],
  },
  kaliwungu: {
    name: 'Daun Kendal',
    says: [
      'Pohon kendal yang memberi nama daerah ini menjadi sulur daun di atas latar polos.',
      'Daun kendal digambar rimbun, pengingat alun-alun lama yang teduh.',
    ],
  },
  'belimbing-demak': {
    name: 'Belimbing Demak',
    says: [
      'Belimbing adalah buah kebanggaan Demak; irisannya yang berbentuk bintang menjadi motif alami.',
      'Bintang belimbing disusun bersama daun dan bunganya.',
    ],
  },
  'bledeg-demak': {
    name: 'Lawang Bledeg',
    says: [
      'Lawang bledeg mengambil ukiran pintu petir Masjid Agung Demak.',
      'Kepala naga pada lawang bledeg disamarkan menjadi sulur, sesuai tradisi hias masjid.',
    ],
  },
  parijoto: {
    name: 'Parijoto',
    says: [
      'Parijoto adalah buah kecil ungu dari lereng Muria yang dekat dengan cerita Sunan Muria.',
      'Untaian parijoto menjadi motif kudusan yang lembut dan feminin.',
    ],
  },
  'menara-kudus': {
    name: 'Menara Kudus',
    says: [
      'Menara Kudus dengan bata bersusun menjadi pola yang langsung mengingatkan pada kota ini.',
      'Motif menara menyimpan pesan Sunan Kudus tentang hidup berdampingan.',
    ],
  },
  'kapal-kandas': {
    name: 'Kapal Kandas',
    says: [
      'Kapal kandas mengisahkan perahu yang terdampar di kaki Muria, cerita turun-temurun orang Kudus.',
      'Lambung kapal, ombak, dan sulur bertemu dalam motif kudusan yang jarang ada ini.',
    ],
  },
  'bakaran-gandrung': {
    name: 'Gandrung Bakaran',
    says: [
      'Gandrung dari Bakaran, Juwana, lahir dari cerita cinta yang menunggu, dan garisnya tampak berdebar.',
      'Bakaran dikenal dengan retakan halus pada latarnya, termasuk pada motif gandrung.',
    ],
  },
  'magel-ati': {
    name: 'Magel Ati',
    says: [
      'Magel ati adalah motif lama Bakaran, tersusun dari bentuk hati dan belah ketupat.',
      'Bidang-bidang magel ati bergantian gelap dan terang.',
    ],
  },
  'blebak-urang': {
    name: 'Blebak Urang',
    says: [
      'Udang dari tambak Juwana menjadi motif blebak urang yang lincah.',
      'Blebak urang mengingatkan bahwa pembatik Bakaran hidup di antara tambak dan laut.',
    ],
  },
  'ukir-jepara': {
    name: 'Ukir Jepara',
    says: [
      'Relung daun ukir Jepara yang biasa ditatah di kayu kini mengalir di atas kain.',
      'Lung-lungan ukir Jepara berkelok dalam, memberi kesan timbul.',
    ],
  },
  'beras-mawur': {
    name: 'Beras Mawur',
    says: [
      'Beras mawur dari Tegal berisi bulir yang tersebar, lambang rezeki yang tersebar ke mana-mana.',
      'Titik-titik beras mawur menutupi latar sehingga kotoran kecil tidak cepat terlihat.',
    ],
  },
  'ukel-tegalan': {
    name: 'Ukel Tegalan',
    says: [
      'Ukel tegalan berciri sulur besar dan warna tanah, gagah tetapi tetap luwes.',
      'Batik tegalan dikenal lewat garisnya yang tebal, begitu pula ukel ini.',
    ],
  },
  'bawang-brebes': {
    name: 'Bawang Brebes',
    says: [
      'Bawang merah, hasil utama Brebes, digambar bergerombol seperti ikatan di pasar.',
      'Umbi bawang yang berlapis menjadi bentuk yang lucu dan mudah diingat.',
    ],
  },
  'kopi-pecah': {
    name: 'Kopi Pecah',
    says: [
      'Kopi pecah adalah motif lama dari Salem, Brebes: biji-biji kecil terbelah di atas latar gelap.',
      'Biji kopi pecah bertebaran rapi, cocok untuk kain maupun kemeja.',
    ],
  },
  'gandul-pemalang': {
    name: 'Parang Curigo',
    says: [
      'Parang curigo dari Pemalang mengambil bentuk keris, lambang kewaspadaan.',
      'Bilah keris pada parang curigo berbaris miring dan rapi.',
    ],
  },
  'ikan-laut': {
    name: 'Ikan Pesisir',
    says: [
      'Ikan dan ombak digambar riang, sedekat keseharian nelayan pantai utara.',
      'Sisik ikan menjadi isian yang rapi di antara gelombang.',
    ],
  },
};
