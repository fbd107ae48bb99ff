import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageFaults } from './support/axe.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { buyableSkus, placeOrder } from './support/orders.ts';
import { mailWith, signIn } from './support/sign-in.ts';

let browser: Browser;
let mall: OpenMall;
const folder = mkdtempSync(join(tmpdir(), 'mal-ukm-photos-'));
const photo = join(folder, 'foto.jpg');
const large = join(folder, 'besar.jpg');

beforeAll(async () => {
  const jpeg = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#7c1c2c' } })
    .jpeg()
    .toBuffer();
  writeFileSync(photo, jpeg);
  writeFileSync(large, Buffer.concat([jpeg, Buffer.alloc(12 * 1024 * 1024)]));
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  rmSync(folder, { recursive: true, force: true });
});

const textOf = async (page: Page, selector = 'main') =>
  ((await page.textContent(selector)) ?? '').replace(/\s+/g, ' ');
async function noSidewaysScroll(page: Page): Promise<void> {
  const wide = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth',
  );
  expect([page.url(), wide]).toEqual([page.url(), false]);
}

test('with scripts off on a 360 px phone: a claim, a complaint, the operator’s word, and the money back, with photos', async () => {
  const phone = { ...PHONE, javaScriptEnabled: false };
  const people = await Promise.all([1, 2, 3].map(() => openContext(browser, phone)));
  const [page, desk, operator] = (await Promise.all(people.map(({ newPage }) => newPage()))) as [
    Page,
    Page,
    Page,
  ];
  const lines = await buyableSkus(mall.origin, 1);
  const order = await placeOrder(mall.origin, lines);
  const code = `${order.code}-1`;
  await page.goto(mall.origin + order.url);

  await page.setInputFiles(`#photo-paid-${code}`, photo);
  await page.click('main form[action$="/paid"] button');
  expect(await textOf(page, 'main .status h3')).toBe('Menunggu konfirmasi penjual');
  expect(await textOf(page)).toContain('Bukti bayar dari pembeli');
  // What was paid is not shown as if it still had to be.
  expect(await page.locator('main .pay-amount').isVisible()).toBe(false);
  await page.click('main summary:has-text("Lihat lagi cara bayarnya")');
  expect(await page.locator('main .pay-amount').isVisible()).toBe(true);

  const seller = /[\w.-]+@contoh\.mal-ukm\.test/.exec(await mailWith(mall, /mengabari sudah bayar/))![0];
  await signIn(mall, desk, seller);
  await desk.goto(`${mall.origin}/lapak/pesanan/${code}`);
  const proof = await desk.getAttribute('main a[href*="/bukti/"]', 'href');
  const cookie = (await people[1]!.context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
  const shown = await fetch(mall.origin + proof, { headers: { Cookie: cookie } });
  expect([shown.status, shown.headers.get('Content-Type')]).toEqual([200, 'image/jpeg']);
  await desk.click('main button:text-is("Uang sudah masuk")');
  await desk.click('main button:text-is("Mulai kemas")');
  await desk.fill('main input[name=courier]', 'JNE');
  await desk.fill('main input[name=tracking]', 'CGK0012345');
  await desk.click('main button:text-is("Sudah dikirim")');

  await page.goto(mall.origin + order.url);
  await page.click('main summary:text-is("Ajukan komplain")');
  expect(await page.inputValue(`#reason-${code}`)).toBe('not_arrived');
  expect(await page.locator(`#reason-${code} option[value=not_confirmed]`).count()).toBe(0);
  await page.selectOption(`#reason-${code}`, 'damaged');
  await page.fill(`#text-${code}`, 'Sobek di bagian lengan');
  await page.setInputFiles(`#photo-complaint-${code}`, large);
  await page.click('main form[action$="/complaint"] button');
  expect(await page.inputValue(`#text-${code}`)).toBe('Sobek di bagian lengan');
  expect(await page.inputValue(`#reason-${code}`)).toBe('damaged');
  await page.setInputFiles(`#photo-complaint-${code}`, photo);
  await page.click('main form[action$="/complaint"] button');
  expect(await textOf(page, 'main .status h3')).toBe('Komplain Anda sedang ditangani');
  expect(await textOf(page, 'main .timeline')).toContain('Komplain: Barang rusak atau cacat');
  expect(await page.locator('main .progress [aria-current=step]').innerText()).toContain('Dikirim');

  await signIn(mall, operator, 'operator@mal-ukm.test');
  await operator.goto(`${mall.origin}/kelola/bantuan`);
  await noSidewaysScroll(operator);
  await operator.click(`main a[href="/kelola/pesanan/${code}"]`);
  expect(await textOf(operator)).toContain('Sobek di bagian lengan');
  await noSidewaysScroll(operator);
  await operator.fill('main textarea[name=decision]', 'Penjual mengembalikan Rp10.000.');
  await operator.click('main button:text-is("Kirim dan tutup komplain")');
  expect(await textOf(operator)).toContain('Keputusan sudah dikirim dan komplain ditutup.');

  await desk.goto(`${mall.origin}/lapak/pesanan/${code}`);
  await desk.click('main summary:text-is("Catat pengembalian dana")');
  await desk.fill('#amount-refunded', '999.999.999');
  await desk.fill('#reference-refunded', 'TRF 42');
  await desk.click('main form:has(#amount-refunded) button');
  expect(await desk.inputValue('#reference-refunded')).toBe('TRF 42');
  expect(await desk.getAttribute('#amount-refunded', 'aria-invalid')).toBe('true');
  await desk.fill('#amount-refunded', '10.000');
  await desk.setInputFiles('#photo-refunded', photo);
  await desk.click('main form:has(#amount-refunded) button');
  await noSidewaysScroll(desk);

  await page.goto(mall.origin + order.url);
  const told = await textOf(page);
  for (const words of [
    'Penjual mengembalikan Rp10.000.',
    'Bukti: TRF 42',
    'Bukti pengembalian dana dari penjual',
    'Dikirim, sebagian dana dikembalikan',
  ])
    expect(told).toContain(words);
  expect(told).not.toContain('Beri rekening untuk pengembalian dana');
  await page.click('main button:text-is("Dana sudah masuk")');
  expect(await textOf(page)).toContain('Anda sudah mengabari bahwa dananya masuk.');
  await noSidewaysScroll(page);
  expect(people.flatMap(({ faults }) => faults)).toEqual([]);
  await Promise.all(people.map(({ close }) => close()));
});

test('received asks once, and what was cancelled before it cost anything offers no complaint', async () => {
  const { newPage, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  const order = await placeOrder(mall.origin, await buyableSkus(mall.origin, 1), { payment: 'cod' });
  await page.goto(mall.origin + order.url);
  const act = (action: string) =>
    fetch(`${mall.origin}/api/orders/${order.token}/seller-orders/${order.code}-1/${action}`, {
      method: 'POST',
    });
  expect(await page.locator('main summary:text-is("Ajukan komplain")').count()).toBe(1);
  expect((await act('cancel')).status).toBe(200);
  await page.reload();
  expect(await textOf(page, 'main .status h3')).toBe('Dibatalkan');
  expect(await page.locator('main summary:text-is("Ajukan komplain")').count()).toBe(0);
  expect(await page.locator('main .progress').count()).toBe(0);
  await close();
});

test('with scripts the exact amount, the account and the tracking number are copied by a button', async () => {
  const { newPage, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const order = await placeOrder(mall.origin, await buyableSkus(mall.origin, 1));
  await page.goto(mall.origin + order.url);
  expect(await page.getAttribute('main .pay-amount [data-copy]', 'data-copy')).toBe(String(order.total));
  expect(await page.locator('main .pay-to [data-copy]').isVisible()).toBe(true);
  await close();
});

test('axe finds nothing on the order’s page, also where a form came back', async () => {
  const { newPage, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const order = await placeOrder(mall.origin, await buyableSkus(mall.origin, 1), { payment: 'transfer' });
  await page.goto(mall.origin + order.url);
  expect(await pageFaults(page)).toEqual([]);
  await page.setInputFiles(`#photo-paid-${order.code}-1`, large);
  await page.click('main form[action$="/paid"] button');
  expect(await pageFaults(page)).toEqual([]);
  await close();
});

test('on paper the order is a receipt: what, from whom, how much and how paid, and nothing to press', async () => {
  const { newPage, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const order = await placeOrder(mall.origin, await buyableSkus(mall.origin, 2));
  await page.goto(mall.origin + order.url);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.innerText('body');
  for (const words of [
    'Tanda terima pesanan',
    order.code,
    'Transfer bank',
    'Total bayar',
    'Total semua pembayaran',
  ])
    expect(paper).toContain(words);
  for (const selector of ['button', 'input', '.btn', '.pay', 'svg.qr', 'header.top', 'footer'])
    for (const part of await page.locator(selector).all()) expect(await part.isVisible()).toBe(false);
  await close();
});
