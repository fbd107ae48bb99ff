import { xmlText } from './xml.ts';

/** Most addresses that one file may hold (sitemaps.org). */
const MOST = 50_000;

const NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const head = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Cuts the mall's addresses into files that search engines take. */
export function sitemapParts(addresses: string[], most = MOST): string[][] {
  const count = Math.max(1, Math.ceil(addresses.length / most));
  return Array.from({ length: count }, (_, part) => addresses.slice(part * most, (part + 1) * most));
}

/** Where a part lies, from 1. */
export const sitemapPart = (number: number) => `/sitemap-${number}.xml`;

/** A file of addresses, absolute. */
export function sitemapFile(addresses: string[]): string {
  const urls = addresses.map((address) => `<url><loc>${xmlText(address)}</loc></url>`);
  return `${head}<urlset ${NAMESPACE}>\n${urls.join('\n')}\n</urlset>\n`;
}

/** The file that names the parts, where one file can't hold everything. */
export function sitemapIndex(parts: string[]): string {
  const entries = parts.map((part) => `<sitemap><loc>${xmlText(part)}</loc></sitemap>`);
  return `${head}<sitemapindex ${NAMESPACE}>\n${entries.join('\n')}\n</sitemapindex>\n`;
}
