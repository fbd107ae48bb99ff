import type { APIRoute } from 'astro';
import { catalogue } from '../catalog/catalogue.ts';
import { pageHref, pagesOf } from '../catalog/paging.ts';
import { xmlText } from '../catalog/xml.ts';

const FIXED = [
  '/',
  '/en/',
  '/kategori/',
  '/daerah/',
  '/ukm/',
  '/expo/',
  '/capaian/',
  '/tentang/',
  '/cara-belanja/',
  '/privasi/',
  '/syarat/',
];

/** Every page that is worth finding; a file may hold 50,000 (sitemaps.org), far above the edge's cap on files. */
export const GET: APIRoute = async ({ site }) => {
  const { products, sellers, categories, places, editions } = await catalogue();
  const lists = [...categories, ...places].flatMap((list) =>
    pagesOf(list.products).map((page) => pageHref(list.href, page.number)),
  );
  const single = [...editions, ...sellers, ...products].map(({ href }) => href);
  const urls = [...FIXED, ...lists, ...single].map(
    (path) => `<url><loc>${xmlText(new URL(path, site).href)}</loc></url>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`,
    { headers: { 'Content-Type': 'application/xml; charset=utf-8' } },
  );
};
