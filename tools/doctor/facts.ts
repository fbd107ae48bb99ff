import { resolveMx, resolveTxt } from 'node:dns/promises';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unstable_readConfig } from 'wrangler';
import { z } from 'zod';
import { operator } from '../../src/domain/who-runs-it.ts';
import { runBin } from '../build-mall/run.ts';
import { folders } from '../mall-folders.ts';

/** What wrangler.toml says, as far as the mall needs it. */
export interface Bindings {
  workersDev: boolean;
  previews: boolean;
  routes: string[];
  crons: string[];
  databases: Record<string, string>;
  buckets: Record<string, string>;
  limits: Record<string, string>;
  email: boolean;
  assets: boolean;
  version: boolean;
  mallEnv?: string;
}

/** What the doctor looks at; `undefined` where it could not look. */
export interface Facts {
  /** Variables of this process: values of secrets can't be read back from Cloudflare. */
  env: Record<string, string | undefined>;
  bindings: Bindings;
  /** Names of the Worker's secrets. */
  secrets?: string[];
  /** Names of the account's buckets. */
  buckets?: string[];
  /** `sellers` and `products` that are samples. */
  sample: { sellers: number; products: number; operator: boolean };
  /** The address that was built for, where there is a build. */
  builtFor?: string;
  /** TXT and MX records by name. */
  txt(name: string): Promise<string[] | undefined>;
  mx(name: string): Promise<string[] | undefined>;
}

const configSchema = z.object({
  workers_dev: z.boolean().optional(),
  preview_urls: z.boolean().optional(),
  routes: z.array(z.union([z.string(), z.object({ pattern: z.string() })])).default([]),
  triggers: z.object({ crons: z.array(z.string()).optional() }).default({}),
  vars: z.record(z.string(), z.unknown()).default({}),
  d1_databases: z.array(z.object({ binding: z.string(), database_id: z.string().default('') })).default([]),
  r2_buckets: z.array(z.object({ binding: z.string(), bucket_name: z.string().default('') })).default([]),
  ratelimits: z.array(z.object({ name: z.string(), namespace_id: z.string() })).default([]),
  send_email: z.array(z.object({ name: z.string() })).default([]),
  assets: z.object({ binding: z.string().optional() }).optional(),
  version_metadata: z.object({ binding: z.string() }).optional(),
});

/** Reads a configuration with wrangler's own reader. */
export function bindingsOf(config: string): Bindings {
  const read = configSchema.parse(unstable_readConfig({ config }, { hideWarnings: true }));
  return {
    workersDev: read.workers_dev === true,
    previews: read.preview_urls === true,
    routes: read.routes.map((route) => (typeof route === 'string' ? route : route.pattern)),
    crons: read.triggers.crons ?? [],
    databases: Object.fromEntries(read.d1_databases.map((each) => [each.binding, each.database_id])),
    buckets: Object.fromEntries(read.r2_buckets.map((each) => [each.binding, each.bucket_name])),
    limits: Object.fromEntries(read.ratelimits.map((each) => [each.name, each.namespace_id])),
    email: read.send_email.some(({ name }) => name === 'EMAIL'),
    assets: read.assets?.binding === 'ASSETS',
    version: read.version_metadata?.binding === 'CF_VERSION_METADATA',
    ...(typeof read.vars.MALL_ENV === 'string' && { mallEnv: read.vars.MALL_ENV }),
  };
}

/** Looks at everything that can be reached from here. */
export async function gather(env: Facts['env']): Promise<Facts> {
  const wrangler = (args: string[]) =>
    env.CLOUDFLARE_API_TOKEN
      ? runBin('wrangler', args, { WRANGLER_LOG: 'log' }).catch(() => undefined)
      : Promise.resolve(undefined);
  const secrets = await wrangler([
    'secret',
    'list',
    '--format',
    'json',
    '--config',
    resolve('wrangler.toml'),
  ]);
  const buckets = await wrangler(['r2', 'bucket', 'list']);
  const samples = (pattern: string) =>
    globSync(pattern).filter((file) => /^\s*"?sample"?:\s*true/m.test(readFileSync(file, 'utf8'))).length;
  const robots = resolve(folders.dist, 'client/robots.txt');
  const builtFor = existsSync(robots)
    ? /Sitemap:\s*(https?:\/\/[^/\s]+)/i.exec(readFileSync(robots, 'utf8'))?.[1]
    : undefined;
  return {
    env,
    bindings: bindingsOf(resolve('wrangler.toml')),
    ...(secrets && { secrets: [...secrets.matchAll(/"name":\s*"([^"]+)"/g)].map(([, name]) => name!) }),
    ...(buckets && { buckets: [...buckets.matchAll(/^name:\s*(\S+)/gm)].map(([, name]) => name!) }),
    sample: {
      sellers: samples('content/sellers/*.json'),
      products: samples('content/products/*/*'),
      operator: operator.sample,
    },
    ...(builtFor && { builtFor }),
    txt: (name) => asked(async () => (await resolveTxt(name)).map((parts) => parts.join(''))),
    mx: (name) => asked(async () => (await resolveMx(name)).map(({ exchange }) => exchange)),
  };
}

/** An answer of the DNS; none where the name has no such record, undefined where nobody answered. */
async function asked(look: () => Promise<string[]>): Promise<string[] | undefined> {
  try {
    return await look();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : undefined;
  }
}
