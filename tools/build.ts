import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/content-folder.ts';
import { readRegions } from '../src/catalog/regions.ts';
import { catalogSnapshot, writeSnapshot } from './build/catalog-snapshot.ts';
import { publishForm } from './build/content-form/publish.ts';
import { buildFingerprint } from './build/fingerprint.ts';
import { headersFile } from './build/headers-file.ts';
import { onDemandViews } from './build/on-demand.ts';
import { publishFallbackSearch } from './build/pagefind.ts';
import { preparePictures, publishPictures } from './build/pictures.ts';
import { runBin } from './build/run.ts';
import { tidyOutput } from './build/tidy-output.ts';
import { problemLines } from './check-content.ts';
import { folders } from './mall-folders.ts';
import { phase, progress, runTool, secondsSince, ToolError } from './terminal.ts';

/** A few letters that stand for a path. */
const shortName = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 8);

/**
 * Holds the fingerprint of what `dist` was built from. It lies elsewhere, since it goes by times and paths, and
 * what is built goes by content alone.
 */
const markerFile = () => join(folders.cache, `built-from-${shortName(folders.dist)}`);

/** True when nothing that goes into a build has changed since the last one. */
export function isBuilt(): boolean {
  return (
    existsSync(join(folders.dist, 'catalog-version')) &&
    existsSync(markerFile()) &&
    readFileSync(markerFile(), 'utf8') === buildFingerprint(contentFolder())
  );
}

/** `npm run build`: content and code become `dist/client` (static files) and `dist/server` (the Worker). */
export async function build(): Promise<void> {
  const start = performance.now();
  const fingerprint = buildFingerprint(contentFolder());
  const content = await phase('content', readChecked);
  // What is made for one content folder is kept apart from another's.
  const name = shortName(contentFolder());
  const manifestFile = join(folders.cache, `pictures-${name}.json`);
  const pictures = await phase('pictures', async () => {
    const onProgress = progress('pictures');
    const { manifest, problems } = await preparePictures({
      content,
      contentFolder: contentFolder(),
      cacheFolder: folders.cache,
      manifestFile,
      onProgress,
    });
    refuse(problems);
    return manifest;
  });
  const regions = await readRegions();
  const { onDemand, snapshot } = await phase('catalogue and search index', () => {
    const onDemand = onDemandViews(content, regions, pictures);
    return { onDemand, snapshot: catalogSnapshot(content, regions.values(), pictures, onDemand) };
  });

  const out = join(folders.cache, `out-${name}-${process.pid}`);
  const astroCache = join(folders.cache, `astro-${name}`);
  rmSync(out, { recursive: true, force: true });
  await phase('pages and Worker', () =>
    runBin('astro', ['build'], {
      MALL_OUT: out,
      MALL_ASTRO_CACHE: astroCache,
      MALL_PICTURES: manifestFile,
      MALL_CATALOG_VERSION: snapshot.version,
      // It encrypts what server islands are given; the mall has none, and a random key would differ each time.
      ASTRO_KEY: process.env.ASTRO_KEY ?? Buffer.alloc(32).toString('base64'),
      NODE_OPTIONS: '--max-old-space-size=6144',
    }),
  );
  await phase('static files', async () => {
    const elsewhere = new Set(onDemand.map(({ id }) => id));
    await publishPictures(pictures, join(out, 'client'), folders.cache, elsewhere);
    writeSnapshot(join(out, 'catalog.sql'), snapshot);
    writeFileSync(join(out, 'catalog-version'), `${snapshot.version}\n`);
    writeFileSync(join(out, 'client/_headers'), headersFile());
    tidyOutput(out, astroCache);
  });
  await phase('fallback search', () => publishFallbackSearch(content, join(out, 'client')));
  await phase('form for editors', () => publishForm(content, join(out, 'client'), folders.cache));
  // The mall that is being served stays whole until the new one is.
  rmSync(folders.dist, { recursive: true, force: true });
  move(out, folders.dist);
  writeFileSync(markerFile(), fingerprint);
  process.stderr.write(`  built ${content.products.size} products in ${secondsSince(start)}\n`);
}

/** Renames a folder, or copies it where the two lie on different disks. */
function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    renameSync(from, to);
  } catch {
    cpSync(from, to, { recursive: true });
    rmSync(from, { recursive: true });
  }
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
