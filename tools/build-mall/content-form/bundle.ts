import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { build, type Plugin, version as viteVersion } from 'vite';

const SCRIPT = resolve('src/scripts/content-form.ts');
const WORDS = resolve('src/i18n/seller-desk/content-form.ts');

/**
 * What the mall's form never asks for: syntax colouring of code, maps, shrinking of SVG, previews in React,
 * other languages of the interface. Each would be files of their own, 300 in all.
 */
const UNUSED = /^(?:@shikijs\/|leaflet|terra-draw|svgo)|^\.\.\/locales\/|\/(?:react-dom|shiki-engine)-/;

/** What is changed in the code of Sveltia CMS, and why; each must be found in it. */
const CHANGES: readonly [RegExp, string][] = [
  // The fonts of its user interface lie beside the script; these would come from elsewhere as well.
  [/@font-face \{[^}]*https:\/\/cdn\.jsdelivr\.net\/[^}]*\}/g, ''],
  // Whether GitHub is well would be asked of a third party.
  [
    /https:\/\/www\.githubstatus\.com\/api\/v2\/status\.json/g,
    'data:application/json,{"status":{"indicator":"none"}}',
  ],
  // A new product without a photo would be saved: what is not in the draft at all is not looked at.
  [/(\w+)\.length&&(Object\.assign\((\w+),\w+\((\w+),\1\)\))\)/, '$1.length?$2:$3[$4]=[])'],
  // Of the files beside an entry, only those that it names are its own and go with it when it is deleted: here
  // the photos of all of a seller's products lie in one folder.
  [/if\(\w+&&\w+\(\{collectionName:\w+,fileName:\w+\}\)\?\.entryRelative\)\{let/, 'if(false){let'],
  // Indonesian is its only language, over the English that it holds; it has no way to register one.
  [/(\w+)=`en-US`,(\w+)=`ar,bg,[^`]*`\.split\(`,`\)/, '$1=`id`,$2=[`id`]'],
  [/(\w+\(\w+,)(\{\.\.\.\w+,_sui:\w+\})\)/, '$1mallInIndonesian($2))'],
];

const adapted: Plugin = {
  name: 'adapted-sveltia',
  enforce: 'pre',
  resolveId: (id) => (UNUSED.test(id) ? '\0unused' : undefined),
  load: (id) => (id === '\0unused' ? 'export default {}' : undefined),
  transform(code, id) {
    if (!/@sveltia\/cms\/npm\/index\.js$/.test(id)) return undefined;
    const changed = CHANGES.reduce((text, [pattern, instead]) => {
      if (text.search(pattern) < 0)
        throw new Error(`Sveltia CMS has changed: ${pattern.source} is not in it`);
      return text.replace(pattern, instead);
    }, code);
    return `import { inIndonesian as mallInIndonesian } from ${JSON.stringify(WORDS)};\n${changed}`;
  },
};

/**
 * Sveltia CMS from its npm package as one script with its fonts and picture decoders beside it, so that nothing
 * comes from elsewhere. It takes seconds and changes with the package only, so it is kept.
 * @returns the folder that holds it
 */
export async function bundleForm(cacheFolder: string): Promise<string> {
  const folder = join(cacheFolder, `content-form-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const unfinished = `${folder}-${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await build({
    configFile: false,
    root: resolve('.'),
    base: '../../build/content-form/',
    publicDir: false,
    logLevel: 'silent',
    plugins: [adapted],
    build: {
      outDir: unfinished,
      emptyOutDir: true,
      assetsDir: '.',
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      target: 'es2022',
      rolldownOptions: {
        input: SCRIPT,
        output: { codeSplitting: false, entryFileNames: 'form.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  rmSync(folder, { recursive: true, force: true });
  renameSync(unfinished, folder);
  return folder;
}

/** Stands for all that the bundle is made of. */
function fingerprint(): string {
  const manifest = join(createRequire(import.meta.url).resolve('@sveltia/cms'), '../../package.json');
  const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
  const sources = [SCRIPT, WORDS, import.meta.filename].map((file) => readFileSync(file, 'utf8'));
  return createHash('sha256')
    .update(JSON.stringify([version, viteVersion, ...sources]))
    .digest('hex')
    .slice(0, 8);
}
