import { resolve } from 'node:path';

/** The folders that the mall's variables steer, as absolute paths. */
export const folders = {
  /** What is built: `client/` for the edge's static files, `server/` for the Worker. */
  dist: resolve(process.env.MALL_DIST ?? 'dist'),
  /** The local databases and mailbox. */
  state: resolve(process.env.MALL_STATE ?? '.mall'),
  /** What can be made again: pictures, Astro's data store, fingerprints. */
  cache: resolve('.cache'),
};

/** Settings that keep the tools of others from calling out. */
export const quietEnvironment = {
  ASTRO_TELEMETRY_DISABLED: '1',
  WRANGLER_SEND_METRICS: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  WRANGLER_LOG: 'error',
};
