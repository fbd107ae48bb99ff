import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Takes out of the Worker's folder what would differ from machine to machine: the absolute path of the
 * configuration that it was made from, source maps, which name files by where they lay, and in the code the
 * folders that it was built in. Astro's code uses those as names only.
 */
export function tidyOutput(dist: string, astroCache: string): void {
  const file = join(dist, 'server/wrangler.json');
  const {
    configPath: _,
    userConfigPath: __,
    upload_source_maps: ___,
    ...config
  } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
  for (const map of globSync(join(dist, 'server/**/*.map'))) rmSync(map);

  const names: [string, string][] = [
    [astroCache, '/mal-ukm/.cache/astro'],
    [dist, '/mal-ukm/dist'],
    [resolve('.'), '/mal-ukm'],
  ];
  for (const script of globSync(join(dist, 'server/**/*.mjs'))) {
    const code = readFileSync(script, 'utf8');
    const tidied = names.reduce(
      (text, [folder, name]) =>
        text.replaceAll(`${pathToFileURL(folder)}/`, `file://${name}/`).replaceAll(`${folder}/`, `${name}/`),
      code,
    );
    if (tidied !== code) writeFileSync(script, tidied);
  }
}
