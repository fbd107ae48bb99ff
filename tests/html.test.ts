import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pageFaults, sidewaysBy } from './support/axe.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { builtSite, evenly, onePageOfEachKind } from './support/built-site.ts';
import { pressGoOn } from './support/checkout.ts';
import { htmlErrors } from './support/html-rules.ts';
import { navigate } from './support/navigate.ts';
import {
  browserCookies,
  cookieOf,
  deskPages,
  type OnDemandPage,
  onDemandPages,
} from './support/on-demand.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

const DESKTOP = { viewport: { width: 1280, height: 900 } };

const site = builtSite();
const kinds = onePageOfEachKind(site.paths);
const products = site.paths.filter((path) => path.startsWith('/produk/'));
let browser: Browser;
let wideBrowser: Browser;
let mall: OpenMall;
let edgePages: OnDemandPage[];

beforeAll(async () => {
  [browser, wideBrowser, mall] = await Promise.all([
    launchBrowser('narrow'),
    launchBrowser('wide'),
    openMall({ MALL_LIMITS: 'off' }),
  ]);
  edgePages = [...(await onDemandPages(mall)), ...(await deskPages(mall))];
});
afterAll(async () => {
  await browser?.close();
  await wideBrowser?.close();
  await mall?.close();
});

test('HTML is valid: one page of each kind and 60 products', async () => {
  const wrong: string[] = [];
  for (const path of new Set([...kinds, ...evenly(products, 60)]))
    for (const error of await htmlErrors(site.read(path))) wrong.push(`${path} ${error}`);
  expect(wrong).toEqual([]);
});

test('HTML that the Worker renders is valid, a refused checkout among it', async () => {
  const wrong: string[] = [];
  const check = async (name: string, html: string) => {
    for (const error of await htmlErrors(html)) wrong.push(`${name}: ${error}`);
  };
  for (const page of edgePages) {
    const { text } = await navigate(`${mall.origin}${page.path}`, { headers: cookieOf(page) });
    await check(page.name, text);
  }
  for (const { path, cart } of edgePages.filter(({ path }) => path.endsWith('checkout'))) {
    const form = { name: '"><b>', phone: 'x', email: 'x', country: 'ID', postal_code: 'x', address: '' };
    const headers = { Cookie: `cart=${cart}` };
    const { status, text } = await navigate(`${mall.origin}${path}`, { headers, form });
    expect(status).toBe(422);
    await check(`${path} refused`, text);
  }
  expect(wrong).toEqual([]);
});

test.each([
  ['360 px', PHONE],
  ['1280 px', DESKTOP],
])('axe finds nothing at %s on one page of each kind, and nothing breaks there', async (_, device) => {
  const { context, newPage, faults, close } = await openContext(browser, device);
  const page = await newPage();
  const found = new Map<string, string[]>();
  const inspect = async (name: string) => {
    for (const fault of await pageFaults(page)) found.set(fault, [...(found.get(fault) ?? []), name]);
  };
  const opened: OnDemandPage[] = [...kinds.map((path) => ({ name: path, path })), ...edgePages];
  for (const visited of opened) {
    const { name, path } = visited;
    await context.clearCookies();
    await context.addCookies(browserCookies(visited, mall.origin));
    await page.goto(`${mall.origin}${path}`);
    await inspect(name);
  }
  await refuseCheckout(page, edgePages.find(({ cart }) => cart)!.cart!);
  await inspect('a refused checkout');
  expect([...found].map(([fault, pages]) => `${fault}: ${pages.join(', ')}`)).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});

test.each([
  ['360 px', PHONE, '100%'],
  ['320 px', { ...PHONE, viewport: { width: 320, height: 640 } }, '100%'],
  ['360 px with text at 200 %', PHONE, '200%'],
])('no page of any kind scrolls sideways at %s in the widest of fonts', async (_, device, text) => {
  const { context, newPage, close } = await openContext(wideBrowser, device);
  const page = await newPage();
  const wide: string[] = [];
  for (const visited of [...kinds.map((path) => ({ name: path, path })), ...edgePages] as OnDemandPage[]) {
    const { name, path } = visited;
    await context.clearCookies();
    await context.addCookies(browserCookies(visited, mall.origin));
    await page.goto(`${mall.origin}${path}`);
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = size;
    }, text);
    const beyond = await sidewaysBy(page);
    if (beyond > 0 && !(text === '200%' && WHOLE_AMOUNTS.test(path))) wide.push(`${name} by ${beyond} px`);
  }
  expect(wide).toEqual([]);
  await close();
});

/** The operator's tables of figures keep each amount whole, so at twice the size they are wider than a phone. */
const WHOLE_AMOUNTS = /^\/kelola(?:\/(?:pengunjung|rinci))?$/;

async function refuseCheckout(page: Page, cart: string): Promise<void> {
  await page.context().addCookies([{ name: 'cart', value: cart, url: mall.origin, secure: true }]);
  await page.goto(`${mall.origin}/checkout`);
  await page.locator('main form[method=post]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await page.fill('[name=name]', 'Sri');
  await page.fill('[name=phone]', 'bukan nomor');
  await pressGoOn(page);
  expect(await page.locator('.error-summary').count()).toBe(1);
}
