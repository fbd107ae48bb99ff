import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '../../../src/catalog/reading/content-folder.ts';
import { readRegions } from '../../../src/catalog/reading/regions.ts';
import { bundleForm } from './bundle.ts';
import { formConfig } from './config.ts';
import { type FormHost, formHost } from './host.ts';

/** Writes the form for editors to `<client>/kelola/konten/`: the page, its configuration, and Sveltia CMS. */
export async function publishForm(content: Content, client: string, cacheFolder: string): Promise<void> {
  const folder = join(client, 'kelola/konten');
  const bundle = await bundleForm(cacheFolder);
  mkdirSync(folder, { recursive: true });
  cpSync(bundle, folder, { recursive: true });
  const { MALL_SITE: site = 'https://mal-ukm.example' } = process.env;
  const regions = await readRegions();
  writeFileSync(
    join(folder, 'config.json'),
    `${JSON.stringify(formConfig(content, regions.values(), site, formHost()))}\n`,
  );
  writeFileSync(join(folder, 'index.html'), formPage(formHost()));
}

function formPage({ repo }: FormHost): string {
  return `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Isi Mal UKM</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="cms-config-url" href="config.json" type="application/json">
<style>/* Without a repository there is nothing to sign in to. */
[data-host=lokal] .inner > .buttons > button.secondary { display: none }
</style>
</head>
<body data-host="${repo ? 'repo' : 'lokal'}">
<p id="belum" hidden>Formulir ini belum dihubungkan ke repositori mal. Minta pengelola mengisi MALL_CMS_REPO, atau ubah isi mal lewat berkas.</p>
<noscript><p>Formulir ini memerlukan JavaScript. Tanpa JavaScript, isi mal diubah lewat berkas.</p></noscript>
<script type="module" src="form.js"></script>
</body>
</html>
`;
}
