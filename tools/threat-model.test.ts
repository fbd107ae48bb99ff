import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('every test that the threat model points at exists', () => {
  const named = [...readFileSync('docs/threat-model.md', 'utf8').matchAll(/`([^`]+\.test\.ts)`/g)].map(
    ([, file = '']) => file,
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((file) => !existsSync(file))).toEqual([]);
});
