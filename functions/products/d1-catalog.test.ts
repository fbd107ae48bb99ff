import { beforeAll, expect, test } from 'vitest';
import { bindings, prepareDatabases } from '../testing/test-mall.ts';
import { d1Catalog } from './d1-catalog.ts';

beforeAll(prepareDatabases);

/** A database far away: every statement waits, and the first one never comes back, as when its client has left. */
function abandonedDatabase(delayMs: number): D1Database {
  let asked = 0;
  return {
    prepare(sql: string) {
      const statement = bindings.CATALOG_A.prepare(sql);
      const slow = (bound: D1PreparedStatement): object => ({
        bind: (...values: unknown[]) => slow(bound.bind(...values)),
        async all() {
          asked += 1;
          if (asked === 1) await new Promise(() => {});
          await new Promise((done) => setTimeout(done, delayMs));
          return bound.all();
        },
      });
      return slow(statement);
    },
  } as D1Database;
}

test.each([
  ['sellers', (catalog: ReturnType<typeof d1Catalog>) => catalog.sellers(['batik-sekar'])],
  ['services', (catalog: ReturnType<typeof d1Catalog>) => catalog.shippingServices()],
  ['goods', (catalog: ReturnType<typeof d1Catalog>) => catalog.skus(['batik-sekar/kemeja-parang/m'])],
])(
  'whoever asks for %s after a client that left while they were read is answered',
  async (_, read) => {
    const catalog = d1Catalog(async () => abandoned, bindings.CATALOG.version);
    const abandoned = abandonedDatabase(20);
    void read(catalog);
    const next = await Promise.all([read(catalog), read(catalog)]);
    for (const found of next) expect('size' in found ? found.size : found.length).toBeGreaterThan(0);
    expect(await read(catalog)).toEqual(next[0]);
  },
  2000,
);

test('goods are found under every name they had, with those names', async () => {
  const catalog = d1Catalog(async () => bindings.CATALOG_A, bindings.CATALOG.version);
  const found = await catalog.skus(['tenun-troso/ikat-troso']);
  const facts = found.get('tenun-troso/ikat-troso');
  expect(facts).toMatchObject({ sku: 'tenun-troso/kain-ikat', former: ['tenun-troso/ikat-troso'] });
  expect(found.get('tenun-troso/kain-ikat')).toEqual(facts);
  expect((await catalog.products(['tenun-troso/ikat-troso'])).get('tenun-troso/ikat-troso')?.slug).toBe(
    'tenun-troso/kain-ikat',
  );
});
