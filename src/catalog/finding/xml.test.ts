import { expect, test } from 'vitest';
import { xmlText } from './xml.ts';

test('markup is escaped and control characters go', () => {
  expect(xmlText('Kain "A" & <B>\u0000\u001B')).toBe('Kain &quot;A&quot; &amp; &lt;B&gt;');
});
