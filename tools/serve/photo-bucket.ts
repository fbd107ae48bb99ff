import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inParallel } from '../build-mall/parallel.ts';

/** A photo of a build: its name in the bucket, `<seller>/<file>`, and where it lies. */
export interface BuiltPhoto {
  name: string;
  file: string;
}

/** The bucket that the Worker serves photos from, as far as filling it goes. */
export interface PhotoBucket {
  /** The given photos that the bucket lacks. */
  missing(photos: BuiltPhoto[]): Promise<BuiltPhoto[]>;
  put(photos: BuiltPhoto[]): Promise<void>;
}

/** The photos that a build leaves to the bucket; none where all pages are built ahead. */
export function bucketPhotos(dist: string): BuiltPhoto[] {
  const folder = join(dist, 'photos');
  if (!existsSync(folder)) return [];
  return globSync('*/*', { cwd: folder })
    .sort()
    .map((name) => ({ name, file: join(folder, name) }));
}

/**
 * Puts what a bucket lacks of a build's photos into it, and gives how many those were. Names change with content, so
 * what is there stays: the version before may still show it.
 */
export async function fillBucket(bucket: PhotoBucket, dist: string): Promise<number> {
  const photos = bucketPhotos(dist);
  if (!photos.length) return 0;
  const missing = await bucket.missing(photos);
  if (missing.length) await bucket.put(missing);
  return missing.length;
}

/** A bucket that this process has open. */
export function openBucket(bucket: R2Bucket): PhotoBucket {
  return {
    async missing(photos) {
      const held = new Set<string>();
      let page: R2Objects | undefined;
      do {
        page = await bucket.list({ cursor: page?.truncated ? page.cursor : undefined });
        for (const { key } of page.objects) held.add(key);
      } while (page.truncated);
      return photos.filter(({ name }) => !held.has(name));
    },
    async put(photos) {
      await inParallel(photos, 8, async ({ name, file }) => bucket.put(name, await readFile(file)));
    },
  };
}
