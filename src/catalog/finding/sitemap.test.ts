import { expect, test } from 'vitest';
import { sitemapFile, sitemapIndex, sitemapPart, sitemapParts } from './sitemap.ts';

const addresses = Array.from({ length: 7 }, (_, index) => `https://mal.test/produk/a/${index}/`);

test('addresses are cut into parts that together hold each of them once', () => {
  expect(sitemapParts(addresses, 3).map((part) => part.length)).toEqual([3, 3, 1]);
  expect(sitemapParts(addresses, 3).flat()).toEqual(addresses);
  expect(sitemapParts(addresses)).toEqual([addresses]);
  expect(sitemapParts([])).toEqual([[]]);
});

test('a file holds addresses, an index the files, each escaped', () => {
  expect(sitemapFile(['https://mal.test/?a&b'])).toContain('<url><loc>https://mal.test/?a&amp;b</loc></url>');
  expect(sitemapIndex([`https://mal.test${sitemapPart(2)}`])).toContain(
    '<sitemap><loc>https://mal.test/sitemap-2.xml</loc></sitemap>',
  );
});
