/**
 * JSON-LD for a `<script type="application/ld+json">`: `<`, `>` and `&` are escaped, so that no title can end
 * the script element, and so are the two line separators that older parsers stumble over.
 */
export function toJsonLd(data: object): string {
  return JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
