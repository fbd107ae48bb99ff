import { expect, test } from 'vitest';
import { isTrustedOrigin } from './origin.ts';

const post = (headers: Record<string, string>) =>
  isTrustedOrigin(new Request('http://mal.test/api/orders', { method: 'POST', headers }));

test('the mall trusts its own origin and refuses foreign and null ones', () => {
  expect(post({ Origin: 'http://mal.test' })).toBe(true);
  expect(post({ Origin: 'https://evil.test' })).toBe(false);
  expect(post({ Origin: 'null' })).toBe(false);
});

test('an origin is its scheme and port, too', () => {
  expect(post({ Origin: 'https://mal.test' })).toBe(false);
  expect(post({ Origin: 'http://mal.test:8080' })).toBe(false);
  expect(post({ Origin: 'http://mal.test:80' })).toBe(true);
  expect(post({ Referer: 'https://mal.test/checkout' })).toBe(false);
  expect(post({ Host: 'localhost:8787', Origin: 'http://localhost:8787' })).toBe(true);
  expect(post({ Host: 'localhost:8787', Origin: 'https://localhost:8787' })).toBe(false);
});

test('without an Origin, Sec-Fetch-Site decides', () => {
  expect(post({ 'Sec-Fetch-Site': 'same-origin' })).toBe(true);
  expect(post({ 'Sec-Fetch-Site': 'cross-site', Referer: 'http://mal.test/checkout' })).toBe(false);
  expect(post({ 'Sec-Fetch-Site': 'same-site' })).toBe(false);
});

test('without both, Referer decides, and a client that sends none of them passes', () => {
  expect(post({ Referer: 'http://mal.test/checkout' })).toBe(true);
  expect(post({ Referer: 'https://evil.test/' })).toBe(false);
  expect(post({})).toBe(true);
});

test('reading is allowed from anywhere', () => {
  expect(isTrustedOrigin(new Request('http://mal.test/', { headers: { Origin: 'https://evil.test' } }))).toBe(
    true,
  );
});
