import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/content-folder.ts';
import { readRegions } from '../src/catalog/regions.ts';
import { catalogSnapshot, writeSnapshot } from './build/catalog-snapshot.ts';
import { buildFingerprint } from './build/fingerprint.ts';
import { headersFile } from './build/headers-file.ts';
import { publishFallbackSearch } from './build/pagefind.ts';
import { preparePictures, publishPictures } from './build/pictures.ts';
import { runBin } from './build/run.ts';
import { tidyOutput } from './build/tidy-output.ts';
import { problemLines } from './check-content.ts';
import { folders } from './mall-folders.ts';
import { phase, progress, runTool, secondsSince, ToolError } from './terminal.ts';

/** Holds the fingerprint of what `dist` was built from. */
const markerFile = () => join(folders.dist, 'built-from');

/** True when nothing that goes into a build has changed since the last one. */
export function isBuilt(): boolean {
  return existsSync(markerFile()) && readFileSync(markerFile(), 'utf8') === buildFingerprint(contentFolder());
}

/** `npm run build`: content and code become `dist/client` (static files) and `dist/server` (the Worker). */
export async function build(): Promise<void> {
  const start = performance.now();
  const fingerprint = buildFingerprint(contentFolder());
  const content = await phase('content', readChecked);
  const pictures = await phase('pictures', async () => {
    const onProgress = progress('pictures');
    const { manifest, problems } = await preparePictures({
      content,
      contentFolder: contentFolder(),
      cacheFolder: folders.cache,
      onProgress,
    });
    refuse(problems);
    return manifest;
  });
  const regions = await readRegions();
  const snapshot = await phase('catalogue and search index', () =>
    catalogSnapshot(content, regions.values(), pictures),
  );

  rmSync(folders.dist, { recursive: true, force: true });
  mkdirSync(folders.dist, { recursive: true });
  await phase('pages and Worker', () =>
    runBin('astro', ['build'], {
      MALL_CATALOG_VERSION: snapshot.version,
      NODE_OPTIONS: '--max-old-space-size=6144',
    }),
  );
  await phase('static files', async () => {
    await publishPictures(pictures, join(folders.dist, 'client'), folders.cache);
    writeSnapshot(join(folders.dist, 'catalog.sql'), snapshot);
    writeFileSync(join(folders.dist, 'catalog-version'), `${snapshot.version}\n`);
    writeFileSync(join(folders.dist, 'client/_headers'), headersFile());
    tidyOutput(folders.dist);
  });
  await phase('fallback search', () => publishFallbackSearch(content, join(folders.dist, 'client')));
  writeFileSync(markerFile(), fingerprint);
  process.stderr.write(`  built ${content.products.size} products in ${secondsSince(start)}\n`);
}

async function readChecked(): Promise<Content> {
  const { content, problems } = await readContent(contentFolder());
  refuse(problems);
  return content;
}

/** Ends the build with every problem that is an error; warnings are printed and let it go on. */
function refuse(problems: Parameters<typeof problemLines>[0]): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (errors.length)
    throw new ToolError(
      `${problemLines(errors).join('\n')}\n\n${errors.length} masalah di ${resolve(contentFolder())}. Perbaiki, lalu jalankan lagi.`,
    );
}

if (import.meta.main) await runTool(build);
