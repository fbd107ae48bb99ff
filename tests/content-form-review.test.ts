import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openContext } from './support/browser.ts';
import { buildMall } from './support/build-mall.ts';
import { type GitHost, standInGitHost } from './support/git-host.ts';
import { type OpenMall, openMall } from './support/open-mall.ts';

// The form of a mall that knows its repository: what an editor saves there waits for review.

const CONTENT = 'tests/fixture-content';
const REPO = 'dinas/mal-ukm';
const PRODUCT = 'content/products/lurik-pedan/seragam.md';
const dist = join(mkdtempSync(join(tmpdir(), 'mal-ukm-review-')), 'dist');
let browser: Browser;
let mall: OpenMall;
let host: GitHost;
let faults: string[];

beforeAll(async () => {
  await buildMall(CONTENT, dist, { MALL_CMS_REPO: REPO });
  [browser, mall] = await Promise.all([
    launchBrowser(),
    openMall({ MALL_CONTENT: CONTENT, MALL_DIST: dist }),
  ]);
  const form = await openContext(browser, { viewport: { width: 1280, height: 900 } });
  faults = form.faults;
  host = await standInGitHost(form.context, REPO, CONTENT, 'content');
  const page = await form.newPage();
  await page.goto(`${mall.origin}/kelola/konten/`);
  await page.getByRole('button', { name: 'Masuk dengan token' }).click();
  await page.locator('input').last().fill('token-penyunting');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('treeitem', { name: /^Lurik Pedan/ }).click();
  await page.getByRole('gridcell', { name: 'Seragam' }).last().click();
  const editor = page.getByRole('group', { name: 'Penyunting isi' });
  await editor.getByRole('spinbutton', { name: 'Harga (Rp)' }).first().fill('155000');
  await editor.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.getByText('Tersimpan.').waitFor();
});
afterAll(async () => {
  await browser?.close();
  await mall?.close();
  rmSync(join(dist, '..'), { recursive: true, force: true });
});

test('a saved change is a draft: a branch of its own with a pull request, and nothing on the branch that is deployed', () => {
  expect(host.branches).toEqual(['refs/heads/cms/produk-lurik-pedan/seragam']);
  expect(host.pulls).toEqual([{ head: 'cms/produk-lurik-pedan/seragam', base: 'main', draft: true }]);
  expect(host.commits.map(({ branch, headline }) => ({ branch, headline }))).toEqual([
    { branch: 'cms/produk-lurik-pedan/seragam', headline: `Ubah ${PRODUCT}` },
  ]);
  expect(host.labels).toEqual(['sveltia-cms/draft']);
});

test('the commit holds that one file, with the new price and all else that it said', () => {
  const before = readFileSync(join(CONTENT, PRODUCT.replace('content/', '')), 'utf8');
  expect([...host.commits[0]!.files]).toEqual([
    [
      PRODUCT,
      before.replace('150000', '155000').replace('photos: [seragam.svg]', 'photos:\n  - seragam.svg'),
    ],
  ]);
});

test('the form asks nothing of any host but GitHub, and its policy lets it', () => {
  expect(faults.filter((fault) => !fault.startsWith('foreign request: https://api.github.com/'))).toEqual([]);
  expect(host.unknown).toEqual([]);
});
