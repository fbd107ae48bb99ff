import type { Facts } from './facts.ts';

/** `missing` keeps the mall from opening; `look` is for a person to see to, or could not be seen from here. */
export interface Finding {
  level: 'missing' | 'look';
  what: string;
  remedy: string;
}

/** The ids that wrangler.toml comes with. */
const PLACEHOLDER_ID = /^(00000000-0000-4000-8000-[0-9a-f]{12})?$/;
const PLACEHOLDER_LIMITS = ['1001', '1002'];
const DATABASES = ['MALL_DB', 'CATALOG_A', 'CATALOG_B', 'COUNTS_DB'];
const BUCKETS = ['PROOFS', 'PHOTOS'];
const LIMITS = ['READING_LIMIT', 'ACTING_LIMIT'];
const BACKUPS = 'mall-backups';
const MIN_SECRET_BYTES = 32;

/** Everything that a first deployment would miss, each with what to do about it. */
export async function examine(facts: Facts): Promise<Finding[]> {
  const findings: Finding[] = [];
  const missing = (what: string, remedy: string) => findings.push({ level: 'missing', what, remedy });
  const look = (what: string, remedy: string) => findings.push({ level: 'look', what, remedy });
  examineSecrets(facts, missing, look);
  examineBindings(facts, missing, look);
  examineSample(facts, missing, look);
  await examineMail(facts, missing, look);
  return findings;
}

type Tell = (what: string, remedy: string) => void;

function examineSecrets({ env, secrets, bindings }: Facts, missing: Tell, look: Tell): void {
  if (!secrets)
    look(
      'Could not look which secrets the Worker has',
      'Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.',
    );
  const has = (name: string) => Boolean(env[name]) || secrets?.includes(name);
  const demand = (name: string, how = `npx wrangler secret put ${name}`) => {
    if (!has(name)) missing(`${name} is not set`, how);
  };
  demand('MALL_SECRET', 'openssl rand -base64 32 | npx wrangler secret put MALL_SECRET');
  if (env.MALL_SECRET && Buffer.byteLength(env.MALL_SECRET) < MIN_SECRET_BYTES)
    missing(`MALL_SECRET is shorter than ${MIN_SECRET_BYTES} bytes`, 'openssl rand -base64 32');
  if (!bindings.email) {
    demand('SMTP_URL');
    if (env.SMTP_URL && !/^smtps?:\/\/./.test(env.SMTP_URL))
      missing('SMTP_URL is no address of a mail server', 'smtps://user:pass@host:465');
    if (env.SMTP_URL && /^smtps?:\/\/[^/]*:25$/.test(env.SMTP_URL))
      missing('SMTP_URL names port 25, which is closed to Workers', 'Use 465 (smtps) or 587 (smtp).');
  }
  demand('MAIL_FROM');
  if (env.MAIL_FROM && !env.MAIL_FROM.includes('@'))
    missing('MAIL_FROM names no address', "'Mal UKM <pesanan@…>'");
  demand('MALL_OPERATORS');
  const { MALL_ORIGIN: origin } = env;
  if (!origin) missing('MALL_ORIGIN is not set', 'export MALL_ORIGIN=https://…; on GitHub a variable');
  else if (!URL.canParse(origin) || new URL(origin).protocol !== 'https:')
    missing('MALL_ORIGIN does not begin with https://', 'Set it to the open mall’s address.');
  if (!env.MALL_BACKUP_KEY)
    look(
      'MALL_BACKUP_KEY is not set here',
      'openssl rand -base64 32; a GitHub secret of the environment production, and on paper in a safe',
    );
}

