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

/** The same for a field of one line: line breaks become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}
