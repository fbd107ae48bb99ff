import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { cloudflareTarget, type Wrangler } from './cloudflare-target.ts';
import { chooseDatabase } from './deploy-mall.ts';

/** A wrangler that answers from a list and remembers what it was asked. */
function fakeWrangler(answers: [RegExp, string | Error][]): { wrangler: Wrangler; asked: string[] } {
  const asked: string[] = [];
  const wrangler: Wrangler = async (args, environment) => {
    const command = args.join(' ');
    asked.push(command);
    const answer = answers.find(([pattern]) => pattern.test(command))?.[1] ?? '';
    if (answer instanceof Error) throw answer;
    if (environment?.WRANGLER_OUTPUT_FILE_PATH)
      writeFileSync(environment.WRANGLER_OUTPUT_FILE_PATH, `{"type":"wrangler-session"}\n${answer}\n`);
    return answer;
  };
  return { wrangler, asked };
}

const build = { dist: '/built', catalog: 'abc' };
const targetWith = (wrangler: Wrangler) =>
  cloudflareTarget({
    origin: 'https://mal.test',
    config: 'c.json',
    migrations: 'wrangler.toml',
    smokeToken: 'once',
    wrangler,
  });

test('the version that serves is told, notes before the JSON notwithstanding', async () => {
  const { wrangler } = fakeWrangler([
    [
      /deployments status/,
      'Note: an update is available\n{"versions":[{"version_id":"v-1","percentage":100}]}',
    ],
  ]);
  expect(await targetWith(wrangler).live()).toBe('v-1');
});

test('a Worker that was never deployed has no version; any other failure is one', async () => {
  const never = fakeWrangler([
    [/deployments status/, new Error('This Worker does not exist on your account. [code: 10007]')],
  ]);
  expect(await targetWith(never.wrangler).live()).toBeUndefined();
  const offline = fakeWrangler([[/deployments status/, new Error('fetch failed')]]);
  await expect(targetWith(offline.wrangler).live()).rejects.toThrow('fetch failed');
});

test('two versions that share the traffic are not touched', async () => {
  const { wrangler } = fakeWrangler([
    [/status/, '{"versions":[{"version_id":"a","percentage":90},{"version_id":"b","percentage":10}]}'],
  ]);
  await expect(targetWith(wrangler).live()).rejects.toThrow('share the traffic');
});

test('an empty database holds no catalogue, a failed question is not mistaken for one', async () => {
  const empty = fakeWrangler([[/sqlite_master/, '[{"results":[]}]']]);
  expect(await targetWith(empty.wrangler).heldCatalog('CATALOG_A')).toBeUndefined();
  const full = fakeWrangler([
    [/sqlite_master/, '[{"results":[{"name":"catalog"}]}]'],
    [/SELECT version/, '[{"results":[{"version":"abc"}]}]'],
  ]);
  expect(await targetWith(full.wrangler).heldCatalog('CATALOG_A')).toBe('abc');
  const offline = fakeWrangler([[/sqlite_master/, new Error('timeout')]]);
  await expect(targetWith(offline.wrangler).heldCatalog('CATALOG_A')).rejects.toThrow('timeout');
});

test('a new version is uploaded beside the one that serves and switched to as a whole', async () => {
  const { wrangler, asked } = fakeWrangler([
    [/versions upload/, '{"type":"version-upload","version_id":"v-2","preview_url":"https://v2.test"}'],
  ]);
  const target = targetWith(wrangler);
  expect(await target.upload(build)).toEqual({ id: 'v-2', preview: 'https://v2.test', smokeToken: 'once' });
  await target.switchTo('v-2');
  expect(asked).toEqual([
    'versions upload --config c.json --tag abc --var MALL_ORIGIN:https://mal.test --var MALL_SMOKE_TOKEN:once',
    'versions deploy v-2@100% --config c.json --yes',
    'triggers deploy --config c.json',
  ]);
});

test('a first deployment takes its secrets with it and has its catalogue as tag', async () => {
  const { wrangler, asked } = fakeWrangler([
    [/deployments status/, new Error('This Worker does not exist on your account. [code: 10007]')],
    [/^deploy/, '{"version_id":"v-1"}'],
  ]);
  const target = cloudflareTarget({
    ...{ origin: 'https://mal.test', config: 'c.json', migrations: 'wrangler.toml', smokeToken: 'once' },
    ...{ secrets: 'rahasia.local', wrangler },
  });
  await target.live();
  expect(await target.upload(build)).toEqual({ id: 'v-1', preview: 'https://mal.test' });
  expect(asked.at(-1)).toBe(
    'deploy --config c.json --tag abc --var MALL_ORIGIN:https://mal.test --var MALL_SMOKE_TOKEN:once --secrets-file rahasia.local',
  );
});

test('which catalogue a version has stands in its tag; a version without one tells none', async () => {
  const tagged = fakeWrangler([[/versions view v-1/, '{"id":"v-1","annotations":{"workers/tag":"abc"}}']]);
  expect(await targetWith(tagged.wrangler).catalogOf('v-1')).toBe('abc');
  const bySecret = fakeWrangler([[/versions view/, '{"annotations":{"workers/triggered_by":"secret"}}']]);
  expect(await targetWith(bySecret.wrangler).catalogOf('v-1')).toBeUndefined();
});

test('a mall that is down keeps nobody’s catalogue from being replaced, but one that answers does', () => {
  const held = { CATALOG_A: 'x', CATALOG_B: 'y' };
  expect(() => chooseDatabase(held, { catalog: 'lost', answers: true }, 'new')).toThrow('neither database');
  expect(chooseDatabase(held, { catalog: 'lost', answers: false }, 'new')).toEqual({
    binding: 'CATALOG_A',
    load: true,
  });
  expect(chooseDatabase(held, { catalog: 'x', answers: false }, 'new').binding).toBe('CATALOG_B');
});

test('the new catalogue goes to the database that the open mall does not read', () => {
  const live = { catalog: 'live', answers: true };
  expect(chooseDatabase({ CATALOG_A: undefined, CATALOG_B: undefined }, undefined, 'new')).toEqual({
    binding: 'CATALOG_A',
    load: true,
  });
  expect(chooseDatabase({ CATALOG_A: 'live', CATALOG_B: 'old' }, live, 'new')).toEqual({
    binding: 'CATALOG_B',
    load: true,
  });
  expect(chooseDatabase({ CATALOG_A: 'old', CATALOG_B: 'live' }, live, 'new').binding).toBe('CATALOG_A');
  expect(chooseDatabase({ CATALOG_A: 'old', CATALOG_B: 'live' }, live, 'live')).toEqual({
    binding: 'CATALOG_B',
    load: false,
  });
  expect(() => chooseDatabase({ CATALOG_A: 'x', CATALOG_B: 'y' }, live, 'new')).toThrow('neither database');
});
