import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DESK = [
  '/kelola',
  '/kelola?pada=2020-11-20T13:00',
  '/kelola/rinci',
  '/kelola/pengunjung',
  '/kelola/bantuan',
  '/kelola/tangguhkan',
  '/kelola/jejak',
];

let browser: Browser;
let mall: OpenMall;
beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

/** The link of the latest mail in the local mailbox. */
async function linkInMail(): Promise<string | undefined> {
  const inbox = await (await fetch(`${mall.origin}/dev/mail`)).text();
  const mail = /\/dev\/mail\/\d+/.exec(inbox)?.[0];
  return mail && /\/masuk\/[\w.-]{20,}/.exec(await (await fetch(`${mall.origin}${mail}`)).text())?.[0];
}

/** Signs in as the operator, by the link of the mail. */
async function signIn(page: Page): Promise<void> {
  await page.goto(`${mall.origin}/masuk`);
  await page.fill('main input[name=email]', 'operator@mal-ukm.test');
  await page.locator('main form button').last().click();
  await expect.poll(linkInMail).toBeDefined();
  await page.goto(`${mall.origin}${await linkInMail()}`);
  await page.locator('main form button').last().click();
  await page.waitForURL(`${mall.origin}/kelola`);
}

test('on a phone without scripts the operator reads the figures of any moment and suspends a shop', async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  await signIn(page);
  await page.fill('main input[name=pada]', '2020-11-20T13:00');
  await page.getByRole('button', { name: 'Tampilkan' }).click();
  const main = page.locator('main');
  expect(await main.innerText()).toContain(
    'Sampai dengan Jumat, 20 November 2020 pukul 13.00 WIB, omzet Mal UKM Jawa Tengah mencapai Rp3.715.382.000',
  );
  expect(await main.locator('svg[role=img]').count()).toBeGreaterThan(0);
  expect(await main.locator('table').first().textContent()).toContain('3.715.382.000');

  await page.getByRole('link', { name: 'Tangguhkan' }).click();
  const catalogue = (await (await fetch(`${mall.origin}/api/search?per_page=1`)).json()) as {
    items: { sku: string; seller: string }[];
  };
  const { seller } = catalogue.items[0]!;
  await page.fill('main input[name=subject]', seller);
  await page.fill('main textarea[name=reason]', 'Alamat tidak ditemukan');
  await main.getByRole('button', { name: 'Tangguhkan', exact: true }).click();
  expect(await main.innerText()).toContain(`${seller} sudah ditangguhkan.`);
  await page.getByRole('link', { name: 'Jejak' }).click();
  expect(await main.innerText()).toContain('Alamat tidak ditemukan');
  await page.goto(`${mall.origin}/kelola/tangguhkan`);
  await page.getByRole('button', { name: `Pulihkan ${seller}` }).click();
  expect(await main.innerText()).toContain(`${seller} dapat dipesan lagi.`);
  expect(faults).toEqual([]);
  await close();
});

test('the desk is readable at 360 px, and axe finds nothing', async () => {
  const { newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  await signIn(page);
  for (const path of DESK) {
    await page.goto(`${mall.origin}${path}`);
    expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBe(360);
    // Words in a chart are as large as small print, also on the narrowest phone.
    const sizes = await page
      .locator('main svg[role=img] text')
      .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().height));
    for (const size of sizes) expect(size, path).toBeGreaterThanOrEqual(11);
    await page.evaluate(AXE);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.html}`)).toEqual([]);
  }
  expect(faults).toEqual([]);
  await close();
});

test('a page that is opened is counted once, and the live figures tell it', async () => {
  const figures = async () =>
    (await (await fetch(`${mall.origin}/api/turnover`)).json()) as { visitors: number; total: number };
  const before = await figures();
  const { newPage, faults, close } = await openContext(browser, {
    ...PHONE,
    userAgent: 'Mozilla/5.0 (Linux; Android 10; Pengunjung Baru) Chrome/120.0.0.0 Mobile Safari/537.36',
  });
  const page = await newPage();
  for (const path of ['/', '/ukm/', '/cari?q=batik']) {
    await page.goto(`${mall.origin}${path}`, { waitUntil: 'load' });
    await page.waitForTimeout(200);
  }
  await expect.poll(async () => (await figures()).visitors).toBe(before.visitors + 1);
  await page.goto(`${mall.origin}/capaian/`);
  const live = page.locator('[data-live-figures]');
  await expect.poll(() => live.locator('[data-figure=visitors]').innerText()).toMatch(/^9\.5\d\d$/);
  expect(await live.locator('[data-figure=total]').innerText()).toBe('Rp3.715.382.000');
  await live.getByRole('link').click();
  expect(await page.locator('main').innerText()).toContain('Rp3.715.382.000');
  expect(faults).toEqual([]);
  await close();
});
