import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { openedContent } from '../src/catalog/reading/content-opened.ts';
import { contentParts } from '../src/catalog/reading/content-parts.ts';
import { readRegions } from '../src/catalog/reading/regions.ts';
import type { PictureManifest } from '../src/catalog/showing/pictures.ts';
import { type BuiltCode, builtCode, plainBuild, publishCode } from './build-mall/built-code.ts';
import { catalogSnapshot, writeSnapshot } from './build-mall/catalog-snapshot.ts';
import { publishForm } from './build-mall/content-form/publish.ts';
import { buildFingerprint, codeFingerprint } from './build-mall/fingerprint.ts';
import { headersFile } from './build-mall/headers-file.ts';
import { keep, keptFolder, recall } from './build-mall/kept-folder.ts';
import { onDemandViews } from './build-mall/on-demand.ts';
import { publishFallbackSearch } from './build-mall/pagefind.ts';
import { preparePictures, publishPictures } from './build-mall/pictures.ts';
import { renderPages } from './build-mall/render-pages.ts';
import { searchSource } from './build-mall/search-index.ts';
import { problemLines } from './check-content.ts';
import { folders } from './mall-folders.ts';
import { phase, progress, runTool, secondsSince, ToolError } from './terminal.ts';

/** A path's hash, short enough for a file name. */
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
  const code = codeFingerprint();
  // What is made for one content folder is kept apart from another's.
  const name = shortName(contentFolder());
  const kept = keptFolder(folders.cache, name);
  // Astro bundles in a process of its own while this one reads.
  const plain = Boolean(process.env.MALL_PLAIN_ASTRO);
  const bundling = plain ? undefined : phase('code', () => builtCode(folders.cache, code));
  bundling?.catch(() => {}); // What fails in the meantime is told first.
  const everything = await phase('content', () => readChecked(join(kept, 'content.json'), code));
  const content = openedContent(everything);
  const manifestFile = join(folders.cache, `pictures-${name}.json`);
  const pictures = await phase('pictures', () =>
    preparedPictures(content, manifestFile, join(kept, 'pictures.json'), code),
  );
  const regions = await readRegions();
  const preparedFile = join(folders.cache, `prepared-${name}.json`);
  writeFileSync(preparedFile, JSON.stringify(contentParts(content, regions)));

  const out = join(folders.cache, `out-${name}-${process.pid}`);
  const client = join(out, 'client');
  rmSync(out, { recursive: true, force: true });
  // Workers draw the pages while this thread makes what is not a page.
  const environment = { MALL_PREPARED: preparedFile, MALL_PICTURES: manifestFile };
  const drawing = bundling
    ? drawnPages(bundling, { client, cache: join(kept, 'pages'), environment })
    : phase('code and pages by Astro alone', () => plainBuild(folders.cache, code, environment));
  drawing.catch(() => {});
  const { onDemand, search, snapshot } = await phase('catalogue and search index', () => {
    const onDemand = onDemandViews(content, regions, pictures);
    const search = searchSource(content, (code) => regions.get(code)?.name);
    const snapshot = catalogSnapshot(content, regions.values(), pictures, onDemand, search);
    return { onDemand, search, snapshot };
  });
  await phase('fallback search', () => publishFallbackSearch(search, client, join(kept, 'search.json')));
  await phase('static files', async () => {
    const elsewhere = new Set(onDemand.map(({ id }) => id));
    await publishPictures(pictures, client, folders.cache, elsewhere);
    writeSnapshot(join(out, 'catalog.sql'), snapshot);
    writeFileSync(join(out, 'catalog-version'), `${snapshot.version}\n`);
  });
  await phase('form for editors', () => publishForm(everything, client, folders.cache));
  publishCode(await drawing, out, snapshot.version);
  if (plain) rmSync((await drawing).folder, { recursive: true, force: true });
  writeFileSync(join(client, '_headers'), headersFile());
  // The mall that is being served stays whole until the new one is.
  rmSync(folders.dist, { recursive: true, force: true });
  move(out, folders.dist);
  pointWrangler();
  writeFileSync(markerFile(), fingerprint);
  process.stderr.write(`  built ${content.products.size} products in ${secondsSince(start)}\n`);
}

/** Draws the pages once the code is bundled, and gives the code. */
async function drawnPages(
  bundling: Promise<BuiltCode>,
  rendering: Omit<Parameters<typeof renderPages>[0], 'code'>,
): Promise<BuiltCode> {
  const code = await bundling;
  const { rendered, all } = await phase('pages', () => renderPages({ code, ...rendering }));
  process.stderr.write(`  ${rendered} of ${all} pages rendered, the others taken from the last build\n`);
  return code;
}

async function preparedPictures(
  content: Content,
  manifestFile: string,
  kept: string,
  code: string,
): Promise<PictureManifest> {
  const { manifest, problems, memory } = await preparePictures({
    content,
    contentFolder: contentFolder(),
    cacheFolder: folders.cache,
    manifestFile,
    onProgress: progress('pictures'),
    before: recall(kept, code),
  });
  refuse(problems);
  keep(kept, code, memory);
  return manifest;
}

/**
 * Tells a bare `wrangler deploy` where the Worker is: the project's own where there is one, whatever else was built
 * elsewhere meanwhile. Astro's adapter leaves it the folder that it built in.
 */
function pointWrangler(): void {
  const folder = resolve('.wrangler/deploy');
  mkdirSync(folder, { recursive: true });
  const configs = [resolve('dist'), folders.dist].map((dist) => join(dist, 'server/wrangler.json'));
  const configPath = relative(folder, configs.find((config) => existsSync(config))!);
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ configPath, auxiliaryWorkers: [] }));
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

async function readChecked(kept: string, code: string): Promise<Content> {
  const { content, problems, memory } = await readContent(contentFolder(), recall(kept, code));
  refuse(problems);
  keep(kept, code, memory);
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
