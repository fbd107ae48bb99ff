import cloudflare from '@astrojs/cloudflare';
import { defineConfig } from 'astro/config';
import { mallModules } from './tools/build/mall-modules.ts';

const dist = process.env.MALL_DIST ?? './dist';

export default defineConfig({
  site: process.env.MALL_SITE ?? 'https://mal-ukm.example',
  outDir: dist,
  // A data store of its own for each output folder, so that two catalogues never mix.
  cacheDir: `./.cache/astro-${dist.replace(/[^A-Za-z0-9]+/g, '-')}`,
  trailingSlash: 'ignore',
  output: 'static',
  adapter: cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }),
  session: false,
  devToolbar: { enabled: false },
  security: { checkOrigin: false }, // functions/app.ts checks it, for pages and for the API alike
  build: { inlineStylesheets: 'never', format: 'directory', concurrency: 2 },
  vite: {
    plugins: [mallModules()],
    build: { assetsInlineLimit: 0, reportCompressedSize: false },
  },
});
