/** Deeper than any body that the mall takes; what lies below is not told apart. */
const MAX_DEPTH = 12;

/** JSON whose members stand in one order, so that the same data always gives the same text. */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > MAX_DEPTH) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, depth + 1)}`)
      .join(',')}}`;
  return JSON.stringify(value) ?? 'null';
}
