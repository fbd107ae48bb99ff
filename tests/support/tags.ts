/** A start tag of an HTML or XML text, its attributes decoded. */
export interface Tag {
  name: string;
  attributes: Map<string, string>;
  /** The raw text inside `<script>` and `<style>`; empty elsewhere. */
  text: string;
}

const TAG =
  /<!--[\s\S]*?-->|<(script|style)\b((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/\1>|<([a-z][\w:-]*)((?:"[^"]*"|'[^']*'|[^'">])*)>/gi;
const ATTRIBUTE = /([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/**
 * The start tags of a text in its order. A scanner, not a parser: it is fast enough for thousands of pages, and
 * right for well-formed HTML, which tests/html.test.ts holds the mall to.
 */
export function* tagsOf(html: string): Generator<Tag> {
  for (const [, raw, rawAttributes, text, name, attributes] of html.matchAll(TAG)) {
    if (raw)
      yield { name: raw.toLowerCase(), attributes: attributesOf(rawAttributes ?? ''), text: text ?? '' };
    else if (name) yield { name: name.toLowerCase(), attributes: attributesOf(attributes ?? ''), text: '' };
  }
}

function attributesOf(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE))
    if (!attributes.has(name)) attributes.set(name, decodeEntities(double ?? single ?? bare ?? ''));
  return attributes;
}

const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' };

/** Text with its character references resolved, as far as the mall's own pages use them. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
