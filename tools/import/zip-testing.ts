import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipEntry {
  /** Bytes where the name is in no encoding that a text could say. */
  name: string | Buffer;
  bytes: Buffer;
  /** General purpose flags; 0x800 says that the name is UTF-8, 1 that the entry is encrypted. */
  flags?: number;
  /** What the archive claims of the unpacked size. */
  claims?: number;
}

/** A ZIP archive (PKWARE APPNOTE 6.3) with whatever names and sizes a test needs. */
export function zipOf(entries: ZipEntry[]): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, flags = 0x800, claims = bytes.length } of entries) {
    const encoded = Buffer.from(name as string);
    const packed = deflateRawSync(bytes);
    const common = Buffer.alloc(26);
    [20, flags, 8, 0, 0x21].forEach((value, at) => {
      common.writeUInt16LE(value, at * 2);
    });
    [crc32(bytes), packed.length, claims].forEach((value, at) => {
      common.writeUInt32LE(value, 10 + at * 4);
    });
    common.writeUInt16LE(encoded.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, encoded, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, encoded]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}
