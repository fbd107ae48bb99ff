import type { Signer } from '../fulfilment/ports.ts';
import { randomToken } from './crypto.ts';

const KEY_NAME = 'signing';

/**
 * Signs with HMAC-SHA-256. The key is `secret` where one is given, as where the Worker is deployed; without one a
 * random key is made once and kept in `db`, so that a developer's links outlive a restart.
 */
export function hmacSigner(db: D1Database, secret?: string): Signer {
  let key: Promise<CryptoKey> | undefined;

  async function load(): Promise<CryptoKey> {
    const bytes = new TextEncoder().encode(secret ?? (await keptSecret(db)));
    return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, [
      'sign',
      'verify',
    ]);
  }
  const ready = () => {
    key ??= load().catch((error: unknown) => {
      // A database that was busy once must not leave the mall without a key for good.
      key = undefined;
      throw error;
    });
    return key;
  };

  return {
    async sign(text) {
      const bytes = new Uint8Array(
        await crypto.subtle.sign('HMAC', await ready(), new TextEncoder().encode(text)),
      );
      return btoa(String.fromCharCode(...bytes))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '');
    },
    async verify(text, signature) {
      let bytes: Uint8Array<ArrayBuffer>;
      try {
        const binary = atob(signature.replaceAll('-', '+').replaceAll('_', '/'));
        bytes = Uint8Array.from(binary, (sign) => sign.charCodeAt(0));
      } catch {
        return false;
      }
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
