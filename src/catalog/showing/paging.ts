/** How many products one page of a list shows. */
export const PAGE_SIZE = 48;

export interface Page<T> {
  items: T[];
  /** From 1. */
  number: number;
  last: number;
  total: number;
}

/** Cuts a list into pages; an empty list is one empty page, so that its address exists. */
export function pagesOf<T>(items: T[], size = PAGE_SIZE): Page<T>[] {
  const last = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: last }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    last,
    total: items.length,
  }));
}

/** Address of a list's page: the first is the list itself, `/kategori/kemeja/`, then `/kategori/kemeja/2/`. */
export function pageHref(list: string, number: number): string {
  return number === 1 ? list : `${list}${number}/`;
}
