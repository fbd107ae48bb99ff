import type { APIRoute } from 'astro';
import { sitemapFile, sitemapIndex, sitemapPart, sitemapParts } from '../catalog/finding/sitemap.ts';
import { findablePaths } from '../catalog/showing/addresses.ts';
import { catalogue } from '../catalog/showing/catalogue.ts';

/** Every page that is worth finding, or the files that tell them where one can't hold them all. */
export const GET: APIRoute = async ({ site }) => {
  const absolute = (path: string) => new URL(path, site).href;
  const parts = sitemapParts(findablePaths(await catalogue()).map(absolute));
  const xml =
    parts.length === 1
      ? sitemapFile(parts[0]!)
      : sitemapIndex(parts.map((_, index) => absolute(sitemapPart(index + 1))));
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
