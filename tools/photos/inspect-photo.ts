import sharp from 'sharp';
import { photoKind } from '../build/photo-kind.ts';
import { exifHasGps, xmpHasGps } from './gps.ts';

/** The largest photo, in bytes, that may lie in the repository's history. */
export const MAX_PHOTO_BYTES = 1_000_000;

/** The most pixels that a photo may have: more than any phone takes, less than would exhaust the memory. */
export const MAX_PHOTO_PIXELS = 120_000_000;

/** Endings of the files that are taken for photographs, whatever their case. */
export const PHOTO_FILE = /\.(?:jpe?g|jfif|png|webp|gif|avif|heic|heif|tiff?|bmp)$/i;

export type PhotoFault = 'empty' | 'heic' | 'unreadable' | 'too_many_pixels' | 'gps' | 'too_big';

/** Faults that `npm run photos` mends; the others need another file. */
export const MENDABLE: ReadonlySet<PhotoFault> = new Set(['gps', 'too_big']);

/** What each fault is and what to do about it, for editors. */
export const PHOTO_FAULTS: Record<PhotoFault, { message: string; remedy: string }> = {
  empty: {
    message: 'berkas foto ini kosong (0 byte)',
    remedy: 'salin ulang foto aslinya ke folder ini, lalu jalankan npm run photos',
  },
  heic: {
    message: 'isi berkas ini HEIC, format iPhone yang tidak dapat ditampilkan peramban',
    remedy:
      'buka di ponsel lalu simpan atau kirim sebagai JPEG (iPhone: Pengaturan > Kamera > Format > Paling Kompatibel), kemudian jalankan npm run photos',
  },
  unreadable: {
    message: 'foto ini tidak terbaca; berkasnya rusak atau bukan gambar',
    remedy: 'salin ulang foto aslinya sebagai JPEG atau PNG, lalu jalankan npm run photos',
  },
  too_many_pixels: {
    message: `foto ini lebih dari ${MAX_PHOTO_PIXELS / 1_000_000} megapiksel`,
    remedy: 'perkecil dengan aplikasi foto, lalu jalankan npm run photos',
  },
  gps: {
    message: 'foto ini menyimpan lokasi tempat ia diambil (GPS)',
    remedy: 'jalankan npm run photos sebelum menyimpannya ke git, supaya lokasinya terhapus',
  },
  too_big: {
    message: 'berkas foto ini lebih dari 1 MB',
    remedy: 'jalankan npm run photos, supaya ukurannya mengecil',
  },
};

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
    await image.resize(32, 32, { fit: 'inside' }).raw().toBuffer();
    const faults: PhotoFault[] = [];
    if ((exif && exifHasGps(exif)) || (xmp && xmpHasGps(xmp))) faults.push('gps');
    if (bytes.length > MAX_PHOTO_BYTES) faults.push('too_big');
    return faults;
  } catch {
    return ['unreadable'];
  }
}
