/**
 * Who may import whom. The README prints this table; `npm run check` holds every source file to it, `.astro` too.
 *
 * The rooms, from the ground up: a file of a room imports its own room and rooms that stand below it, on every
 * floor (`functions/`, `src/domain/`, `src/components/`, `src/i18n/`). What would run up is a port of the lower room.
 */
export const ROOMS = [
  'ui',
  'frame',
  'http',
  'access',
  'payment',
  'products',
  'search',
  'turnover',
  'ordering',
  'fulfilment',
  'inquiry',
  'seller-desk',
  'operator',
  'privacy',
  'mail',
] as const;

/** A part of the house, told by a file's path; the first pattern that fits counts. */
export const PARTS = {
  domain: /^src\/domain\//,
  schemas: /^src\/schemas\//,
  words: /^src\/i18n\//,
  forms: /^src\/forms\//,
  'catalog/reading': /^src\/(catalog\/reading\/|content\.config)/,
  'catalog/showing': /^src\/catalog\/showing\//,
  'catalog/finding': /^src\/catalog\/finding\//,
  components: /^src\/components\//,
  layouts: /^src\/layouts\//,
  /** What joins Astro to the Worker: the types of `Astro.locals`. */
  bridge: /^src\/env\.d\.ts$/,
  pages: /^src\/pages\//,
  scripts: /^src\/scripts\//,
  worker: /^functions\/worker\.ts$/,
  mall: /^functions\/mall\.ts$/,
  app: /^functions\/(app|openapi)\.ts$/,
  ports: /^functions\/[a-z-]+\/ports\.ts$/,
  routes: /^functions\/[a-z-]+\/[a-z-]+-(routes|guard|page)\.ts$/,
  adapters:
    /^functions\/[a-z-]+\/((d1|r2|edge|memory|hmac|smtp|midtrans|turnstile|uqr|ooxml|cloudflare|webauthn)-[a-z0-9-]+|crypto)\.ts$/,
  // What a room keeps in cookies is part of talking HTTP.
  http: /^functions\/(http\/|[a-z-]+\/[a-z-]+-cookies\.ts$)/,
  'use cases': /^functions\/[a-z-]+\/[a-z0-9-]+\.ts$/,
} as const;

export type Part = keyof typeof PARTS;

/** What a part may import besides itself. Components and layouts import one another, never in a circle. */
export const ALLOWED: Record<Part, readonly Part[]> = {
  domain: [],
  schemas: ['domain', 'words'],
  words: ['domain'],
  forms: ['domain', 'schemas'],
  'catalog/reading': ['domain', 'schemas'],
  'catalog/showing': ['catalog/reading', 'domain', 'schemas', 'words'],
  'catalog/finding': ['catalog/showing', 'catalog/reading', 'domain', 'schemas', 'words'],
  components: [
    'layouts',
    'scripts',
    'catalog/showing',
    'catalog/finding',
    'forms',
    'domain',
    'schemas',
    'words',
  ],
  layouts: ['components', 'scripts', 'catalog/showing', 'catalog/finding', 'domain', 'words'],
  bridge: ['mall', 'http'],
  pages: [
    'scripts',
    'layouts',
    'components',
    'catalog/reading',
    'catalog/showing',
    'catalog/finding',
    'forms',
    'schemas',
    'domain',
    'words',
  ],
  scripts: ['domain', 'words'],
  ports: ['catalog/showing', 'domain', 'schemas', 'words'],
  'use cases': ['ports', 'domain', 'schemas', 'words', 'catalog/showing'],
  adapters: ['ports', 'catalog/showing', 'domain', 'schemas'],
  http: ['ports', 'domain', 'schemas', 'words'],
  routes: ['http', 'use cases', 'ports', 'catalog/showing', 'forms', 'domain', 'schemas', 'words'],
  app: ['mall', 'routes', 'http', 'use cases', 'ports', 'schemas', 'domain', 'words'],
  mall: ['http', 'use cases', 'ports', 'domain', 'schemas', 'words'],
  worker: ['app', 'mall', 'http', 'adapters', 'use cases', 'ports', 'domain'],
};

/** Packages that a part must not know: rules know none, use cases no HTTP, no platform and no database. */
export const PACKAGES_SHUT: { [part in Part]?: RegExp } = {
  domain: /^[^.]/,
  schemas: /^(hono|astro|cloudflare:|node:)/,
  words: /^(hono|astro|cloudflare:|node:)/,
  'use cases': /^(hono|astro|cloudflare:)/,
  ports: /^(hono|astro|cloudflare:|node:)/,
  adapters: /^(hono|astro)/,
};
