import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { backupKey, pack, unpack } from './sealed.ts';

const dump = Buffer.from("INSERT INTO orders VALUES ('Sri Rahayu');");
const key = randomBytes(32);

test('with a key nothing of a dump can be read, and only that key opens it', () => {
  const sealed = pack(dump, key);
  expect(sealed.includes('Sri')).toBe(false);
  expect(sealed.includes(gzipSync(dump).subarray(10, 30))).toBe(false);
  expect(unpack(sealed, key)).toEqual(dump);
  expect(() => unpack(sealed, randomBytes(32))).toThrow('another one');
  expect(() => unpack(sealed, undefined)).toThrow('set MALL_BACKUP_KEY');
});

test('one changed byte is told', () => {
  const sealed = pack(dump, key);
  sealed[sealed.length - 1]! ^= 1;
  expect(() => unpack(sealed, key)).toThrow('damaged');
});

test('packed and plain files are taken as they lie', () => {
  expect(unpack(pack(dump, undefined), undefined)).toEqual(dump);
  expect(unpack(dump, key)).toEqual(dump);
});

test('a key of another length is refused', () => {
  expect(backupKey(key.toString('base64'))).toEqual(key);
  expect(backupKey('')).toBeUndefined();
  expect(() => backupKey('secret')).toThrow('32 bytes');
});
