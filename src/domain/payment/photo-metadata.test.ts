import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPhoto } from './photo-metadata.ts';

/** A photo as a phone makes it: place, model and a caption in it, and lying on its side. */
function snap(format: 'jpeg' | 'png' | 'webp') {
  return sharp({ create: { width: 60, height: 40, channels: 3, background: { r: 180, g: 40, b: 90 } } })
    .composite([{ input: Buffer.from('<svg width="30" height="20"><rect width="30" height="20"/></svg>') }])
    .withMetadata({ orientation: 6 })
    .withExifMerge({
      IFD0: { Make: 'Telepon', Model: 'RAHASIA-9000', ImageDescription: 'Rumah Sri' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 58/1 0/1', GPSLongitude: '110/1 25/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf>RAHASIA-XMP</rdf></x:xmpmeta>')
    .withIccProfile('srgb')
    .toFormat(format)
    .toBuffer();
}
const has = (bytes: Uint8Array, text: string) => Buffer.from(bytes).includes(text);

describe.each(['jpeg', 'png', 'webp'] as const)('a photo with a place in it, %s', (format) => {
  test('is stored without place, phone and caption, and with every pixel and its colours', async () => {
    const sent = await snap(format);
    const before = await sharp(sent).metadata();
    expect(before.exif?.length).toBeGreaterThan(100);
    expect(before.xmp).toBeDefined();
    const kept = cleanPhoto(sent)!;
    expect(kept.type).toBe(`image/${format}`);
    const after = await sharp(kept.bytes).metadata();
    for (const text of ['RAHASIA', 'Rumah Sri', 'Telepon', 'xmpmeta'])
      expect(has(kept.bytes, text)).toBe(false);
    expect(after.xmp).toBeUndefined();
    expect(after.icc).toEqual(before.icc);
    expect(after.orientation).toBe(format === 'jpeg' ? 6 : undefined);
    expect(after.exif?.length ?? 0).toBeLessThan(40);
    expect(await sharp(kept.bytes).raw().toBuffer()).toEqual(await sharp(sent).raw().toBuffer());
  });

  test('cleaned twice it stays as it is', async () => {
    const once = cleanPhoto(await snap(format))!.bytes;
    expect(cleanPhoto(once)!.bytes).toEqual(once);
  });

  test('cut off anywhere it is no reason to fall over', async () => {
    const sent = await snap(format);
    for (let length = 0; length < sent.length; length += 7) cleanPhoto(sent.subarray(0, length));
  });
});

test('what follows a picture, such as a film with its own place, goes', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const picture = await snap(format);
    const kept = cleanPhoto(Buffer.concat([picture, Buffer.from('MotionPhoto GPS')]))!;
    expect(has(kept.bytes, 'MotionPhoto')).toBe(false);
  }
});

test('a progressive JPEG keeps all its scans', async () => {
  const sent = await sharp(await snap('jpeg'))
    .jpeg({ progressive: true })
    .toBuffer();
  expect(await sharp(cleanPhoto(sent)!.bytes).raw().toBuffer()).toEqual(await sharp(sent).raw().toBuffer());
});

test('the first bytes of a picture are no picture', () => {
  const padded = (head: number[]) => Uint8Array.from([...head, ...new Array(2000).fill(7)]);
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const webp = [...new TextEncoder().encode('RIFF\0\0\0\0WEBP')];
  for (const head of [[0xff, 0xd8, 0xff, 0xe0], png, webp]) {
    expect(cleanPhoto(Uint8Array.from(head))).toBeUndefined();
    expect(cleanPhoto(padded(head))).toBeUndefined();
  }
  expect(cleanPhoto(new TextEncoder().encode('<svg onload=alert(1)>'))).toBeUndefined();
});
