/** Second words of shop names, one for each seller; invented, in the way that shops here are called. */
export const SHOP_WORDS =
  `Sekar Arum|Lintang|Kencana Ungu|Mekar Sari|Wijaya Kusuma|Tirta Wening|Sari Rahayu|Ratna Juwita|Puspita|Surya Pagi|Canting Mas|Ngudi Rejeki|Sido Makmur|Ayu Lestari|Bintang Timur|Kembang Turi|Melati Putih|Tunas Harapan|Rengganis|Dewi Sri|Anggrek Bulan|Gading Kencana|Sumber Rejeki|Mutiara Utara|Pandan Wangi|Kidung|Langit Biru|Larasati|Mega Jingga|Nawang Wulan|Omah Padma|Pring Kuning|Raras|Samudra|Tapak Dara|Umbul|Wening|Wulandari|Asri|Bumi Jawi|Cempaka|Delima|Embun|Flamboyan|Griya Tentrem|Hasta Karya|Indah Pesisir|Jati Luhur|Kanthil|Lumintu|Manik|Nirmala|Panji|Rukun|Saraswati|Teratai|Utami|Widuri|Adi Karya|Berkah Ibu|Cahaya Fajar|Dahlia|Esti|Gemilang|Harum Sari|Istiqomah|Jasmine|Karya Bunda|Lembayung|Mawar Biru|Ningrum|Permata|Rinjani|Setaman|Tri Manunggal|Ulin|Wahyu|Amanah|Bougenvil|Cendana|Dwi Putri|Elok|Ganesha|Hikmah|Ijo Royo|Joglo|Kenanga|Ladang Padi|Menur|Nusa Indah|Pelangi|Rahayu|Sinar Muria|Tulip|Sekar Jati|Wiraga|Aster|Bayu|Citra Ayu|Damar|Edelweis|Gendhis|Harapan Kita|Intan|Jenar|Kirana|Lestari|Mulya|Nila|Pawestri|Rosella|Sogan Tua|Tanjung|Srikandi|Wastra Kita|Andong|Banyu Bening|Cokro|Drupadi|Enggal|Gayatri|Handayani|Ilalang|Jayanti|Kusumo|Lotus|Merapi|Ngremboko|Prabu|Roro Mendut|Salak|Tembang|Soka|Wangi|Alun|Bale|Candra|Dolanan|Empu|Gunung Mas|Hening|Iswara|Jingga|Kartika|Luwes|Mbok Darmi|Nyonya Ong|Patria|Rejo|Sukma|Tresna|Sedap Malam|Waru|Arjuna|Bima|Candi`.split(
    '|',
  );

/** First words of shop names by craft. */
export const SHOP_TITLES: Readonly<Record<string, readonly string[]>> = {
  'batik-halus': ['Batik', 'Rumah Batik', 'Batik Tulis', 'Sanggar Batik', 'Griya Batik'],
  'batik-cap': ['Batik', 'Galeri Batik', 'Pondok Batik', 'Batik Cap', 'Omah Batik'],
  'batik-printing': ['Busana', 'Daster', 'Butik', 'Rumah Busana', 'Sandang'],
  troso: ['Tenun', 'Tenun Ikat', 'Rumah Tenun', 'Troso'],
  lurik: ['Lurik', 'Tenun Lurik', 'Rumah Lurik'],
  goyor: ['Sarung', 'Tenun Sarung', 'Goyor'],
  bordir: ['Bordir', 'Rumah Bordir', 'Kebaya', 'Griya Bordir'],
  ecoprint: ['Ecoprint', 'Jejak Daun', 'Kebun Warna'],
  jumputan: ['Jumputan', 'Celup', 'Rumah Jumputan'],
  kulit: ['Kulit', 'Karya Kulit', 'Sandal & Tas'],
  anyam: ['Anyaman', 'Kriya Anyam', 'Serat'],
  logam: ['Tembaga', 'Kriya Logam', 'Tempa'],
  batok: ['Batok', 'Kriya Kelapa', 'Kayu & Batok'],
  konveksi: ['Konveksi', 'Jahit', 'Busana', 'Modiste'],
  rajut: ['Rajut', 'Rajutan', 'Hakpen'],
  sulam: ['Sulam', 'Sulam Pita', 'Rumah Sulam'],
  blangkon: ['Blangkon', 'Busana Jawa'],
  serat: ['Serat Alam', 'Tenun Serat'],
};

