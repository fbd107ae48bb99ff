import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The button that goes on: the last submit button of a page's main part. */
export const goOn = (page: Page) => page.locator('main button:not([type=button]):not([type=reset])').last();

/** Presses the button that goes on and waits for the page that follows. */
export async function pressGoOn(page: Page): Promise<void> {
  await Promise.all([page.waitForEvent('load'), goOn(page).click()]);
}

/** Puts a product in the cart from its page, choosing the first variant that can be bought. */
export async function addToCart(page: Page, url: string): Promise<void> {
  await page.goto(url);
  const variant = page.locator('main input[type=radio][name=sku]:not([disabled])').first();
  if (await variant.count()) await variant.check();
  await pressGoOn(page);
}

export interface Buyer {
  name: string;
  phone: string;
  email?: string;
  country?: string;
  region?: string;
  city?: string;
  address: string;
  postal_code?: string;
}

/** Fills in the checkout and goes on until the order's page. Radios keep what the page has chosen. */
export async function checkOut(
  page: Page,
  origin: string,
  buyer: Buyer,
  path = '/checkout',
): Promise<string> {
  await page.goto(`${origin}${path}`);
  const { country, region, ...texts } = buyer;
  if (country) await page.selectOption('select[name=country]', country);
  if (region) await page.selectOption('select[name=region]', region);
  for (const [name, value] of Object.entries(texts)) await page.fill(`[name=${name}]`, value);
  for (let step = 0; step < 3 && !page.url().includes('/pesanan/'); step += 1) {
    const consent = page.locator('input[name=consent]');
    if (await consent.count()) await consent.check();
    await pressGoOn(page);
  }
  expect(page.url()).toMatch(/\/pesanan\/[\w-]{22,}$/);
  return page.url();
}
