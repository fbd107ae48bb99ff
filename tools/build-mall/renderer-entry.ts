import { createApp } from 'astro/app/entrypoint';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';

// What Astro bundles for pages that are built ahead, in place of its own entry: the build renders them by itself,
// from the bundle that it keeps as long as no code changes (see render-pages.ts).

export { closeCatalogue } from '../../src/catalog/reading/build-input.ts';

/** The mall's pages as an app that answers requests. */
export const app = createApp({ streaming: false });

/** Every page that is built ahead, with its address and route. */
export const staticPaths = () => new StaticPaths(app).getAll();
