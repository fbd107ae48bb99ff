import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { unpackPhotos } from './photo-archive.ts';
import { type ZipEntry, zipOf } from './zip-testing.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

const bytes = Buffer.from('foto');

/** Unpacks an archive of these entries; the folder that it should stay in lies in one of its own. */
async function unpacked(entries: ZipEntry[] | Uint8Array) {
  const around = mkdtempSync(join(tmpdir(), 'zip-'));
  made.push(around);
  const file = join(around, 'foto.zip');
  writeFileSync(file, Array.isArray(entries) ? zipOf(entries) : entries);
  const folder = join(around, 'isi/foto');
  const left = await unpackPhotos(file, folder);
  const files = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
        .sort()
    : [];
  return { left, files, around };
}

test('photos come out in the folders they lie in; what systems leave beside them does not', async () => {
  const { left, files } = await unpacked([
    { name: 'foto/', bytes: Buffer.alloc(0) },
    { name: 'foto/depan.jpg', bytes },
    { name: 'foto/lebih dalam/lagi/belakang.PNG', bytes },
    { name: 'foto/gambar.svg', bytes },
    { name: '__MACOSX/foto/._depan.jpg', bytes },
    { name: 'foto/._depan.jpg', bytes },
    { name: 'foto/.DS_Store', bytes },
    { name: 'foto/Thumbs.db', bytes },
  ]);
  expect(files).toEqual(['foto/depan.jpg', 'foto/gambar.svg', 'foto/lebih dalam/lagi/belakang.PNG']);
  expect(left).toEqual([]);
});

test('nothing gets out of the folder: by dots, from the root, by a drive, by backslashes', async () => {
  const outside = ['../luar.jpg', 'a/../../luar.jpg', '/tmp/luar-mal-ukm.jpg', 'C:/luar.jpg', '..\\luar.jpg'];
  const { left, files, around } = await unpacked(outside.map((name) => ({ name, bytes })));
  expect(files).toEqual([]);
  expect(left).toHaveLength(outside.length);
  for (const sentence of left) expect(sentence).toContain('keluar dari zip');
  expect(readdirSync(around)).toEqual(['foto.zip']);
  expect(existsSync('/tmp/luar-mal-ukm.jpg')).toBe(false);
});

test('names beyond ASCII are read: UTF-8 that says so, UTF-8 of a Mac that does not, and the old code page', async () => {
  const { files } = await unpacked([
    { name: 'batik tiga négeri.jpg', bytes },
    // A Mac writes letters and accents apart.
    { name: 'kain lamé.jpg'.normalize('NFD'), bytes, flags: 0 },
    { name: Buffer.from('caf\x82.jpg', 'latin1'), bytes, flags: 0 },
    { name: '蝋染め.jpg', bytes },
  ]);
  expect(files).toEqual(['batik tiga négeri.jpg', 'café.jpg', 'kain lamé.jpg', '蝋染め.jpg'].sort());
});

test('what is no photo, encrypted, damaged or absurdly large is left out and told, the others are taken', async () => {
  const { left, files } = await unpacked([
    { name: 'harga.xlsx', bytes },
    { name: 'catatan.txt', bytes },
    { name: 'rahasia.jpg', bytes, flags: 0x801 },
    { name: 'besar.jpg', bytes, claims: 200_000_000 },
    { name: 'bohong.jpg', bytes: Buffer.alloc(5000), claims: 10 },
    { name: 'baik.jpg', bytes },
  ]);
  expect(files).toEqual(['baik.jpg']);
  expect(left).toEqual([
    '"rahasia.jpg": berkata sandi; buat zip tanpa kata sandi',
    '"besar.jpg": lebih dari 100 MB',
    '"bohong.jpg": rusak di dalam zip',
    '2 berkas yang bukan foto',
  ]);
});

test('an archive that would unfold to far more than photographs is refused before it fills the disk', async () => {
  const bomb = Array.from({ length: 60 }, (_, at) => ({
    name: `${at}.jpg`,
    bytes: Buffer.alloc(10),
    claims: 99_000_000,
  }));
  await expect(unpacked(bomb)).rejects.toThrow('lebih dari 5 GB');
});

test('a file that is no archive, or half of one, is told', async () => {
  await expect(unpacked(Buffer.from('bukan zip'))).rejects.toThrow('tidak terbaca');
  const whole = zipOf([{ name: 'a.jpg', bytes }]);
  await expect(unpacked(whole.subarray(0, whole.length - 30))).rejects.toThrow('tidak terbaca');
});
