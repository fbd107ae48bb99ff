import { expect, test } from 'vitest';
import { rootCandidates } from './affixes.ts';

test('every common inflection leads back to its root', () => {
  const forms: Record<string, string[]> = {
    tenun: ['menenun', 'ditenun', 'tenunan', 'penenun', 'tenunannya', 'bertenun'],
    batik: ['membatik', 'dibatik', 'batiknya', 'pembatik', 'pembatikan', 'berbatik'],
    jahit: ['menjahit', 'penjahit', 'jahitan', 'dijahitkan'],
    sulam: ['menyulam', 'sulaman', 'penyulam'],
    pakai: ['memakai', 'pakaian', 'dipakai', 'pemakai'],
    ukir: ['mengukir', 'ukiran', 'pengukir'],
    warna: ['berwarna', 'pewarna', 'mewarnai', 'pewarnaan', 'warnanya'],
    rajut: ['merajut', 'rajutan', 'perajut'],
    kemeja: ['kemejanya', 'kemejaku', 'berkemeja'],
    kritik: ['mengritik', 'pengritik'],
    proses: ['memroses', 'pemrosesan'],
    syal: ['penyyal'],
    sponsor: ['menyponsori'],
    transfer: ['menransfer'],
    shirt: ['shirts'],
    dress: ['dresses'],
  };
  for (const [root, inflected] of Object.entries(forms))
    for (const form of inflected) expect(rootCandidates(form), form).toContain(root);
});

test('short words, numbers and words of other scripts have no affixes', () => {
  for (const word of ['tas', 'xxl', '2x1', 'كباية', '']) expect(rootCandidates(word)).toEqual([]);
});

test('no root is shorter than three letters, and none is the word itself', () => {
  for (const word of ['dikan', 'beran', 'peni', 'keannya'])
    for (const root of rootCandidates(word)) {
      expect(root.length).toBeGreaterThanOrEqual(3);
      expect(root).not.toBe(word);
    }
});
