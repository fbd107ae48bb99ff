/** The longest slug that the import gives; editors may give longer ones. */
const MAX_SLUG = 60;

/** A slug of whole words for a title or a name, 1 to 60 characters. */
export function slugFor(text: string, otherwise = 'produk'): string {
  const whole = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (whole.length <= MAX_SLUG) return whole || otherwise;
  const cut = whole.slice(0, MAX_SLUG + 1);
  return (cut.slice(0, cut.lastIndexOf('-')) || cut.slice(0, MAX_SLUG)).replace(/-$/, '');
}

/** The slug, or the first of slug-2, slug-3 … that is free; it is taken by this. */
export function freeSlug(slug: string, taken: Set<string>): string {
  let free = slug;
  for (let number = 2; taken.has(free); number += 1) free = `${slug}-${number}`;
  taken.add(free);
  return free;
}
