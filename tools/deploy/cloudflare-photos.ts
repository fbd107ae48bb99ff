import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PhotoBucket } from '../serve/photo-bucket.ts';
import { ToolError } from '../terminal.ts';
import type { Wrangler } from './cloudflare-target.ts';

/** The bucket's own list of what it holds: wrangler can't list a bucket. No photo is called so. */
const LIST = 'daftar-foto.json';
/** Photos after which the list is brought up to date, so that an upload that breaks off goes on where it was. */
const BATCH = 1000;
const NO_LIST = /The specified key does not exist/i;

/**
 * The bucket `PHOTOS` on Cloudflare, through wrangler's own commands. Cloudflare's API takes 1,100 objects in five
 * minutes that way; docs/operating.md tells how to bring in very many at first.
 * @param config the built `server/wrangler.json`, which names the bucket
 */
export function cloudflarePhotos(config: string, wrangler: Wrangler): PhotoBucket {
  const known = new Set<string>();
  const inFolder = async (work: (file: string, bucket: string) => Promise<void>) => {
    const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-photos-'));
    try {
      await work(join(folder, 'list.json'), bucketName(config));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    async missing(photos) {
      await inFolder(async (file, bucket) => {
        const found = await wrangler([
          'r2',
          'object',
          'get',
          `${bucket}/${LIST}`,
          '--file',
          file,
          '--remote',
        ]).then(
          () => true,
          (error: Error) => {
            if (NO_LIST.test(error.message)) return false;
            throw error;
          },
        );
        if (found) for (const name of JSON.parse(readFileSync(file, 'utf8'))) known.add(name);
      });
      return photos.filter(({ name }) => !known.has(name));
    },
    async put(photos) {
      await inFolder(async (file, bucket) => {
        for (let start = 0; start < photos.length; start += BATCH) {
          const batch = photos.slice(start, start + BATCH);
          writeFileSync(
            file,
            JSON.stringify(batch.map(({ name, file: from }) => ({ key: name, file: from }))),
          );
          await wrangler(['r2', 'bulk', 'put', bucket, '--filename', file, '--remote', '--force']);
          for (const { name } of batch) known.add(name);
          writeFileSync(file, JSON.stringify([...known].sort()));
          await wrangler(['r2', 'object', 'put', `${bucket}/${LIST}`, '--file', file, '--remote', '--force']);
        }
      });
    },
  };
}

function bucketName(config: string): string {
  const { r2_buckets }: { r2_buckets?: { binding: string; bucket_name: string }[] } = JSON.parse(
    readFileSync(config, 'utf8'),
  );
  const bucket = r2_buckets?.find(({ binding }) => binding === 'PHOTOS');
  if (!bucket) throw new ToolError(`${config} has no bucket PHOTOS.`);
  return bucket.bucket_name;
}
