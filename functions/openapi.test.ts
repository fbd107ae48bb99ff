import { expect, test } from 'vitest';
import { createApp } from './app.ts';
import { CALLS } from './openapi.ts';

test('the description names every call of the API, and no other', () => {
  const app = createApp(() => ({}) as never, {});
  const routes = app.routes
    .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
    .map(({ method, path }) => `${method} ${path}`);
  const described = CALLS.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
  expect([...new Set(described)].sort()).toEqual([...new Set(routes)].sort());
});
