import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageHref, pagesOf } from './paging.ts';

test('the pages of a list hold every item once, in order, none too long', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { maxLength: 200 }),
      fc.integer({ min: 1, max: 60 }),
      (items, size) => {
        const pages = pagesOf(items, size);
        expect(pages.flatMap((page) => page.items)).toEqual(items);
        expect(pages.every((page) => page.items.length <= size && page.last === pages.length)).toBe(true);
      },
    ),
  );
});

test('an empty list has one page, and the first page is the list itself', () => {
  expect(pagesOf([])).toHaveLength(1);
  expect([1, 2].map((number) => pageHref('/kategori/kemeja/', number))).toEqual([
    '/kategori/kemeja/',
    '/kategori/kemeja/2/',
  ]);
});
