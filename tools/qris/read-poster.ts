import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import sharp from 'sharp';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { QRIS_FAULTS } from '../../src/catalog/reading/content-seller.ts';
import { parseQris, type Qris } from '../../src/domain/payment/qris.ts';

export type PosterResult = { ok: true; payload: string; qris: Qris } | { ok: false; reason: string };

/** Longer sides, in pixels, at which a picture is tried: a blurred code is found when it is made smaller. */
const SIDES = [2000, 1200, 700] as const;

let isPrepared = false;

/** Hands the decoder its own file; left alone it would fetch it from the net. */
function prepare(): void {
  if (isPrepared) return;
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(readFileSync(file)).buffer } });
  isPrepared = true;
}

/**
 * Reads the seller's static QRIS from a picture of the poster: a photo of it, slanted, dim or turned, a scan, or
 * the file that the bank sent.
 */
export async function readPoster(picture: Buffer): Promise<PosterResult> {
  const texts = await codesIn(picture);
  if (texts === undefined)
    return { ok: false, reason: 'gambar ini tidak terbaca; simpan ulang sebagai JPEG atau PNG' };
  if (!texts.length)
    return {
      ok: false,
      reason:
        'tidak ada kode QR yang terbaca di gambar ini; foto lagi dari depan, seluruh kodenya masuk, tanpa pantulan cahaya',
    };
  const codes = texts.map((payload) => ({ payload, result: parseQris(payload) }));
  const good = codes.flatMap(({ payload, result }) => (result.ok ? [{ payload, qris: result.qris }] : []));
  if (good.length > 1)
    return { ok: false, reason: `ada ${good.length} QRIS di gambar ini; potong gambarnya sampai satu saja` };
  const [only] = good;
  if (only) return { ok: true, ...only };
  return { ok: false, reason: texts.map(whyNot).join('; ') };
}

/** Why a code is no static QRIS of a shop. */
function whyNot(text: string): string {
  const result = parseQris(text);
  if (!text.startsWith('000201') || result.ok) return `kode QR ini bukan QRIS; isinya "${text.slice(0, 60)}"`;
  const remedy =
    result.reason === 'one_time' || result.reason === 'not_static'
      ? 'minta QRIS statis, yang tercetak di poster toko'
      : 'minta gambar QRIS yang baru dari penjual';
  return `QRIS ini tidak dapat dipakai: ${QRIS_FAULTS[result.reason]}; ${remedy}`;
}

/** The texts of all QR codes in a picture; `undefined` when it is none that can be read. */
async function codesIn(picture: Buffer): Promise<string[] | undefined> {
  prepare();
  for (const side of SIDES) {
    const pixels = await pixelsOf(picture, side);
    if (!pixels) return undefined;
    const results = await readBarcodes(pixels, {
      formats: ['QRCode'],
      tryHarder: true,
      maxNumberOfSymbols: 8,
    });
    const texts = [...new Set(results.filter(({ isValid }) => isValid).map(({ text }) => text.trim()))];
    if (texts.length) return texts;
  }
  return [];
}

async function pixelsOf(picture: Buffer, side: number): Promise<ImageData | undefined> {
  try {
    const { data, info } = await sharp(picture, { limitInputPixels: 120_000_000 })
      .autoOrient()
      .flatten({ background: '#ffffff' })
      .resize(side, side, { fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb')
      .ensureAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return {
      data: new Uint8ClampedArray(data),
      width: info.width,
      height: info.height,
      colorSpace: 'srgb',
    } as ImageData;
  } catch {
    return undefined;
  }
}
