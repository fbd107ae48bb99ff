// Where a picture was taken, as cameras write it: Exif 2.32 (CIPA DC-008), chapter 4.6, and Adobe XMP part 2.

const GPS_POINTER = 0x8825;
/** Says only which version of the tags follows; it gives no place away. */
const GPS_VERSION = 0;

/** True when an EXIF block holds anything about a place. What can't be understood holds none. */
export function exifHasGps(exif: Uint8Array): boolean {
  const start = isExifHeader(exif) ? 6 : 0;
  if (exif.length < start + 8) return false;
  const view = new DataView(exif.buffer, exif.byteOffset + start, exif.byteLength - start);
  const order = view.getUint16(0);
  if (order !== 0x4949 && order !== 0x4d4d) return false;
  const little = order === 0x4949;
  const pointer = entriesAt(view, view.getUint32(4, little), little).find(({ tag }) => tag === GPS_POINTER);
  return (
    pointer !== undefined && entriesAt(view, pointer.value, little).some(({ tag }) => tag !== GPS_VERSION)
  );
}

/** True when an XMP block names a latitude or longitude. */
export function xmpHasGps(xmp: Uint8Array): boolean {
  return /GPS(?:Latitude|Longitude|Position)/i.test(new TextDecoder('latin1').decode(xmp));
}

function isExifHeader(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'Exif';
}

/** The entries of one directory; none where it lies outside the block. */
function entriesAt(view: DataView, offset: number, little: boolean): { tag: number; value: number }[] {
  if (offset < 8 || offset + 2 > view.byteLength) return [];
  const count = view.getUint16(offset, little);
  const entries: { tag: number; value: number }[] = [];
  for (let index = 0; index < count; index += 1) {
    const at = offset + 2 + index * 12;
    if (at + 12 > view.byteLength) break;
    entries.push({ tag: view.getUint16(at, little), value: view.getUint32(at + 8, little) });
  }
  return entries;
}
