import { beforeAll, expect, test } from 'vitest';
import { bindings, prepareDatabases } from '../testing/test-mall.ts';
import { hmacSigner } from './hmac-signer.ts';

beforeAll(prepareDatabases);

test('a request that was cancelled while the key was read leaves no later one waiting', async () => {
  let first = true;
  // What workerd does to a request whose client has left: its I/O never settles.
  const db = new Proxy(bindings.MALL_DB, {
    get(target, name) {
      if (name === 'batch' && first) {
        first = false;
        return () => new Promise(() => {});
      }
      const value = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  const signer = hmacSigner(db);
  void signer.sign('cancelled');
  const later = await Promise.race([
    signer.sign('later'),
    new Promise((resolve) => setTimeout(resolve, 2000, 'waits')),
  ]);
  expect(later).toMatch(/^[\w-]{43}$/);
});

test('a signature is taken as it was made and in no other spelling', async () => {
  const signer = hmacSigner(bindings.MALL_DB, 'secret');
  const signature = await signer.sign('text');
  expect(await signer.verify('text', signature)).toBe(true);
  expect(await signer.verify('other', signature)).toBe(false);
  for (const forged of ['', '\0', `${signature}=`, ` ${signature}`, signature.slice(1), `${signature}é`])
    expect(await signer.verify('text', forged)).toBe(false);
});
