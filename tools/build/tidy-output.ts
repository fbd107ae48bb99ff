import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Takes out of the Worker's folder what would differ from machine to machine: the absolute path of the
 * configuration that it was made from, and source maps, which name files by where they lay.
 */
export function tidyOutput(dist: string): void {
  const file = join(dist, 'server/wrangler.json');
  const {
    configPath: _,
    userConfigPath: __,
    upload_source_maps: ___,
    ...config
  } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  for (const map of globSync(join(dist, 'server/**/*.map'))) rmSync(map);
}
