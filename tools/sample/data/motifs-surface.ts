import type { Motif } from './motif.ts';

/** Motifs of woven, dyed, printed and embroidered cloth. */
export const SURFACE: Record<string, Motif> = {
  rangrang: {
    name: 'Rangrang',
    says: [
      'Rangrang bergaris zigzag, pola yang membuat [benda] tampak tegas dan muda.',
      'Zigzag rangrang terbentuk dari benang yang sudah diikat dan dicelup sebelum naik ke alat tenun.',
    ],
  },
  'etnik-troso': {
    name: 'Etnik Troso',
    says: [
      'Bentuk belah ketupat dan anak panahnya berpadu dalam warna tanah yang hangat.',
      'Tepi motif yang sedikit kabur adalah tanda kain ikat yang sesungguhnya.',
    ],
  },
  'blanket-troso': {
    name: 'Blanket',
    says: [
      'Motif blanket tersusun lebar seperti selimut tenun, cocok untuk potongan yang sederhana.',
      'Jalur lebar pada blanket menampilkan warna ikat yang menyatu di tepinya.',
    ],
  },
  'gelombang-troso': {
    name: 'Gelombang',
    says: [
      'Gelombangnya mengalir dari tepi ke tepi seperti laut Jepara sore hari.',
      'Lengkung gelombang memberi kesan lembut pada tenun yang biasanya bersudut.',
    ],
  },
  'lurik-tuluh-watu': {
    name: 'Tuluh Watu',
    says: [
      'Tuluh watu berarti batu yang bersinar, lurik lama yang melambangkan keteguhan.',
      'Garis tuluh watu berselang-seling tipis dan tebal seperti urat batu.',
    ],
  },
  'lurik-kluwung': {
    name: 'Kluwung',
    says: [
      'Kluwung artinya pelangi; garis warnanya dipercaya menolak bala.',
      'Deret warna kluwung membuat lurik terasa cerah dan muda.',
    ],
  },
  'lurik-gedhog-madu': {
    name: 'Gedhog Madu',
    says: [
      'Gedhog madu berwarna hangat seperti madu, dahulu dipakai dalam upacara mitoni.',
      'Garis gedhog madu lembut, mudah dipasangkan dengan bawahan apa saja.',
    ],
  },
  'lurik-sapit-urang': {
    name: 'Sapit Urang',
    says: [
      'Sapit urang mengambil siasat mengepung dari dua sisi, lambang kesiagaan.',
      'Garis sapit urang mengapit satu sama lain seperti capit udang.',
    ],
  },
  'lurik-telu-pat': {
    name: 'Telu Pat',
    says: [
      'Telu pat menghitung tiga dan empat benang per garis; jumlah tujuh adalah lambang kemakmuran.',
      'Hitungan telu pat menghasilkan garis yang tertib dan bersahaja.',
    ],
  },
  'lurik-gerimis': {
    name: 'Udan Gerimis',
    says: [
      'Udan gerimis bertitik halus seperti hujan tipis di sawah Pedan.',
      'Bintik benang putih di sela garis membuat lurik ini terasa lembut.',
    ],
  },
  lurik: {
    name: 'Lurik Salur',
    says: [
      'Garis salurnya lurus tanpa hiasan, justru di situ keindahannya.',
      'Salur tipis yang berulang membuat badan tampak lebih ramping.',
    ],
  },
  goyor: {
    name: 'Goyor',
    says: [
      'Goyor terkenal adem di siang hari dan hangat di malam hari karena benang rayonnya dipilin renggang.',
      'Motif goyor dibentuk dengan ikat pakan, jadi gambarnya timbul pelan-pelan dari benang, bukan dari cetakan.',
    ],
  },
  'goyor-botolan': {
    name: 'Goyor Botolan',
    says: [
      'Botolan adalah motif goyor klasik dengan bentuk seperti botol yang saling menyambung.',
      'Jalinan botolan tampak rapi di bagian tumpal maupun badan sarung.',
    ],
  },
  'goyor-werengan': {
    name: 'Goyor Werengan',
    says: [
      'Werengan bertitik rapat seperti kawanan wereng, motif kesukaan para sesepuh.',
      'Titik werengan yang ramai membuat sarung tetap tampak bersih walau sering dipakai.',
    ],
  },
  palekat: {
    name: 'Palekat Kotak',
    says: [
      'Kotak palekat selalu pantas, dari langgar sampai teras rumah.',
      'Garis palekat yang saling memotong membentuk kotak berwarna tenang.',
    ],
  },
  kotak: {
    name: 'Kotak',
    says: [
      'Kotak-kotaknya tersusun rapi dan enak dipandang.',
      'Pola kotak memberi kesan bersih dan mudah dipadu.',
    ],
  },
  polos: {
    name: 'Polos',
    says: [
      'Dibiarkan polos supaya mutu bahan dan potongannya yang berbicara.',
      'Warna polosnya memudahkan Anda memadukannya dengan kain bermotif.',
    ],
  },
  'ecoprint-jati': {
    name: 'Daun Jati',
    says: [
      'Daun jati muda meninggalkan warna ungu kemerahan yang lembut, tak pernah sama antara satu dan lainnya.',
      'Jejak tulang daun jati tercetak jelas setelah dikukus berjam-jam.',
    ],
    print: true,
  },
  'ecoprint-lanang': {
    name: 'Daun Lanang & Kenikir',
    says: [
      'Daun lanang memberi siluet kehijauan, sedangkan bunga kenikir menyumbang kuning yang hangat.',
      'Daun lanang dan bunga kenikir ditata satu per satu dengan tangan.',
    ],
    print: true,
  },
  'ecoprint-eucalyptus': {
    name: 'Daun Eukaliptus',
    says: [
      'Daun eukaliptus meninggalkan jingga kemerahan tanpa tambahan pewarna sintetis.',
      'Helai eukaliptus yang ramping tersebar seperti ditiup angin.',
    ],
    print: true,
  },
  'ecoprint-jarak': {
    name: 'Daun Jarak',
    says: [
      'Daun jarak kepyar menjari lebar dan menghasilkan warna cokelat kehijauan.',
      'Bentuk daun jarak yang tegas membuat setiap lembar langsung berkarakter.',
    ],
    print: true,
  },
  'jumputan-pelangi': {
    name: 'Pelangi',
    says: [
      'Bulatan pelangi muncul dari kain yang diikat kecil-kecil lalu dicelup berulang.',
      'Setiap lingkaran pelangi bertepi lembut, bekas ikatan yang dilepas dengan sabar.',
    ],
  },
  'jumputan-tritik': {
    name: 'Tritik',
    says: [
      'Tritik dibuat dengan jahitan jelujur yang ditarik rapat sebelum dicelup.',
      'Garis tritik seperti deretan embun di atas kain.',
    ],
  },
  shibori: {
    name: 'Shibori',
    says: [
      'Lipatan shibori menghasilkan pola simetris yang selalu sedikit berbeda.',
      'Shibori memadukan teknik lipat dan jepit, dengan warna yang merambat indah.',
    ],
  },
  'bordir-kudus': {
    name: 'Bordir Icik',
    says: [
      'Bordir icik dikerjakan dengan mesin jahit kayuh, tusuk demi tusuk tanpa komputer.',
      'Icik khas Kudus rapat dan rata, sampai bagian belakangnya pun tampak bersih.',
    ],
  },
  'bordir-kerancang': {
    name: 'Bordir Kerancang',
    says: [
      'Kerancang dibuat dengan melubangi kain lalu mengikat tepinya, jadi tampak seperti renda.',
      'Lubang-lubang kerancang membuat [benda] ringan dan berangin.',
    ],
  },
  'bordir-bunga': {
    name: 'Bordir Bunga',
    says: [
      'Bunga bordirnya bergradasi lembut, ditempatkan di bagian yang paling terlihat.',
      'Kelopak dan sulur dibordir timbul, namun tetap lentur saat dipakai.',
    ],
  },
  sulam: {
    name: 'Sulam Bunga',
    says: [
      'Sulamannya dibuat dengan jarum tangan, sehingga ada sedikit perbedaan yang manis di setiap helainya.',
      'Bunga sulam tangan terasa timbul bila diraba.',
    ],
  },
  'sulam-pita': {
    name: 'Sulam Pita',
    says: [
      'Kelopak dari pita satin dijahit satu per satu hingga mekar.',
      'Sulam pita memberi bentuk tiga dimensi yang tidak mudah lepas.',
    ],
  },
  bunga: {
    name: 'Bunga',
    says: ['Bunganya bertebaran dengan warna yang cerah.', 'Motif bunga membuat suasana rumah terasa segar.'],
  },
  abstrak: {
    name: 'Abstrak',
    says: [
      'Goresan abstraknya bebas, pas untuk Anda yang tidak ingin terlalu resmi.',
      'Pola abstrak membuat [benda] terasa kekinian.',
    ],
  },
  'daun-tropis': {
    name: 'Daun Tropis',
    says: [
      'Daun-daun besar tropis memberi kesan rindang.',
      'Siluet daun tropisnya besar dan jelas, tetapi warnanya kalem.',
    ],
  },
  anyaman: {
    name: 'Anyaman',
    says: [
      'Pola silang anyamannya rapat dan rata di semua sisi.',
      'Anyaman tangan membuat permukaannya bertekstur dan tidak licin.',
    ],
  },
  'anyaman-warna': {
    name: 'Anyaman Warna',
    says: [
      'Helai yang diwarnai lebih dulu membentuk garis di antara warna alami.',
      'Selang-seling warna dibuat saat menganyam, bukan dicat belakangan.',
    ],
  },
  rajut: {
    name: 'Rajut',
    says: [
      'Lubang rajutannya rapat dan tetap lentur.',
      'Pola rajut dikerjakan dari bawah ke atas tanpa sambungan di tengah.',
    ],
  },
  tempa: {
    name: 'Tempa',
    says: [
      'Bekas palu pada permukaannya sengaja dibiarkan, tanda pekerjaan tangan.',
      'Permukaan tempa memantulkan cahaya dengan lembut.',
    ],
  },
  ukiran: {
    name: 'Ukiran Sulur',
    says: ['Sulur kecil ditatah dengan tangan di bagian depannya.', 'Ukirannya dangkal, jadi nyaman dan tidak menyangkut di kain.'],
  },
  'kulit-polos': {
    name: 'Kulit Polos',
    says: [
      'Serat kulitnya dibiarkan terlihat dan akan makin indah seiring pemakaian.',
      'Permukaan polosnya menonjolkan jahitan yang lurus dan rapi.',
    ],
  },
};
