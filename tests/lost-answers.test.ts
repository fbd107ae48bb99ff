import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { pressGoOn } from './support/checkout.ts';
import { type Offer, offersFor, productPath } from './support/offers.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

let browser: Browser;
let mall: OpenMall;
let offer: Offer;
beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
  [offer] = (await offersFor(mall.origin, { country: 'ID', region: '62.71' }, 'transfer')) as [Offer];
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

async function putInCart(page: Page): Promise<void> {
  await page.goto(`${mall.origin}${productPath(offer.sku)}`);
  const choice = page.locator(`main input[type=radio][name=sku][value="${offer.sku}"]`);
  if (await choice.count()) await choice.check();
  await page.fill('main [name=qty]', String(offer.qty));
  await pressGoOn(page);
}
async function fillIn(page: Page, phone: string): Promise<void> {
  await page.fill('[name=name]', 'Sri Rahayu');
  await page.fill('[name=phone]', phone);
  await page.selectOption('select[name=region]', '62.71');
  await page.fill('[name=address]', 'Jalan Diponegoro 5');
}
/** Lets the mall do what a form asks and loses the answer on its way back. */
async function loseAnswers(page: Page): Promise<string[]> {
  const lost: string[] = [];
  await page.route('**/checkout', async (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const answer = await route.fetch({ maxRedirects: 0 });
    lost.push(answer.headers().location ?? '');
    return route.abort('connectionreset');
  });
  return lost;
}

test.each([
  ['without scripts', false, '0812 0000 0001'],
  ['with scripts', true, '0812 0000 0002'],
])('%s: a lost answer at any step of the checkout never makes a second order', async (_, scripts, phone) => {
  const { newPage, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: scripts });
  const page = await newPage();
  await putInCart(page);
  await page.goto(`${mall.origin}/checkout`);
  await fillIn(page, phone);
  if (scripts) await page.waitForSelector('[name=shown_total]', { state: 'attached' });
  else await pressGoOn(page);
  await page.check('[name=consent]');

  // The order is placed and its answer lost.
  const lost = await loseAnswers(page);
  await page.locator('#go-on button').click();
  await expect.poll(() => lost.length).toBeGreaterThan(0);
  const [order] = lost;
  expect(order).toMatch(/^\/pesanan\/[\w-]+$/);
  await page.unroute('**/checkout');

  // The buyer goes on from wherever the browser has left them.
  await page.goto(`${mall.origin}/keranjang`);
  expect(await page.locator('main').innerText()).toContain('Pesanan Anda');
  await page.goto(`${mall.origin}/checkout`);
  await pressGoOn(page);
  expect(new URL(page.url()).pathname).toBe(order);
  if (scripts) expect(await page.locator('[data-cart-count]').first().innerText()).toBe('');
  await page.goto(`${mall.origin}/keranjang`);
  expect(await page.locator('main .line').count()).toBe(0);

  if (scripts) {
    await page.goto(`${mall.origin}/pesanan`);
    expect(await page.locator('[data-orders-here] a').getAttribute('href')).toBe(order);
    await page.locator('[data-orders-here] li button').click();
    expect(await page.locator('[data-orders-here]').isVisible()).toBe(false);
  }
  await close();
});

test('a network that is gone is said, nothing typed is lost, and the fee comes once it is back', async () => {
  const { context, newPage, close } = await openContext(browser, PHONE);
  const page = await newPage();
  await putInCart(page);
  await page.goto(`${mall.origin}/checkout`);
  await context.setOffline(true);
  await fillIn(page, '0812 0000 0003');
  await expect.poll(() => page.locator('[data-network]').innerText()).toContain('Jaringan terputus');
  await context.setOffline(false);
  await page.waitForSelector('[name=shown_total]', { state: 'attached' });
  expect(await page.locator('[data-network]').innerText()).toBe('');

  // Another service is added up without asking the mall.
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.method()));
  const services = page.locator(`[name="shipping:${offer.seller}"]`);
  const before = await page.inputValue('[name=shown_total]');
  await services.nth(1).check();
  expect(await page.inputValue('[name=shown_total]')).not.toBe(before);
  expect(asked).toEqual([]);

  await page.goto(`${mall.origin}/keranjang`);
  await page.goto(`${mall.origin}/checkout`);
  expect(await page.inputValue('[name=name]')).toBe('Sri Rahayu');
  expect(await page.inputValue('[name=address]')).toBe('Jalan Diponegoro 5');
  await close();
});
