import type { Technique } from '../../src/domain/products/product.ts';
import type { Random } from './illustration/random.ts';
import type { Kind } from './kind.ts';

/** Rupiah a metre of cloth, or what the work on a whole piece adds where nothing is cut from cloth. */
const PER_METRE: Readonly<Record<Technique, readonly [number, number]>> = {
  tulis: [200_000, 900_000],
  cap: [62_000, 145_000],
  kombinasi: [115_000, 260_000],
  printing: [17_000, 38_000],
  'tenun-atbm': [50_000, 110_000],
  'tenun-ikat': [65_000, 150_000],
  lurik: [48_000, 100_000],
  ecoprint: [85_000, 210_000],
  jumputan: [45_000, 110_000],
  bordir: [55_000, 165_000],
  sulam: [50_000, 130_000],
  rajut: [60_000, 140_000],
  anyam: [40_000, 110_000],
  konveksi: [18_000, 48_000],
  'kerajinan-tangan': [150_000, 380_000],
};

/** Price of one piece in rupiah by technique, material and what is sewn, rounded as shops round. */
export function priceOf(kind: Kind, technique: Technique, material: string, random: Random): number {
  const [low, high] = PER_METRE[technique];
  // Most pieces are simple ones: the square keeps the dear end rare.
  const metre = low + (high - low) * random.next() ** 2;
  const whole = kind.sizing === 'none' && kind.cloth >= 1;
  const share = technique === 'tulis' && !whole ? 0.55 : 1;
  const silk = /sutra/.test(material) && !/rayon/.test(material) ? 2.1 : 1;
  return roundPrice(metre * kind.cloth * share * silk + random.between(...kind.sewing));
}

/** Rounded to what a price tag says. */
export function roundPrice(price: number): number {
  const step = price < 30_000 ? 1000 : price < 300_000 ? 5000 : price < 1_000_000 ? 10_000 : 25_000;
  return Math.max(5000, Math.round(price / step) * step);
}
