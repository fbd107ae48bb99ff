/** A slug of at most 48 characters: whole words, no hyphen at its end. */
export function slugOf(text: string): string {
  const full = text
    .toLowerCase()
    .replace(/&/g, ' dan ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (full.length <= 48) return full;
  const cut = full.slice(0, 49);
  return cut.slice(0, cut.lastIndexOf('-'));
}
