import type { LabelKind, Technique } from '../../src/domain/products/product.ts';
import type { SampleVariant } from './goods.ts';
import type { Random } from './illustration/random.ts';
import type { Kind } from './kind.ts';
import type { SampleSeller } from './sellers.ts';

interface Offered {
  kindName: string;
  price: number;
  technique: Technique;
  motif: string;
  variants: SampleVariant[];
  seller: SampleSeller;
}

/** Wholesale prices, smallest quantity and certificates: rare, and where the trade has them. */
export function extrasOf(offered: Offered, random: Random): Record<string, unknown> {
  const { kindName } = offered;
  const many = /^(seragam|masker)$/.test(kindName);
  const minimum =
    kindName === 'seragam'
      ? random.chance(0.3) && 6
      : kindName === 'masker'
        ? random.chance(0.3) && 3
        : /^(gelang|bros|syal|bantal)$/.test(kindName) && random.chance(0.05) && 2;
  const tiers = many || random.chance(tierChance(offered)) ? tiersOf(offered.price, random) : [];
  const labels = labelsOf(offered, random);
  const equal = offered.variants.every(({ price }) => price === undefined);
  return {
    ...(minimum && { min_qty: minimum }),
    ...(tiers.length && equal && { tiers }),
    ...(labels.length && { labels }),
  };
}

const tierChance = ({ technique, price, kindName }: Offered) =>
  price > 400_000
    ? 0.02
    : /^(printing|konveksi)$/.test(technique)
      ? 0.28
      : kindName === 'sarung'
        ? 0.25
        : 0.09;

function tiersOf(price: number, random: Random) {
  const steps = random.pick([
    [
      [6, 0.95],
      [12, 0.9],
    ],
    [
      [12, 0.92],
      [20, 0.88],
    ],
    [[12, 0.9]],
    [
      [6, 0.95],
      [20, 0.9],
      [60, 0.85],
    ],
  ]);
  const tiers: { min_qty: number; price: number }[] = [];
  for (const [quantity, share] of steps as [number, number][]) {
    const lower = Math.round((price * share) / 500) * 500;
    if (lower < (tiers.at(-1)?.price ?? price)) tiers.push({ min_qty: quantity, price: lower });
  }
  return tiers;
}

/** Certificates with numbers that say that they are samples. */
function labelsOf({ technique, kindName, seller }: Offered, random: Random) {
  const number = `CONTOH-${String(seller.index + 1).padStart(3, '0')}-${Math.floor(random.between(100, 999))}`;
  const lot = random.next();
  const label = (kind: LabelKind, until?: string) => [{ kind, number, ...(until && { valid_until: until }) }];
  if (/^(tulis|cap|kombinasi)$/.test(technique) && seller.index % 4 === 0 && lot < 0.3)
    return label('batikmark', '2028-06-30');
  if (kindName === 'bayi' && lot < 0.35) return label('sni', '2028-12-31');
  if (seller.index % 11 === 3 && lot < 0.15) return label('hki');
  if (kindName === 'seragam' && lot < 0.1) return label('tkdn', '2028-03-31');
  return [];
}

/** Size of the parcel in cm, for what is light but bulky. */
export function packedSize(kind: Kind, kindName: string): Record<string, unknown> {
  const sizes: Readonly<Record<string, readonly [number, number, number]>> = {
    tas: [38, 32, 12],
    'tas-selempang': [28, 22, 9],
    topi: [32, 30, 12],
    blangkon: [24, 20, 14],
    sepatu: [32, 20, 12],
    selop: [30, 18, 11],
    sandal: [30, 18, 10],
    bantal: [30, 25, 4],
  };
  const size = sizes[kindName] ?? (kind.unit === 'set' ? ([32, 25, 8] as const) : undefined);
  return size ? { packed_size_cm: { length: size[0], width: size[1], height: size[2] } } : {};
}
