import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapFile, sitemapParts } from '../catalog/finding/sitemap.ts';
import { findablePaths } from '../catalog/showing/addresses.ts';
import { catalogue } from '../catalog/showing/catalogue.ts';

export const getStaticPaths = (async () => {
  const parts = sitemapParts(findablePaths(await catalogue()));
  return parts.length === 1
    ? []
    : parts.map((paths, index) => ({ params: { part: String(index + 1) }, props: { paths } }));
}) satisfies GetStaticPaths;

/** A part of the sitemap of a mall that one file can't hold. */
export const GET: APIRoute<{ paths: string[] }> = async ({ site, props }) =>
  new Response(sitemapFile(props.paths.map((path) => new URL(path, site).href)), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
