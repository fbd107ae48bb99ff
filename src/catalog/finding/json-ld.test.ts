import { expect, test } from 'vitest';
import { toJsonLd } from './json-ld.ts';

test('a title cannot end the script element or open a comment', () => {
  const text = toJsonLd({ name: '</script><!-- <script> & \u2028' });
  expect(text).not.toMatch(/[<>&\u2028]/);
});

test('what is escaped reads back unchanged', () => {
  const data = { name: '</script> "Kain" & <b>', price: 185000 };
  expect(JSON.parse(toJsonLd(data))).toEqual(data);
});
