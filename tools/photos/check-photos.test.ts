import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
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

const plain = (width = 120, height = 80) =>
  sharp({ create: { width, height, channels: 3, background: '#7c1c2c' } });
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
