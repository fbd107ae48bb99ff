import sharp, { type Sharp } from 'sharp';
import { MAX_PHOTO_PIXELS } from '../photos/inspect-photo.ts';
import { nearestTone } from './picture-tones.ts';

/** Raise it when the code below gives other bytes, so that the cache makes every picture again. */
export const PIPELINE = 4;
/** Widths of the two web pictures of a photo, in pixels. */
export const WIDTHS = [400, 800] as const;
/** Side, in pixels, of the picture that a link to a photographed product shows; WhatsApp wants at least 300. */
const LINK_SIDE = 600;

/** A picture made ready, with the files it consists of by their ending. */
export interface EncodedPicture {
  width: number;
  height: number;
  tone: number;
  files: Record<string, Uint8Array>;
  /** Endings of the web pictures with their widths, narrowest first. */
  sources: { ending: string; width: number }[];
}

/**
 * Turns a photo upright by its EXIF, strips every kind of metadata, and makes WebP in two widths; a photo that
 * is narrower is never enlarged.
 * @param link whether it is also the picture that a shared link shows
 */
export async function encodePhoto(bytes: Buffer, link: boolean): Promise<EncodedPicture> {
  const upright = sharp(bytes, { failOn: 'truncated', limitInputPixels: MAX_PHOTO_PIXELS }).autoOrient();
  const { data, info } = await upright
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .resize({ width: WIDTHS[1], withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const base = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, info.width)))];
  const files: Record<string, Uint8Array> = {};
  const sources = [];
  for (const [index, width] of widths.entries()) {
    const ending = `${WIDTHS[index]}.webp`;
    files[ending] = await base().resize({ width }).webp({ quality: 74, effort: 4 }).toBuffer();
    sources.push({ ending, width });
  }
  if (link) files['og.jpg'] = await linkPicture(base(), LINK_SIDE);
  return { width: info.width, height: info.height, tone: await toneOf(base()), files, sources };
}

/** Side, in pixels, at which a drawing is painted only to know its colour. */
const TONE_SIDE = 64;

/**
 * A drawing stays as it is; its size comes from its own attributes. Its link picture is painted once at the size
 * that it has: to enlarge it would take as long again.
 */
export async function encodeSvg(bytes: Buffer, link: boolean): Promise<EncodedPicture> {
  const { width = 400, height = 400 } = await sharp(bytes).metadata();
  const side = link ? WIDTHS[0] : TONE_SIDE;
  const { data, info } = await sharp(bytes, { density: (72 * side) / Math.max(width, height) })
    .flatten({ background: '#ffffff' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const base = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  return {
    width,
    height,
    tone: await toneOf(base()),
    files: { svg: bytes, ...(link && { 'og.jpg': await linkPicture(base(), side) }) },
    sources: [{ ending: 'svg', width }],
  };
}

/** A square JPEG: what WhatsApp and others show beside a link. */
function linkPicture(image: Sharp, side: number): Promise<Buffer> {
  return image
    .resize(side, side, { fit: 'cover', position: 'attention' })
    .jpeg({ quality: 70, progressive: true })
    .toBuffer();
}

async function toneOf(image: Sharp): Promise<number> {
  const { data, info } = await image
    .resize(8, 8, { fit: 'fill' })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return nearestTone(data, info.channels);
}
