import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, expect, test } from 'vitest';
import { githubLines, problemLines, summaryOf } from '../check-content.ts';
import { checkPhotos } from './check-photos.ts';
import { inspectPhoto, MAX_PHOTO_BYTES } from './inspect-photo.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const plain = (width = 480, height = 400, background = '#c0506a') =>
  sharp({ create: { width, height, channels: 3, background } });
const gps = { IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 58/1 0/1', GPSLongitude: '110/1 25/1 0/1' } };
const noise = () => {
  const pixels = Buffer.alloc(900 * 900 * 3);
  let state = 1;
  for (let at = 0; at < pixels.length; at += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[at] = state >>> 24;
  }
  return sharp(pixels, { raw: { width: 900, height: 900, channels: 3 } });
};

test('a photo without faults passes, whatever its format', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'avif'] as const)
    expect(await inspectPhoto(await plain().toFormat(format).toBuffer())).toEqual([]);
});

test('a photo that tells where it was taken is refused, in EXIF and in XMP', async () => {
  expect(await inspectPhoto(await plain().withExif(gps).jpeg().toBuffer())).toEqual(['gps']);
  expect(await inspectPhoto(await plain().withExif(gps).png().toBuffer())).toEqual(['gps']);
  const xmp = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="6,58.0S"/></rdf:RDF></x:xmpmeta>`;
  expect(await inspectPhoto(await plain().withXmp(xmp).jpeg().toBuffer())).toEqual(['gps']);
  expect(
    await inspectPhoto(
      await plain()
        .withExif({ IFD0: { Make: 'Ponsel' } })
        .jpeg()
        .toBuffer(),
    ),
  ).toEqual([]);
});

test('a photo above 1 MB is refused', async () => {
  const big = await noise().jpeg({ quality: 100 }).toBuffer();
  expect(big.length).toBeGreaterThan(MAX_PHOTO_BYTES);
  expect(await inspectPhoto(big)).toEqual(['too_big']);
});

test('a photo that is too small for a list is told', async () => {
  expect(await inspectPhoto(await plain(399, 900).jpeg().toBuffer())).toEqual(['too_small']);
  expect(await inspectPhoto(await plain(400, 400).jpeg().toBuffer())).toEqual([]);
});

/** A picture as a camera would have taken it with less light: linear light times 2 to the power of `stops`. */
async function exposed(photo: string | Buffer, stops: number): Promise<Buffer> {
  const { data, info } = await sharp(photo)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const table = Array.from({ length: 256 }, (_, value) => {
    const light =
      (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4) * 2 ** stops;
    return Math.round(255 * (light <= 0.0031308 ? light * 12.92 : 1.055 * light ** (1 / 2.4) - 0.055));
  });
  const pixels = data.map((value) => table[value]!);
  return sharp(pixels, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg()
    .toBuffer();
}

/** Sogan batik that fills the frame: dark brown, a tenth of it cream lines. */
const sogan = () => {
  const lines = Array.from(
    { length: 14 },
    (_, at) => `<path d="M0 ${at * 40}q150-60 300 0t300 0" stroke="#d2b48c" stroke-width="5" fill="none"/>`,
  );
  return sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="500"><rect width="600" height="500" fill="#2b1a10"/>${lines.join('')}</svg>`,
    ),
  );
};

test('a photo taken in the dark is told; a dark cloth that was well lit is not', async () => {
  const batik = await sogan().jpeg().toBuffer();
  expect(await inspectPhoto(batik)).toEqual([]);
  expect(await inspectPhoto(await exposed(batik, -3))).toEqual(['too_dark']);
  expect(await inspectPhoto(await plain(480, 400, '#000000').jpeg().toBuffer())).toEqual(['too_dark']);
  // A black shirt on a pale wall.
  const shirt = await sharp({ create: { width: 800, height: 800, channels: 3, background: '#c9c4bc' } })
    .composite([{ input: await plain(720, 720, '#101014').png().toBuffer() }])
    .jpeg()
    .toBuffer();
  expect(await inspectPhoto(shirt)).toEqual([]);
});

