import chromium from '@sparticuz/chromium';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from 'playwright-core';
import { type FontFamily, fontconfigFile } from './fonts.ts';

/** A cheap phone, the mall's first visitor. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/**
 * Starts a real Chromium with fonts of the tests' own and in Jakarta's time zone, so that nothing in a page
 * depends on the machine. Set CHROMIUM to use another one than the npm registry's.
 */
export async function launchBrowser(fonts: FontFamily = 'narrow'): Promise<Browser> {
  return playwright.launch({
    env: { ...process.env, FONTCONFIG_FILE: fontconfigFile(fonts), TZ: 'Asia/Jakarta' },
    executablePath: process.env.CHROMIUM ?? (await chromium.executablePath()),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** A context whose pages keep an account of everything that a page must not do. */
export async function openContext(
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<WatchedContext> {
  const context = await browser.newContext({ locale: 'id-ID', ...options });
  const faults: string[] = [];
  context.on('page', (page) => watch(page, faults));
  return {
    context,
    newPage: () => context.newPage(),
    faults,
    close: () => context.close(),
  };
}

export interface WatchedContext {
  context: BrowserContext;
  newPage(): Promise<Page>;
  /** CSP violations, script errors, requests to other hosts, answers of 500 and more. */
  faults: string[];
  close(): Promise<void>;
}

function watch(page: Page, faults: string[]): void {
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (!['data:', 'blob:'].includes(protocol) && !['localhost', '127.0.0.1'].includes(hostname))
      faults.push(`foreign request: ${request.url()}`);
  });
}
