import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runBin } from './build-mall/run.ts';
import { cloudflareTarget } from './deploy/cloudflare-target.ts';
import { deployMall, STEP_TEXTS, STEPS, type Step } from './deploy/deploy-mall.ts';
import { localTarget } from './deploy/local-target.ts';
import type { Build } from './deploy/target.ts';
import { folders } from './mall-folders.ts';
import { pathArgument } from './path-argument.ts';
import { phase, runTool, ToolError } from './terminal.ts';

const USAGE = `npm run deploy -- [--local [--open]] [--dry-run] [--fail-after <step>] [--secrets <file>]

  --local       deploy on this machine: state in MALL_STATE, open at PORT (8790)
  --open        with --local: stay open afterwards
  --dry-run     tell the steps, and try whether wrangler takes the Worker; nothing is changed
  --secrets     NAME=value lines that the version gets as secrets: a first deployment has no Worker that keeps any
  --fail-after  with --local: fail after one of ${STEPS.join(', ')}

Deploys what lies in MALL_DIST; build first. Cloudflare needs CLOUDFLARE_API_TOKEN, CLOUDFLARE_ACCOUNT_ID and
MALL_ORIGIN, the open mall's address.`;

/** `npm run deploy`: brings what was built to Cloudflare or, with --local, to this machine. */
export async function deploy(): Promise<void> {
  const { local, open, dryRun, failAfter, secrets } = readArguments();
  const build = builtMall();
  if (dryRun) return await rehearse(build, local);
  const afterStep = (step: Step) => {
    if (step === failAfter) throw new ToolError(`failed on purpose (--fail-after ${step})`);
  };
  const tell = (step: Step, result: string) => process.stdout.write(`  ${step.padEnd(9)} ${result}\n`);
  if (!local) {
    const deployed = await deployMall({ target: cloudflare(secrets), build, tell });
    process.stdout.write(
      `Version ${deployed.version} serves. ${undoing(deployed.before, deployed.bookmark)}\n`,
    );
    return;
  }
  const target = await localTarget({ state: folders.state, port: portOf(), dist: build.dist });
  try {
    const { version } = await deployMall({ target, build, tell, afterStep });
    process.stdout.write(`Version ${version} serves at ${target.origin}\n`);
    if (open) await new Promise((stopped) => process.once('SIGINT', stopped).once('SIGTERM', stopped));
  } finally {
    await target.close();
  }
}

function undoing(before: string | undefined, bookmark: string): string {
  return `${before ? `Back to the one before: npx wrangler versions deploy ${before}@100% -y. ` : ''}MALL_DB was at ${bookmark}.`;
}

/** Says what would be done, and lets wrangler bundle the Worker without sending it. */
async function rehearse(build: Build, local: boolean): Promise<void> {
  process.stdout.write(`Catalogue ${build.catalog} would go to ${local ? 'this machine' : 'Cloudflare'}:\n`);
  for (const [index, step] of STEPS.entries())
    process.stdout.write(`  ${index + 1}. ${step.padEnd(9)} ${STEP_TEXTS[step]}\n`);
  const output = await phase('wrangler deploy --dry-run', () =>
    runBin('wrangler', ['deploy', '--dry-run', '--config', configOf(build)], { WRANGLER_LOG: 'log' }),
  );
  process.stdout.write(`${/Total Upload:.*/.exec(output)?.[0] ?? output.trim()}\nNothing was changed.\n`);
}

function cloudflare(secrets: string | undefined) {
  const missing = ['CLOUDFLARE_API_TOKEN', 'CLOUDFLARE_ACCOUNT_ID', 'MALL_ORIGIN'].filter(
    (name) => !process.env[name],
  );
  if (missing.length) throw new ToolError(`Not set: ${missing.join(', ')}.\n\n${USAGE}`);
  return cloudflareTarget({
    origin: process.env.MALL_ORIGIN!.replace(/\/$/, ''),
    smokeToken: randomBytes(24).toString('base64url'),
    config: join(folders.dist, 'server/wrangler.json'),
    migrations: resolve('wrangler.toml'),
    ...(secrets && { secrets: pathArgument(secrets) }),
    wrangler: (args, environment) => runBin('wrangler', args, { WRANGLER_LOG: 'log', ...environment }),
  });
}

const configOf = ({ dist }: Build) => join(dist, 'server/wrangler.json');

function builtMall(): Build {
  const file = join(folders.dist, 'catalog-version');
  if (!existsSync(file)) throw new ToolError('Nothing is built yet. Run `npm run build` first.');
  return { dist: folders.dist, catalog: readFileSync(file, 'utf8').trim() };
}

function portOf(): number {
  const port = Number(process.env.PORT ?? 8790);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ToolError(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
  return port;
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        local: { type: 'boolean', default: false },
        open: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        'fail-after': { type: 'string' },
        secrets: { type: 'string' },
      },
    });
    const failAfter = values['fail-after'];
    if (failAfter !== undefined && !(values.local && STEPS.includes(failAfter as Step)))
      throw new ToolError(`--fail-after needs --local and one of ${STEPS.join(', ')}.`);
    return {
      local: values.local,
      open: values.open,
      dryRun: values['dry-run'],
      failAfter,
      secrets: values.secrets,
    };
  } catch (error) {
    throw new ToolError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

if (import.meta.main) await runTool(deploy);
