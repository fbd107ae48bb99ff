import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus } from './support/orders.ts';
import { signIn } from './support/sign-in.ts';

const OPERATOR = 'operator@mal-ukm.test';
let browser: Browser;
let mall: OpenMall;

beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

/** A phone whose owner always puts the right finger on it. */
async function addAuthenticator(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

const button = (page: Page, text: string) => page.getByRole('main').getByRole('button', { name: text });

async function register(page: Page): Promise<void> {
  await page.goto(`${mall.origin}/masuk/sidik-jari`);
  await button(page, 'Daftarkan perangkat ini').click();
  await page.locator('main li').getByText('Terdaftar').waitFor();
}

test('a seller registers a fingerprint, signs out and comes in by it, without a mail', async () => {
  const [sku] = await buyableSkus(mall.origin, 1);
  const seller = sku!.sku.split('/')[0]!;
  const { newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  await addAuthenticator(page);
  await signIn(mall, page, `${seller}@contoh.mal-ukm.test`);
  await register(page);
  await page.goto(`${mall.origin}/masuk`);
  await button(page, 'Keluar').click();
  await button(page, 'Masuk dengan sidik jari').click();
  await page.waitForURL(/\/lapak$/);
  await page.goto(`${mall.origin}/masuk/sidik-jari`);
  await page.getByText('Terakhir dipakai').waitFor();
  await button(page, 'Hapus').click();
  await page.getByText('Belum ada.').waitFor();
  expect(faults).toEqual([]);
  await close();
});

test('an operator’s desk opens with the second factor only, once there is one, or with a printed code', async () => {
  const { newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  await addAuthenticator(page);
  await signIn(mall, page, OPERATOR);
  // Asked for at once; here, where the Worker isn't deployed, one may go on without.
  await page.getByRole('link', { name: 'Daftarkan sidik jari' }).waitFor();
  await register(page);
  await button(page, 'Buat lembar kode baru').click();
  const codes = await page.locator('main ol strong').allTextContents();
  expect(codes).toHaveLength(8);

  const byMail = async () => {
    await page.goto(`${mall.origin}/masuk`);
    await button(page, 'Keluar').click();
    await signIn(mall, page, OPERATOR);
    await page.goto(`${mall.origin}/kelola/jejak`);
    expect(new URL(page.url()).pathname).toBe('/masuk/sidik-jari');
  };
  await byMail();
  await button(page, 'Lanjut dengan sidik jari').click();
  await page.waitForURL(/\/kelola\/jejak$/);

  await byMail();
  await page.fill('main input[name=code]', 'AAAAA-AAAAA');
  await button(page, 'Pakai kode').click();
  await page.getByText('Kode itu tidak cocok').waitFor();
  await page.fill('main input[name=code]', codes[3]!.toLowerCase());
  await button(page, 'Pakai kode').click();
  await page.waitForURL(/\/kelola\/jejak$/);
  expect(faults).toEqual([]);
  await close();
});
