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
}

/**
 * Tries an open mall: its health with the catalogue expected, a search, a product's page, and a cart's prices in
 * place of an order, which would be one. Page, search and cart must name the same price.
 * @param options.photo the name of a photo in the bucket: it is tried, too, with its product's page on demand
 * @throws ToolError naming what failed
 */
export async function smokeTest(
  origin: string,
  catalog: string,
  { attempts = ATTEMPTS, pause = PAUSE_MS, photo }: SmokeOptions = {},
): Promise<string> {
  await healthWith(origin, catalog, attempts, pause);
  const { items } = await json<{ items: { sku: string; price: number; url: string }[] }>(
    `${origin}/api/search?per_page=1`,
  );
  const item = items[0];
  if (!item) throw new ToolError(`${origin}/api/search finds no product.`);
  const product = await json<SmokeProduct>(`${origin}/api/products/${item.sku}`);
  const page = await fetch(`${origin}/produk/${item.sku}/`);
  const html = await page.text();
  if (page.status !== 200) throw new ToolError(`The page of ${item.sku} answers ${page.status}.`);
  if (!html.includes(formatRupiah(product.price)))
    throw new ToolError(`The page of ${item.sku} does not show its price, ${formatRupiah(product.price)}.`);
  if (item.price !== product.price)
    throw new ToolError(`Search and product differ in the price of ${item.sku}.`);
  const bought = product.variants[0] ?? product;
  const cart = await json<{ lines?: { sku: string; unit_price?: number }[] }>(`${origin}/api/cart/price`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lines: [{ sku: bought.sku, qty: product.min_qty }] }),
  });
  const line = cart.lines?.find(({ sku }) => sku === bought.sku);
  const prices = [bought.price, ...product.tiers.map(({ price }) => price)];
  if (line?.unit_price === undefined || !prices.includes(line.unit_price))
    throw new ToolError(`The cart does not name the price of ${bought.sku}, ${formatRupiah(bought.price)}.`);
  return `health, search, page and cart of ${item.sku}${photo ? `, on demand ${await pageOnDemand(origin, photo)}` : ''}`;
}

/** Opens a photo of the bucket and the page that shows it; gives the product. */
async function pageOnDemand(origin: string, photo: string): Promise<string> {
  const product = photo.replace(/-\d+\.[0-9a-f]{8}\..*$/, '');
  const page = await fetch(`${origin}/produk/${product}/`);
  const html = await page.text();
  if (page.status !== 200 || !html.includes(`/foto/${photo}`))
    throw new ToolError(`The page on demand of ${product} answers ${page.status} without its photo.`);
  const answer = await fetch(`${origin}/foto/${photo}`);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new ToolError(`/foto/${photo} answers ${answer.status}.`);
  return product;
}

async function healthWith(origin: string, catalog: string, attempts: number, pause: number): Promise<void> {
  let last = 'nothing';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt) await new Promise((next) => setTimeout(next, pause));
    const response = await fetch(`${origin}/api/health`).catch(() => undefined);
    const body = (await response?.json().catch(() => undefined)) as { catalog?: string } | undefined;
    if (response?.ok && body?.catalog === catalog) return;
    last = `${response?.status ?? 'nothing'}, catalogue ${body?.catalog ?? 'none'}`;
  }
  throw new ToolError(`${origin}/api/health should have catalogue ${catalog}, but answers ${last}.`);
}

async function json<T>(url: string, init?: RequestInit): Promise<T> {
  const response = await fetch(url, init);
  if (!response.ok) throw new ToolError(`${new URL(url).pathname} answers ${response.status}.`);
  return (await response.json()) as T;
}
