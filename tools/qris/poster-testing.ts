import sharp from 'sharp';
import { renderSVG } from 'uqr';

/** A seller's poster as an acquirer prints it: the code on white below a coloured head, 1,000 × 1,400. */
export async function posterOf(...payloads: string[]): Promise<Buffer> {
  const side = payloads.length > 1 ? 440 : 560;
  const codes = await Promise.all(
    payloads.map(async (payload, at) => ({
      input: await sharp(Buffer.from(renderSVG(payload, { ecc: 'M', border: 2 })))
        .resize(side, side, { kernel: 'nearest' })
        .png()
        .toBuffer(),
      left: payloads.length > 1 ? 40 + at * 480 : 220,
      top: 420,
    })),
  );
  return sharp({ create: { width: 1000, height: 1400, channels: 3, background: '#ffffff' } })
    .composite([
      {
        input: { create: { width: 1000, height: 220, channels: 3, background: '#c8102e' } },
        left: 0,
        top: 0,
      },
      ...codes,
    ])
    .png()
    .toBuffer();
}

type Point = readonly [x: number, y: number];

/**
 * The poster as a camera sees it from the side: its corners (top left, top right, bottom right, bottom left) lie
 * at these points of a grey picture, with the noise of a phone in poor light. Projective mapping of the unit square
 * after Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989.
 */
export async function slanted(
  poster: Buffer,
  [p0, p1, p2, p3]: readonly [Point, Point, Point, Point],
  { width = 1500, height = 1900, noise = 0 } = {},
): Promise<Buffer> {
  const { data, info } = await sharp(poster).greyscale().raw().toBuffer({ resolveWithObject: true });
  const [dx1, dx2, sx] = [p1[0] - p2[0], p3[0] - p2[0], p0[0] - p1[0] + p2[0] - p3[0]];
  const [dy1, dy2, sy] = [p1[1] - p2[1], p3[1] - p2[1], p0[1] - p1[1] + p2[1] - p3[1]];
  const den = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / den;
  const h = (dx1 * sy - sx * dy1) / den;
  const [a, b, c] = [p1[0] - p0[0] + g * p1[0], p3[0] - p0[0] + h * p3[0], p0[0]];
  const [d, e, f] = [p1[1] - p0[1] + g * p1[1], p3[1] - p0[1] + h * p3[1], p0[1]];
  const out = Buffer.alloc(width * height, 120);
  let state = 7;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const w = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
      const u = ((e - f * h) * x + (c * h - b) * y + (b * f - c * e)) / w;
      const v = ((f * g - d) * x + (a - c * g) * y + (c * d - a * f)) / w;
      if (u < 0 || u >= 1 || v < 0 || v >= 1) continue;
      const at = Math.floor(v * info.height) * info.width + Math.floor(u * info.width);
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const value = data[at * info.channels]! + ((state >>> 24) - 128) * noise;
      out[y * width + x] = Math.max(0, Math.min(255, value));
    }
  return sharp(out, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 70 })
    .toBuffer();
}
