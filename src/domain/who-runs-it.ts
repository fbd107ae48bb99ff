/**
 * Who runs the mall, as the law wants it on every page (PP 80/2019 art. 13; PM Kominfo 5/2020 for PSE).
 * `sample` shows "Contoh, bukan situs resmi" until a real operator fills this in.
 */
export const operator = {
  sample: true,
  name: 'Pengelola Mal UKM Jawa Tengah (contoh)',
  address: 'Semarang, Jawa Tengah, Indonesia',
  phone: 'belum ada, karena ini contoh',
  email: 'halo@mal-ukm.example',
  registration: 'belum terdaftar, karena ini contoh',
};
