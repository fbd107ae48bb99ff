import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { encodeCart } from '../src/domain/ordering/cart.ts';
import { cleanLine, cleanText, holdsLink } from '../src/domain/text.ts';
import { inParallel } from '../tools/build-mall/parallel.ts';
import { launchBrowser } from './support/browser.ts';
import { navigate } from './support/navigate.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { type RoomySku, roomySkus } from './support/roomy-skus.ts';

/** The Big List of Naughty Strings, https://github.com/minimaxir/big-list-of-naughty-strings (MIT). */
const FILE = 'tests/data/blns.json';
const naughty: string[] = JSON.parse(readFileSync(FILE, 'utf8'));
const AT_ONCE = 16;

let browser: Browser;
let mall: OpenMall;
let skus: RoomySku[];
beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall({ MALL_LIMITS: 'off' })]);
  skus = roomySkus((await readContent(contentFolder())).content, naughty.length * 6);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

/** An order's body with a plain text in every field; changes are laid over it. */
function orderBody(index: number, changes: Record<string, unknown> = {}) {
  const { sku, qty, price } = skus[index]!;
  return {
    lines: [{ sku, qty, price }],
    buyer: { name: 'Sri', phone: '0812 3456 7890' },
    ship_to: { country: 'ID', region: '33.74', address: 'Jalan Pemuda 1' },
    payment: 'transfer',
    consent: true,
    ...changes,
  };
}

async function postOrder(body: unknown): Promise<{ status: number; url?: string }> {
  const response = await fetch(`${mall.origin}/api/orders`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() },
    body: JSON.stringify(body),
  });
  const answer = (await response.json()) as { order?: { url: string } };
  return { status: response.status, url: answer.order?.url };
}

/** The same text in every field that takes it: a name holds no link. */
function textsEverywhere(index: number, text: string) {
  const plain = orderBody(index);
  const name = holdsLink(text) ? plain.buyer.name : text;
  return {
    ...plain,
    buyer: { ...plain.buyer, name },
    ship_to: { ...plain.ship_to, name, address: text, village: text, city: text },
    note: text,
    notes: { [skus[index]!.seller]: text },
  };
}

test(`515 naughty strings in every text of an order never break it and are shown back escaped`, async () => {
  expect(naughty).toHaveLength(515);
  const answers = await inParallel(naughty, AT_ONCE, (text, index) =>
    postOrder(textsEverywhere(index, text)),
  );
  const broken = naughty.filter((_, index) => ![201, 422].includes(answers[index]!.status));
  expect(broken).toEqual([]);
  // A name must not be empty and an address not endless; everything else is taken.
  const refused = naughty.filter((_, index) => answers[index]!.status === 422);
  expect(refused.filter((text) => cleanLine(text) !== '' && cleanLine(text).length <= 100)).toEqual([]);

  const taken = naughty.flatMap((text, index) =>
    answers[index]!.url ? [{ text, url: answers[index]!.url!, ways: skus[index]!.ways }] : [],
  );
  expect(taken.length).toBeGreaterThan(450);
  // Pages of sellers who can be paid alike are alike, so each kind has an ordinary one to be held against.
  const plain = await Promise.all(
    [...new Set(taken.map(({ ways }) => ways))].map(async (ways) => {
      const index = skus.findIndex((sku, at) => at >= naughty.length && sku.ways === ways);
      return { ways, url: (await postOrder(textsEverywhere(index, 'Teks biasa'))).url! };
    }),
  );
  const asked = [...plain, ...taken];
  const htmls = await inParallel(asked, AT_ONCE, async ({ url }) => {
    const { status, text } = await navigate(`${mall.origin}${url}`);
    expect(status).toBe(200);
    return text;
  });
  const pages = await parseAll(await browser.newPage(), htmls);
  const ordinary = new Map(plain.map(({ ways }, index) => [ways, pages[index]!.elements]));
  const wrong = taken.filter(({ text, ways }, index) => {
    const page = pages[plain.length + index]!;
    const shown = [cleanLine(text), cleanText(text)].every((part) => page.text.includes(squeezed(part)));
    return !shown || page.elements !== ordinary.get(ways);
  });
  expect(wrong).toEqual([]);
});

