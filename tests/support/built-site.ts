import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { folders } from '../../tools/mall-folders.ts';

/** A page of `dist/client` and its address. */
export interface BuiltPage {
  path: string;
  html: string;
}

/** The static files of a built mall. */
export interface BuiltSite {
  root: string;
  /**
   * Addresses of all HTML pages, sorted; `/404.html` is none that anybody opens. The form for editors is not
   * among them: it is Sveltia CMS, with a policy and a test (content-form.test.ts) of its own.
   */
  paths: string[];
  read(path: string): string;
  pages(): Generator<BuiltPage>;
  /** How the edge answers an address from the static files alone; undefined leaves it to the Worker. */
  answerTo(path: string): 'file' | 'redirect' | undefined;
}

/** Opens what `npm run build` left in a `dist` folder. */
export function builtSite(dist = folders.dist): BuiltSite {
  const root = join(dist, 'client');
  const paths = globSync('**/*.html', { cwd: root, exclude: ['kelola/konten/**'] })
    .map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`)
    .sort();
  const fileOf = (path: string) => join(root, path.endsWith('/') ? `${path}index.html` : path);
  const read = (path: string) => readFileSync(fileOf(path), 'utf8');
  const isFile = (path: string) => existsSync(join(root, path)) && statSync(join(root, path)).isFile();
  return {
    root,
    paths,
    read,
    *pages() {
      for (const path of paths) yield { path, html: read(path) };
    },
    // html_handling = "auto-trailing-slash": https://developers.cloudflare.com/workers/static-assets/routing/advanced/html-handling/
    answerTo(address) {
      const path = decodeURIComponent(address);
      if (path.endsWith('/')) {
        if (isFile(`${path}index.html`)) return 'file';
        return path !== '/' && isFile(`${path.slice(0, -1)}.html`) ? 'redirect' : undefined;
      }
      if (isFile(path)) return path.endsWith('.html') ? 'redirect' : 'file';
      if (isFile(`${path}.html`)) return 'file';
      return isFile(`${path}/index.html`) ? 'redirect' : undefined;
    },
  };
}

/** What kind of page an address is: `/produk/a/b/` and `/produk/c/d/` are of one kind. */
export function kindOf(path: string): string {
  const parts = path.split('/').filter(Boolean);
  const fixed = parts[0] === 'en' ? 2 : 1;
  return `/${parts.map((part, index) => (index < fixed ? part : '*')).join('/')}`;
}

/** One page of each kind, the first of its kind by address. */
export function onePageOfEachKind(paths: readonly string[]): string[] {
  return [...new Map([...paths].reverse().map((path) => [kindOf(path), path])).values()].reverse();
}

/** So many items evenly over a list, always the same ones. */
export function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, index) => items[Math.floor((index * items.length) / count)]!);
}
