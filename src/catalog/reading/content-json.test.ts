import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonFault } from './content-json.ts';

test.each([
  ['{"a": 1,}', 8],
  ['{"a": x}', 6],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['{"a": "b" "c": 1}', 10],
  ['[1, 2', 5],
  ['', 0],
  ['{"a": 1} x', 9],
  ['[01]', 2],
])('%s stops being JSON at its fault', (text, at) => {
  expect(jsonFault(text)).toBe(at);
});

test('a text has a fault exactly when JavaScript refuses it', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const damaged = fc
    .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', '"', ':', '[', '0', ' ', '\n', 'a', '\\'))
    .map(([text, at, sign]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + sign + text.slice(place + 1);
    });
  fc.assert(
    fc.property(fc.oneof(fc.json(), damaged), (text) => {
      expect(jsonFault(text) === undefined).toBe(parses(text));
    }),
    { numRuns: 2000 },
  );
});
