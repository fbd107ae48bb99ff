import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { pressGoOn } from './support/checkout.ts';
import { type Offer, offersFor, productPath } from './support/offers.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

let browser: Browser;
let mall: OpenMall;
beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

const withoutScripts = { ...PHONE, javaScriptEnabled: false };

/** From the product's page into the cart, as the form of that page does it. */
async function putInCart(page: Page, { sku, qty }: Offer): Promise<void> {
  await page.goto(`${mall.origin}${productPath(sku)}`);
  const choice = page.locator(`main input[type=radio][name=sku][value="${sku}"]`);
  if (await choice.count()) await choice.check();
  await page.fill('main [name=qty]', String(qty));
  await pressGoOn(page);
  expect(new URL(page.url()).pathname).toBe('/keranjang');
}
async function fill(page: Page, fields: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value);
    else await field.fill(value);
  }
}
const text = (page: Page) => page.locator('main').innerText();

test('Palangkaraya: two sellers, province first, then the kecamatan, QRIS to save and a transfer', async () => {
  const { newPage, faults, close } = await openContext(browser, withoutScripts);
  const page = await newPage();
  const address = { country: 'ID', region: '62.71' };
  const [qris] = await offersFor(mall.origin, address, 'qris');
  const [, ...others] = await offersFor(mall.origin, address, 'transfer', 3);
  const transfer = others.find(({ seller }) => seller !== qris!.seller)!;
  await putInCart(page, qris!);
  await putInCart(page, transfer);
  expect(await text(page)).toContain('2 pembayaran ke 2 penjual');
  await pressGoOn(page);

  // The province alone narrows the list, with a form that is otherwise empty.
  await fill(page, { province: '62' });
  await Promise.all([page.waitForEvent('load'), page.click('button[value=regions]')]);
  const regions = await page.locator('select[name=region] option').allInnerTexts();
  expect(regions).toContain('Kota Palangkaraya');
  expect(regions.length).toBeLessThan(20);
  await fill(page, {
    name: 'Sri Rahayu',
    phone: '0812-3456-7890',
    region: '62.71',
    address: 'Jalan Diponegoro 5, RT 2/RW 1',
    postal_code: '73111',
  });
  await page.check('[name=consent]');
  await pressGoOn(page);

  expect(await page.inputValue('[name=address]')).toBe('Jalan Diponegoro 5, RT 2/RW 1');
  await fill(page, { district: '62.71.03', [`note:${qris!.seller}`]: 'Tolong dibungkus kado' });
  await page.check(`[name="payment:${qris!.seller}"][value=qris]`);
  await page.check(`[name="payment:${transfer.seller}"][value=transfer]`);
  for (let step = 0; step < 2 && !page.url().includes('/pesanan/'); step += 1) await pressGoOn(page);
  expect(page.url()).toMatch(/\/pesanan\/[\w-]{22,}$/);

  const shown = await text(page);
  for (const part of ['Pembayaran 1 dari 2', 'Pembayaran 2 dari 2', 'Jekan Raya', 'Tolong dibungkus kado'])
    expect(shown).toContain(part);
  expect(await page.locator('svg.qr').count()).toBe(1);
  const picture = await page.locator('main a[download$=".png"]').first().getAttribute('href');
  const answer = await fetch(new URL(picture!, mall.origin));
  expect(answer.headers.get('Content-Type')).toBe('image/png');
  expect(new DataView(await answer.arrayBuffer()).getUint32(16)).toBeGreaterThanOrEqual(720);
  expect(faults).toEqual([]);
  await close();
});

