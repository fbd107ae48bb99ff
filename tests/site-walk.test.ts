import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPackEntry } from '../src/domain/products/og-pack.ts';
import { inParallel } from '../tools/build-mall/parallel.ts';
import { launchBrowser, openContext, PHONE } from './support/browser.ts';
import { builtSite, evenly, kindOf, onePageOfEachKind } from './support/built-site.ts';
import { navigate } from './support/navigate.ts';
import { cookieOf, type OnDemandPage, onDemandPages } from './support/on-demand.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';
import { newWalk, SITE, scanPage, scanText, type Walk } from './support/walk.ts';

const site = builtSite();
const walk: Walk = newWalk();
let browser: Browser;
let mall: OpenMall;
let edgePages: OnDemandPage[];

beforeAll(async () => {
  [browser, mall] = await Promise.all([launchBrowser(), openMall({ MALL_LIMITS: 'off' })]);
  edgePages = await onDemandPages(mall);
  for (const { path, html } of site.pages()) scanPage(walk, path, html);
  for (const file of ['/sitemap.xml', '/robots.txt', '/feed.xml'])
    scanText(walk, file, readFileSync(join(site.root, file), 'utf8'));
  for (const page of edgePages) {
    const answer = await navigate(`${mall.origin}${page.path}`, { headers: cookieOf(page) });
    expect(`${answer.status} ${page.path}`).toBe(`${page.status ?? 200} ${page.path}`);
    scanPage(walk, page.path, answer.text);
  }
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
});

/** Addresses that no static file answers, those of link pictures aside. */
const edgeTargets = () =>
  [...walk.targets.keys()].filter((target) => !target.startsWith('/og/') && !site.answerTo(pathOf(target)));
