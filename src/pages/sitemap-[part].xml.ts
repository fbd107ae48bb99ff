import type { APIRoute, GetStaticPaths } from 'astro';
import { findablePaths } from '../catalog/addresses.ts';
import { catalogue } from '../catalog/catalogue.ts';
import { sitemapFile, sitemapParts } from '../catalog/sitemap.ts';

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