test('Singapore: the whole way in English, paid to the seller’s account for money from abroad', async () => {
  const { newPage, faults, close } = await openContext(browser, withoutScripts);
  const page = await newPage();
  const [offer] = await offersFor(mall.origin, { country: 'SG' }, 'abroad');
  await putInCart(page, offer!);
  await page.click('main a[hreflang=en]');
  expect(new URL(page.url()).pathname).toBe('/en/keranjang');
  await pressGoOn(page);
  expect(new URL(page.url()).pathname).toBe('/en/checkout');
  await fill(page, {
    name: 'Dewi Lestari',
    phone: '+65 8123 4567',
    country: 'SG',
    city: 'Singapore',
    address: '12 Bedok Road #04-05',
    postal_code: '469000',
  });
  await page.check('[name=consent]');
  await pressGoOn(page);
  expect(
    await page
      .locator('[name^="payment:"]')
      .evaluateAll((all) => all.map((e) => (e as HTMLInputElement).value)),
  ).toEqual(['abroad']);
  expect(await page.locator('select[name=region]').count()).toBe(0);
  for (let step = 0; step < 2 && !page.url().includes('/pesanan/'); step += 1) await pressGoOn(page);
  const shown = await text(page);
  expect(shown).toMatch(/Order [0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await page.locator('svg.qr').count()).toBe(0);
  // Either the fee is known and the account stands there, or the seller quotes it first and says so.
  expect(shown).toMatch(/SWIFT\/BIC|working out shipping/);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  expect(faults).toEqual([]);
  await close();
});

test('Semarang: cash on delivery, another person receives it, nothing to pay now', async () => {
  const { newPage, faults, close } = await openContext(browser, withoutScripts);
  const page = await newPage();
  const [offer] = await offersFor(mall.origin, { country: 'ID', region: '33.74' }, 'cod');
  await putInCart(page, offer!);
  await pressGoOn(page);
  await page.click('summary');
  await fill(page, {
    name: 'Budi Santoso',
    phone: '+62 811 222 333',
    region: '33.74',
    address: 'Jalan Pemuda 1',
    recipient_name: 'Ibu Siti',
    recipient_phone: '0813 1111 2222',
  });
  await page.check('[name=consent]');
  await pressGoOn(page);
  await page.check(`[name="payment:${offer!.seller}"][value=cod]`);
  for (let step = 0; step < 2 && !page.url().includes('/pesanan/'); step += 1) await pressGoOn(page);
  const shown = await text(page);
  expect(shown).toContain('Dikemas');
  expect(shown).toContain('Ibu Siti');
  expect(await page.locator('svg.qr').count()).toBe(0);
  expect(faults).toEqual([]);
  await close();
});

test('with scripts the fee and the total follow the address at once, and the address stays on this phone if asked to', async () => {
  const { newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const [offer] = await offersFor(mall.origin, { country: 'ID', region: '62.71' }, 'transfer');
  await putInCart(page, offer!);
  await page.goto(`${mall.origin}/checkout`);
  await fill(page, { province: '62' });
  expect(await page.locator('select[name=region] option').count()).toBeLessThan(20);
  await fill(page, { region: '62.71' });
  await page.waitForSelector('[name=district]');
  await fill(page, {
    district: '62.71.03',
    name: 'Sri Rahayu',
    phone: '0812 3456 7890',
    address: 'Jalan A 1',
  });
  await page.waitForSelector('[name="shown_total"]', { state: 'attached' });
  await page.check('[data-remember] input');
  await page.check('[name=consent]');
  await page.waitForLoadState('networkidle');
  await pressGoOn(page);
  expect(page.url()).toMatch(/\/pesanan\//);

  await putInCart(page, offer!);
  await page.goto(`${mall.origin}/checkout`);
  await page.waitForSelector('[name=district]');
  expect(await page.inputValue('[name=name]')).toBe('Sri Rahayu');
  await expect.poll(() => page.inputValue('[name=district]')).toBe('62.71.03');
  await page.uncheck('[data-remember] input');
  expect(await page.evaluate(() => localStorage.getItem('alamat'))).toBeNull();
  expect(faults).toEqual([]);
  await close();
});

test('at 400 kbps and 400 ms the whole way to the order stays below 130,000 bytes and half a minute', async () => {
  const { context, newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const [offer] = await offersFor(mall.origin, { country: 'ID', region: '62.71' }, 'transfer');
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 400,
    downloadThroughput: 400_000 / 8,
    uploadThroughput: 400_000 / 8,
  });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const steps: string[] = [];
  const start = performance.now();
  let [lastBytes, last] = [0, start];
  const step = (name: string) => {
    steps.push(`${name}: ${bytes - lastBytes} bytes, ${((performance.now() - last) / 1000).toFixed(1)} s`);
    [lastBytes, last] = [bytes, performance.now()];
  };
  await page.goto(`${mall.origin}${productPath(offer!.sku)}`);
  step('product');
  await putInCart(page, offer!);
  step('cart');
  await pressGoOn(page);
  step('checkout');
  await fill(page, { name: 'Sri Rahayu', phone: '0812 4000 4000', region: '62.71', address: 'Jalan A 1' });
  await page.check('[name=consent]');
  await page.waitForSelector('[name=district]');
  step('fee and total');
  await pressGoOn(page);
  step('order');
  expect(page.url()).toMatch(/\/pesanan\//);
  const seconds = (performance.now() - start) / 1000;
  console.info(`${steps.join('\n')}\nin all: ${bytes} bytes, ${seconds.toFixed(1)} s`);
  expect(bytes).toBeLessThan(130_000);
  expect(seconds).toBeLessThan(30);
  expect(faults).toEqual([]);
  await close();
});
