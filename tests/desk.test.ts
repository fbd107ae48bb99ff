import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus } from './support/orders.ts';
import { mailWith, signIn } from './support/sign-in.ts';

let browser: Browser;
let mall: OpenMall;
let sku: string;
let price: number;
let sellerSlug: string;
let sellerMail: string;

beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
  const [line] = await buyableSkus(mall.origin, 1);
  sku = line!.sku;
  price = line!.price;
  sellerSlug = sku.split('/')[0]!;
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

const linkIn = (html: string, prefix: string) =>
  [...html.matchAll(/href="https?:\/\/[^"/]+(\/[^"]*)"/g)]
    .map(([, path]) => path!)
    .find((path) => path.startsWith(prefix))!;

const figures = async () =>
  (await (await fetch(`${mall.origin}/api/turnover`)).json()) as { total: number; captured: number };

async function noSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  expect([page.url(), wide]).toEqual([page.url(), false]);
}

test('with scripts off on a 360 px phone: ask, answer, offer, accept, pay, ship, receive', async () => {
  const buyer = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const seller = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await buyer.newPage();
  const desk = await seller.newPage();

  const before = await figures();
  await page.goto(`${mall.origin}/produk/${sku.split('/').slice(0, 2).join('/')}/`);
  await page.click(`main a[href^="/tanya/${sellerSlug}"]`);
  await page.fill('main textarea[name=message]', 'Bisa 3 dengan harga khusus?');
  await page.fill('main input[name=quantity]', '3');
  await page.fill('main input[name=name]', 'Rina Wulandari');
  await page.fill('main input[name=email]', 'rina@contoh.test');
  await page.fill('main input[name=phone]', '0812 3456 7890');
  await page.check('main input[name=consent]');
  await page.waitForTimeout(400);
  await page.click('main form button.btn');
  await page.waitForURL(/kabar=sent/);
  await noSidewaysScroll(page);
  const code = /T-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec((await page.textContent('h1'))!)![0];
  const thread = page.url().split('?')[0]!;

  const asked = await mailWith(mall, new RegExp(`Pertanyaan ${code}`));
  sellerMail = /[\w.-]+@contoh\.mal-ukm\.test/.exec(asked)![0];
  await desk.goto(mall.origin + linkIn(asked, '/tanya/t/'));
  await desk.fill('main textarea[name=message]', 'Bisa, ini penawarannya.');
  await desk.click('main form[action$="/message"] button');
  await desk.waitForURL(/kabar=message/);
  await desk.selectOption('main select[name=sku-0]', sku);
  await desk.fill('main input[name=qty-0]', '3');
  await desk.fill('main input[name=price-0]', '100.000');
  await desk.fill('main input[name=shipping]', '25000');
  await desk.selectOption('main select[name=destination]', '33.74');
  const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  await desk.fill('main input[name=valid_until]', day);
  await desk.click('main form[action$="/offer"] button');
  await desk.waitForURL(/kabar=offer/);
  await noSidewaysScroll(desk);
  expect(await desk.textContent('main')).toContain('Rp325.000');

  await page.goto(
    mall.origin + linkIn(await mailWith(mall, new RegExp(`menjawab pertanyaan ${code}`)), '/tanya/t/'),
  );
  // Scanners open links, too: a button says that the address is read by its owner.
  await page.click('main form[action$="/surel"] button');
  await page.waitForURL((url) => url.href.startsWith(thread) && !url.searchParams.has('e'));
  expect(await page.textContent('main')).toContain('Ongkir ke Kota Semarang');
  expect(await page.inputValue('main select[name=region]')).toBe('33.74');
  expect(await page.locator('main button[value=price]').count()).toBe(0);
  await page.fill('main textarea[name=address]', 'Jalan Pemuda 1, RT 1/RW 2');
  await page.check('main input[name=payment][value=transfer]');
  await page.check('main input[name=consent]');
  await page.click('main form[action$="/accept"] button.btn');
  await page.waitForURL(/\/pesanan\//);
  await noSidewaysScroll(page);
  const order = /[0-9A-Z]{4}-[0-9A-Z]{4}-1/.exec((await page.textContent('main'))!)![0];
  expect(await page.textContent('main')).toContain('Rp300.000');

  await signIn(mall, desk, sellerMail);
  expect(new URL(desk.url()).pathname).toBe('/lapak');
  await desk.goto(`${mall.origin}/lapak/pesanan/${order}`);
  await desk.click('main button:text-is("Uang sudah masuk")');
  await desk.click('main button:text-is("Mulai kemas")');
  await desk.fill('main input[name=courier]', 'JNE');
  await desk.fill('main input[name=tracking]', 'CGK0012345');
  await desk.click('main button:text-is("Sudah dikirim")');
  await desk.waitForSelector('main .status:has-text("Dikirim")');
  expect(await desk.textContent('main .status')).toContain('Dikirim');
  await noSidewaysScroll(desk);
  for (const path of [
    '',
    '/pesanan',
    '/tanya',
    '/stok',
    '/jual',
    '/angka',
    `/pesanan/${order}/isi`,
    `/pesanan/${order}/label`,
  ]) {
    const answer = await desk.goto(`${mall.origin}/lapak${path}`);
    expect([path, answer?.status()]).toEqual([path, 200]);
    await noSidewaysScroll(desk);
  }
  await page.reload();
  await page.click('main summary:text-is("Pesanan diterima")');
  await page.click('main button:text-is("Ya, sudah diterima")');
  expect(await page.textContent('main')).toContain('Selesai');
  await desk.goto(`${mall.origin}/lapak/angka`);
  expect(await desk.textContent('main')).toContain('Rp300.000');

  // The ledger has it, and the operator reads it: 300.000 more than before anybody asked.
  const after = await figures();
  expect([after.total, after.captured]).toEqual([before.total + 300_000, before.captured + 300_000]);
  const operator = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const figurePage = await operator.newPage();
  await signIn(mall, figurePage, 'operator@mal-ukm.test');
  expect(await figurePage.textContent('main')).toContain(`Rp${after.total.toLocaleString('id-ID')}`);
  expect(await figurePage.textContent('main')).toContain('Kota Semarang');
  await noSidewaysScroll(figurePage);
  await operator.close();

  expect([...buyer.faults, ...seller.faults]).toEqual([]);
  await Promise.all([buyer.close(), seller.close()]);
});

test('a booth sale without a signal waits on the phone, is sent once there is one, and counts once', async () => {
  const phone = await openContext(browser, PHONE);
  const page = await phone.newPage();
  await signIn(mall, page, sellerMail);
  await page.goto(`${mall.origin}/lapak/jual`);
  await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await page.reload();
  await page.waitForTimeout(500);

  await phone.context.setOffline(true);
  // The page opens although there is no signal.
  await page.goto(`${mall.origin}/lapak/jual`);
  await page.selectOption('main select[name=sku]', sku);
  await page.fill('main input[name=amount]', '175.000');
  await page.click('main button.btn-wide');
  await page.waitForSelector('[data-sale-queue] li');
  expect(await page.textContent('[data-sale-queue]')).toContain('Menunggu sinyal');

  await phone.context.setOffline(false);
  await page.waitForSelector('[data-sale-queue] li', { state: 'detached' });
  await page.goto(`${mall.origin}/lapak/jual`);
  const recorded = ((await page.textContent('main')) ?? '').split('Rp175.000').length - 1;
  expect(recorded).toBe(1);

  await page.selectOption('main select[name=sku]', sku);
  await page.fill('main input[name=amount]', String(price));
  await page.click('main button.btn-wide');
  await page.waitForURL(/kabar=tercatat/);
  expect(phone.faults.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  await phone.close();
});

test('the operator signs in, makes a link for a seller, and a session can be ended', async () => {
  const operator = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await operator.newPage();
  await signIn(mall, page, 'operator@mal-ukm.test');
  expect(new URL(page.url()).pathname).toBe('/kelola');
  await page.goto(`${mall.origin}/kelola/tautan-masuk?toko=${sellerSlug}`);
  await page.click('main form button.btn');
  const url = /https?:\/\/\S+\/masuk\/\S+/.exec((await page.textContent('main .panel p.small'))!)![0];
  const phone = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const sellers = await phone.newPage();
  await sellers.goto(url);
  await sellers.click('main button');
  expect(new URL(sellers.url()).pathname).toBe('/lapak');
  await sellers.goto(`${mall.origin}/masuk/perangkat`);
  await noSidewaysScroll(sellers);
  await sellers.click('main button:text-is("Keluar")');
  const shut = await sellers.goto(`${mall.origin}/lapak/pesanan`);
  expect(new URL(shut!.url()).pathname).toBe('/masuk');
  expect([...operator.faults, ...phone.faults]).toEqual([]);
  await Promise.all([operator.close(), phone.close()]);
});
