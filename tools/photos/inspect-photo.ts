import sharp from 'sharp';
import type { Problem } from '../../src/catalog/reading/content-problem.ts';
import { photoKind } from '../build-mall/photo-kind.ts';
import { exifHasGps, xmpHasGps } from './gps.ts';

/** The largest photo, in bytes, that may lie in the repository's history. */
export const MAX_PHOTO_BYTES = 1_000_000;

/** The most pixels that a photo may have: more than any phone takes, less than would exhaust the memory. */
export const MAX_PHOTO_PIXELS = 120_000_000;

/** Endings of the files that are taken for photographs, whatever their case. */
export const PHOTO_FILE = /\.(?:jpe?g|jfif|png|webp|gif|avif|heic|heif|tiff?|bmp)$/i;

/** The shorter side, in pixels, below which a photo is blurred even in a list. */
export const MIN_SIDE = 400;

/**
 * A photo is too dark when even its brightest parts are dim: the luma (0 to 255) that 95 % of it stay below, and
 * its mean. Measured on 49 photographs as they are and darkened by exposure: none of them as
 * they are, nor one stop darker, 6 at two stops, 48 at three. The brightest parts decide, since a dark cloth on a
 * pale wall has a low mean as well.
 */
const TOO_DARK = { bright: 100, mean: 60 } as const;

export type PhotoFault =
  | 'empty'
  | 'heic'
  | 'unreadable'
  | 'too_many_pixels'
  | 'gps'
  | 'too_big'
  | 'too_small'
  | 'too_dark';

/** What each fault is and what to do about it, for editors. */
export const PHOTO_FAULTS: Record<PhotoFault, Pick<Problem, 'message' | 'remedy' | 'severity'>> = {
  empty: {
    message: 'berkas foto ini kosong (0 byte)',
    remedy: 'salin ulang foto aslinya ke folder ini, lalu jalankan npm run photos',
    severity: 'error',
  },
  heic: {
    message: 'isi berkas ini HEIC, format iPhone yang tidak dapat ditampilkan peramban',
    remedy:
      'buka di ponsel lalu simpan atau kirim sebagai JPEG (iPhone: Pengaturan > Kamera > Format > Paling Kompatibel), kemudian jalankan npm run photos',
    severity: 'error',
  },
  unreadable: {
    message: 'foto ini tidak terbaca; berkasnya rusak atau bukan gambar',
    remedy: 'salin ulang foto aslinya sebagai JPEG atau PNG, lalu jalankan npm run photos',
    severity: 'error',
  },
  too_many_pixels: {
    message: `foto ini lebih dari ${MAX_PHOTO_PIXELS / 1_000_000} megapiksel`,
    remedy: 'perkecil dengan aplikasi foto, lalu jalankan npm run photos',
    severity: 'error',
  },
  gps: {
    message: 'foto ini menyimpan lokasi tempat ia diambil (GPS)',
    remedy: 'jalankan npm run photos sebelum menyimpannya ke git, supaya lokasinya terhapus',
    severity: 'error',
  },
  too_big: {
    message: 'berkas foto ini lebih dari 1 MB',
    remedy: 'jalankan npm run photos, supaya ukurannya mengecil',
    severity: 'error',
  },
  too_small: {
    message: `sisi pendek foto ini kurang dari ${MIN_SIDE} piksel, sehingga tampak kabur`,
    remedy: 'pakai foto asli dari ponsel, bukan kiriman WhatsApp atau tangkapan layar',
    severity: 'warning',
  },
  too_dark: {
    message: 'foto ini terlalu gelap',
    remedy:
      'foto ulang di dekat jendela atau di luar yang teduh; bila barangnya memang gelap, beri latar terang',
    severity: 'warning',
  },
};

/** Faults that make a photo unusable; the command `npm run photos` mends GPS and size, the others are warnings. */
export function isFatal(fault: PhotoFault): boolean {
  return PHOTO_FAULTS[fault].severity === 'error' && fault !== 'gps' && fault !== 'too_big';
}

/**
 * What is wrong with a photo as it would be committed. It is decoded, but no larger than needed: a JPEG of
 * 12 megapixels takes some 30 ms.
 */
export async function inspectPhoto(bytes: Buffer): Promise<PhotoFault[]> {
  const kind = photoKind(bytes);
  if (kind === 'empty' || kind === 'heic') return [kind];
  if (kind === 'svg' || kind === 'unknown') return ['unreadable'];
  try {
    const image = sharp(bytes, { failOn: 'truncated', limitInputPixels: false });
    const { width, height, exif, xmp } = await image.metadata();
    if (width * height > MAX_PHOTO_PIXELS) return ['too_many_pixels'];
    const lumas = await image
      .flatten({ background: '#ffffff' })
      .greyscale()
      .resize(64, 64, { fit: 'inside' })
      .raw()
      .toBuffer();
    const faults: PhotoFault[] = [];
    if ((exif && exifHasGps(exif)) || (xmp && xmpHasGps(xmp))) faults.push('gps');
    if (bytes.length > MAX_PHOTO_BYTES) faults.push('too_big');
    if (Math.min(width, height) < MIN_SIDE) faults.push('too_small');
    if (isTooDark(lumas)) faults.push('too_dark');
    return faults;
  } catch {
    return ['unreadable'];
  }
}

function isTooDark(lumas: Uint8Array): boolean {
  const sorted = lumas.toSorted();
  const mean = sorted.reduce((sum, luma) => sum + luma, 0) / sorted.length;
  return sorted[Math.floor(0.95 * (sorted.length - 1))]! < TOO_DARK.bright && mean < TOO_DARK.mean;
}
