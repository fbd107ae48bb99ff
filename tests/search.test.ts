import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
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

/** What travels for a page, in bytes, with Brotli as the edge compresses. */
function bytesOf(url: string): Promise<number> {
  return new Promise((done, failed) => {
    request(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      response.on('end', () => done(bytes));
      expect(response.headers['content-encoding']).toBe('br');
    })
      .on('error', failed)
      .end();
  });
}

const search = async (page: Page, query: string) => {
  await page.fill('#q', query);
  await page.press('#q', 'Enter');
  await page.waitForURL(/\/cari\?q=/);
};
const cards = (page: Page) => page.locator('main .card h3 a');

test('without scripts: from the home page to a product, with a misspelt word, a facet and its removal', async () => {
  const { newPage, faults, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  await page.goto(mall.origin);
  await search(page, 'kmeja batk');
  expect(await page.locator('h1').innerText()).toContain('kemeja batik');
  expect(await page.getByText('Menampilkan hasil untuk').innerText()).toBe(
    'Menampilkan hasil untuk kemeja batik. Bukan itu? Cari persis “kmeja batk”',
  );
  const all = await page.locator('h1').innerText();

  await page.locator('main details summary').click();
  const option = page.locator('select[name=category] option').nth(1);
  const [, name = '', count = ''] = /^(.*) \((\d+)\)$/.exec((await option.innerText()).trim()) ?? [];
  await page.selectOption('select[name=category]', (await option.getAttribute('value'))!);
  await page.locator('main details button').click();
  expect(page.url()).toContain('category=');
  expect(await page.locator('h1').innerText()).toContain(`${count} produk`);
  const chip = page.locator('.chips a', { hasText: name });
  expect(await chip.getAttribute('aria-label')).toBe(`Hapus saringan ${name}`);
  await chip.click();
  expect(await page.locator('h1').innerText()).toBe(all);

  const title = await cards(page).first().innerText();
  await cards(page).first().click();
  expect(await page.locator('h1').innerText()).toBe(title);
  expect(faults).toEqual([]);
  await close();
});

test('pages of 24 lead on and back; a page beyond the end says so', async () => {
  const { newPage, close } = await openContext(browser, { ...PHONE, javaScriptEnabled: false });
  const page = await newPage();
  await page.goto(`${mall.origin}/cari?q=batik`);
  expect(await cards(page).count()).toBe(24);
  const first = await cards(page).allInnerTexts();
  await page.locator('.pager [rel=next]').click();
  expect(page.url()).toContain('page=2');
  expect(await cards(page).allInnerTexts()).not.toEqual(first);
  const beyond = await page.goto(`${mall.origin}/cari?q=batik&page=500`);
  expect(beyond?.status()).toBe(200);
  await page.getByText('Ke halaman pertama').click();
  expect(await cards(page).allInnerTexts()).toEqual(first);
  await close();
});

test('a common word costs at most 10,000 bytes and one round trip, completions at most 1 KB', async () => {
  for (const path of ['/cari?q=batik', '/cari?q=kemeja', '/cari?q=kain', '/en/cari?q=shirt'])
    expect(await bytesOf(mall.origin + path), path).toBeLessThanOrEqual(10_000);
  const { newPage, close } = await openContext(browser, { ...PHONE });
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (one) => asked.push(`${one.resourceType()} ${new URL(one.url()).pathname}`));
  await page.goto(`${mall.origin}/cari?q=kemeja`, { waitUntil: 'networkidle' });
  expect(asked.filter((one) => /^(document|fetch|xhr|stylesheet|font)/.test(one))).toEqual([
    'document /cari',
  ]);
  for (const beginning of ['ba', 'kem', 'batik t', 'kota'])
    expect(
      (await (await fetch(`${mall.origin}/api/search/suggest?q=${beginning}`)).text()).length,
    ).toBeLessThan(1024);
  await close();
});

test('with the keyboard: completions are announced, chosen with arrows, closed with Escape', async () => {
  const { newPage, faults, close } = await openContext(browser);
  const page = await newPage();
  await page.goto(mall.origin);
  const field = page.locator('#q');
  await field.focus();
  await page.waitForSelector('#q[role=combobox]');
  await field.pressSequentially('batik', { delay: 20 });
  await page.waitForSelector('[role=option]');
  expect(await field.getAttribute('aria-expanded')).toBe('true');
  expect(await field.getAttribute('aria-controls')).toBe(
    await page.locator('[role=listbox]').getAttribute('id'),
  );
  await field.press('ArrowDown');
  const chosen = page.locator('[role=option][aria-selected=true]');
  expect(await field.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
  expect(await field.inputValue()).toBe(await chosen.innerText());
  await field.press('Escape');
  expect(await field.inputValue()).toBe('batik');
  expect(await page.locator('[role=listbox]').isHidden()).toBe(true);
  await field.press('Enter');
  await page.waitForURL(/\/cari\?q=batik$/);
  expect(faults).toEqual([]);
  await close();
});

test('the page says what it is to a screen reader: one h1, named results, named filters, labelled fields', async () => {
  const { newPage, close } = await openContext(browser);
  const page = await newPage();
  await page.goto(`${mall.origin}/cari?q=kemeja&available=1`);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.getByRole('heading', { name: 'Hasil pencarian', level: 2 }).count()).toBe(1);
  expect(await page.getByRole('list', { name: 'Saringan yang dipakai' }).count()).toBe(1);
  await page.locator('main details summary').click();
  for (const name of ['Kategori', 'Daerah', 'Harga', 'Urutkan'])
    expect(await page.getByRole('combobox', { name }).count(), name).toBe(1);
  await close();
});

