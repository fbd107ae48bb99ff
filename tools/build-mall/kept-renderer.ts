import { cpSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** Where the bundle that renders pages lies in what Astro built. */
export const RENDERER = 'renderer';

/**
 * Leaves the rendering of pages out of `astro build`: what Astro bundles for it is put beside the Worker as
 * `renderer/`, and render-pages.ts renders with it, in this build and in later ones whose code is the same.
 */
export function keptRenderer(): AstroIntegration {
  let server: URL;
  let out: URL;
  return {
    name: 'mall-kept-renderer',
    hooks: {
      'astro:config:done': ({ config }) => {
        server = config.build.server;
        out = config.outDir;
      },
      'astro:build:start': ({ setPrerenderer }) =>
        setPrerenderer({
          name: 'mall-kept-renderer',
          getStaticPaths: async () => [],
          render: () => Promise.reject(new Error('pages are rendered by tools/build-mall/render-pages.ts')),
          async teardown() {
            const kept = fileURLToPath(new URL(`${RENDERER}/`, out));
            rmSync(kept, { recursive: true, force: true });
            cpSync(fileURLToPath(new URL('.prerender/', server)), kept, { recursive: true });
          },
        }),
      'astro:build:setup': ({ updateConfig }) => {
        updateConfig({
          environments: {
            prerender: {
              build: { rolldownOptions: { input: resolve('tools/build-mall/renderer-entry.ts') } },
            },
          },
        });
      },
    },
  };
}
