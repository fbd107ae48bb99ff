import { SMOKE_HEADER } from '../../functions/http/settings.ts';
import { formatRupiah } from '../../src/domain/money.ts';
import { ToolError } from '../terminal.ts';

/** A new version may need a moment until every place knows it. */
const ATTEMPTS = 20;
const PAUSE_MS = 1000;

interface SmokeProduct {
  sku: string;
  price: number;
  min_qty: number;
  url: string;
  variants: { sku: string; price: number }[];
  tiers: { price: number }[];
}

interface SmokeOptions {
  attempts?: number;
  pause?: number;
  photo?: string | undefined;
  token?: string | undefined;
}

/** Asks the mall; under a preview address it lets in whoever says the deployment's token. */
type Ask = (path: string, init?: RequestInit) => Promise<Response>;

/**
 * Tries an open mall: its health with the catalogue expected, a search, a product's page, and a cart's prices in
 * place of an order, which would be one. Page, search and cart must name the same price.
 * @param options.photo the name of a photo in the bucket: it is tried, too, with its product's page on demand
 * @param options.token lets the test in where only this version's own is let in
 * @throws ToolError naming what failed
 */
export async function smokeTest(
  origin: string,
  catalog: string,
  { attempts = ATTEMPTS, pause = PAUSE_MS, photo, token }: SmokeOptions = {},
): Promise<string> {
  const ask: Ask = (path, init = {}) =>
    fetch(`${origin}${path}`, {
      ...init,
      headers: { ...init.headers, ...(token && { [SMOKE_HEADER]: token }) },
    });
  await healthWith(ask, origin, catalog, attempts, pause);
  const { items } = await json<{ items: { sku: string; price: number; url: string }[] }>(
    ask,
    '/api/search?per_page=1',
  );
  const item = items[0];
  if (!item) throw new ToolError(`${origin}/api/search finds no product.`);
  const product = await json<SmokeProduct>(ask, `/api/products/${item.sku}`);
  const page = await ask(`/produk/${item.sku}/`);
  const html = await page.text();
  if (page.status !== 200) throw new ToolError(`The page of ${item.sku} answers ${page.status}.`);
  if (!html.includes(formatRupiah(product.price)))
    throw new ToolError(`The page of ${item.sku} does not show its price, ${formatRupiah(product.price)}.`);
  if (item.price !== product.price)
    throw new ToolError(`Search and product differ in the price of ${item.sku}.`);
  const bought = product.variants[0] ?? product;
  const cart = await json<{ lines?: { sku: string; unit_price?: number }[] }>(ask, '/api/cart/price', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lines: [{ sku: bought.sku, qty: product.min_qty }] }),
  });
  const line = cart.lines?.find(({ sku }) => sku === bought.sku);
  const prices = [bought.price, ...product.tiers.map(({ price }) => price)];
  if (line?.unit_price === undefined || !prices.includes(line.unit_price))
    throw new ToolError(`The cart does not name the price of ${bought.sku}, ${formatRupiah(bought.price)}.`);
  return `health, search, page and cart of ${item.sku}${photo ? `, on demand ${await pageOnDemand(ask, photo)}` : ''}`;
}

/** Opens a photo of the bucket and the page that shows it; gives the product. */
async function pageOnDemand(ask: Ask, photo: string): Promise<string> {
  const product = photo.replace(/-\d+\.[0-9a-f]{8}\..*$/, '');
  const page = await ask(`/produk/${product}/`);
  const html = await page.text();
  if (page.status !== 200 || !html.includes(`/foto/${photo}`))
    throw new ToolError(`The page on demand of ${product} answers ${page.status} without its photo.`);
  const answer = await ask(`/foto/${photo}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new ToolError(`/foto/${photo} answers ${answer.status}.`);
  return product;
}

async function healthWith(
  ask: Ask,
  origin: string,
  catalog: string,
  attempts: number,
  pause: number,
): Promise<void> {
  let last = 'nothing';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt) await new Promise((next) => setTimeout(next, pause));
    const response = await ask('/api/health').catch(() => undefined);
    const body = (await response?.json().catch(() => undefined)) as { catalog?: string } | undefined;
    if (response?.ok && body?.catalog === catalog) return;
    last = `${response?.status ?? 'nothing'}, catalogue ${body?.catalog ?? 'none'}`;
  }
  throw new ToolError(`${origin}/api/health should have catalogue ${catalog}, but answers ${last}.`);
}

async function json<T>(ask: Ask, path: string, init?: RequestInit): Promise<T> {
  const response = await ask(path, init);
  if (!response.ok) throw new ToolError(`${path.split('?')[0]} answers ${response.status}.`);
  return (await response.json()) as T;
}