test('a phone that saves data asks for no completions', async () => {
  const { context, newPage, close } = await openContext(browser);
  await context.addInitScript(() => {
    Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
  });
  const page = await newPage();
  const asked: string[] = [];
  page.on('request', (one) => asked.push(one.url()));
  await page.goto(mall.origin);
  await page.locator('#q').pressSequentially('batik', { delay: 20 });
  await page.waitForTimeout(600);
  expect(asked.filter((url) => /suggest/.test(url))).toEqual([]);
  await close();
});

test('nothing found helps: the filter that left nothing, nearest words, categories, the makers', async () => {
  const { newPage, close } = await openContext(browser, { javaScriptEnabled: false });
  const page = await newPage();
  await page.goto(`${mall.origin}/cari?q=kemeja&max_price=100`);
  expect(await page.locator('h1').innerText()).toContain('Belum ketemu');
  await page
    .getByText(/^Tanpa saringan/)
    .first()
    .click();
  expect(await cards(page).count()).toBeGreaterThan(0);
  await page.goto(`${mall.origin}/cari?q=qwzxjk`);
  expect(await page.locator('main a[href^="/kategori/"]').count()).toBeGreaterThan(3);
  expect(await page.locator('main a[href="/ukm/"]').count()).toBe(1);
  await close();
});

test('a real navigation with anything in the address is a clear page, never a fault', async () => {
  const { newPage, faults, close } = await openContext(browser, { javaScriptEnabled: false });
  const page = await newPage();
  const cases: [string, number][] = [
    ['q=%22', 200],
    ['q=*', 200],
    ['q=NEAR(', 200],
    ['q=-%3A%5E', 200],
    ['q=%00batik', 200],
    ['q=%F0%9F%A7%B5', 200],
    ['q=%D9%83%D8%A8%D8%A7%D9%8A%D8%A9', 200],
    [`q=${'x'.repeat(10_000)}`, 200],
    ["q='; DROP TABLE search_docs;--", 200],
    ['q=%FF%FE', 200],
    ['q=batik&page=-1', 422],
    ['q=batik&page=99999999999999', 422],
    ['q=batik&min_price=-5', 422],
    ['q=batik&category=nope', 422],
    ['q=batik&region=<script>alert(1)</script>', 422],
  ];
  for (const [query, status] of cases) {
    const response = await page.goto(`${mall.origin}/cari?${query}`);
    expect(response?.status(), query.slice(0, 60)).toBe(status);
    expect(await page.locator('h1').count()).toBe(1);
  }
  expect(faults).toEqual([]);
  await close();
});

/** Takes the search index out of the local databases, under the open mall. */
function breakCatalogue(state: string): void {
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject');
  let broken = 0;
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.sqlite'))) {
    const database = new DatabaseSync(join(folder, name));
    if (database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search_words'").get()) {
      database.exec('DROP TABLE search_words; DROP TABLE search_labels');
      broken++;
    }
    database.close();
  }
  expect(broken).toBe(1);
}

test('while the Worker’s search cannot answer, the phone finds a product by itself', async () => {
  const state = mkdtempSync(join(tmpdir(), 'mal-ukm-broken-'));
  const broken = await openMall({ MALL_STATE: state });
  breakCatalogue(state);
  const { newPage, faults, close } = await openContext(browser, { ...PHONE });
  try {
    const page = await newPage();
    const response = await page.goto(`${broken.origin}/cari?q=hijab`);
    expect(response?.status()).toBe(503);
    await page.waitForSelector('[data-results] a');
    expect(await page.locator('[role=status]').innerText()).toMatch(/\d+ produk ditemukan/);
    await page.locator('[data-results] a').first().click();
    await page.waitForURL(/\/produk\//);
    expect(await page.locator('h1').count()).toBe(1);
    // The page that is built ahead does the same, for a browser that kept it.
    await page.goto(`${broken.origin}/cari/luring/?q=kmeja%20batik`);
    await page.waitForSelector('[data-results] a');
    expect(faults.filter((fault) => !fault.startsWith('503 '))).toEqual([]);
  } finally {
    await close();
    await broken.close();
    rmSync(state, { recursive: true, force: true });
  }
});
