import { globSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { contentFolder, readContent } from '../src/catalog/reading/content-folder.ts';
import { preparePictures, publishPictures } from '../tools/build-mall/pictures.ts';
import { folders } from '../tools/mall-folders.ts';
import {
  BUDGETS,
  type BuildMeasures,
  countFiles,
  measureBuild,
  scriptBytesByPage,
} from '../tools/pull-request/measure-build.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { builtSite, evenly, onePageOfEachKind } from './support/built-site.ts';
import { coldVisit } from './support/cold-visit.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { photographedMall } from './support/photographed-mall.ts';
import { tagsOf } from './support/tags.ts';

const VISIT_BYTES = 60_000;
const VISIT_REQUESTS = 6;

const site = builtSite();
const products = site.paths.filter((path) => path.startsWith('/produk/'));

const measures = await measureBuild(folders.dist);

test.each<[string, keyof BuildMeasures]>([
  ['the HTML of a product page, at the 99th percentile, fits in one first flight', 'pageBytes'],
  ['the Worker is small', 'workerBytes'],
  ['the files of the mall stay under the cap of the edge', 'files'],
])('%s', (_, measure) => {
  expect(measures[measure]).toBeGreaterThan(0);
  expect(measures[measure]).toBeLessThanOrEqual(BUDGETS[measure]);
});

test('no page loads more script than the budget, what its scripts import included', () => {
  expect(measures.scriptBytes).toBeGreaterThan(0);
  const beyond = [...scriptBytesByPage(site.root)].filter(([, size]) => size > BUDGETS.scriptBytes);
  expect(beyond).toEqual([]);
});

test("the files stay under the cap with three photos for each of 2,768 products, by the build's own pictures", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mal-ukm-photos-'));
  try {
    const { content, contentFolder, sellers } = await photographedMall(folder, {
      sellers: 3,
      products: 10,
      photos: 3,
    });
    const cacheFolder = join(folder, 'cache');
    const { manifest, problems } = await preparePictures({ content, contentFolder, cacheFolder });
    expect(problems).toEqual([]);
    const client = join(folder, 'client');
    await publishPictures(manifest, client, cacheFolder);
    const packs = readdirSync(join(client, 'og')).length;
    const eachProduct = (countFiles(client) - packs) / content.products.size;
    expect(packs).toBe(sellers);
    expect(eachProduct).toBe(6); // three photos, each in two widths

    const own = countFiles(site.root);
    const pictures = countFiles(join(site.root, 'foto'));
    const others = own - pictures - products.length;
    expect(others + 2768 * (1 + eachProduct)).toBeLessThanOrEqual(BUDGETS.files);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('no page has an inline script, an inline style or an event handler that the policy would refuse', () => {
  const wrong: string[] = [];
  for (const { path, html } of site.pages()) {
    for (const { name, attributes } of tagsOf(html)) {
      if (name === 'script' && !attributes.has('src') && attributes.get('type') !== 'application/ld+json')
        wrong.push(`${path}: an inline script`);
      for (const attribute of attributes.keys())
        if (attribute === 'style' || attribute.startsWith('on'))
          wrong.push(`${path}: <${name} ${attribute}>`);
    }
  }
  expect(wrong).toEqual([]);
});

test('account numbers and payment codes of sellers stand on no static page or file', async () => {
  const { content } = await readContent(contentFolder());
  const secrets = new Map<string, string>();
  for (const [seller, { payments }] of content.sellers)
    for (const secret of [payments.qris, payments.bank?.number, payments.abroad?.number])
      if (secret)
        secrets.set(secret.replace(/\D/g, '').length > 30 ? secret : secret.replace(/[ .-]/g, ''), seller);
  expect(secrets.size).toBeGreaterThan(content.sellers.size - 1);
  const found: string[] = [];
  const files = globSync('**/*.{html,xml,txt,json,js,svg}', { cwd: site.root });
  for (const file of files) {
    const text = readFileSync(join(site.root, file), 'utf8');
    // Numbers as they are read, whether they are written in groups or not.
    for (const [number] of text.matchAll(/\d(?:[ .-]?\d){4,}/g)) {
      const seller = secrets.get(number.replace(/[ .-]/g, ''));
      if (seller) found.push(`${file}: an account number of ${seller}`);
    }
    for (const [code] of text.matchAll(/000201[0-9A-Za-z.@ /&;-]{40,}6304[0-9A-F]{4}/g))
      found.push(`${file}: ${code.slice(0, 40)}`);
  }
  expect(found).toEqual([]);
});

let browser: Browser;
let mall: OpenMall;
beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall()]);
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

test('a cold product page on a phone: bytes, requests, and nothing that jumps', async () => {
  const visits = [];
  for (const path of evenly(products, 8)) {
    const { context, newPage, faults, close } = await openContext(browser, PHONE);
    visits.push({ path, ...(await coldVisit(context, await newPage(), `${mall.origin}${path}`)) });
    expect(faults).toEqual([]);
    await close();
  }
  const beyond = visits.filter(
    ({ bytes, requests, shift }) => bytes > VISIT_BYTES || requests.length > VISIT_REQUESTS || shift > 0,
  );
  expect(visits.every(({ bytes }) => bytes > 1000)).toBe(true);
  expect(beyond).toEqual([]);
});

test('no other kind of page jumps while it loads', async () => {
  const jumping = [];
  // The search on the device is made by its script.
  const kinds = onePageOfEachKind(site.paths).filter((path) => path !== '/cari/luring/');
  for (const path of kinds) {
    const { context, newPage, close } = await openContext(browser, PHONE);
    const { shift } = await coldVisit(context, await newPage(), `${mall.origin}${path}`, 'load');
    if (shift > 0) jumping.push({ path, shift });
    await close();
  }
  expect(jumping).toEqual([]);
});
