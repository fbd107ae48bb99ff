/** Routes that anybody may use. Whatever is not here must be shut to visitors without a session or a token. */
export const PUBLIC = [
  'GET /api/health',
  'GET /api/openapi.json',
  'GET /api/products/:seller/:product',
  'GET /api/search',
  'GET /api/search/suggest',
  'POST /api/cart/price',
  'POST /api/orders',
  'POST /api/inquiries',
  'POST /api/visits',
  'GET /api/turnover',
  'GET /capaian/kini',
  ...['', '/en'].flatMap((language) => [
    `GET ${language}/cari`,
    `GET ${language}/keranjang`,
    `POST ${language}/keranjang`,
    `POST ${language}/keranjang/ubah`,
    `GET ${language}/checkout`,
    `POST ${language}/checkout`,
    `GET ${language}/pesanan`,
    `POST ${language}/pesanan`,
  ]),
  'GET /masuk',
  'POST /masuk',
  'GET /masuk/kode',
  'POST /masuk/kode',
  'POST /masuk/keluar',
  'POST /masuk/:token', // an unknown token leads back to signing in
  'POST /masuk/sidik-jari/pilihan', // what a passkey is asked, and its answer: signing in
  'POST /masuk/sidik-jari/masuk',
  'GET /surel/:token', // an unknown token is told that it is over
  'POST /surel/:token',
  'GET /produk/:seller/:product', // 404 for what the mall has not
  'GET /wa/:seller', // 404 for a shop that nobody can write to
  'GET /foto/:seller/:file',
  'GET /dev/mail', // only where the Worker isn't deployed, see functions/mail/mailbox-routes.ts
];
