/// <reference types="astro/client" />

declare module 'virtual:mall-styles' {
  /** The whole stylesheet, minified, to be inlined. */
  export const css: string;
  /** The part of it that the search page needs, minified. */
  export const searchCss: string;
  /** What is printed at the seller's desk. */
  export const deskCss: string;
  /** The CSP sources that allow them: `'sha256-…' 'sha256-…'`. */
  export const styleSource: string;
}
declare module 'virtual:mall-version' {
  /** The version of the catalogue snapshot that this build belongs to. */
  export const catalogVersion: string;
}

declare namespace App {
  // On-demand pages find the use cases here; pages that are built ahead have none.
  interface Locals extends Readonly<import('../functions/mall.ts').PageContext> {}
}
