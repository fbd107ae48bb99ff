import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildMall } from './build-mall.ts';
import { type OpenMall, openMall } from './open-mall.ts';

/**
 * A mall of the fixture's three sellers as real ones: they have a WhatsApp button and codes that can be paid, which
 * samples lack.
 */
export async function openMallOfRealSellers(environment: Record<string, string> = {}): Promise<OpenMall> {
  const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-real-'));
  const content = join(folder, 'content');
  cpSync('tests/fixture-content', content, { recursive: true });
  for (const name of readdirSync(join(content, 'sellers'))) {
    const file = join(content, 'sellers', name);
    const { sample, ...seller } = JSON.parse(readFileSync(file, 'utf8'));
    writeFileSync(file, JSON.stringify(seller));
  }
  const dist = join(folder, 'dist');
  await buildMall(content, dist);
  const mall = await openMall({ MALL_DIST: dist, MALL_CONTENT: content, MALL_LIMITS: 'off', ...environment });
  return {
    ...mall,
    async close() {
      await mall.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
