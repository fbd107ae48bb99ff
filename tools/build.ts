import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Content, contentFolder, readContent } from '../src/catalog/content-folder.ts';
import { contentParts } from '../src/catalog/content-parts.ts';
import { readRegions } from '../src/catalog/regions.ts';
import { type BuiltCode, builtCode, publishCode } from './build/built-code.ts';
import { catalogSnapshot, writeSnapshot } from './build/catalog-snapshot.ts';
import { publishForm } from './build/content-form/publish.ts';
import { buildFingerprint } from './build/fingerprint.ts';
import { headersFile } from './build/headers-file.ts';
import { onDemandViews } from './build/on-demand.ts';
import { publishFallbackSearch } from './build/pagefind.ts';
import { preparePictures, publishPictures } from './build/pictures.ts';
import { renderPages } from './build/render-pages.ts';
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
  const preparedFile = join(folders.cache, `prepared-${name}.json`);
  writeFileSync(preparedFile, JSON.stringify(contentParts(content, regions)));

  const out = join(folders.cache, `out-${name}-${process.pid}`);
  const client = join(out, 'client');
  rmSync(out, { recursive: true, force: true });
  // The bundler and the pages' workers run beside this process, which meanwhile makes the catalogue.
  const pages = builtPages({ client, name, preparedFile, manifestFile });
  pages.catch(() => {}); // What fails in the meantime comes first.
  const { onDemand, snapshot } = await phase('catalogue and search index', () => {
    const onDemand = onDemandViews(content, regions, pictures);
    return { onDemand, snapshot: catalogSnapshot(content, regions.values(), pictures, onDemand) };
  });
  await phase('fallback search', () => publishFallbackSearch(content, client));
  const code = await pages;
  await phase('static files', async () => {
    publishCode(code, out, snapshot.version);
    const elsewhere = new Set(onDemand.map(({ id }) => id));
    await publishPictures(pictures, client, folders.cache, elsewhere);
    writeSnapshot(join(out, 'catalog.sql'), snapshot);
    writeFileSync(join(out, 'catalog-version'), `${snapshot.version}\n`);
    writeFileSync(join(client, '_headers'), headersFile());
  });
  await phase('form for editors', () => publishForm(content, client, folders.cache));
  // The mall that is being served stays whole until the new one is.
  rmSync(folders.dist, { recursive: true, force: true });
  move(out, folders.dist);
  writeFileSync(markerFile(), fingerprint);
  process.stderr.write(`  built ${content.products.size} products in ${secondsSince(start)}\n`);
}

/** The code, bundled where it is new, and with it the pages, rendered where they have changed. */
async function builtPages(options: {
  client: string;
  name: string;
  preparedFile: string;
  manifestFile: string;
}): Promise<BuiltCode> {
  const code = await phase('code', () => builtCode(folders.cache));
  const { rendered, all } = await phase('pages', () =>
    renderPages({
      code,
      client: options.client,
      cacheFolder: folders.cache,
      name: options.name,
      environment: { MALL_PREPARED: options.preparedFile, MALL_PICTURES: options.manifestFile },
    }),
  );
  process.stderr.write(`  ${rendered} of ${all} pages rendered, the others taken from the last build\n`);
  return code;
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
