import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Wrangler } from '../deploy/cloudflare-target.ts';

/** A place that holds objects by key: a folder, or a bucket. */
export interface Store {
  name: string;
  get(key: string): Promise<Buffer | undefined>;
  put(key: string, content: Buffer): Promise<void>;
  delete(key: string): Promise<void>;
}

const NOT_THERE = /The specified key does not exist/i;

/** A folder for what may be read by nobody else; in memory where the system has such a place. It goes with the work. */
export async function inPassing<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'mal-ukm-backup-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export function folderStore(folder: string): Store {
  const at = (key: string) => join(folder, key);
  return {
    name: folder,
    get: async (key) => (existsSync(at(key)) ? readFileSync(at(key)) : undefined),
    async put(key, content) {
      mkdirSync(dirname(at(key)), { recursive: true });
      writeFileSync(at(key), content, { mode: 0o600 });
    },
    delete: async (key) => rmSync(at(key), { force: true }),
  };
}

/**
 * A bucket, through wrangler's own commands, which can get, put and delete but not list.
 * @param where `--remote`, or `--local` with the state's folder
 */
export function bucketStore(bucket: string, where: string[], wrangler: Wrangler): Store {
  const object = (command: string, key: string, ...more: string[]) =>
    wrangler(['r2', 'object', command, `${bucket}/${key}`, ...more, ...where]);
  return {
    name: bucket,
    get: (key) =>
      inPassing(async (folder) => {
        const file = join(folder, 'object');
        try {
          await object('get', key, '--file', file);
        } catch (error) {
          if (NOT_THERE.test((error as Error).message)) return undefined;
          throw error;
        }
        return readFileSync(file);
      }),
    put: (key, content) =>
      inPassing(async (folder) => {
        const file = join(folder, 'object');
        writeFileSync(file, content, { mode: 0o600 });
        await object('put', key, '--file', file, '--force');
      }),
    async delete(key) {
      await object('delete', key);
    },
  };
}
