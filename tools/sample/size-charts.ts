import type { Random } from './illustration/random.ts';
import type { Sizing } from './kind.ts';

/** One choice of size or colour before its stock is known. */
export interface Choice {
  id: string;
  name: string;
  /** What it costs more than the product, in rupiah. */
  extra?: number;
}

export interface SizeChart {
  columns: string[];
  rows: { size: string; cm: number[] }[];
}

/** Chart columns, and for each size the id, the name and the centimetres. */
const CHARTS: Partial<Record<Sizing, { columns: string[]; sizes: [string, string, ...number[]][] }>> = {
  shirt: {
    columns: ['LD', 'PB', 'PL'],
    sizes: [
      ['s', 'S', 100, 69, 58],
      ['m', 'M', 104, 71, 59],
      ['l', 'L', 110, 73, 60],
      ['xl', 'XL', 116, 75, 61],
      ['xxl', 'XXL', 124, 77, 62],
    ],
  },
  dress: {
    columns: ['LD', 'LP', 'PL'],
    sizes: [
      ['s', 'S', 92, 84, 54],
      ['m', 'M', 98, 90, 55],
      ['l', 'L', 104, 96, 56],
      ['xl', 'XL', 110, 102, 57],
      ['xxl', 'XXL', 120, 110, 58],
    ],
  },
  jumbo: {
    columns: ['LD', 'PB'],
    sizes: [
      ['standar', 'Standar', 110, 105],
      ['jumbo', 'Jumbo', 126, 110],
    ],
  },
  child: {
    columns: ['LD', 'PB'],
    sizes: [
      ['2-tahun', '2 tahun', 62, 40],
      ['4-tahun', '4 tahun', 66, 44],
      ['6-tahun', '6 tahun', 72, 49],
      ['8-tahun', '8 tahun', 78, 54],
      ['10-tahun', '10 tahun', 84, 58],
    ],
  },
  baby: {
    columns: ['LD', 'PB'],
    sizes: [
      ['0-6-bulan', '0–6 bulan', 50, 34],
      ['6-12-bulan', '6–12 bulan', 54, 38],
      ['12-18-bulan', '12–18 bulan', 58, 42],
    ],
  },
  trousers: {
    columns: ['LP', 'Panjang'],
    sizes: [
      ['m', 'M', 76, 92],
      ['l', 'L', 84, 94],
      ['xl', 'XL', 92, 96],
      ['xxl', 'XXL', 102, 98],
    ],
  },
  set: {
    columns: ['LD pria', 'LD wanita'],
    sizes: [
      ['m', 'Pria M, wanita M', 104, 98],
      ['l', 'Pria L, wanita L', 110, 104],
      ['xl', 'Pria XL, wanita XL', 116, 110],
      ['l-m', 'Pria L, wanita M', 110, 98],
    ],
  },
  shoe: {
    columns: ['Panjang kaki'],
    sizes: [36, 37, 38, 39, 40, 41, 42, 43].map(
      (size) => [String(size), String(size), size * 0.65 + 0.1] as [string, string, number],
    ),
  },
};

/** The sizes that a product comes in, with their chart. Costly single pieces come in one or two sizes. */
export function sizesOf(
  sizing: Sizing,
  price: number,
  random: Random,
  single: boolean,
): { choices: Choice[]; chart?: SizeChart } {
  const chart = CHARTS[sizing];
  if (!chart) return { choices: [] };
  const all = chart.sizes;
  let sizes: typeof all;
  if (single) sizes = [all[Math.min(all.length - 1, 1 + Math.floor(random.next() * 2))]!];
  else if (sizing === 'jumbo') sizes = random.chance(0.65) ? all : all.slice(0, 1);
  else if (sizing === 'shoe') {
    const first = random.chance(0.5) ? 0 : 3;
    sizes = all.slice(first, first + 5);
  } else {
    const first = random.chance(0.35) ? 1 : 0;
    const last = all.length - (random.chance(0.3) ? 1 : 0);
    sizes = all.slice(first, last);
  }
  const step = price < 100_000 ? 5000 : price < 300_000 ? 10_000 : 20_000;
  const dearer = random.chance(0.45);
  return {
    choices: sizes.map(([id, name]) => ({
      id,
      name,
      ...(dearer && /^(xxl|jumbo|10-tahun)$/.test(id) && sizes.length > 1 && { extra: step }),
    })),
    chart: {
      columns: chart.columns,
      rows: sizes.map(([, name, ...cm]) => ({
        size: name,
        cm: cm.map((value) => Math.round(value * 10) / 10),
      })),
    },
  };
}
