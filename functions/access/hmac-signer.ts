import { randomToken } from '../http/crypto.ts';
import type { Signer } from './ports.ts';

const KEY_NAME = 'signing';

/**
 * Signs with HMAC-SHA-256. The key is `secret` where one is given, as where the Worker is deployed; without one a
 * random key is made once and kept in `db`, so that a developer's links outlive a restart.
 */
export function hmacSigner(db: D1Database, secret?: string): Signer {
  // The key, never the promise of it: a client that leaves cancels its request's I/O, and a promise of a cancelled
  // request never settles. Two loads at once are harmless.
  let key: CryptoKey | undefined;

  async function load(): Promise<CryptoKey> {
    const bytes = new TextEncoder().encode(secret ?? (await keptSecret(db)));
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
  }
  async function ready(): Promise<CryptoKey> {
    key ??= await load();
    return key;
  }

  return {
    async sign(text) {
      const bytes = await crypto.subtle.sign('HMAC', await ready(), new TextEncoder().encode(text));
      return Buffer.from(bytes).toString('base64url');
    },
    async verify(text, signature) {
      // `Buffer` skips what is no base64url; a signature that was padded with such signs is none of ours.
      if (!/^[\w-]{43}$/.test(signature)) return false;
      const bytes = Buffer.from(signature, 'base64url');
      return crypto.subtle.verify('HMAC', await ready(), bytes, new TextEncoder().encode(text));
    },
  };
}

async function keptSecret(db: D1Database): Promise<string> {
  const [, kept] = await db.batch<{ value: string }>([
    db
      .prepare('INSERT INTO keys (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO NOTHING')
      .bind(KEY_NAME, randomToken(32)),
    db.prepare('SELECT value FROM keys WHERE name = ?1').bind(KEY_NAME),
  ]);
  return kept!.results[0]!.value;
}
