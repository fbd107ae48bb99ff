import cloudflare from '@astrojs/cloudflare';
import { defineConfig } from 'astro/config';
import { keptRenderer } from './tools/build-mall/kept-renderer.ts';
import { mallModules } from './tools/build-mall/mall-modules.ts';

// `npm run build` gives both: Astro builds inside the project, where its packages can be found, and the result
// is moved to where it belongs. A data store for each content folder, so that two catalogues never mix.
const {
  MALL_SITE = 'https://mal-ukm.example',
  MALL_OUT = './dist',
  MALL_ASTRO_CACHE = './.cache/astro',
} = process.env;

export default defineConfig({
  site: MALL_SITE,
  outDir: MALL_OUT,
  cacheDir: MALL_ASTRO_CACHE,
  trailingSlash: 'ignore',
  output: 'static',
  adapter: cloudflare({ prerenderEnvironment: 'node', imageService: 'passthrough' }),
  // MALL_PLAIN_ASTRO renders pages as Astro does by itself: the way back, should a new Astro break the kept renderer.
  integrations: process.env.MALL_PLAIN_ASTRO ? [] : [keptRenderer()],
  session: false,
  devToolbar: { enabled: false },
  security: { checkOrigin: false }, // functions/app.ts checks it, for pages and for the API alike
  build: { inlineStylesheets: 'never', format: 'directory', concurrency: 2 },
  vite: {
    plugins: [mallModules()],
    build: { assetsInlineLimit: 0, reportCompressedSize: false },
    environments: {
      // The Worker's own code. A hash in the name of a part would tell where on the disk it was built;
      // functions keep their names, since the log tells where an error was thrown.
      ssr: {
        build: {
          rolldownOptions: {
            output: {
              chunkFileNames: ({ name }) => `chunks/${name.replace(/[^\w-]+/g, '_')}.mjs`,
              minify: { compress: true, mangle: { keepNames: true }, codegen: true },
            },
          },
        },
      },
    },
  },
});
