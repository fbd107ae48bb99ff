import { readRegions } from '../../src/catalog/reading/regions.ts';
import { Describer } from './describe.ts';
import { type SampleProduct, sampleProducts } from './goods.ts';
import { seeded } from './illustration/random.ts';
import { REGIONS } from './regions.ts';
import { type SampleSeller, sampleSellers } from './sellers.ts';
import { Titles } from './titles.ts';

/** What UKM Virtual Expo II counted. */
export const PRODUCTS = 2768;
const FEWEST = 8;
const MOST = 30;

/** The whole sample, seller by seller; the same at every run. */
export async function sampleMall(): Promise<{ seller: SampleSeller; products: SampleProduct[] }[]> {
  const sellers = sampleSellers(await districts());
  const mall = { titles: new Titles(), describer: new Describer() };
  const counts = countsFor(sellers.length);
  return sellers.map((seller, index) => ({ seller, products: sampleProducts(seller, counts[index]!, mall) }));
}

/** How many products each seller has: 8 to 30, together what the expo counted. */
function countsFor(sellers: number): number[] {
  const random = seeded('counts');
  const counts = Array.from({ length: sellers }, () => Math.floor(random.between(FEWEST, MOST + 1)));
  for (let missing = PRODUCTS - counts.reduce((sum, count) => sum + count, 0); missing !== 0; ) {
    const at = Math.floor(random.between(0, sellers));
    const changed = counts[at]! + Math.sign(missing);
    if (changed < FEWEST || changed > MOST) continue;
    counts[at] = changed;
    missing -= Math.sign(missing);
  }
  return counts;
}

/** Districts whose name is that of a seller's place, by `<regency>/<place>`. */
async function districts(): Promise<Map<string, string>> {
  const wanted = new Set(
    REGIONS.flatMap(({ code, localities }) =>
      localities.map(({ place }) => `${code}/${place}`.toLowerCase()),
    ),
  );
  const found = new Map<string, string>();
  for (const { code, name, parent } of (await readRegions()).values())
    if (code.length === 8 && wanted.has(`${parent}/${name}`.toLowerCase())) {
      const region = REGIONS.find((candidate) => candidate.code === parent);
      const place = region?.localities.find(
        (locality) => locality.place.toLowerCase() === name.toLowerCase(),
      );
      if (place) found.set(`${parent}/${place.place}`, code);
    }
  return found;
}
