import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { checkOut, pressGoOn } from './support/checkout.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { type SmtpSink, smtpSink } from './support/smtp-sink.ts';

let browser: Browser;
let mall: OpenMall;
let smtp: SmtpSink;
beforeAll(async () => {
  smtp = await smtpSink();
  [browser, mall] = await Promise.all([launchBrowser(), openMall({ SMTP_URL: smtp.url })]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  await smtp?.close();
});

test('on a phone without scripts: home, category, product, variant, cart of two sellers, checkout, order, mails', async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  const sellers = new Set<string>();
  await page.goto(mall.origin);
  await page.locator('main a[href^="/kategori/"]:not([href="/kategori/"])').first().click();
  expect(page.url()).toMatch(/\/kategori\/[a-z-]+\/$/);
  const category = page.url();
  const products = await page
    .locator('main a[href^="/produk/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href')!))]);

  for (const href of products) {
    if (sellers.size === 2) break;
    const seller = href.split('/')[2]!;
    if (sellers.has(seller)) continue;
    await page.goto(category);
    await page.locator(`main a[href="${href}"]`).first().click();
    expect(new URL(page.url()).pathname).toBe(href);
    const variants = page.locator('main input[type=radio][name=sku]');
    const choice = page.locator('main input[type=radio][name=sku]:not([disabled])').last();
    const button = page.getByRole('button', { name: '+ Keranjang' });
    const soldOut = !(await button.count()) || ((await variants.count()) > 0 && !(await choice.count()));
    // What is sold by the dozen, or sold out, is no first buyer's choice.
    if (soldOut || (await page.inputValue('main input[name=qty]')) !== '1') continue;
    if (await choice.count()) await choice.check();
    await pressGoOn(page);
    expect(new URL(page.url()).pathname).toBe('/keranjang');
    sellers.add(seller);
  }
  expect(sellers.size).toBe(2);

  await pressGoOn(page);
  expect(new URL(page.url()).pathname).toBe('/checkout');
  await checkOut(page, mall.origin, {
    name: 'Sri Rahayu',
    phone: '0812-3456-7890',
    email: 'sri@contoh.test',
    region: '62.71',
    address: 'Jalan Diponegoro 5, RT 2/RW 1',
    postal_code: '73111',
  });
  const code = await page.locator('h1').innerText();
  expect(code).toMatch(/Pesanan [0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await page.locator('.pay-amount').count()).toBeGreaterThan(0);
  expect(await page.getByText('Pembayaran 1 dari 2').count()).toBe(1);

  const mails = await smtp.waitFor(3);
  expect(mails).toHaveLength(3);
  const recipients = mails.map((mail) =>
    [mail.to]
      .flat()
      .map((to) => to?.text)
      .join(),
  );
  expect(recipients.filter((to) => to === 'sri@contoh.test')).toHaveLength(1);
  for (const seller of sellers)
    expect(recipients.filter((to) => to.startsWith(`${seller}@`))).toHaveLength(1);
  for (const mail of mails) {
    expect(mail.subject).toContain(code.replace('Pesanan ', ''));
    expect(mail.text).toContain(code.replace('Pesanan ', ''));
    expect(mail.html).toContain(code.replace('Pesanan ', ''));
  }
  expect(mails.filter((mail) => mail.text?.includes('https://wa.me/6281234567890'))).toHaveLength(2);
  expect(faults).toEqual([]);
  await close();
});

test('what was typed comes back with an answer beside the field and at the top', async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  await page.goto(`${mall.origin}/ukm/`);
  await page.locator('main a[href^="/ukm/"]').first().click();
  const hrefs = await page
    .locator('main a[href^="/produk/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')!).sort());
  await page.goto(`${mall.origin}${hrefs[0]}`);
  const choice = page.locator('main input[type=radio][name=sku]:not([disabled])').first();
  if (await choice.count()) await choice.check();
  await pressGoOn(page);
  await page.goto(`${mall.origin}/checkout`);
  await page.fill('[name=name]', '<b>Sri</b> "Rahayu"');
  await page.fill('[name=phone]', 'bukan nomor');
  await page.selectOption('select[name=region]', '33.74');
  await page.fill('[name=address]', 'Jalan Pemuda 1');
  await page.locator('input[name=consent]').check();
  await pressGoOn(page);
  if (!(await page.locator('.error-summary').count())) {
    await page.locator('input[name=consent]').check();
    await pressGoOn(page);
  }
  expect(await page.locator('.error-summary a[href="#phone"]').count()).toBe(1);
  expect(await page.locator('#phone-error').innerText()).toContain('0812');
  expect(await page.inputValue('[name=name]')).toBe('<b>Sri</b> "Rahayu"');
  expect(await page.inputValue('[name=address]')).toBe('Jalan Pemuda 1');
  expect(await page.inputValue('select[name=region]')).toBe('33.74');
  expect(await page.locator('input[name=consent]').isChecked()).toBe(true);
  expect(faults).toEqual([]);
  await close();
});

test('a product that left the catalogue while it lay in the cart is named, and the rest goes on', async () => {
  const { context, newPage, faults, close } = await openContext(browser, {
    ...PHONE,
    javaScriptEnabled: false,
  });
  const page = await newPage();
  const home = await (await fetch(`${mall.origin}/sitemap.xml`)).text();
  const [, seller, product] = /\/produk\/([a-z0-9-]+)\/([a-z0-9-]+)\//.exec(home) ?? [];
  const facts = (await (await fetch(`${mall.origin}/api/products/${seller}/${product}`)).json()) as {
    sku: string;
    price: number;
    variants: { sku: string; price: number }[];
  };
  const sku = facts.variants[0] ?? facts;
  const { encodeCart } = await import('../src/domain/ordering/cart.ts');
  const value = encodeCart({
    lines: [
      { sku: 'toko-lama/kemeja-parang/xl', qty: 1, price: 1000 },
      { sku: sku.sku, qty: 1, price: sku.price },
    ],
  });
  await context.addCookies([{ name: 'cart', value, url: mall.origin, httpOnly: true, secure: true }]);
  await page.goto(`${mall.origin}/keranjang`);
  expect(await page.locator('main').innerText()).toContain('Kemeja parang (Xl) sudah tidak ada di mal');
  expect(await page.locator('.line').count()).toBe(1);
  expect(faults).toEqual([]);
  await close();
});
