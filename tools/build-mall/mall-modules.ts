import { createHash } from 'node:crypto';
import { bundle } from 'lightningcss';
import type { Plugin } from 'vite';

const STYLESHEET = 'src/styles/index.css';
/** The part of it that the search page needs. */
const SEARCH_STYLESHEET = 'src/styles/search-page.css';
/** What is printed at the seller's desk. */
const DESK_STYLESHEET = 'src/styles/desk-page.css';

/** The mall's one stylesheet, minified; it is inlined into every page. */
export function mallStylesheet(filename = STYLESHEET): string {
  return bundle({ filename, minify: true, targets: { chrome: 80 << 16, safari: 13 << 16 } })
    .code.toString()
    .trim();
}

/** The CSP sources that allow exactly the mall's inline stylesheets, on static files and from the Worker alike. */
export function styleSources(): string {
  return [mallStylesheet(), mallStylesheet(SEARCH_STYLESHEET), mallStylesheet(DESK_STYLESHEET)]
    .map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    .join(' ');
}

/** Stands in the bundled Worker for the catalogue's version, which a build puts in: the bundle outlives versions. */
export const VERSION_PLACE = 'mall-catalog-version';

/**
 * Two virtual modules: `virtual:mall-styles` (`css`, `searchCss`, `deskCss`, and `styleSource` for the CSP) and
 * `virtual:mall-version` (`catalogVersion`). Pages and the Worker import the same values, so the policy
 * always allows the style that was inlined, and prices come from the catalogue that the pages show.
 */
export function mallModules(): Plugin {
  return {
    name: 'mall-modules',
    resolveId: (id) =>
      id === 'virtual:mall-styles' || id === 'virtual:mall-version' ? `\0${id}` : undefined,
    load(id) {
      if (id === '\0virtual:mall-styles') {
        return [
          `export const css = ${JSON.stringify(mallStylesheet())};`,
          `export const searchCss = ${JSON.stringify(mallStylesheet(SEARCH_STYLESHEET))};`,
          `export const deskCss = ${JSON.stringify(mallStylesheet(DESK_STYLESHEET))};`,
          `export const styleSource = ${JSON.stringify(styleSources())};`,
        ].join('\n');
      }
      if (id === '\0virtual:mall-version')
        return `export const catalogVersion = ${JSON.stringify(process.env.MALL_CODE_ONLY ? VERSION_PLACE : 'dev')};`;
      return undefined;
    },
    handleHotUpdate({ file, server }) {
      if (!file.endsWith('.css')) return;
      const module = server.moduleGraph.getModuleById('\0virtual:mall-styles');
      if (module) server.moduleGraph.invalidateModule(module);
    },
  };
}
