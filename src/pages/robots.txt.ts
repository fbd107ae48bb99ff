import type { APIRoute } from 'astro';

/** What is personal or endless is not for crawlers; everything else is. */
const PRIVATE = [
  '/keranjang',
  '/checkout',
  '/pesanan',
  '/cari',
  '/masuk',
  '/lapak',
  '/kelola',
  '/tanya',
  '/wa/',
  '/api/',
  '/dev/',
];

export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\n${PRIVATE.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${new URL('/sitemap.xml', site)}\n`,
    { headers: { 'Content-Type': 'text/plain; charset=utf-8' } },
  );
