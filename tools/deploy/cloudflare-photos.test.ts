import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cloudflarePhotos } from './cloudflare-photos.ts';

const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-bucket-'));
const config = join(folder, 'wrangler.json');
writeFileSync(config, JSON.stringify({ r2_buckets: [{ binding: 'PHOTOS', bucket_name: 'mall-photos' }] }));
afterAll(() => rmSync(folder, { recursive: true }));

/** A bucket behind wrangler's own commands; `failAt` breaks off the upload that holds this photo. */
function fakeBucket(failAt?: string) {
  const objects = new Map<string, string>();
  const wrangler = async (args: string[]) => {
    const file = args[args.findIndex((arg) => /^--file(name)?$/.test(arg)) + 1]!;
    const command = args.slice(0, 3).join(' ');
    const key = args[3]!.replace('mall-photos/', '');
    if (command === 'r2 object get') {
      if (!objects.has(key)) throw new Error('✘ [ERROR] The specified key does not exist.');
      writeFileSync(file, objects.get(key)!);
    } else if (command === 'r2 object put') objects.set(key, readFileSync(file, 'utf8'));
    else
      for (const { key, file: from } of JSON.parse(readFileSync(file, 'utf8'))) {
        if (key === failAt) throw new Error('the line is cut');
        objects.set(key, from);
      }
    return '';
  };
  return { objects, wrangler };
}

const photos = Array.from({ length: 1500 }, (_, index) => ({
  name: `toko/kain-${String(index).padStart(4, '0')}.webp`,
  file: `/built/${index}`,
}));

test('an empty bucket lacks every photo; what was put is not put again', async () => {
  const { objects, wrangler } = fakeBucket();
  const bucket = cloudflarePhotos(config, wrangler);
  expect(await bucket.missing(photos)).toEqual(photos);
  await bucket.put(photos);
  expect(objects.get('toko/kain-0007.webp')).toBe('/built/7');
  const next = { name: 'toko/kain-9999.webp', file: '/built/9999' };
  expect(await cloudflarePhotos(config, wrangler).missing([...photos, next])).toEqual([next]);
});

test('an upload that breaks off goes on where it was', async () => {
  const { wrangler } = fakeBucket('toko/kain-1200.webp');
  const bucket = cloudflarePhotos(config, wrangler);
  await bucket.missing(photos);
  await expect(bucket.put(photos)).rejects.toThrow('the line is cut');
  const left = await cloudflarePhotos(config, wrangler).missing(photos);
  expect(left).toHaveLength(500);
});

test('a question that fails is not mistaken for an empty bucket', async () => {
  const offline = async () => {
    throw new Error('fetch failed');
  };
  await expect(cloudflarePhotos(config, offline).missing(photos)).rejects.toThrow('fetch failed');
});