function examineBindings({ env, bindings, buckets, builtFor }: Facts, missing: Tell, look: Tell): void {
  const { MALL_ORIGIN: origin = '' } = env;
  for (const name of DATABASES) {
    const id = bindings.databases[name];
    if (id === undefined) missing(`wrangler.toml binds no database ${name}`, 'Put the entry back.');
    else if (PLACEHOLDER_ID.test(id))
      missing(
        `${name} still has the id that the repository came with`,
        'npx wrangler d1 create … --location apac',
      );
  }
  for (const name of BUCKETS)
    if (!bindings.buckets[name]) missing(`wrangler.toml binds no bucket ${name}`, 'Put the entry back.');
  if (!buckets)
    look('Could not look which buckets there are', 'Set CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.');
  else
    for (const name of [...Object.values(bindings.buckets), BACKUPS])
      if (!buckets.includes(name))
        missing(`There is no bucket ${name}`, `npx wrangler r2 bucket create ${name} --location apac`);
  for (const name of LIMITS) {
    const id = bindings.limits[name];
    if (id === undefined) missing(`wrangler.toml has no rate limit ${name}`, 'Put the entry back.');
    else if (PLACEHOLDER_LIMITS.includes(id))
      look(
        `${name} has the namespace id that the repository came with`,
        'Fine in an account of its own; else pick another whole number.',
      );
  }
  if (!bindings.assets) missing('wrangler.toml binds no ASSETS', 'Put the entry back.');
  if (!bindings.version) missing('wrangler.toml binds no CF_VERSION_METADATA', 'Put the entry back.');
  if (!bindings.crons.includes('* * * * *'))
    missing('The scheduled handler does not run each minute', 'crons = ["* * * * *"]');
  if (bindings.mallEnv !== 'deployed') missing('MALL_ENV is not "deployed"', 'MALL_ENV = "deployed"');
  if (!bindings.previews)
    missing('Preview addresses are off, so a deployment can’t try its version', 'preview_urls = true');
  const host = URL.canParse(origin) ? new URL(origin).host : '';
  if (!bindings.routes.length && !bindings.workersDev)
    missing(
      'wrangler.toml gives the Worker no domain',
      'routes = [{ pattern = "<host>", custom_domain = true }]',
    );
  else if (host && bindings.routes.length && !bindings.routes.some((route) => route.split('/')[0] === host))
    missing(`No route of wrangler.toml is ${host}`, 'MALL_ORIGIN and routes must name the same host.');
  if (builtFor && host && new URL(builtFor).host !== host)
    missing(`The build in dist names ${builtFor}`, `MALL_SITE=${origin} npm run build`);
}

function examineSample({ sample }: Facts, missing: Tell, look: Tell): void {
  if (sample.operator)
    missing(
      'The operator is still the sample',
      'src/domain/who-runs-it.ts: who runs the mall, with sample: false',
    );
  if (sample.sellers || sample.products)
    look(
      `${sample.sellers} sellers and ${sample.products} products are samples`,
      'docs/operating.md, Taking out the sample',
    );
}

/** SPF (RFC 7208), DMARC (RFC 7489); DKIM's name is the provider's, so only the common ones are tried. */
async function examineMail({ env, txt, mx }: Facts, missing: Tell, look: Tell): Promise<void> {
  const domain = /@([^\s>]+)/.exec(env.MAIL_FROM ?? '')?.[1];
  if (!domain) return;
  if (/\.(example|test|invalid|localhost)$/.test(domain))
    missing(`MAIL_FROM is at ${domain}, which nobody can own`, 'Use an address of the mall’s own domain.');
  const own = await txt(domain);
  if (!own) {
    look(`Could not look up ${domain}: SPF, DKIM and DMARC are unseen`, 'Run this where the DNS answers.');
    return;
  }
  if (!own.some((text) => /^v=spf1\b/i.test(text)))
    missing(`${domain} has no SPF record`, 'The TXT record that the mail provider names.');
  if (!(await txt(`_dmarc.${domain}`))?.some((text) => /^v=DMARC1\b/i.test(text)))
    missing(`${domain} has no DMARC record`, `TXT _dmarc.${domain}: v=DMARC1; p=quarantine; rua=mailto:…`);
  const selectors = [env.DKIM_SELECTOR, 'default', 'mail', 's1', 'k1', 'google', 'selector1', 'cf2024-1'];
  const keys = await Promise.all(
    selectors.map((selector) => (selector ? txt(`${selector}._domainkey.${domain}`) : undefined)),
  );
  if (!keys.flat().some((text) => text && /\bp=/.test(text)))
    look(
      `No DKIM key was found for ${domain}`,
      'Name the provider’s selector: DKIM_SELECTOR=… npm run doctor',
    );
  if ((await mx(domain))?.length === 0)
    look(
      `${domain} takes no mail, so bounces and answers are lost`,
      'MX records, and a mailbox that somebody reads.',
    );
}
