import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl';
import { formatNumber } from '../../src/domain/money.ts';
import { PHOTO_FILE } from '../photos/inspect-photo.ts';
import { ToolError } from '../terminal.ts';

/** No photograph is larger; what unfolds to more is a fault or an attack. */
const MAX_ENTRY_BYTES = 100_000_000;

/** All photographs of one archive together: some thousand from a phone. */
const MAX_TOTAL_BYTES = 5_000_000_000;

const MAX_ENTRIES = 20_000;

/** Names as macOS and Windows leave them beside photographs: nobody's photo. */
export function isSystemFile(path: string): boolean {
  return path
    .split('/')
    .some((part) => part.startsWith('.') || part === '__MACOSX' || /^thumbs\.db$/i.test(part));
}

/**
 * Unpacks the photographs of a ZIP archive below a folder, in the folders they lie in. Nothing gets outside that
 * folder, and no more is written than fits a real archive of photos; what can't be used is left out and told.
 * @returns sentences about what was left out, for the editor
 * @throws ToolError when the file is no ZIP archive, or holds far too much
 */
export async function unpackPhotos(
  file: string,
  folder: string,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<string[]> {
  const archive = await openPromise(file, { decodeStrings: false }).catch((error: Error) => {
    throw new ToolError(
      `Berkas zip foto ini tidak terbaca (${error.message}). Buat ulang zip-nya, atau beri folder.`,
    );
  });
  try {
    return await unpack(archive, folder, onProgress);
  } finally {
    archive.close();
  }
}

async function unpack(
  archive: ZipFile,
  folder: string,
  onProgress: (done: number, total: number) => void,
): Promise<string[]> {
  if (archive.entryCount > MAX_ENTRIES)
    throw new ToolError(`Zip ini berisi ${formatNumber(archive.entryCount)} berkas; bagi menjadi beberapa.`);
  const left: string[] = [];
  let others = 0;
  let total = 0;
  let done = 0;
  for await (const entry of archive.eachEntry()) {
    onProgress(++done, archive.entryCount);
    const name = nameOf(entry);
    if (name.endsWith('/')) continue;
    if (validateFileName(name) !== null || name.includes('\0'))
      left.push(`"${name}": alamatnya keluar dari zip`);
    else if (isSystemFile(name)) continue;
    else if (!isPicture(name)) others += 1;
    else if (entry.isEncrypted()) left.push(`"${name}": berkata sandi; buat zip tanpa kata sandi`);
    else if (entry.uncompressedSize > MAX_ENTRY_BYTES) left.push(`"${name}": lebih dari 100 MB`);
    else {
      total += entry.uncompressedSize;
      if (total > MAX_TOTAL_BYTES)
        throw new ToolError(
          'Isi zip ini lebih dari 5 GB. Bagi menjadi beberapa zip, lalu impor satu per satu.',
        );
      const fault = await extract(archive, entry, join(folder, name));
      if (fault) left.push(`"${name}": ${fault}`);
    }
  }
  if (others) left.push(`${formatNumber(others)} berkas yang bukan foto`);
  return left;
}

/** Drawings come along for what an export wrote. */
const isPicture = (name: string) => PHOTO_FILE.test(name) || /\.svg$/i.test(name);

/**
 * An entry's name. Archives of macOS hold UTF-8 without saying so, which the standard would read as code page 437;
 * what is valid UTF-8 is hardly ever anything else. One form for each letter, as tables have them.
 */
function nameOf({ generalPurposeBitFlag, fileNameRaw, extraFields }: Entry): string {
  const plain = getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  try {
    const utf8 = new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
    const isUnsaid = !(generalPurposeBitFlag & 0x800) && !extraFields.some(({ id }) => id === 0x7075);
    return (isUnsaid ? utf8.replaceAll('\\', '/') : plain).normalize('NFC');
  } catch {
    return plain.normalize('NFC');
  }
}

/** Writes one entry; gives why it could not. */
async function extract(archive: ZipFile, entry: Entry, target: string): Promise<string | undefined> {
  try {
    await mkdir(dirname(target), { recursive: true });
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(target));
    return undefined;
  } catch {
    await rm(target, { force: true }).catch(() => undefined);
    return 'rusak di dalam zip';
  }
}
