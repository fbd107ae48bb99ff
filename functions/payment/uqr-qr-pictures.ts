import { encode } from 'uqr';
import type { QrPictures } from './ports.ts';

/** Light modules round the code; without them many readers see nothing (ISO/IEC 18004: four). */
const BORDER = 4;
/** A saved picture is at least so wide, in pixels: wallets read it out of the phone's gallery. */
const PNG_MIN_WIDTH = 720;
const PNG_SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** QR codes drawn by uqr: error correction M (15 %), since the code may be scanned from a scratched screen. */
export function uqrPictures(): QrPictures {
  return {
    svg(text) {
      const { data, size } = modules(text);
      // Row by row, each run of dark modules as a stroke; relative moves keep the path short.
      const path = data
        .map((row, y) => {
          let at = 0;
          const runs = [
            ...row
              .map((dark) => (dark ? '1' : '0'))
              .join('')
              .matchAll(/1+/g),
          ].map((run) => {
            const move = at === 0 ? `M${run.index} ${y}.5` : `m${run.index - at} 0`;
            at = run.index + run[0].length;
            return `${move}h${run[0].length}`;
          });
          return runs.join('');
        })
        .join('');
      return { size, path };
    },
    async png(text) {
      const { data, size } = modules(text);
      const scale = Math.ceil(PNG_MIN_WIDTH / size);
      const width = size * scale;
      const stride = Math.ceil(width / 8);
      const rows = new Uint8Array((stride + 1) * width);
      data.forEach((modulesOfRow, y) => {
        const row = new Uint8Array(stride + 1);
        // Greyscale of one bit: 1 is white. The first byte says that the row is not filtered.
        for (let x = 0; x < width; x += 1)
          if (!modulesOfRow[Math.floor(x / scale)]) row[1 + (x >> 3)]! |= 0x80 >> (x & 7);
        for (let line = 0; line < scale; line += 1) rows.set(row, (y * scale + line) * (stride + 1));
      });
      const header = new Uint8Array(13);
      const view = new DataView(header.buffer);
      view.setUint32(0, width);
      view.setUint32(4, width);
      header[8] = 1; // bits a pixel
      return join([
        new Uint8Array(PNG_SIGNATURE),
        chunk('IHDR', header),
        chunk('IDAT', await deflate(rows)),
        chunk('IEND', new Uint8Array()),
      ]);
    },
  };
}

function modules(text: string): { data: boolean[][]; size: number } {
  const { data, size } = encode(text, { ecc: 'M', border: BORDER });
  return { data, size };
}

/** zlib's format, as PNG asks for. */
async function deflate(bytes: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>])
    .stream()
    .pipeThrough(new CompressionStream('deflate'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** A PNG chunk: length, type, data, and the CRC-32 of type and data. */
function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = join([new TextEncoder().encode(type), data]);
  const ends = new DataView(new ArrayBuffer(8));
  ends.setUint32(0, data.length);
  ends.setUint32(4, crc32(body));
  return join([new Uint8Array(ends.buffer, 0, 4), body, new Uint8Array(ends.buffer, 4, 4)]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return ~crc >>> 0;
}

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