export const FIRST_NAMES =
  'Siti|Sri|Endang|Nur|Wahyu|Dwi|Tri|Umi|Bambang|Slamet|Agus|Sutrisno|Rini|Yuni|Lestari|Hartini|Kartini|Suparmi|Sumiyati|Budi|Eko|Heru|Joko|Widodo|Ratna|Dewi|Indah|Fatimah|Aminah|Khotimah|Zulaikha|Mustofa|Sholeh|Ngatini|Parjo|Tumini|Lilik|Winarsih|Retno|Suharti'.split(
    '|',
  );
export const LAST_NAMES =
  'Rahayu|Handayani|Wulandari|Lestari|Prasetyo|Nugroho|Santoso|Susanto|Widayati|Astuti|Kusuma|Hidayah|Maryati|Purnomo|Setiawan|Utomo|Suryani|Anggraini|Hartono|Wibowo|Saputra|Fauziah|Rohmah|Wahyuni|Sulastri|Mulyani|Kurniawan|Basuki|Raharjo|Pertiwi'.split(
    '|',
  );

/** Beginnings of a seller's story. `{name}`, `{founder}`, `{place}`, `{region}`, `{year}`, `{work}` are filled in. */
export const STORY_OPENINGS: readonly string[] = [
  '{name} dimulai {founder} pada {year} dari ruang depan rumahnya di {place}.',
  'Sejak {year}, {founder} dan keluarganya {work} di {place}, {region}.',
  '{founder} belajar {work} dari ibunya, lalu membuka {name} di {place} pada {year}.',
  'Pada {year} {founder} berhenti bekerja di pabrik dan pulang ke {place} untuk {work}.',
  'Di sebuah gang di {place}, {name} sudah berjalan sejak {year}.',
  'Usaha ini diteruskan {founder} pada {year}, generasi ketiga yang {work} di {place}.',
  '{name} lahir dari kelompok ibu di {place} yang pada {year} sepakat {work} bersama.',
  'Mula-mula {founder} hanya {work} untuk tetangga di {place}; pada {year} pesanan datang dari luar kota.',
  'Tiga saudara mendirikan {name} pada {year} di {place}, dipimpin {founder}.',
  'Bengkel kecil {founder} di {place} berdiri pada {year} dengan satu alat warisan.',
  'Setelah lama merantau, {founder} membuka {name} di {place} pada {year}.',
  'Dari modal arisan, {founder} mulai {work} di {place} pada {year}.',
];
export const STORY_MIDDLES: readonly string[] = [
  'Kini ada {people} perajin yang bekerja bersama kami, sebagian dari rumah masing-masing.',
  'Kami berjumlah {people} orang dan saling menggantikan bila ada yang punya hajat.',
  '{People} tetangga ikut bekerja dengan upah per potong yang disepakati bersama.',
  'Dari {people} orang di sini, yang paling muda baru lulus sekolah dan yang tertua sudah bercucu.',
  'Setiap Sabtu kami membuka pintu bagi anak sekolah yang ingin mencoba.',
  'Hampir semua bahan kami beli dari pasar terdekat, sisanya dari koperasi perajin.',
  'Kami menolak mengejar jumlah; {people} pasang tangan sudah cukup untuk pekerjaan yang rapi.',
  'Pembeli pertama kami guru dan pegawai, dan mereka masih kembali sampai sekarang.',
  'Air sisa produksi kami saring dulu sebelum dilepas ke saluran desa.',
  'Sisa bahan tidak dibuang: anak-anak muda di sini mengolahnya menjadi barang kecil.',
  'Pandemi sempat menghentikan pameran, lalu kami belajar berjualan dari ponsel.',
  'Catatan warna dan pola kami simpan di buku tulis sejak tahun pertama.',
];
export const STORY_ENDINGS: readonly string[] = [
  'Silakan bertanya lebih dulu; kami senang menunjukkan bahannya lewat foto.',
  'Bila Anda lewat {region}, mampirlah dan lihat cara kerjanya.',
  'Pesanan dalam jumlah banyak kami kerjakan setelah ada contoh yang Anda setujui.',
  'Kami ikut UKM Virtual Expo agar orang di luar {region} juga mengenal pekerjaan kami.',
  'Ukuran di luar tabel bisa dibuat, cukup kirim angka lewat WhatsApp.',
  'Setiap paket kami periksa dua kali sebelum diserahkan ke kurir.',
  'Kalau ada yang kurang pas, sampaikan saja; kami perbaiki.',
  'Kami berharap pekerjaan ini cukup menarik bagi anak-anak kami untuk diteruskan.',
  'Yang kami jual adalah yang kami buat sendiri, dan kami menyebut tekniknya apa adanya.',
  'Foto di sini mendekati warna asli; bila ragu, kami kirim video pendek.',
  'Terima kasih sudah membeli langsung dari pembuatnya.',
];
