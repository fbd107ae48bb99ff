import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ToolError } from '../terminal.ts';

/** Begins every sealed file; then 12 bytes of nonce, 16 of tag, and what was sealed (AES-256-GCM, NIST SP 800-38D). */
const MARK = Buffer.from('MALUKM1\n');
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const GZIP = Buffer.from([0x1f, 0x8b]);

/**
 * The key of `MALL_BACKUP_KEY`: 32 bytes in base64, as `openssl rand -base64 32` makes them.
 * @returns undefined where none is set
 * @throws ToolError for any other length
 */
export function backupKey(text = process.env.MALL_BACKUP_KEY): Buffer | undefined {
  if (!text) return undefined;
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32)
    throw new ToolError('MALL_BACKUP_KEY must be 32 bytes in base64: openssl rand -base64 32');
  return key;
}

/** Packs what is kept, and seals it where there is a key. */
export function pack(content: Buffer, key: Buffer | undefined): Buffer {
  const packed = gzipSync(content);
  if (!key) return packed;
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(packed), cipher.final()]);
  return Buffer.concat([MARK, nonce, cipher.getAuthTag(), sealed]);
}

/**
 * What was kept, as it lies: sealed, packed, or plain.
 * @throws ToolError where the key is missing or another one, or the file is damaged
 */
export function unpack(kept: Buffer, key: Buffer | undefined): Buffer {
  if (!kept.subarray(0, MARK.length).equals(MARK))
    return kept.subarray(0, 2).equals(GZIP) ? gunzipSync(kept) : kept;
  if (!key) throw new ToolError('This backup is sealed: set MALL_BACKUP_KEY.');
  const [nonceAt, tagAt] = [MARK.length, MARK.length + NONCE_BYTES];
  const sealedAt = tagAt + TAG_BYTES;
  const cipher = createDecipheriv('aes-256-gcm', key, kept.subarray(nonceAt, tagAt));
  cipher.setAuthTag(kept.subarray(tagAt, sealedAt));
  try {
    return gunzipSync(Buffer.concat([cipher.update(kept.subarray(sealedAt)), cipher.final()]));
  } catch {
    throw new ToolError('This backup can’t be opened: it is damaged, or MALL_BACKUP_KEY is another one.');
  }
}
