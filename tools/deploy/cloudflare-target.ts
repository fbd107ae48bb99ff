import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ToolError } from '../terminal.ts';
import { cloudflarePhotos } from './cloudflare-photos.ts';
import type { Target } from './target.ts';

/** Runs wrangler and gives what it printed; a failure is a ToolError. */
export type Wrangler = (args: string[], environment?: Record<string, string>) => Promise<string>;

/** What wrangler says of a Worker that was never deployed. */
const NEVER_DEPLOYED = /This Worker does not exist|code: 10007|has no deployments/i;

/**
 * Cloudflare as a target, through wrangler's own commands.
 * @param config the built `server/wrangler.json`
 * @param smokeToken made for this deployment: the version that it uploads answers under its preview address to whoever
 *   knows it, so old previews stay shut
 * @param secrets a file of secrets for the first deployment: there is no Worker yet that could keep them, and a version
 *   without them answers 500
 * @param migrations the repository's `wrangler.toml`, which knows where migrations lie
 */
export function cloudflareTarget(options: {
  origin: string;
  config: string;
  migrations: string;
  smokeToken: string;
  secrets?: string;
  wrangler: Wrangler;
}): Target {
  const { origin, config, migrations, smokeToken, secrets, wrangler } = options;
  const query = async (binding: string, sql: string) => {
    const output = await wrangler([
      ...['d1', 'execute', binding, '--config', config],
      ...['--remote', '--json', '--command', sql],
    ]);
    return jsonIn<{ results: Record<string, unknown>[] }[]>(output)[0]?.results ?? [];
  };
  let everDeployed = true;

  return {
    origin,
    photos: cloudflarePhotos(config, wrangler),
    async live() {
      const output = await wrangler(['deployments', 'status', '--config', config, '--json']).catch(
        (error: Error) => {
          if (NEVER_DEPLOYED.test(error.message)) return undefined;
          throw error;
        },
      );
      everDeployed = output !== undefined;
      if (output === undefined) return undefined;
      const { versions } = jsonIn<{ versions: { version_id: string; percentage: number }[] }>(output);
      const [whole, ...others] = versions;
      if (!whole || others.length)
        throw new ToolError(
          'Two versions share the traffic. Finish that first: npx wrangler versions deploy',
        );
      return whole.version_id;
    },
    async catalogOf(id) {
      // Each upload carries its catalogue as tag; what `wrangler secret put` made of it has none.
      const output = await wrangler(['versions', 'view', id, '--config', config, '--json']);
      return jsonIn<{ annotations?: Record<string, string> }>(output).annotations?.['workers/tag'];
    },
    async bookmark() {
      const output = await wrangler(['d1', 'time-travel', 'info', 'MALL_DB', '--config', config, '--json']);
      return jsonIn<{ bookmark: string }>(output).bookmark;
    },
    async migrate() {
      const applied: string[] = [];
      for (const binding of ['MALL_DB', 'COUNTS_DB']) {
        const output = await wrangler([
          ...['d1', 'migrations', 'apply', binding, '--config', migrations, '--remote'],
        ]);
        applied.push(...new Set(output.match(/\b\d{4}_[a-z0-9_]+\.sql\b/g)));
      }
      return applied;
    },
    async heldCatalog(binding) {
      // A failed request must not look like an empty database, so the table is asked for first.
      const tables = await query(binding, "SELECT name FROM sqlite_master WHERE name = 'catalog'");
      if (!tables.length) return undefined;
      const [row] = await query(binding, 'SELECT version FROM catalog');
      return row?.version as string | undefined;
    },
    async loadCatalog(binding, build) {
      await wrangler([
        ...['d1', 'execute', binding, '--config', config, '--remote', '--yes'],
        ...['--file', join(build.dist, 'catalog.sql')],
      ]);
    },
    async upload(build) {
      // Variables are not secrets: each upload sets them anew. Mails name the mall's own address, not a preview's.
      const variables = ['--var', `MALL_ORIGIN:${origin}`, '--var', `MALL_SMOKE_TOKEN:${smokeToken}`];
      const command = everDeployed
        ? ['versions', 'upload', '--config', config, '--tag', build.catalog, ...variables]
        : ['deploy', '--config', config, '--tag', build.catalog, ...variables];
      if (secrets) command.push('--secrets-file', secrets);
      const { version_id, preview_url } = await outputOf(wrangler, command);
      if (!version_id) throw new ToolError('wrangler did not name the version that it uploaded.');
      if (!everDeployed) return { id: version_id, preview: origin };
      if (!preview_url)
        throw new ToolError(
          'The new version has no preview address: switch preview URLs on for this Worker.',
        );
      return { id: version_id, preview: preview_url, smokeToken };
    },
    async switchTo(id) {
      await wrangler(['versions', 'deploy', `${id}@100%`, '--config', config, '--yes']);
      await wrangler(['triggers', 'deploy', '--config', config]);
    },
  };
}

/** Runs a command and reads what wrangler tells programs, one JSON object a line. */
async function outputOf(
  wrangler: Wrangler,
  command: string[],
): Promise<{ version_id?: string; preview_url?: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-deploy-'));
  const file = join(folder, 'output.ndjson');
  try {
    await wrangler(command, { WRANGLER_OUTPUT_FILE_PATH: file });
    const entries = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    return entries.find(({ version_id }) => version_id) ?? {};
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The JSON in what a command printed, after any notes before it. */
function jsonIn<T>(output: string): T {
  const start = output.search(/^[[{]/m);
  try {
    return JSON.parse(output.slice(start));
  } catch {
    throw new ToolError(`wrangler should have printed JSON, but printed:\n${output.trim().slice(0, 500)}`);
  }
}
