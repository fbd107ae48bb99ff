/** FNV-1a, 32 bits: a number that depends on the text alone. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/**
 * FNV-1a with a final mix, 32 bits: like texts lie far apart. By it lists mix the sellers, and one product that joins
 * or leaves moves few others.
 */
export function scatter(text: string): number {
  let hash = fnv1a(text);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
