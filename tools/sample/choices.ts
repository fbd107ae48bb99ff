import type { Technique } from '../../src/domain/products/product.ts';
import type { Random } from './illustration/random.ts';
import type { Kind } from './kind.ts';
import { sizesOf } from './size-charts.ts';
import type { Varied } from './varied.ts';

/** The sizes that fit the name: women's shoes from 36, men's from 39, and a "jumbo" only in jumbo. */
export function sizesFor(kind: Kind, name: string, price: number, random: Random, single: boolean) {
  if (kind.sizing === 'shoe') {
    const wanted = /Pria|Pantofel|Loafer/.test(name) ? '39' : /Wanita/.test(name) ? '36' : undefined;
    for (;;) {
      const sizes = sizesOf(kind.sizing, price, random, false);
      if (!wanted || sizes.choices[0]?.id === wanted) return sizes;
    }
  }
  const sizes = sizesOf(kind.sizing, price, random, single);
  if (!/Jumbo/.test(name)) return sizes;
  const whole =
    sizes.choices.length > 1 ? sizes : sizesOf('jumbo', price, { ...random, chance: () => true }, false);
  return {
    choices: whole.choices
      .filter(({ id }) => id === 'jumbo')
      .map(({ id, name: label }) => ({ id, name: label })),
    chart: whole.chart && { ...whole.chart, rows: whole.chart.rows.filter(({ size }) => size === 'Jumbo') },
  };
}

/** Other colours of a thing that has no sizes; cloth by the piece is the only one of its kind. */
export function otherColors(
  deals: { palettes: Varied },
  colors: readonly string[],
  kind: Kind,
  random: Random,
): string[][] {
  if (kind.category === 'kain' || kind.category === 'sarung' || !random.chance(0.4)) return [];
  const seen = new Set([colors[0]]);
  const others: string[][] = [];
  for (let left = Math.floor(random.between(1, 4)); left > 0; left--) {
    const other = deals.palettes.next().split('|');
    if (seen.has(other[0])) continue;
    seen.add(other[0]);
    others.push(other);
  }
  return others;
}

export function sleeveOf(kindName: string, name: string): { sleeve?: 'panjang' | 'pendek' } | undefined {
  if (kindName === 'kemeja-pendek' || kindName === 'kaos' || /Lengan Pendek/.test(name))
    return { sleeve: 'pendek' };
  return /Lengan Panjang/.test(name) ? { sleeve: 'panjang' } : undefined;
}

/** What is inside: the lining that some garments have. */
export function lining(kindName: string, technique: Technique, random: Random): string[] {
  if (kindName === 'kemeja' && technique !== 'printing' && random.chance(0.4)) return ['furing katun'];
  if (/^(jaket|rompi|dress|kebaya)$/.test(kindName) && random.chance(0.4)) return ['furing asahi'];
  if (/^(tas|tas-selempang|clutch)$/.test(kindName) && random.chance(0.5)) return ['lapis dalam katun'];
  return [];
}
