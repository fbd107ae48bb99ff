import { expect, test } from 'vitest';
import { uqrPictures } from './uqr-qr-pictures.ts';

const QRIS =
  '00020101021226660017ID.CO.EXAMPLE.WWW01159360086704567890215MIDCONTOH1234560303UMI51370014ID.CO.QRIS.WWW0215ID1019123456781520412345303360540624300058' +
  '02ID5914NamaMerchantA16009NamaKota16110123456789062070703K1963041234';
const pictures = uqrPictures();

/** Takes a greyscale PNG of one bit apart, as any reader would. */
async function readPng(png: Uint8Array) {
  expect([...png.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const view = new DataView(png.buffer, png.byteOffset);
  const [width, height, bits, colour] = [view.getUint32(16), view.getUint32(20), png[24], png[25]];
  const length = view.getUint32(33);
  const data = png.slice(41, 41 + length) as Uint8Array<ArrayBuffer>;
  const stream = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate'));
  const rows = new Uint8Array(await new Response(stream).arrayBuffer());
  const stride = Math.ceil(width / 8) + 1;
  const isDark = (x: number, y: number) => !(rows[y * stride + 1 + (x >> 3)]! & (0x80 >> (x & 7)));
  return { width, height, bits, colour, isDark };
}

/** The modules that an SVG path of strokes darkens. */
function readPath(path: string, size: number): boolean[][] {
  const dark = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  let [x, y] = [0, 0];
  for (const [, move, a, b, run] of path.matchAll(/([Mm])(-?\d+) ([\d.]+)h(\d+)/g)) {
    [x, y] = move === 'M' ? [Number(a), Math.floor(Number(b))] : [x + Number(a), y];
    for (let step = 0; step < Number(run); step += 1) dark[y]![x++] = true;
  }
  return dark;
}

test('the picture to save is a PNG of 720 pixels or more, small, with a light border of four modules', async () => {
  const png = await pictures.png(QRIS);
  const { size } = pictures.svg(QRIS);
  const { width, height, bits, colour, isDark } = await readPng(png);
  expect(width).toBeGreaterThanOrEqual(720);
  expect(height).toBe(width);
  expect([bits, colour]).toEqual([1, 0]);
  expect(png.length).toBeLessThan(6000);
  const module = width / size;
  for (let at = 0; at < width; at += 1)
    for (let deep = 0; deep < module * 4; deep += 1)
      expect(isDark(at, deep) || isDark(deep, at) || isDark(width - 1 - deep, at)).toBe(false);
  expect(isDark(module * 4, module * 4)).toBe(true);
});

test('the drawing on the page and the picture to save are the same code', async () => {
  const { size, path } = pictures.svg(QRIS);
  const { width, isDark } = await readPng(await pictures.png(QRIS));
  const module = width / size;
  const dark = readPath(path, size);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) expect(isDark(x * module, y * module)).toBe(dark[y]![x]);
});
