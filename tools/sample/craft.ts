import type { Technique } from '../../src/domain/products/product.ts';

/** What a workshop is able to do; regions and sellers are put together from these. */
export interface Craft {
  /** As stories call it: "menenun lurik". */
  work: string;
  /** Techniques, the commonest named more often. */
  techniques: readonly Technique[];
  /** Kinds of `KINDS`, the commonest named more often. */
  kinds: readonly string[];
  materials: readonly string[];
  /** Palettes: the cloth's own colour first. */
  palettes: readonly (readonly string[])[];
  /** Used where the region has no motifs of its own for it. */
  motifs: readonly string[];
  /** How it is made, sentences that stand by themselves. */
  making: readonly string[];
  care: readonly string[];
}

export const BATIK_CARE = [
  'Cuci dengan tangan memakai lerak atau sabun lembut, jemur di tempat teduh.',
  'Cuci terpisah dua kali pertama, jangan direndam lama.',
  'Hindari pemutih; setrika dari sisi dalam dengan panas sedang.',
  'Angin-anginkan sebelum disimpan, beri merica bungkus agar tidak dimakan ngengat.',
];
export const WOVEN_CARE = [
  'Cuci dengan tangan, jangan diperas; jemur terbalik.',
  'Mesin cuci putaran lembut dengan kantong cuci, air dingin.',
  'Setrika selagi agak lembap supaya seratnya rata.',
];
export const PALETTES_SOGAN = [
  ['sogan', 'krem', 'hitam'],
  ['cokelat', 'gading'],
  ['hitam', 'sogan', 'putih'],
  ['krem', 'cokelat tua'],
  ['indigo', 'putih', 'sogan'],
  ['maroon', 'emas'],
  ['hijau botol', 'sogan'],
];
export const PALETTES_COAST = [
  ['merah', 'krem', 'biru'],
  ['biru laut', 'putih'],
  ['tosca', 'kuning', 'merah'],
  ['ungu', 'pink', 'hijau'],
  ['kuning', 'hijau', 'merah'],
  ['maroon', 'krem', 'indigo'],
  ['hijau', 'putih', 'oranye'],
  ['pink', 'biru muda', 'putih'],
  ['hitam', 'merah', 'emas'],
  ['salem', 'tosca'],
];
export const PALETTES_SOFT = [
  ['sage', 'krem'],
  ['dusty pink', 'putih'],
  ['mocca', 'gading'],
  ['navy', 'putih'],
  ['lavender', 'abu muda'],
  ['mustard', 'cokelat'],
  ['terakota', 'krem'],
  ['hitam', 'abu'],
  ['putih tulang', 'emas'],
  ['emerald', 'emas'],
  ['burgundy', 'salem'],
];
export const GARMENTS = [
  'kemeja',
  'kemeja',
  'kemeja-pendek',
  'kemeja-pendek',
  'blus',
  'blus',
  'tunik',
  'dress',
  'gamis',
  'outer',
  'couple',
  'kulot',
  'rok',
  'anak-kemeja',
  'anak-dress',
  'selendang',
  'kimono',
  'seragam',
  'clutch',
  'masker',
];
