import { isSlug } from '../products/sku.ts';

/** What a page belongs to besides the whole mall. */
export interface VisitedPage {
  /** `<seller>/<product>` */
  product?: string;
  /** The shop, on its own page and on its products'. */
  seller?: string;
  /** Kemendagri code of a regency. */
  region?: string;
  edition?: string;
}

const LONGEST_PATH = 300;

/** Pages that the Worker renders and counts by itself, also for phones without scripts; no beacon is needed. */
export const COUNTED_BY_WORKER = [
  '/cari',
  '/keranjang',
  '/checkout',
  '/en/cari',
  '/en/keranjang',
  '/en/checkout',
] as const;

/**
 * What a page's path tells of a visit. Private pages (an order, a thread, the desks) are counted nowhere.
 * @returns undefined for what is no path of the mall's public pages
 */
export function visitedPage(path: string): VisitedPage | undefined {
  if (!path.startsWith('/') || path.startsWith('//') || path.length > LONGEST_PATH) return undefined;
  const [clean = ''] = path.split(/[?#]/);
  const parts = clean.split('/').filter(Boolean);
  if (parts[0] === 'en') parts.shift();
  const [place, first = '', second = ''] = parts;
  switch (place) {
    case 'produk':
      return isSlug(first) && isSlug(second) ? { product: `${first}/${second}`, seller: first } : {};
    case 'ukm':
      return isSlug(first) ? { seller: first } : {};
    case 'daerah':
      return /^\d{2}\.\d{2}$/.test(first) ? { region: first } : {};
    case 'expo':
      return isSlug(first) ? { edition: first } : {};
    case 'pesanan':
    case 'penjual':
    case 'tanya':
    case 'masuk':
    case 'lapak':
    case 'kelola':
    case 'api':
    case 'dev':
      return undefined;
    default:
      return {};
  }
}

/**
 * Visitors of one address and day that are counted apart at most, so that one client that calls itself by ever new
 * names is not many people. Thousands of phones stand behind a mobile operator's address, but they go by few names.
 */
export const VISITORS_OF_ADDRESS = 40;

/**
 * The client that an address stands for: an IPv6 client has a whole `/64` to itself (RFC 6177), so its addresses
 * are one.
 */
export function clientOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.toLowerCase().split('%')[0]!.split('::');
  const groups = head.split(':').filter(Boolean);
  if (tail !== undefined) {
    const rest = tail.split(':').filter(Boolean);
    groups.push(...Array<string>(Math.max(0, 8 - groups.length - rest.length)).fill('0'), ...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}

/**
 * Programs that read pages by themselves and say so: search engines, previews of links, monitors. Their names
 * follow https://github.com/monperrus/crawler-user-agents in kind; a browser always has a name.
 */
const BOT =
  /(?<!cu)bot(?:\b|[/;_-])|crawl|spider|slurp|archiver|facebookexternalhit|meta-external|whatsapp\/|preview|embedly|pinterest\/|quora link|mediapartners|adsbot|apis-google|google-|bingpreview|yandex|baidu|petal|semrush|ahrefs|lighthouse|pagespeed|gtmetrix|pingdom|uptime|statuscake|monitor|feedfetcher|feedly|scrapy|httrack|python-requests|python-urllib|libwww|okhttp|go-http-client/i;

/** True for a program that is not somebody's browser. */
export function isBot(userAgent: string): boolean {
  return userAgent.trim() === '' || BOT.test(userAgent);
}
