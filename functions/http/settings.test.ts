import { describe, expect, test } from 'vitest';
import { prepareDatabases, testMall } from '../testing/test-mall.ts';
import { type SettingsSource, SMOKE_HEADER, settingsFrom } from './settings.ts';

const DEPLOYED: SettingsSource = {
  MALL_ENV: 'deployed',
  SMTP_URL: 'smtps://user:pass@mail.test:465',
  MALL_SECRET: 'x'.repeat(32),
  MALL_ORIGIN: 'https://mal.test',
  MAIL_FROM: 'Mal <pesanan@mal.test>',
};

describe('a deployed Worker does not start without', () => {
  test.each<[string, Partial<SettingsSource>]>([
    ['SMTP_URL', { SMTP_URL: undefined }],
    ['MALL_SECRET', { MALL_SECRET: undefined }],
    ['MALL_SECRET', { MALL_SECRET: 'only-for-tests' }],
    ['MALL_ORIGIN', { MALL_ORIGIN: undefined }],
    ['MALL_ORIGIN', { MALL_ORIGIN: 'http://mal.test' }],
    ['MAIL_FROM', { MAIL_FROM: undefined }],
  ])('a good %s', (name, changes) => {
    expect(() => settingsFrom({ ...DEPLOYED, ...changes }, 'https://other.test')).toThrow(name);
  });
});

test('deployed, the limits can’t be switched off and nobody is operator by default', () => {
  expect(settingsFrom({ ...DEPLOYED, MALL_LIMITS: 'off' }, 'https://other.test')).toMatchObject({
    limits: true,
    operators: [],
    origin: 'https://mal.test',
  });
});

test('on a developer’s machine nothing has to be set', () => {
  expect(settingsFrom({ MALL_ENV: 'local', MALL_LIMITS: 'off' }, 'http://localhost:8787')).toMatchObject({
    origin: 'http://localhost:8787',
    operators: ['operator@mal-ukm.test'],
    limits: false,
  });
});

test('deployed, only the mall’s own host is answered, and the smoke test of this version', async () => {
  await prepareDatabases();
  const settings = { deployed: true, origin: 'https://mal.example', smokeToken: 'only-this-version' };
  // The test mall is reached as http://mal.test: a foreign name.
  const mall = testMall(settings);
  for (const [path, init] of [
    ['/api/health', {}],
    ['/masuk', {}],
    ['/api/orders', { method: 'POST', body: '{}' }],
    ['/api/health', { headers: { [SMOKE_HEADER]: 'another' } }],
  ] as const)
    expect((await mall.request(path, init)).status, path).toBe(404);
  const own = await mall.request('/api/health', { headers: { [SMOKE_HEADER]: 'only-this-version' } });
  expect(own.status).toBe(200);
  expect((await testMall({ ...settings, origin: 'http://mal.test' }).request('/api/health')).status).toBe(
    200,
  );
});
