import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { readContent } from './src/catalog/reading/content-folder.ts';
import { openedContent } from './src/catalog/reading/content-opened.ts';
import { readRegions } from './src/catalog/reading/regions.ts';
import { catalogSnapshot } from './tools/build-mall/catalog-snapshot.ts';
import { mallModules } from './tools/build-mall/mall-modules.ts';
import { onDemandViews } from './tools/build-mall/on-demand.ts';
import { quietEnvironment } from './tools/mall-folders.ts';

// Tools that tests start must not call out; the processes of tests inherit this one's environment.
Object.assign(process.env, quietEnvironment);

/** The catalogue of `tests/fixture-content`, as the Worker's tests load it into their D1. */
async function fixtureCatalog() {
  const { content: everything, problems } = await readContent('tests/fixture-content');
  const content = openedContent(everything);
  if (problems.length) throw new Error(`tests/fixture-content: ${JSON.stringify(problems[0])}`);
  const regions = await readRegions();
  // Every product's page is on demand here; whether it has a static one is not the Worker's to know.
  return catalogSnapshot(content, regions.values(), {}, onDemandViews(content, regions, {}, 0));
}

export default defineConfig({
  test: {
    reporters: ['default', './tools/test-summary.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        plugins: [
          mallModules(),
          cloudflareTest(async () => ({
            miniflare: {
              compatibilityDate: '2026-10-12',
              compatibilityFlags: ['nodejs_compat'],
              r2Buckets: ['PROOFS', 'PHOTOS'],
              d1Databases: ['MALL_DB', 'CATALOG_A', 'CATALOG_B', 'COUNTS_DB'],
              bindings: {
                MIGRATIONS: await readD1Migrations('functions/migrations'),
                COUNTS_MIGRATIONS: await readD1Migrations('functions/migrations-counts'),
                CATALOG: JSON.parse(JSON.stringify(await fixtureCatalog())),
              },
            },
          })),
        ],
        test: { name: 'worker', include: ['functions/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        test: {
          name: 'mall',
          include: ['tests/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/built-mall.ts'],
          testTimeout: 180_000,
          hookTimeout: 600_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
