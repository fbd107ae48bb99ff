/** Letters of `FOTO MENYUSUL` as strokes on a grid of 4 × 6, so that the picture looks the same without any font. */
const LETTERS: Record<string, string> = {
  F: 'M0 6V0H4M0 3H3',
  O: 'M0 0H4V6H0Z',
  T: 'M0 0H4M2 0V6',
  M: 'M0 6V0L2 3L4 0V6',
  E: 'M4 0H0V6H4M0 3H3',
  N: 'M0 6V0L4 6V0',
  Y: 'M0 0L2 3L4 0M2 3V6',
  U: 'M0 0V6H4V0',
  S: 'M4 0H0V3H4V6H0',
  L: 'M0 0V6H4',
};

/**
 * The picture of a product that came without a photo: a camera and `foto menyusul`, the same for all of them. It
 * shows no goods, since an invented drawing would be taken for the seller's own.
 */
export function noPhotoPicture(): string {
  const words = [...'FOTO MENYUSUL'].map((letter, index) =>
    letter === ' ' ? '' : `<path transform="translate(${index * 6})" d="${LETTERS[letter]}"/>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img"><title>Foto menyusul</title><rect width="400" height="400" fill="#eeeae4"/><g fill="none" stroke="#6b6459" stroke-linecap="round" stroke-linejoin="round"><g stroke-width="8"><path d="M120 140h40l14-24h52l14 24h40a12 12 0 0 1 12 12v92a12 12 0 0 1-12 12h-160a12 12 0 0 1-12-12v-92a12 12 0 0 1 12-12Z"/><circle cx="200" cy="196" r="34"/></g><g transform="translate(105 294) scale(2.5)" stroke-width="1">${words.join('')}</g></g></svg>\n`;
}
