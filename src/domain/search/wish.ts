import type { Rupiah } from '../money.ts';
import type { Sort } from './query.ts';

/** What a query says besides what the thing is: how dear it may be, what comes first, and which size. */
export interface Wish {
  /** The words that are left, as typed. */
  text: string;
  /** Rupiah, both ends included. */
  min_price?: Rupiah;
  max_price?: Rupiah;
  sort?: Sort;
  /** Sizes, each as the words of variants that will do: an age suits its neighbours, too. */
  sizes: string[][];
}

const DIGITS = String.raw`(?:\d{1,3}(?:[.,]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?)`;
const UNIT = String.raw`(?:ribuan|ribu|rbuan|rban|rbu|rb|k|jutaan|juta|jt)`;
const AMOUNT = String.raw`(?:rp\.?|idr)?\s*(${DIGITS})\s*(${UNIT})?(?![\p{L}\p{N}])`;
const START = String.raw`(?<![\p{L}\p{N}])(?:(?:dengan|dgn)\s+)?(?:(?:harga|harganya|budget|bujet|hrg)\s+)?`;

const pattern = (source: string) => new RegExp(START + source, 'iu');

/** "100-200rb", "antara 100 dan 200 ribu", "50rb sampai 100rb". */
const RANGE = pattern(
  String.raw`(?:antara\s+|between\s+|dari\s+|kisaran\s+)?${AMOUNT}\s*(?:-|–|s\/d|sd|sampai|hingga|dan|to|and)\s*${AMOUNT}`,
);
/** Words that only a price follows: a bare "100" after them is 100 thousand. */
const BELOW = pattern(
  String.raw`(?:di\s?bawah|dbwh|dibwh|bawah|kurang dari|tidak lebih dari|under|below|less than|cheaper than|<\s*=?|≤)\s*${AMOUNT}`,
);
const ABOVE = pattern(String.raw`(?:di\s?atas|lebih dari|above|over|more than|>\s*=?|≥)\s*${AMOUNT}`);
/** Words that other numbers follow as well: only an amount that can be nothing but a price counts. */
const AT_MOST = pattern(
  String.raw`(?:max|maks|maximal|maksimal|maksimum|maximum|mentok|sampai|hingga|up to|s\/d)\.?\s*${AMOUNT}`,
);
const AT_LEAST = pattern(
  String.raw`(?:min|minimal|minimum|mulai(?:\s+dari)?|from|start(?:ing)? from)\.?\s*${AMOUNT}`,
);
const ALONE = pattern(
  String.raw`(?:sekitar\s+|kisaran\s+)?(?:rp\.?|idr)?\s*(${DIGITS})\s*(${UNIT})(?![\p{L}\p{N}])`,
);

const CHEAP = pattern(
  String.raw`(?:(?:yang|yg|paling)\s+)*(?:murah\s+meriah|murah\s+banget|termurah|murah|murmer|muraah|terjangkau|ekonomis|cheapest|cheap|affordable|low price)(?![\p{L}\p{N}])`,
);
const DEAR = pattern(
  String.raw`(?:(?:yang|yg)\s+)?(?:paling\s+mahal|termahal|most expensive)(?![\p{L}\p{N}])`,
);

const AGE =
  /(?<![\p{L}\p{N}])(?:(?:umur|usia|umr)\s+)?(\d{1,2})\s*(tahun|thn|th|bulan|bln|years?|yo)(?![\p{L}\p{N}])/iu;
const SIZE =
  /(?<![\p{L}\p{N}])(?:ukuran|ukrn|ukr|uk|size|sz|nomor|no)\.?\s*(\d{2}|x{0,4}[sl]|m|[2-5]xl)(?![\p{L}\p{N}])/iu;

/** Below it an amount without a unit is no price: sizes, years and counts are written so. */
const LEAST_BARE = 1_000;

/** Rupiah of an amount as people write it: `100rb`, `1,5jt`, `100.000`. */
function rupiahOf(digits: string, unit: string | undefined, bareThousands: boolean): Rupiah | undefined {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/.test(digits);
  const value = Number(grouped ? digits.replace(/[.,]/g, '') : digits.replace(',', '.'));
  if (unit) return Math.round(value * (/^j/i.test(unit) ? 1_000_000 : 1_000));
  if (value >= LEAST_BARE) return Math.round(value);
  return bareThousands && value >= 10 ? value * 1_000 : undefined;
}

/**
 * Takes the price, the order and the size out of a query, since no product has such words: "batik dibawah
 * 100rb" asks for batik up to Rp100.000, "murah" for the cheapest first, "ukuran XL" for what comes in XL.
 * Filler beside an amount goes with it. What cannot be a price stays text.
 */
export function readWish(query: string): Wish {
  const wish: Wish = { text: query, sizes: [] };
  const take = (from: RegExp, use: (groups: (string | undefined)[]) => boolean) => {
    const found = from.exec(wish.text);
    if (found && use(found.slice(1)))
      wish.text = `${wish.text.slice(0, found.index)} ${wish.text.slice(found.index + found[0].length)}`;
  };
  take(RANGE, ([low, lowUnit, high, highUnit]) => {
    const unit = lowUnit ?? highUnit;
    const min = rupiahOf(low!, unit, false);
    const max = rupiahOf(high!, highUnit ?? (unit && Number(high) < LEAST_BARE ? unit : undefined), false);
    if (min === undefined || max === undefined || min > max) return false;
    wish.min_price = min;
    wish.max_price = max;
    return true;
  });
  const limit = (from: RegExp, end: 'min_price' | 'max_price', bareThousands: boolean) =>
    take(from, ([digits, unit]) => {
      const amount = rupiahOf(digits!, unit, bareThousands);
      if (amount === undefined || wish[end] !== undefined) return false;
      wish[end] = amount;
      return true;
    });
  limit(BELOW, 'max_price', true);
  limit(ABOVE, 'min_price', true);
  limit(AT_MOST, 'max_price', false);
  limit(AT_LEAST, 'min_price', false);
  if (wish.min_price === undefined) limit(ALONE, 'max_price', false);
  if (wish.min_price !== undefined && wish.max_price !== undefined && wish.min_price > wish.max_price)
    delete wish.min_price;
  const order = (from: RegExp, sort: Sort) =>
    take(from, () => {
      wish.sort = sort;
      return true;
    });
  order(DEAR, 'price_desc');
  order(CHEAP, 'price_asc');

  take(AGE, ([number, unit]) => {
    const age = Number(number);
    const near = /^b/i.test(unit!) ? [age] : [age, age - 1, age + 1].filter((years) => years > 0);
    wish.sizes.push(near.map(String));
    return true;
  });
  take(SIZE, ([size]) => {
    wish.sizes.push([size!.toLowerCase()]);
    return true;
  });
  wish.text = wish.text.replace(/\s+/g, ' ').trim();
  return wish;
}
