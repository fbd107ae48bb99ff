import { expect, test } from 'vitest';
import { descriptionHtml, pageHtml, plainBeginning } from './markdown.ts';

test('a description keeps paragraphs, lists, emphasis and links that search engines do not follow', () => {
  const html = descriptionHtml('Kain **halus**.\n\n- satu\n- dua\n\n[toko](https://contoh.id)');
  expect(html).toContain('<strong>halus</strong>');
  expect(html).toContain('<li>dua</li>');
  expect(html).toMatch(/<a href="https:\/\/contoh\.id" rel="nofollow noopener ugc">/);
});

test.each([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[klik](javascript:alert(1))',
  '<p style="color:red" onclick="x()">hai</p>',
  '![foto](https://lain.id/x.jpg)',
  '<iframe src="https://lain.id"></iframe>',
  '<svg onload=alert(1)></svg>',
])('a description drops what could run or load: %s', (markdown) => {
  const html = descriptionHtml(markdown);
  expect(html).not.toMatch(/<(?:script|img|iframe|svg)|javascript:|style=|on\w+=/i);
});

test('a heading in a description becomes a paragraph, so that the page keeps one outline', () => {
  expect(descriptionHtml('# Promo')).toBe('<p>Promo</p>');
});

test('a page keeps its headings and their ids, so that the footer can lead to them', () => {
  expect(pageHtml('## Pengaduan konsumen {#pengaduan}')).toBe('<h2 id="pengaduan">Pengaduan konsumen</h2>');
  expect(pageHtml('## 1. Temukan')).toBe('<h2 id="temukan">1. Temukan</h2>');
  expect(pageHtml('## Tukar & batal')).toBe('<h2 id="tukar-batal">Tukar &amp; batal</h2>');
});

test('the beginning of a text is plain, one line, and cut at a word', () => {
  const text = plainBeginning('Kemeja *batik*\ndari `katun` & "furing".\n\nUkuran lengkap sekali.', 30);
  expect(text).toBe('Kemeja batik dari katun &…');
  expect(plainBeginning('Pendek.', 30)).toBe('Pendek.');
});
