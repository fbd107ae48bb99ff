/**
 * Text that a person typed, made safe to keep: well-formed Unicode in NFC, no control characters but line
 * breaks, trimmed. Everything else is kept as it was typed; escaping is the business of whoever shows it.
 */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/[^\P{Cc}\n]/gu, '')
    .trim();
}

/** What was typed into a field of one line, cleaned as `cleanText` does; line breaks become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

// Top-level domains that strangers' links are made of; a name such as "Dr.Budi" ends in none.
const DOMAINS =
  'com|net|org|info|biz|id|co|io|me|ly|to|cc|tv|xyz|top|site|online|shop|store|link|click|live|icu|vip|app|dev|page|web|asia|sg|my|hk|cn|ru|tk|ml|ga|cf|gq';
const ADDRESS = new RegExp(
  `://|\\bwww\\.|[\\p{L}\\d-]\\.(?:${DOMAINS})(?![\\p{L}\\d])|[\\p{L}\\d]\\.\\p{L}{2,}/`,
  'iu',
);

/** True where a text holds what a mail programme makes a link of; no person's name does. */
export function holdsLink(text: string): boolean {
  return ADDRESS.test(text);
}

/** A slug as a person would write it: `kemeja-parang` is "Kemeja parang". */
export function spelled(slug: string): string {
  const words = slug.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
