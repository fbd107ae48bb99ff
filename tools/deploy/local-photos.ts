import { readFile } from 'node:fs/promises';
import { inParallel } from '../build-mall/parallel.ts';
import type { PhotoBucket } from '../serve/photo-bucket.ts';
import { ToolError } from '../terminal.ts';

/**
 * The local bucket through the router beside the versions, which has it open.
 * @param url the router's address at that moment
 */
export function localPhotos(url: () => Promise<string>): PhotoBucket {
  const ask = async (method: string, name: string, body?: Uint8Array<ArrayBuffer> | string) => {
    const response = await fetch(await url(), { method, headers: { 'mall-photos': name }, body });
    if (!response.ok) throw new ToolError(`PHOTOS: ${await response.text()}`);
    return response;
  };
  return {
    async missing(photos) {
      const names = photos.map(({ name }) => name);
      const lacking = new Set(
        (await (await ask('POST', 'missing', JSON.stringify(names))).json()) as string[],
      );
      return photos.filter(({ name }) => lacking.has(name));
    },
    async put(photos) {
      await inParallel(photos, 8, async ({ name, file }) =>
        ask('PUT', name, new Uint8Array(await readFile(file))),
      );
    },
  };
}
