import { readFileSync } from 'node:fs';

export interface Buyable {
  sku: string;
  price: number;
  seller: string;
}

/** One SKU of each of so many sellers that can be bought now, asked of the mall itself. */
export async function buyableSkus(origin: string, sellers: number): Promise<Buyable[]> {
  const sitemap = readFileSync(`${process.env.MALL_DIST ?? 'dist'}/client/sitemap.xml`, 'utf8');
  const found = new Map<string, Buyable>();
  for (const [, seller = '', product] of sitemap.matchAll(/\/produk\/([a-z0-9-]+)\/([a-z0-9-]+)\//g)) {
    if (found.has(seller)) continue;
    if (found.size === sellers) break;
    const facts = (await (await fetch(`${origin}/api/products/${seller}/${product}`)).json()) as {
      sku: string;
      price: number;
      min_qty: number;
      stock: number | null;
      variants: { sku: string; price: number; stock: number | null }[];
    };
    const choice = [...facts.variants, facts].find(
      ({ sku, stock }) => (stock === null || stock > 0) && (!facts.variants.length || sku !== facts.sku),
    );
    if (choice && facts.min_qty === 1) found.set(seller, { sku: choice.sku, price: choice.price, seller });
  }
  return [...found.values()];
}

/** Places an order by the API; a refusal fails the test. */
export async function placeOrder(
  origin: string,
  lines: Buyable[],
  changes: Record<string, unknown> = {},
  headers: Record<string, string> = {},
) {
  const response = await fetch(`${origin}/api/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID(), ...headers },
    body: JSON.stringify({
      lines: lines.map(({ sku, price }) => ({ sku, qty: 1, price })),
      buyer: { name: 'Sri Rahayu', phone: '0812 3456 7890', email: 'sri@contoh.test' },
      ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
      payment: 'transfer',
      consent: true,
      ...changes,
    }),
  });
  if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
  return ((await response.json()) as { order: { code: string; token: string; url: string; total: number } })
    .order;
}
