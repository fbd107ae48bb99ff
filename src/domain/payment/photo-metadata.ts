import { type PictureType, pictureType } from '../picture-type.ts';

/**
 * What a photo that somebody sends is stored as: the picture, and nothing that a phone wrote beside it. Where it was
 * taken, by which phone and when are nobody's business. Formats: JPEG (ITU-T T.81), Exif 2.3 in APP1, PNG (W3C
 * Third Edition), WebP container (RFC 9649). No pixel is touched, so no decoder is needed.
 */
export interface CleanPhoto {
  type: PictureType;
  bytes: Uint8Array;
}

/**
 * Drops metadata of a JPEG, PNG or WebP: EXIF, XMP, IPTC, comments, texts, thumbnails, and whatever follows the
 * picture. Colour profiles stay, and so does a JPEG's orientation, without which it would lie on its side.
 * @returns `undefined` for what is no picture: eight right bytes are none
 */
export function cleanPhoto(bytes: Uint8Array): CleanPhoto | undefined {
  const type = pictureType(bytes);
  if (!type) return undefined;
  const parts = { 'image/jpeg': jpegParts, 'image/png': pngParts, 'image/webp': webpParts }[type](bytes);
  return parts && { type, bytes: joined(parts) };
}

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

const textAt = (bytes: Uint8Array, from: number, length: number) =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const [SOI, EOI, SOS, COM, APP0, APP1, APP2, APP14, APP15] = [
  0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xe1, 0xe2, 0xee, 0xef,
] as const;
/** Start of frame: C0 to CF but for C4 (tables), C8 (reserved) and CC (arithmetic conditioning). */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The segments that make the picture; those of applications only where they tell about its colours. */
function jpegParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const parts = [bytes.subarray(0, 2)];
  let framed = false;
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === EOI) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1]!;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) return framed ? [...parts, bytes.subarray(at, at + 2)] : undefined;
    if (marker === SOI) return undefined;
    const length = (bytes[at + 2]! << 8) | bytes[at + 3]!;
    let end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    if (isFrame(marker)) {
      // Precision, lines, samples a line, components.
      if (length < 11 || (bytes[at + 7]! | bytes[at + 8]!) === 0) return undefined;
      framed = true;
    }
    if (marker === SOS) {
      if (!framed) return undefined;
      end = endOfScan(bytes, end);
    }
    if (marker === APP1) {
      const turned = orientation(bytes.subarray(at + 4, end));
      if (turned > 1 && !parts.some((part) => part[1] === APP1)) parts.push(orientationSegment(turned));
    } else if (keepsSegment(marker, bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  // Cut off on its way, as some phones and networks do; viewers show what is there.
  return framed ? parts : undefined;
}

function keepsSegment(marker: number, bytes: Uint8Array, at: number): boolean {
  if (marker === COM) return false;
  if (marker < APP0 || marker > APP15) return true;
  if (marker === APP0) return textAt(bytes, at + 4, 5) === 'JFIF\0';
  if (marker === APP2) return textAt(bytes, at + 4, 12) === 'ICC_PROFILE\0';
  return marker === APP14;
}

/** Where a scan's data ends: at the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1]!;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

/** EXIF's orientation (tag 0x0112 of the first directory), 1 where there is none. */
function orientation(app1: Uint8Array): number {
  if (textAt(app1, 0, 6) !== 'Exif\0\0' || app1.length < 14) return 1;
  const tiff = app1.subarray(6);
  const view = viewOf(tiff);
  const little = textAt(tiff, 0, 2) === 'II';
  const first = view.getUint32(4, little);
  if (first + 2 > tiff.length) return 1;
  const entries = view.getUint16(first, little);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = first + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) === 0x0112) {
      const value = view.getUint16(at + 8, little);
      return value >= 1 && value <= 8 ? value : 1;
    }
  }
  return 1;
}

/** An EXIF segment that holds the orientation and nothing else. */
function orientationSegment(value: number): Uint8Array {
  return Uint8Array.from([
    ...[0xff, APP1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0],
    // Big-endian TIFF, its directory at 8 with one entry: 0x0112, a short, one of it.
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, value, 0, 0, 0, 0, 0, 0],
  ]);
}

/** Chunks of a PNG that the picture needs: its data, its colours, its animation. */
const PNG_CHUNKS = new Set(
  'IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs cICP acTL fcTL fdAT'.split(' '),
);

function pngParts(bytes: Uint8Array): Uint8Array[] | undefined {
  const view = viewOf(bytes);
  const parts = [bytes.subarray(0, 8)];
  let data = false;
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = textAt(bytes, at + 4, 4);
    if (end > bytes.length) return undefined;
    if (at === 8 && (name !== 'IHDR' || !view.getUint32(16) || !view.getUint32(20))) return undefined;
    if (PNG_CHUNKS.has(name)) parts.push(bytes.subarray(at, end));
    data ||= name === 'IDAT';
    if (name === 'IEND') return data ? parts : undefined;
    at = end;
  }
  return undefined;
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that announce EXIF and XMP. */
const ANNOUNCES = 0x08 | 0x04;

function webpParts(bytes: Uint8Array): Uint8Array[] | undefined {
  if (bytes.length < 12) return undefined;
  const view = viewOf(bytes);
  const chunks: Uint8Array[] = [];
  let framed = false;
  const whole = Math.min(bytes.length, 8 + view.getUint32(4, true));
  for (let at = 12; at + 8 <= whole; ) {
    const name = textAt(bytes, at, 4);
    const size = view.getUint32(at + 4, true);
    const end = at + 8 + size + (size % 2);
    if (at + 8 + size > whole) return undefined;
    const chunk = bytes.subarray(at, Math.min(end, bytes.length));
    if (name === 'VP8 ') framed ||= textAt(bytes, at + 11, 3) === '\x9d\x01\x2a';
    if (name === 'VP8L') framed ||= bytes[at + 8] === 0x2f;
    if (name === 'ANMF') framed = true;
    if (name === 'VP8X') {
      const plain = chunk.slice();
      plain[8] = plain[8]! & ~ANNOUNCES;
      chunks.push(plain);
    } else if (WEBP_CHUNKS.has(name)) chunks.push(chunk);
    at = end;
  }
  if (!framed) return undefined;
  const head = bytes.slice(0, 12);
  viewOf(head).setUint32(4, 4 + chunks.reduce((sum, { length }) => sum + length, 0), true);
  return [head, ...chunks];
}
