import { tagsOf } from './tags.ts';

/** Absolute addresses of the mall itself, as Open Graph, JSON-LD, sitemap and feed name them. */
export const SITE = /https:\/\/mal-ukm\.example(?:\/[^\s"'<>\\),]*)?/g;

export interface WalkedForm {
  method: string;
  action: string;
  fields: [string, string][];
  from: string;
}

/** What a walk over pages has found: each target once, with the first page that names it. */
export interface Walk {
  /** Addresses within the mall, with query, without fragment. */
  targets: Map<string, string>;
  /** Paths that an `<a>` leads to. */
  linked: Set<string>;
  /** `<path>#<id>` of other pages. */
  fragments: Map<string, string>;
  /** Fragments of a page's own that lead to nothing. */
  brokenFragments: string[];
  /** The ids of pages that the Worker renders, which cannot be read again. */
  ids: Map<string, Set<string>>;
  external: Map<string, string>;
  forms: Map<string, WalkedForm>;
  /** Every `<a href>` as it is written. */
  hrefs: Set<string>;
}

export function newWalk(): Walk {
  return {
    targets: new Map(),
    linked: new Set(),
    fragments: new Map(),
    brokenFragments: [],
    ids: new Map(),
    external: new Map(),
    forms: new Map(),
    hrefs: new Set(),
  };
}

/** Attributes that name one address, by tag. */
const ADDRESSES: Record<string, string[]> = {
  a: ['href'],
  link: ['href'],
  img: ['src'],
  source: ['src'],
  script: ['src'],
  video: ['src', 'poster'],
  iframe: ['src'],
  use: ['href'],
  input: ['src', 'data-photo'],
  button: ['formaction'],
};

/** Adds everything that a page leads to. */
export function scanPage(walk: Walk, path: string, html: string): void {
  const ids = new Set<string>();
  const own: string[] = [];
  let form: WalkedForm | undefined;
  for (const { name, attributes } of tagsOf(html)) {
    const id = attributes.get('id');
    if (id) ids.add(id);
    for (const attribute of ADDRESSES[name] ?? []) {
      const address = attributes.get(attribute);
      if (address === undefined) continue;
      if (name === 'a') walk.hrefs.add(address);
      if (address.startsWith('#')) own.push(address.slice(1));
      else addAddress(walk, path, address, name === 'a');
    }
    for (const candidate of (attributes.get('srcset') ?? '').split(','))
      if (candidate.trim()) addAddress(walk, path, candidate.trim().split(/\s+/)[0]!, false);
    if (name === 'form') {
      const method = (attributes.get('method') ?? 'get').toLowerCase();
      form = { method, action: attributes.get('action') ?? path, fields: [], from: path };
      const key = `${method} ${form.action}`;
      if (!walk.forms.has(key)) walk.forms.set(key, form);
    }
    const field = attributes.get('name');
    if (form && field && ['input', 'select', 'textarea'].includes(name))
      form.fields.push([field, attributes.get('value') ?? '']);
  }
  scanText(walk, path, html);
  // `#` alone is the top of the page.
  for (const id of own)
    if (id && !ids.has(decodeURIComponent(id))) walk.brokenFragments.push(`#${id} on ${path}`);
  walk.ids.set(path, ids);
}

/** Adds the mall's own absolute addresses in a text. */
export function scanText(walk: Walk, path: string, text: string): void {
  for (const [address] of text.matchAll(SITE))
    addAddress(walk, path, address.replaceAll('&amp;', '&'), false);
}

function addAddress(walk: Walk, page: string, address: string, isLink: boolean): void {
  const base = `https://mal-ukm.example${page}`;
  const url = URL.canParse(address, base) ? new URL(address, base) : undefined;
  if (url?.protocol === 'data:') return;
  // Mails name the mall by where it is served.
  if (url?.origin !== 'https://mal-ukm.example' && url?.hostname !== 'localhost') {
    if (!walk.external.has(address)) walk.external.set(address, page);
    return;
  }
  const target = `${url.pathname}${url.search}`;
  if (!walk.targets.has(target)) walk.targets.set(target, page);
  if (isLink) walk.linked.add(url.pathname);
  const fragment = `${url.pathname}${url.hash}`;
  if (url.hash.length > 1 && !walk.fragments.has(fragment)) walk.fragments.set(fragment, page);
}
