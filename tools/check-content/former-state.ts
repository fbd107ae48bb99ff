import { execFileSync } from 'node:child_process';

/** The content as Git knew it before what is checked now. */
export interface FormerState {
  /** Paths of a part of the content folder, relative to it. */
  list(part: string): string[];
  /** What is different in a part since then: changed, added or gone, whether committed or not. */
  changed(part: string): string[];
  read(path: string): string | undefined;
}

/**
 * The state to compare with: where this branch left the main one, else the last commit. None where the folder lies in no
 * repository.
 * @param before a commit to compare with instead
 */
export function formerState(folder: string, before = 'origin/main'): FormerState | undefined {
  const git = (...args: string[]): string | undefined => {
    try {
      return execFileSync('git', ['-C', folder, ...args], {
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return undefined;
    }
  };
  const paths = (text: string | undefined) => text?.split('\0').filter(Boolean) ?? [];
  // What the main branch got meanwhile is no change of this one, so its last common commit counts.
  const commit = (
    git('merge-base', before, 'HEAD') ?? git('rev-parse', '--verify', '-q', 'HEAD^{commit}')
  )?.trim();
  if (commit === undefined) return undefined;
  return {
    list: (part) => paths(git('ls-tree', '-r', '-z', '--name-only', commit, '--', part)),
    changed: (part) => [
      ...paths(git('diff', '-z', '--name-only', '--relative', commit, '--', part)),
      ...paths(git('ls-files', '-z', '--others', '--exclude-standard', '--', part)),
    ],
    read: (path) => git('show', `${commit}:./${path}`),
  };
}
