import { encodeCart } from '../../src/domain/ordering/cart.ts';
import { navigate } from './navigate.ts';
import type { OpenMall } from './open-mall.ts';
import { buyableSkus, placeOrder } from './orders.ts';
import { tagsOf } from './tags.ts';

/** A page that the Worker renders, and the cart that its visitor carries. */
export interface OnDemandPage {
  name: string;
  path: string;
  cart?: string;
  /** 200 unless it is said. */
  status?: number;
}

/** One page of each kind that the Worker renders, with a cart of two sellers, an order and its mails made for it. */
export async function onDemandPages(mall: OpenMall): Promise<OnDemandPage[]> {
  const skus = await buyableSkus(mall.origin, 2);
  const cart = encodeCart({ lines: skus.map(({ sku, price }) => ({ sku, qty: 1, price })) });
  const gone = encodeCart({
    lines: [
      { sku: skus[0]!.sku, qty: 1, price: skus[0]!.price + 1000 },
      { sku: 'toko-lama/sudah-tidak-ada', qty: 1, price: 1000 },
    ],
  });
  const order = await placeOrder(mall.origin, skus);
  const english = await placeOrder(mall.origin, skus, {}, { 'Accept-Language': 'en' });
  return [
    { name: 'an empty cart', path: '/keranjang' },
    { name: 'a cart of two sellers', path: '/keranjang', cart },
    { name: 'a cart in which something has changed', path: '/keranjang', cart: gone },
    { name: 'a cart after a mistake', path: '/keranjang?masalah=quantity', cart },
    { name: 'the English cart', path: '/en/keranjang', cart },
    { name: 'the checkout', path: '/checkout', cart },
    { name: 'the English checkout', path: '/en/checkout', cart },
    { name: 'an order', path: order.url },
    { name: 'an English order', path: english.url },
    { name: 'the way back to an order', path: '/pesanan' },
    { name: 'a search', path: '/cari?q=batik' },
    { name: 'a search without words', path: '/cari' },
    { name: 'a search that finds nothing', path: '/cari?q=qqqqzzzz' },
    { name: 'a search in English', path: '/en/cari?q=batik' },
    { name: 'the figures as they are now', path: '/capaian/kini' },
    { name: 'a question to a seller', path: `/tanya/${skus[0]!.seller}` },
    { name: 'a question about a product', path: `/tanya/${productOf(skus[0]!.sku)}` },
    { name: 'a question in English', path: `/en/tanya/${productOf(skus[0]!.sku)}` },
    { name: 'signing in', path: '/masuk' },
    { name: 'a product that is gone', path: `/produk/${skus[0]!.seller}/tidak-ada`, status: 404 },
    { name: 'a question to a seller', path: `/tanya/${skus[0]!.sku.split('/').slice(0, 2).join('/')}` },
    { name: 'an English question', path: `/en/tanya/${skus[0]!.sku.split('/')[0]}` },
    { name: 'signing in', path: '/masuk' },
    { name: 'the local mailbox', path: '/dev/mail' },
    { name: 'a mail', path: await firstMail(mall) },
    { name: 'an address that does not exist', path: '/tidak/ada', status: 404 },
  ];
}

/** `<seller>/<product>` of a SKU. */
const productOf = (sku: string) => sku.split('/').slice(0, 2).join('/');

async function firstMail(mall: OpenMall): Promise<string> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    await mall.runSchedule();
    const { text } = await navigate(`${mall.origin}/dev/mail`);
    for (const { attributes } of tagsOf(text)) {
      const href = attributes.get('href') ?? '';
      if (/^\/dev\/mail\/\d+$/.test(href)) return href;
    }
    await new Promise((passed) => setTimeout(passed, 100));
  }
  throw new Error('no mail arrived in the local mailbox');
}

/** The cookie header of a page's visitor. */
export const cookieOf = ({ cart }: OnDemandPage) => (cart ? { Cookie: `cart=${cart}` } : undefined);