const pathOf = (target: string) => target.split(/[?#]/)[0]!;
const broken = (targets: Iterable<string>) =>
  [...targets].map((target) => `${target} from ${walk.targets.get(target)}`);

test('the mall has its pages, and they link to each other', () => {
  expect(site.paths.filter((path) => path.startsWith('/produk/')).length).toBeGreaterThan(0);
  expect(walk.targets.size).toBeGreaterThan(site.paths.length);
  // What stands in for an unknown address, and for a search that cannot be answered.
  const standIns = ['/404.html', '/cari/luring/'];
  const unreached = site.paths.filter((path) => !walk.linked.has(path) && !standIns.includes(path));
  expect(unreached).toEqual([]);
});

test('no internal link takes the way over a redirect', () => {
  expect(
    broken([...walk.targets.keys()].filter((target) => site.answerTo(pathOf(target)) === 'redirect')),
  ).toEqual([]);
});

test('every picture of a shared link lies in its pack', () => {
  const packs = new Map<string, Uint8Array>();
  const links = [...walk.targets.keys()].filter((target) => target.startsWith('/og/'));
  const missing = links.filter((target) => {
    const [, seller = '', product = ''] = /^\/og\/([^/]+)\/([^/]+)\.jpg$/.exec(target) ?? [];
    if (!packs.has(seller)) packs.set(seller, readFileSync(join(site.root, `og/${seller}.pack`)));
    const jpeg = readPackEntry(packs.get(seller)!, product);
    return jpeg?.[0] !== 0xff || jpeg[1] !== 0xd8;
  });
  expect(links.length).toBeGreaterThan(0);
  expect(broken(missing)).toEqual([]);
});

test('what the Worker answers is there, for a navigation and for fetch alike', async () => {
  const kinds = Map.groupBy(edgeTargets(), (target) => `${kindOf(pathOf(target))}?${target.includes('?')}`);
  const pictures = evenly(
    [...walk.targets.keys()].filter((target) => target.startsWith('/og/')),
    20,
  );
  const asked = [...kinds.values(), pictures].flatMap((targets) => evenly(targets, 60));
  const answers = await inParallel(asked, 12, async (target) => {
    const url = `${mall.origin}${target}`;
    const navigated = (await navigate(url)).status;
    const fetched = (await fetch(url, { redirect: 'manual' })).status;
    return { target, navigated, fetched };
  });
  // A checkout without a cart leads to the cart, which says that it is empty.
  const fine = (status: number, target: string) =>
    status === 200 || (status === 303 && (target.endsWith('/checkout') || target.startsWith('/wa/')));
  const wrong = answers.filter(
    ({ target, navigated, fetched }) => !fine(navigated, target) || !fine(fetched, target),
  );
  expect(wrong.map(({ target, ...statuses }) => ({ ...statuses, of: broken([target])[0] }))).toEqual([]);
});

test('static pages answer a navigation, a sample of each kind', async () => {
  const kinds = Map.groupBy(site.paths, kindOf);
  const asked = [...kinds.values()]
    .flatMap((paths) => evenly(paths, 40))
    .filter((path) => path !== '/404.html');
  const answers = await inParallel(asked, 12, async (path) => ({
    path,
    status: (await navigate(`${mall.origin}${path}`)).status,
  }));
  expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
});

test('every form leads to a place that takes it', async () => {
  expect(walk.forms.size).toBeGreaterThan(2);
  const answers = await inParallel([...walk.forms.values()], 4, async ({ method, action, fields, from }) => {
    const answer =
      method === 'post'
        ? await navigate(`${mall.origin}${action}`, { form: {} })
        : await navigate(`${mall.origin}${action}?${new URLSearchParams(fields)}`);
    // An order that is not found is told by the form itself; an address that is not known has no such form.
    const isForm = answer.text.includes(` action="${action}"`);
    return { method, action, from, status: answer.status, isForm };
  });
  const unknown = answers.filter(
    ({ status, isForm }) => status === 405 || status >= 500 || (status === 404 && !isForm),
  );
  expect(unknown).toEqual([]);
});

test('fragments lead to something on their page', async () => {
  const ids = new Map<string, Set<string>>();
  const idsOf = async (path: string) => {
    if (walk.ids.has(path)) return walk.ids.get(path)!;
    if (!ids.has(path)) {
      const page = newWalk();
      const html =
        site.answerTo(path) === 'file' ? site.read(path) : (await navigate(`${mall.origin}${path}`)).text;
      scanPage(page, path, html);
      ids.set(path, page.ids.get(path)!);
    }
    return ids.get(path)!;
  };
  const missing: string[] = [...walk.brokenFragments];
  for (const [target, from] of walk.fragments) {
    const [path = '', id = ''] = target.split('#');
    if (!(await idsOf(path)).has(decodeURIComponent(id))) missing.push(`${target} from ${from}`);
  }
  expect(missing).toEqual([]);
});

test('links that leave the mall are whole, and what they carry about the mall is true', () => {
  const wrong: string[] = [];
  for (const [href, from] of walk.external) {
    if (/^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$|^tel:\+?[\d-]+$/.test(href)) continue;
    const url = URL.canParse(href) ? new URL(href) : undefined;
    if (url?.protocol !== 'https:') wrong.push(`${href} from ${from}`);
    // A seller is asked by WhatsApp with the product's address in the text.
    for (const [named] of (url?.searchParams.get('text') ?? '').matchAll(SITE))
      if (site.answerTo(new URL(named).pathname) !== 'file') wrong.push(`${named} in ${href} from ${from}`);
  }
  expect(wrong).toEqual([]);
});

test('a phone shows one page of each kind with all its pictures, and the scanner saw its links', async () => {
  const { context, newPage, faults, close } = await openContext(browser, PHONE);
  const page = await newPage();
  const failed: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400 && response.request().resourceType() !== 'document')
      failed.push(`${response.status()} ${response.url()}`);
  });
  page.on('requestfailed', (request) => {
    const { errorText = '' } = request.failure() ?? {};
    // What was still under way when the walk went on to the next page.
    if (errorText !== 'net::ERR_ABORTED') failed.push(`${errorText} ${request.url()}`);
  });
  const visits: OnDemandPage[] = [
    ...onePageOfEachKind(site.paths.filter((path) => path !== '/404.html')).map((path) => ({
      name: path,
      path,
    })),
    ...edgePages,
  ];
  for (const { path, cart, status = 200 } of visits) {
    await context.clearCookies();
    if (cart) await context.addCookies([{ name: 'cart', value: cart, url: mall.origin, secure: true }]);
    const answer = await page.goto(`${mall.origin}${path}`);
    expect(`${answer?.status()} ${path}`).toBe(`${status} ${path}`);
    const seen = await page.evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      for (const image of document.images) image.loading = 'eager';
      await Promise.allSettled([...document.images].map((image) => image.decode()));
      return {
        links: [...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href')!),
        empty: [...document.images].filter((image) => !image.naturalWidth).map((image) => image.src),
      };
    });
    expect(seen.empty).toEqual([]);
    const scanned = newWalk();
    scanPage(scanned, path, (await answer?.text()) ?? '');
    // Orders that this phone remembers are listed by a script: the page that the Worker sends does not know them.
    const known = (href: string) =>
      scanned.hrefs.has(href) || (path === '/pesanan' && /^\/pesanan\//.test(href));
    expect(seen.links.filter((href) => !known(href))).toEqual([]);
  }
  expect(failed).toEqual([]);
  expect(faults).toEqual([]);
  await close();
});
