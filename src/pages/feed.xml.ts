import type { APIRoute } from 'astro';
import { xmlText } from '../catalog/finding/xml.ts';
import { catalogue } from '../catalog/showing/catalogue.ts';
import { plainBeginning } from '../catalog/showing/markdown.ts';
import { formatRupiah } from '../domain/money.ts';
import { browse } from '../i18n/products/browse.ts';
import { shop } from '../i18n/shop.ts';

const LENGTH = 50;

/** The newest products as RSS 2.0: those of the latest edition first, since that is when they joined. */
export const GET: APIRoute = async ({ site }) => {
  const { editions } = await catalogue();
  const absolute = (path: string) => xmlText(new URL(path, site).href);
  const newest = editions.flatMap((edition) => edition.products).slice(0, LENGTH);
  const items = newest.map(
    (product) =>
      `<item><title>${xmlText(product.title)}</title><link>${absolute(product.href)}</link>` +
      `<guid isPermaLink="true">${absolute(product.href)}</guid>` +
      `<pubDate>${new Date(product.edition.opens_at).toUTCString()}</pubDate>` +
      `<category>${xmlText(product.category.name)}</category>` +
      `<description>${xmlText(`${formatRupiah(product.lowestPrice)}, ${product.seller.name}, ${product.seller.place.name}. ${plainBeginning(product.body, 200)}`)}</description></item>`,
  );
  return new Response(
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>` +
      `<title>${browse.id.feedTitle}</title><link>${absolute('/')}</link><description>${shop.id.tagline}</description>` +
      `<language>id</language><atom:link href="${absolute('/feed.xml')}" rel="self" type="application/rss+xml"/>\n` +
      `${items.join('\n')}\n</channel></rss>\n`,
    { headers: { 'Content-Type': 'application/rss+xml; charset=utf-8' } },
  );
};
