/** One picture to pack; `name` is the product's slug. */
export interface PackEntry {
  name: string;
  bytes: Uint8Array;
}

/** Bytes before the header: its length, a big-endian number. */
const LENGTH_BYTES = 4;

/**
 * The pictures of one seller as one file, so that thousands of them count as a few hundred: the length of a
 * header, the header as JSON (`{name: [offset, length]}`, offsets in bytes from its end), the pictures.
 * Entries keep their order; of two with the same name the last one is found.
 */
export function packPictures(entries: readonly PackEntry[]): Uint8Array {
  const places: [string, [number, number]][] = [];
  let offset = 0;
  for (const { name, bytes } of entries) {
    places.push([name, [offset, bytes.length]]);
    offset += bytes.length;
  }
  const header = new TextEncoder().encode(JSON.stringify(Object.fromEntries(places)));
  const pack = new Uint8Array(LENGTH_BYTES + header.length + offset);
  new DataView(pack.buffer).setUint32(0, header.length);
  pack.set(header, LENGTH_BYTES);
  let at = LENGTH_BYTES + header.length;
  for (const { bytes } of entries) {
    pack.set(bytes, at);
    at += bytes.length;
  }
  return pack;
}

/** One picture of a pack; `undefined` when the pack has none of that name, or is damaged. */
export function readPackEntry(pack: Uint8Array, name: string): Uint8Array | undefined {
  if (pack.length < LENGTH_BYTES) return undefined;
  const start = LENGTH_BYTES + new DataView(pack.buffer, pack.byteOffset, pack.byteLength).getUint32(0);
  if (start > pack.length) return undefined;
  const place = placeOf(pack.subarray(LENGTH_BYTES, start), name);
  if (!place || start + place[0] + place[1] > pack.length) return undefined;
  return pack.subarray(start + place[0], start + place[0] + place[1]);
}

function placeOf(header: Uint8Array, name: string): [number, number] | undefined {
  try {
    const places: unknown = JSON.parse(new TextDecoder().decode(header));
    if (typeof places !== 'object' || places === null || !Object.hasOwn(places, name)) return undefined;
    return (places as Record<string, [number, number]>)[name];
  } catch {
    return undefined;
  }
}
