import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { mallModules } from './tools/build/mall-modules.ts';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
          environment: 'node',
          testTimeout: 20_000,
        },
      },
      {
        plugins: [
          mallModules(),
          cloudflareTest(async () => ({
            miniflare: {
              compatibilityDate: '2026-10-12',
              compatibilityFlags: ['nodejs_compat'],
              d1Databases: ['MALL_DB', 'CATALOG_A', 'CATALOG_B', 'COUNTS_DB'],
              bindings: {
                MIGRATIONS: await readD1Migrations('functions/migrations'),
                COUNTS_MIGRATIONS: await readD1Migrations('functions/migrations-counts'),
              },
            },
          })),
        ],
        test: { name: 'worker', include: ['functions/**/*.test.ts'], testTimeout: 30_000 },
      },
      {
        test: {
          name: 'mall',
          include: ['tests/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/built-mall.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
