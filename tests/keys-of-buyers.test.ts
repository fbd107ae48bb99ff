import { afterAll, beforeAll, expect, test } from 'vitest';
import { deskSession } from './support/desk-session.ts';
import { navigate } from './support/navigate.ts';
import type { OpenMall } from './support/open-mall.ts';
import { placeOrder } from './support/orders.ts';
import { openMallOfRealSellers } from './support/real-sellers.ts';
import { mailWith } from './support/sign-in.ts';

const SEKAR = 'batik-sekar@contoh.mal-ukm.test';
let mall: OpenMall;
beforeAll(async () => {
  mall = await openMallOfRealSellers();
});
afterAll(() => mall?.close());

const json = async (path: string, body: unknown, cookie = '') =>
  fetch(mall.origin + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Cookie: cookie, Origin: mall.origin },
    body: JSON.stringify(body),
  });
/** The texts of a page's WhatsApp links to somebody else; the share with oneself has no number. */
const chats = (html: string) =>
  [...html.matchAll(/https:\/\/wa\.me\/(\d+)\?text=([^"&]+)/g)].map(([, number, text]) => ({
    number,
    text: decodeURIComponent(text!),
  }));

test('nothing that is made for a real seller holds a buyer’s token: WhatsApp texts, desk, slip, label, mailed pages', async () => {
  const order = await placeOrder(mall.origin, [
    { sku: 'batik-sekar/kemeja-parang/xl', price: 185_000, seller: 'batik-sekar' },
    { sku: 'tenun-troso/kain-ikat', price: 120_000, seller: 'tenun-troso' },
  ]);
  const asked = await json('/api/inquiries', {
    seller: 'batik-sekar',
    buyer: { name: 'Rina', phone: '0812 3456 7890', email: 'rina@contoh.test' },
    quantity: 2,
    message: 'Bisa kirim besok?',
    consent: true,
  });
  const { inquiry } = (await asked.json()) as { inquiry: { token: string; code: string } };
  const keys = [order.token, inquiry.token];
  const holdsNone = (name: string, text: string) => {
    for (const key of keys) expect([name, text.includes(key)]).toEqual([name, false]);
  };

  const ordered = (await navigate(mall.origin + order.url)).text;
  const codes = [1, 2].map((part) => `${order.code}-${part}`);
  const told = chats(ordered);
  expect(told).toHaveLength(2);
  for (const [index, { text }] of told.entries()) {
    holdsNone('Kabari penjual', text);
    expect(text).toContain(`${mall.origin}/lapak/pesanan/${codes[index]}`);
  }
  const thread = (await navigate(`${mall.origin}/tanya/t/${inquiry.token}`)).text;
  expect(chats(thread)).toHaveLength(1);
  for (const { text } of chats(thread)) holdsNone('Kabari penjual di pertanyaan', text);

  const code = codes.find((part) =>
    ordered
      .slice(ordered.indexOf(`id="${part}"`))
      .slice(0, 2_000)
      .includes('Batik Sekar'),
  )!;
  const mail = await mailWith(mall, new RegExp(`${code}[\\s\\S]*${SEKAR}|${SEKAR}[\\s\\S]*${code}`));
  holdsNone('surat pesanan', mail);
  const link = /\/penjual\/[\w.-]+/.exec(mail)![0];
  const question = await mailWith(mall, new RegExp(inquiry.code));
  holdsNone('surat pertanyaan', question);
  const sellerThread = /\/tanya\/t\/[\w-]+/.exec(question)![0];
  const cookie = await deskSession(mall, SEKAR);
  const offered = await json(`/api${sellerThread.replace('/tanya/t/', '/inquiries/')}/quotes`, {
    lines: [{ sku: 'batik-sekar/kemeja-parang/l', qty: 2, price: 150_000 }],
    shipping: 20_000,
    valid_until: new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10),
  });
  expect(offered.status).toBe(201);

  const look = async (path: string) => {
    const { text } = await navigate(mall.origin + path, { headers: { Cookie: cookie } });
    holdsNone(path, text);
    for (const chat of chats(text)) holdsNone(`WhatsApp di ${path}`, chat.text);
    return text;
  };
  expect(chats(await look(sellerThread))).toHaveLength(1);
  for (const path of ['/lapak', '/lapak/pesanan', '/lapak/tanya', '/lapak/pesanan.csv', link])
    await look(path);
  for (const path of ['', '/isi', '/label']) await look(`/lapak/pesanan/${code}${path}`);
  for (const to of ['paid', 'processing']) {
    const moved = await json(`/api/desk/seller-orders/${code}/transitions`, { to }, cookie);
    holdsNone(to, await moved.text());
    expect(chats(await look(`/lapak/pesanan/${code}`)).length).toBeGreaterThan(0);
    await look(link);
  }
});
