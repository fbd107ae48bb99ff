import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** For tests: the folder of a copy of the fixture content, committed once in a git repository of its own. */
export function committedContent(): string {
  const repository = mkdtempSync(join(tmpdir(), 'mal-ukm-git-'));
  const folder = join(repository, 'content');
  const git = (...args: string[]): void => {
    execFileSync('git', ['-C', repository, '-c', 'user.name=x', '-c', 'user.email=x@y.z', ...args]);
  };
  cpSync('tests/fixture-content', folder, { recursive: true });
  git('init', '-q', '-b', 'work');
  git('add', '.');
  git('commit', '-q', '-m', 'first');
  afterAll(() => rmSync(repository, { recursive: true }));
  return folder;
}