const PHOTOS = 'tests/data/photos';
test('of the real photographs none is called too dark or too small, and each is in a sixteenth of the light', async () => {
  const photos = globSync(`${PHOTOS}/{phone-snaps,studio}/*.jpg`);
  expect(photos.length).toBeGreaterThan(40);
  let dark = 0;
  for (const photo of photos) {
    expect({ photo, faults: await inspectPhoto(readFileSync(photo)) }).toEqual({ photo, faults: [] });
    if ((await inspectPhoto(await exposed(photo, -4))).includes('too_dark')) dark += 1;
  }
  expect(dark).toBe(photos.length);
});

test('what cannot be read is refused: empty, cut off, HEIC by another name, a text', async () => {
  const whole = await noise().jpeg().toBuffer();
  expect(await inspectPhoto(Buffer.alloc(0))).toEqual(['empty']);
  expect(await inspectPhoto(whole.subarray(0, whole.length / 2))).toEqual(['unreadable']);
  expect(await inspectPhoto(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toEqual(['heic']);
  expect(await inspectPhoto(Buffer.from('bukan foto'))).toEqual(['unreadable']);
});

test('a small file that would unfold to far too many pixels is refused before it is decoded', async () => {
  const bomb = await sharp({ create: { width: 16_000, height: 8_000, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const start = performance.now();
  expect(await inspectPhoto(bomb)).toEqual(['too_many_pixels']);
  expect(performance.now() - start).toBeLessThan(500);
});

function folderWith(files: Record<string, Buffer>): string {
  const folder = mkdtempSync(join(tmpdir(), 'foto-'));
  made.push(folder);
  mkdirSync(join(folder, 'products/toko'), { recursive: true });
  for (const [name, bytes] of Object.entries(files))
    writeFileSync(join(folder, 'products/toko', name), bytes);
  return folder;
}

test('photos are checked by name and told with the command that mends them; an unchanged one is not opened again', async () => {
  const bad = await plain().withExif(gps).jpeg().toBuffer();
  const folder = folderWith({ 'a.JPG': bad, 'b.png': await plain().png().toBuffer(), 'c.svg': bad });
  const cache = join(folder, 'verdicts.json');
  const problems = await checkPhotos(folder, cache);
  expect(problems).toMatchObject([
    { file: 'products/toko/a.JPG', remedy: expect.stringContaining('npm run photos'), severity: 'error' },
  ]);

  // Other bytes of the same size and time: only who opens the file could see them.
  const path = join(folder, 'products/toko/a.JPG');
  const time = new Date(1_600_000_000_000);
  utimesSync(path, time, time);
  await checkPhotos(folder, cache);
  writeFileSync(path, Buffer.alloc(readFileSync(path).length));
  utimesSync(path, time, time);
  expect(await checkPhotos(folder, cache)).toEqual(problems);
  utimesSync(path, new Date(1_700_000_000_000), new Date(1_700_000_000_000));
  expect(await checkPhotos(folder, cache)).toMatchObject([
    { message: expect.stringContaining('tidak terbaca') },
  ]);
});

test('a problem is one line of place, field, fault and remedy; for GitHub an annotation', () => {
  const problems = [
    {
      file: 'products/a/b.md',
      line: 3,
      field: 'price',
      message: 'harga 100% salah',
      remedy: 'perbaiki',
      severity: 'error' as const,
    },
    { file: 'x.md', message: 'kosong', remedy: 'isi', severity: 'warning' as const },
  ];
  expect(problemLines(problems)).toEqual([
    'products/a/b.md:3  price  harga 100% salah  → perbaiki',
    'x.md  peringatan: kosong  → isi',
  ]);
  expect(githubLines(problems, 'content')).toEqual([
    '::error file=content/products/a/b.md,line=3,title=price::harga 100%25 salah → perbaiki',
    '::warning file=content/x.md,title=isi mal::kosong → isi',
  ]);
  expect(summaryOf(problems, 2768)).toBe(
    '2.768 produk diperiksa: 1 masalah yang harus diperbaiki, 1 peringatan.',
  );
});
