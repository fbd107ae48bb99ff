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
  'products',
  'search',
  'turnover',
  'payment',
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
  'forms shown': /^src\/forms\//,
  'catalog/reading': /^src\/(catalog\/reading\/|content\.config)/,
  'catalog/showing': /^src\/catalog\/showing\//,
  'catalog/finding': /^src\/catalog\/finding\//,
  components: /^src\/components\//,
  layouts: /^src\/layouts\//,
  pages: /^src\/(pages\/|middleware|env\.d)/,
  scripts: /^src\/scripts\//,
  worker: /^functions\/worker\.ts$/,
  mall: /^functions\/mall\.ts$/,
  app: /^functions\/(app|openapi)\.ts$/,
  // What a room keeps in cookies is part of talking HTTP.
  http: /^functions\/(http\/|[a-z-]+\/[a-z-]+-cookies\.ts$)/,
  ports: /^functions\/[a-z-]+\/ports\.ts$|^functions\/runtime\.ts$/,
  routes: /^functions\/[a-z-]+\/[a-z-]+-routes\.ts$/,
  adapters:
    /^functions\/[a-z-]+\/(d1|r2|edge|memory|hmac|smtp|midtrans|turnstile|uqr|ooxml|cloudflare|webauthn|node)-[a-z0-9-]+\.ts$/,
  'use cases': /^functions\/[a-z-]+\/[a-z0-9-]+\.ts$/,
} as const;

export type Part = keyof typeof PARTS;

/** What a part may import besides itself; `libraries` are the packages that it may not. */
export const ALLOWED: Record<Part, readonly Part[]> = {
  domain: [],
  schemas: ['domain', 'words'],
  words: ['domain'],
  'forms shown': ['domain', 'schemas'],
  'catalog/reading': ['domain', 'schemas'],
  'catalog/showing': ['catalog/reading', 'domain', 'schemas', 'words'],
  'catalog/finding': ['catalog/showing', 'catalog/reading', 'domain', 'schemas', 'words'],
  components: ['catalog/showing', 'catalog/finding', 'forms shown', 'domain', 'schemas', 'words'],
  layouts: ['components', 'catalog/showing', 'catalog/finding', 'domain', 'words'],
  pages: [
    'layouts',
    'components',
    'catalog/reading',
    'catalog/showing',
    'catalog/finding',
    'forms shown',
    'schemas',
    'domain',
    'words',
  ],
  scripts: ['domain', 'words'],
  ports: ['domain', 'schemas'],
  'use cases': ['ports', 'domain', 'schemas', 'words', 'catalog/showing'],
  adapters: ['ports', 'domain', 'schemas'],
  http: ['ports', 'domain', 'schemas', 'words'],
  routes: ['http', 'use cases', 'ports', 'forms shown', 'domain', 'schemas', 'words'],
  app: ['routes', 'http', 'use cases', 'ports', 'domain', 'words'],
  mall: ['use cases', 'ports', 'domain', 'schemas', 'words'],
  worker: ['app', 'mall', 'http', 'adapters', 'use cases', 'ports', 'domain'],
};
