import { extname } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { photoKind } from '../build-mall/photo-kind.ts';
import { inspectPhoto, isFatal, MAX_PHOTO_BYTES, PHOTO_FAULTS, type PhotoFault } from './inspect-photo.ts';

/** The longer side, in pixels, of a photo as it is committed. */
export const MAX_SIDE = 1600;

/** JPEG and WebP qualities to try, the best first, until the file is small enough. */
const QUALITIES = [82, 74, 66, 55, 40] as const;

type Format = 'jpeg' | 'png' | 'webp';

export interface ShrunkPhoto {
  ok: true;
  bytes: Buffer;
  /** What the file's name must end with; the same as before unless a browser couldn't show it. */
  ending: string;
  /** False for a photo that was fit already: its bytes are untouched. */
  changed: boolean;
  width: number;
  height: number;
  /** Size before, as it was to be seen. */
  from: { width: number; height: number };
  hadGps: boolean;
  hadMetadata: boolean;
  /** What stays: a photo can't be made brighter or larger than it is. */
  warnings: PhotoFault[];
}

export type ShrinkResult = ShrunkPhoto | { ok: false; fault: PhotoFault };

/**
 * Makes a photo fit to be committed: upright, at most 1,600 px, at most 1 MB, without any metadata. Doing it
 * again changes nothing. The format follows the name's ending; what is no JPEG, PNG or WebP becomes JPEG, and a
 * PNG that stays above 1 MB does, too.
 */
export async function shrinkPhoto(name: string, bytes: Buffer): Promise<ShrinkResult> {
  const faults = await inspectPhoto(bytes);
  const fatal = faults.find(isFatal);
  if (fatal) return { ok: false, fault: fatal };
  const ending = extname(name);
  const wanted = formatOf(ending);
  const image = sharp(bytes, { limitInputPixels: false, failOn: 'truncated' });
  const {
    width,
    height,
    orientation = 1,
    exif,
    xmp,
    iptc,
    icc,
    space,
    autoOrient,
    pages = 1,
  } = await image.metadata();
  const from = { width: autoOrient.width || width, height: autoOrient.height || height };
  const hadMetadata = [exif, xmp, iptc, icc].some((block) => block !== undefined);
  const isFit =
    photoKind(bytes) === wanted &&
    orientation === 1 &&
    Math.max(width, height) <= MAX_SIDE &&
    bytes.length <= MAX_PHOTO_BYTES &&
    pages === 1 &&
    (space === 'srgb' || space === 'b-w') &&
    !hadMetadata;
  const told = {
    hadGps: faults.includes('gps'),
    hadMetadata,
    warnings: faults.filter((fault) => PHOTO_FAULTS[fault].severity === 'warning'),
  };
  if (isFit) return { ok: true, bytes, ending, changed: false, ...from, from, ...told };
  const { data, info } = await image
    .autoOrient()
    .resize(MAX_SIDE, MAX_SIDE, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const pixels = () =>
    sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } });
  const encoded = await encode(pixels, wanted ?? 'jpeg');
  return {
    ok: true,
    bytes: encoded.bytes,
    ending: encoded.format === wanted ? ending : '.jpg',
    changed: true,
    width: info.width,
    height: info.height,
    from,
    ...told,
  };
}

function formatOf(ending: string): Format | undefined {
  if (/^\.(?:jpe?g|jfif)$/i.test(ending)) return 'jpeg';
  if (/^\.png$/i.test(ending)) return 'png';
  return /^\.webp$/i.test(ending) ? 'webp' : undefined;
}

async function encode(pixels: () => Sharp, format: Format): Promise<{ bytes: Buffer; format: Format }> {
  if (format === 'png') {
    const bytes = await pixels().png({ compressionLevel: 9 }).toBuffer();
    return bytes.length <= MAX_PHOTO_BYTES ? { bytes, format } : encode(pixels, 'jpeg');
  }
  let bytes = Buffer.alloc(0);
  for (const quality of QUALITIES) {
    const image =
      format === 'webp'
        ? pixels().webp({ quality })
        : pixels().flatten({ background: '#ffffff' }).jpeg({ quality, mozjpeg: true });
    bytes = await image.toBuffer();
    if (bytes.length <= MAX_PHOTO_BYTES) break;
  }
  return { bytes, format };
}
