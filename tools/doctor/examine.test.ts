import { describe, expect, test } from 'vitest';
import { examine } from './examine.ts';
import { bindingsOf, type Facts } from './facts.ts';

const RECORDS: Record<string, string[]> = {
  'mal.or.id': ['v=spf1 include:mail.or.id -all'],
  '_dmarc.mal.or.id': ['v=DMARC1; p=quarantine'],
  's1._domainkey.mal.or.id': ['v=DKIM1; k=rsa; p=MIIB'],
};

/** A mall that can open. */
function ready(change: (facts: Facts) => void = () => {}): Facts {
  const facts: Facts = {
    env: {
      MALL_SECRET: 'x'.repeat(44),
      SMTP_URL: 'smtps://user:pass@mail.or.id:465',
      MAIL_FROM: 'Mal UKM <pesanan@mal.or.id>',
      MALL_ORIGIN: 'https://mal.or.id',
      MALL_OPERATORS: 'ana@mal.or.id',
      MALL_BACKUP_KEY: 'k',
    },
    bindings: {
      workersDev: false,
      previews: true,
      routes: ['mal.or.id'],
      crons: ['* * * * *'],
      databases: { MALL_DB: '4a7e-1', CATALOG_A: '4a7e-2', CATALOG_B: '4a7e-3', COUNTS_DB: '4a7e-4' },
      buckets: { PROOFS: 'mall-proofs', PHOTOS: 'mall-photos' },
      limits: { READING_LIMIT: '71', ACTING_LIMIT: '72' },
      email: false,
      assets: true,
      version: true,
      mallEnv: 'deployed',
    },
    secrets: [],
    buckets: ['mall-proofs', 'mall-photos', 'mall-backups'],
    sample: { sellers: 0, products: 0, operator: false },
    builtFor: 'https://mal.or.id',
    txt: async (name) => RECORDS[name] ?? [],
    mx: async () => ['mail.or.id'],
  };
  change(facts);
  return facts;
}

test('a mall that can open has nothing to be told', async () => {
  expect(await examine(ready())).toEqual([]);
});

describe('what was left out is found', () => {
  test.each<[string, (facts: Facts) => void, string]>([
    ['no secret', ({ env }) => delete env.MALL_SECRET, 'MALL_SECRET is not set'],
    ['a short secret', ({ env }) => Object.assign(env, { MALL_SECRET: 'rahasia' }), 'shorter than 32 bytes'],
    ['no mail server', ({ env }) => delete env.SMTP_URL, 'SMTP_URL is not set'],
    [
      'port 25',
      ({ env }) => Object.assign(env, { SMTP_URL: 'smtp://u:p@mail.or.id:25' }),
      'port 25, which is closed',
    ],
    ['no sender', ({ env }) => delete env.MAIL_FROM, 'MAIL_FROM is not set'],
    ['no address', ({ env }) => delete env.MALL_ORIGIN, 'MALL_ORIGIN is not set'],
    ['http', ({ env }) => Object.assign(env, { MALL_ORIGIN: 'http://mal.or.id' }), 'https://'],
    ['no operator', ({ env }) => delete env.MALL_OPERATORS, 'MALL_OPERATORS is not set'],
    [
      'an id of the repository',
      ({ bindings }) =>
        Object.assign(bindings.databases, { MALL_DB: '00000000-0000-4000-8000-000000000001' }),
      'MALL_DB still has the id',
    ],
    ['a database', ({ bindings }) => delete bindings.databases.COUNTS_DB, 'no database COUNTS_DB'],
    ['a bucket', (facts) => facts.buckets!.pop(), 'no bucket mall-backups'],
    ['cron', ({ bindings }) => bindings.crons.pop(), 'scheduled handler'],
    ['a rate limit', ({ bindings }) => delete bindings.limits.ACTING_LIMIT, 'no rate limit ACTING_LIMIT'],
    ['a domain', ({ bindings }) => bindings.routes.pop(), 'no domain'],
    [
      'another domain',
      ({ bindings }) => (bindings.routes[0] = 'toko.or.id'),
      'No route of wrangler.toml is mal.or.id',
    ],
    ['previews', ({ bindings }) => Object.assign(bindings, { previews: false }), 'Preview addresses are off'],
    ['MALL_SITE', (facts) => (facts.builtFor = 'https://mal-ukm.example'), 'names https://mal-ukm.example'],
    [
      'the operator',
      ({ sample }) => Object.assign(sample, { operator: true }),
      'operator is still the sample',
    ],
    ['the sample', ({ sample }) => Object.assign(sample, { sellers: 152 }), '152 sellers'],
    [
      'SPF',
      (facts) => (facts.txt = async (name) => (name === 'mal.or.id' ? [] : (RECORDS[name] ?? []))),
      'no SPF',
    ],
    [
      'DMARC',
      (facts) => (facts.txt = async (name) => (name.startsWith('_dmarc') ? [] : (RECORDS[name] ?? []))),
      'no DMARC',
    ],
    [
      'DKIM',
      (facts) => (facts.txt = async (name) => (name.includes('domainkey') ? [] : (RECORDS[name] ?? []))),
      'No DKIM key',
    ],
    ['bounces', (facts) => (facts.mx = async () => []), 'takes no mail'],
    ['a backup key', ({ env }) => delete env.MALL_BACKUP_KEY, 'MALL_BACKUP_KEY'],
  ])('%s', async (_, change, told) => {
    const findings = await examine(ready(change));
    expect(findings.map(({ what }) => what)).toEqual([expect.stringContaining(told)]);
  });
});

test('secrets that lie with the Worker count, and the platform’s own mail needs no server', async () => {
  const facts = ready(({ env, bindings }) => {
    for (const name of ['MALL_SECRET', 'SMTP_URL', 'MALL_OPERATORS']) delete env[name];
    Object.assign(bindings, { email: true });
  });
  expect(await examine({ ...facts, secrets: ['MALL_SECRET', 'MALL_OPERATORS'] })).toEqual([]);
});

test('where nobody answers it says that it could not look', async () => {
  const { secrets: _, buckets: __, ...facts } = ready();
  const findings = await examine({ ...facts, txt: async () => undefined, mx: async () => undefined });
  expect(findings.every(({ level }) => level === 'look')).toBe(true);
  expect(findings.map(({ what }) => what).filter((what) => what.startsWith('Could not look'))).toHaveLength(
    3,
  );
});

test('the repository’s own wrangler.toml lacks nothing but what is each account’s own', async () => {
  const findings = await examine(
    ready((facts) => Object.assign(facts, { bindings: bindingsOf('wrangler.toml') })),
  );
  const missing = findings.filter(({ level }) => level === 'missing').map(({ what }) => what);
  expect(missing).toEqual([
    ...['MALL_DB', 'CATALOG_A', 'CATALOG_B', 'COUNTS_DB'].map(
      (name) => `${name} still has the id that the repository came with`,
    ),
    'wrangler.toml gives the Worker no domain',
  ]);
});
