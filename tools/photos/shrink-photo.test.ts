import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { mendPhotos } from '../photos.ts';
import { shrinkPhoto } from './shrink-photo.ts';

const EXIF_FOLDER = 'tests/data/photos/exif';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'foto-'));
  made.push(path);
  return path;
};

/** Left half red, right half blue: which way is up can be seen after any turn. */
const flag = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#0000ff' } }).composite([
    {
      input: { create: { width: Math.round(width / 2), height, channels: 3, background: '#ff0000' } },
      left: 0,
      top: 0,
    },
  ]);
const metadataOf = async (bytes: Buffer) => {
  const { exif, xmp, iptc, icc, orientation, comments } = await sharp(bytes).metadata();
  return { exif, xmp, iptc, icc, orientation, comments };
};
const NOTHING = {
  exif: undefined,
  xmp: undefined,
  iptc: undefined,
  icc: undefined,
  orientation: undefined,
  comments: undefined,
};

test('a phone photo becomes at most 1,600 px, upright and without metadata; once more changes nothing', async () => {
  const gps = { IFD0: { Make: 'Ponsel' }, IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 58/1 0/1' } };
  const snap = await flag(4000, 3000).withExif(gps).withMetadata({ orientation: 6 }).jpeg().toBuffer();
  const result = await shrinkPhoto('foto.JPG', snap);
  if (!result.ok) throw new Error(result.fault);
  expect(result).toMatchObject({ ending: '.JPG', changed: true, width: 1200, height: 1600 });
  expect(await metadataOf(result.bytes)).toEqual(NOTHING);
  // Turned a quarter to the right, what was left is on top.
  const top = await sharp(result.bytes).extract({ left: 600, top: 50, width: 1, height: 1 }).raw().toBuffer();
  expect(top[0]).toBeGreaterThan(200);
  const again = await shrinkPhoto('foto.JPG', result.bytes);
  expect(again).toMatchObject({ ok: true, changed: false });
  expect(again.ok && again.bytes.equals(result.bytes)).toBe(true);
});

test('a small photo without metadata is left as it is, to the byte', async () => {
  for (const [name, bytes] of [
    ['a.jpg', await flag(400, 300).jpeg().toBuffer()],
    ['a.png', await flag(400, 300).png().toBuffer()],
    ['a.webp', await flag(400, 300).webp().toBuffer()],
  ] as const) {
    const result = await shrinkPhoto(name, bytes);
    expect(result).toMatchObject({ ok: true, changed: false, ending: name.slice(1) });
  }
});

test('a PNG that is really a photograph becomes JPEG, and the products beside it name the new file', async () => {
  const place = folder();
  const pixels = Buffer.alloc(1200 * 900 * 3);
  for (let at = 0, state = 1; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[at] = state >>> 24;
  }
  await sharp(pixels, { raw: { width: 1200, height: 900, channels: 3 } })
    .png()
    .toFile(join(place, 'kemeja.png'));
  writeFileSync(join(place, 'kemeja.md'), '---\nphotos:\n  - kemeja.png\n---\n');
  await mendPhotos(place);
  expect(readdirSync(place).sort()).toEqual(['kemeja.jpg', 'kemeja.md']);
  expect(readFileSync(join(place, 'kemeja.md'), 'utf8')).toContain('- kemeja.jpg\n');
  expect(readFileSync(join(place, 'kemeja.jpg')).length).toBeLessThan(1_000_000);
});

test('a photo with a wrong ending gets the format that its name says', async () => {
  const result = await shrinkPhoto('foto.jpg', await flag(300, 200).png().toBuffer());
  expect(result.ok && (await sharp(result.bytes).metadata()).format).toBe('jpeg');
});

test('an unreadable photo is told and left alone, the others are mended', async () => {
  const place = folder();
  mkdirSync(join(place, 'products/toko'), { recursive: true });
  writeFileSync(join(place, 'products/toko/a.jpg'), 'rusak');
  await flag(2000, 1000).jpeg().toFile(join(place, 'products/toko/b.jpg'));
  const outcomes = await mendPhotos(place);
  expect(outcomes).toMatchObject([
    { failed: true, line: expect.stringContaining('tidak terbaca') },
    { line: expect.stringContaining('2000×1000 menjadi 1600×800') },
  ]);
  expect(readFileSync(join(place, 'products/toko/a.jpg'), 'utf8')).toBe('rusak');
  expect((await mendPhotos(place))[1]).toEqual({
    path: join(place, 'products/toko/b.jpg'),
    saved: 0,
    warnings: [],
  });
});

test('the real EXIF photographs stand upright, smaller and without metadata', async () => {
  const place = folder();
  for (const name of readdirSync(EXIF_FOLDER)) copyFileSync(join(EXIF_FOLDER, name), join(place, name));
  await mendPhotos(place);
  for (const name of readdirSync(place)) {
    const bytes = readFileSync(join(place, name));
    const { width, height } = await sharp(bytes).metadata();
    expect([name, width, height]).toEqual([name, ...(name.startsWith('Land') ? [1600, 1067] : [1067, 1600])]);
    expect(await metadataOf(bytes)).toEqual(NOTHING);
  }
});
