/**
 * The smallest of each kind that has a frame. They need not be drawn, only read as far as the mall reads them.
 * `padding` bytes of picture data make them as large as a test wants.
 */
const filled = (head: number[], padding: number, tail: number[] = []) => {
  const bytes = new Uint8Array(head.length + padding + tail.length).fill(7);
  bytes.set(head);
  bytes.set(tail, head.length + padding);
  return bytes;
};
const text = (words: string) => [...new TextEncoder().encode(words)];
const be32 = (value: number) => [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255];

/** Start, one frame of 1 × 1 and a scan; `app1` goes before them as an EXIF segment would. */
export function jpeg(padding = 2000, app1: number[] = []): Uint8Array {
  const segment = app1.length ? [0xff, 0xe1, (app1.length + 2) >> 8, (app1.length + 2) & 255, ...app1] : [];
  return filled(
    [
      ...[0xff, 0xd8, ...segment],
      ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
      ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0],
    ],
    padding,
    [0xff, 0xd9],
  );
}

const chunk = (name: string, data: number[]) => [...be32(data.length), ...text(name), ...data, 0, 0, 0, 0];
export function png(): Uint8Array {
  return filled(
    [
      ...[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
      ...chunk('IHDR', [...be32(1), ...be32(1), 8, 0, 0, 0, 0]),
      ...chunk('IDAT', [0]),
      ...chunk('IEND', []),
    ],
    0,
  );
}

export function webp(): Uint8Array {
  const frame = [...text('VP8L'), 2, 0, 0, 0, 0x2f, 0];
  return filled([...text('RIFF'), 4 + frame.length, 0, 0, 0, ...text('WEBP'), ...frame], 0);
}

/** EXIF with a place in it: GPS latitude, and what the phone is called. */
export const PLACE = text('Exif\0\0MM\0*\0\0\0\x08 GPSLatitude 6 58 RAHASIA-9000');
