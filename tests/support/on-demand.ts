import { encodeCart } from '../../src/domain/ordering/cart.ts';
import { deskSession } from './desk-session.ts';
import { navigate } from './navigate.ts';
import type { OpenMall } from './open-mall.ts';
import { buyableSkus, placeOrder } from './orders.ts';
import { tagsOf } from './tags.ts';

/** A page that the Worker renders, and what its visitor carries. */
export interface OnDemandPage {
  name: string;
  path: string;
  cart?: string;
  /** The cookie of somebody who signed in, `<name>=<value>`. */
  session?: string;
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
    { name: 'a link to an address that is over', path: '/surel/tidak.ada.lagi', status: 410 },
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

/** Pages that ask who somebody is, as the seller of an order and an operator see them. */
export async function deskPages(mall: OpenMall): Promise<OnDemandPage[]> {
  const skus = await buyableSkus(mall.origin, 1);
  const order = await placeOrder(mall.origin, skus);
  const seller = await deskSession(mall, `${skus[0]!.seller}@contoh.mal-ukm.test`);
  const operator = await deskSession(mall, 'operator@mal-ukm.test');
  const part = `${order.code}-1`;
  const desk = (session: string, paths: string[]) =>
    paths.map(
      (path): OnDemandPage => ({ name: `${path.replace(part, '<code>')}, signed in`, path, session }),
    );
  return [
    ...desk(seller, [
      '/lapak',
      '/lapak/pesanan',
      `/lapak/pesanan/${part}`,
      '/lapak/stok',
      '/lapak/jual',
      '/lapak/angka',
      '/lapak/tanya',
      '/masuk/perangkat',
    ]),
    ...desk(operator, [
      '/kelola',
      '/kelola/bantuan',
      '/kelola/persetujuan',
      '/kelola/koreksi',
      '/kelola/jejak',
      '/kelola/pengunjung',
      '/kelola/rinci',
      '/kelola/tangguhkan',
      '/kelola/tautan-masuk',
      `/kelola/pesanan/${part}`,
      '/masuk/sidik-jari',
    ]),
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

const cookiesOf = ({ cart, session }: OnDemandPage) => [
  ...(cart ? [`cart=${cart}`] : []),
  ...(session ? [session] : []),
];

/** The cookie header of a page's visitor. */
export function cookieOf(page: OnDemandPage): { Cookie: string } | undefined {
  const cookies = cookiesOf(page);
  return cookies.length ? { Cookie: cookies.join('; ') } : undefined;
}

/** The same for a browser's context. */
export const browserCookies = (page: OnDemandPage, url: string) =>
  cookiesOf(page).map((cookie) => {
    const [name = '', value = ''] = cookie.split(/=(.*)/s);
    return { name, value, url, secure: true };
  });
