export type PhotoKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'svg' | 'empty' | 'unknown';

/**
 * What a picture file really is, by its first bytes: phones and chat programs give wrong names.
 * Sources: JPEG SOI marker, PNG and GIF signatures, RIFF/WEBP, ISO BMFF `ftyp` brands.
 */
export function photoKind(bytes: Buffer): PhotoKind {
  if (!bytes.length) return 'empty';
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'jpeg';
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return 'png';
  if (text(0, 4) === 'GIF8') return 'gif';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'webp';
  if (text(4, 8) === 'ftyp') return /^avi[fs]$/.test(text(8, 12)) ? 'avif' : 'heic';
  if (/<svg[\s>]/.test(text(0, 2000))) return 'svg';
  return 'unknown';
}
