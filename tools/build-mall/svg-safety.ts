const FAULTS: readonly [RegExp, string][] = [
  [/<!DOCTYPE|<!ENTITY/i, 'memuat DOCTYPE atau ENTITY'],
  [/<\?xml-stylesheet/i, 'memuat gaya dari luar'],
  [
    /<(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|handler|listener)\b/i,
    'memuat skrip atau isi asing',
  ],
  [/[\s"'/]on[a-z]+\s*=/i, 'memuat perintah (on…=)'],
  [/(?:href|src)\s*=\s*(?!["']#)/i, 'menunjuk ke berkas lain'],
  [/url\(\s*(?!["']?#)/i, 'menunjuk ke berkas lain'],
  [/@import|javascript:/i, 'menunjuk ke berkas lain'],
];

/**
 * What makes an SVG unfit for the mall, in Indonesian; `undefined` when it is fit: UTF-8, no scripts, event
 * handlers or references to anything outside itself.
 */
export function svgFault(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'bukan teks UTF-8';
  }
  const encoding = /^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)/i.exec(text)?.[1];
  if (encoding && encoding.toLowerCase() !== 'utf-8') return 'bukan teks UTF-8';
  return FAULTS.find(([pattern]) => pattern.test(text))?.[1];
}