test(`515 naughty strings where a field has a form of its own are refused in words`, async () => {
  const changes: ((text: string, index: number) => Record<string, unknown>)[] = [
    (text) => ({
      buyer: { name: text, phone: text, email: text },
      ship_to: { country: text, region: text, address: text, postal_code: text, phone: text },
      consent: text,
    }),
    (text) => ({ ship_to: { country: 'ID', region: text, district: text, address: 'Jalan 1' } }),
    (text) => ({
      lines: [{ sku: text, qty: 1, price: 1000 }],
      shipping: { [text]: text },
      payment: { [text]: text },
      notes: { [text]: text },
      [text]: text,
    }),
    (text, index) => ({
      shipping: { [skus[index]!.seller]: text },
      payment: { [skus[index]!.seller]: text, [text]: 'transfer' },
    }),
  ];
  const orders = naughty.flatMap((text, index) =>
    changes.map((change) => orderBody(index, change(text, index))),
  );
  const answers = await inParallel(orders, AT_ONCE, postOrder);
  const broken = orders.filter((_, index) => ![201, 409, 422].includes(answers[index]!.status));
  expect(broken.slice(0, 5)).toEqual([]);
});

test(`515 naughty strings in carts, checkouts, searches and addresses never break a page`, async () => {
  const [first] = skus;
  const cart = encodeCart({ lines: [{ sku: first!.sku, qty: first!.qty, price: first!.price }] });
  const headers = { Cookie: `cart=${cart}` };
  interface Asked {
    path: string;
    form?: Record<string, string>;
    headers?: Record<string, string>;
  }
  const requests = naughty.flatMap((text): Asked[] => {
    const inUrl = encodeURIComponent(text.toWellFormed());
    return [
      { path: '/keranjang', form: { sku: text, qty: text, from: text, action: text } },
      {
        path: '/keranjang/ubah',
        form: { [`qty:${first!.sku}`]: text, [`qty:${text}`]: '1', remove: text },
        headers: { Cookie: `cart=${inUrl}` },
      },
      { path: `/cari?q=${inUrl}` },
      { path: `/pesanan/${inUrl}` },
      { path: '/pesanan', form: { code: text, phone: text } },
    ];
  });
  const answers = await inParallel(requests, AT_ONCE, ({ path, form, headers: own }) =>
    navigate(`${mall.origin}${path}`, { form, headers: own ?? headers }),
  );
  const broken = requests.filter((_, index) => answers[index]!.status >= 500);
  expect(broken.slice(0, 5)).toEqual([]);
});

test(`515 naughty strings come back into the fields of a refused checkout as they were typed`, async () => {
  const { sku, qty, price } = skus[0]!;
  const formOf = (text: string) => ({
    ...Object.fromEntries(
      ['name', 'phone', 'email', 'address', 'postal_code', 'recipient_name', 'recipient_phone', 'note'].map(
        (name) => [name, text],
      ),
    ),
    [`note:${skus[0]!.seller}`]: text,
    country: 'ID',
    region: '33.74',
    line: `${sku}|${qty}|${price}`,
    action: 'place',
  });
  const texts = ['Teks biasa', ...naughty];
  const htmls = await inParallel(texts, AT_ONCE, async (text) => {
    const answer = await navigate(`${mall.origin}/checkout`, { form: formOf(text) });
    expect([409, 422]).toContain(answer.status);
    return answer.text;
  });
  const parsed = await parseAll(await browser.newPage(), htmls);
  const wrong = texts.filter((text, index) => {
    const { fields } = parsed[index]!;
    // An input drops line breaks, a form sends them as CRLF; neither keeps a NUL.
    const typed = text.toWellFormed().replaceAll('\0', '\ufffd');
    return fields.name !== typed.replace(/[\r\n]/g, '') || fields.address !== typed.replace(/\r\n?/g, '\n');
  });
  expect(wrong).toEqual([]);
});

interface ParsedPage {
  /** Text of the page as a reader sees it, white space squeezed. */
  text: string;
  /** How many elements of each name there are. */
  elements: string;
  /** Values of named fields. */
  fields: Record<string, string>;
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ');

/** Reads pages with a real browser's parser, which is what an attack would be read with. */
async function parseAll(page: Page, htmls: string[]): Promise<ParsedPage[]> {
  const parsed: ParsedPage[] = [];
  for (let start = 0; start < htmls.length; start += 100)
    parsed.push(
      ...(await page.evaluate(
        (batch) =>
          batch.map((html) => {
            const document = new DOMParser().parseFromString(html, 'text/html');
            const counts: Record<string, number> = {};
            for (const { localName } of document.querySelectorAll('*'))
              counts[localName] = (counts[localName] ?? 0) + 1;
            const inputs = document.querySelectorAll<HTMLInputElement>(
              'main input[name], main textarea[name]',
            );
            return {
              text: (document.body.textContent ?? '').replace(/\s+/g, ' '),
              elements: JSON.stringify(Object.entries(counts).sort()),
              fields: Object.fromEntries([...inputs].map(({ name, value }) => [name, value])),
            };
          }),
        htmls.slice(start, start + 100),
      )),
    );
  await page.close();
  return parsed;
}
