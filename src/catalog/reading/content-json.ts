const TOKEN =
  /[ \t\n\r]*(?:("(?:[ !#-[\]-\u{10FFFF}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy;
const SPACE = /[ \t\n\r]*/y;

/**
 * Where a text stops being JSON (RFC 8259), as an offset into it; `undefined` for JSON. JavaScript's own parser
 * does not always tell the place.
 */
export function jsonFault(text: string): number | undefined {
  /** What may come next: a value, a key, a colon, or what follows a value. */
  let expected: 'value' | 'first' | 'key' | 'first-key' | 'colon' | 'after' = 'value';
  const open: ('{' | '[')[] = [];
  let at = 0;
  for (;;) {
    SPACE.lastIndex = at;
    SPACE.exec(text);
    const place = SPACE.lastIndex;
    if (place >= text.length) return expected === 'after' && !open.length ? undefined : text.length;
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return place;
    const [, string, scalar, sign] = match;
    const isValue = string !== undefined || scalar !== undefined;
    const inside = open.at(-1);
    if (expected === 'value' || expected === 'first') {
      if (isValue) expected = 'after';
      else if (sign === '{' || sign === '[') {
        open.push(sign);
        expected = sign === '{' ? 'first-key' : 'first';
      } else if (sign === ']' && expected === 'first') {
        open.pop();
        expected = 'after';
      } else return place;
    } else if (expected === 'key' || expected === 'first-key') {
      if (string !== undefined) expected = 'colon';
      else if (sign === '}' && expected === 'first-key') {
        open.pop();
        expected = 'after';
      } else return place;
    } else if (expected === 'colon') {
      if (sign !== ':') return place;
      expected = 'value';
    } else if (sign === ',' && inside) expected = inside === '{' ? 'key' : 'value';
    else if ((sign === '}' && inside === '{') || (sign === ']' && inside === '[')) open.pop();
    else return place;
    at = TOKEN.lastIndex;
  }
}
