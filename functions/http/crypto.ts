import { createHash } from 'node:crypto';

/** `bytes` random bytes from the runtime's cryptographic source. */
export function randomBytes(bytes: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(bytes));
}

/** A URL-safe random token of `bytes` bytes (base64url without padding). */
export function randomToken(bytes: number): string {
  return Buffer.from(randomBytes(bytes)).toString('base64url');
}

/** SHA-256 of a text, in lower-case hex. */
export async function sha256(text: string): Promise<string> {
  return createHash('sha256').update(text).digest('hex');
}
