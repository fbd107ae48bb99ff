import type { BrowserContext, Page } from 'playwright-core';

export interface ColdVisit {
  /** Bytes over the wire, headers included, as the browser counts them; of all requests until nothing more comes. */
  bytes: number;
  /** `<bytes> <address>` of everything that went over the wire. */
  requests: string[];
  /** Cumulative layout shift, while loading and while scrolling to the end. */
  shift: number;
}

/**
 * Opens a page with an empty cache, waits until it is complete, then scrolls through it.
 * @param until `networkidle` counts what scripts ask for afterwards, too, at half a second a page
 */
export async function coldVisit(
  context: BrowserContext,
  page: Page,
  url: string,
  until: 'load' | 'networkidle' = 'networkidle',
): Promise<ColdVisit> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.clearBrowserCache');
  const urls = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => urls.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    sizes.set(requestId, encodedDataLength),
  );
  await page.addInitScript(() => {
    const visit = window as unknown as { shift: number };
    visit.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) visit.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(url, { waitUntil: until });
  const requests = [...sizes]
    .map(([id, size]) => `${size} ${urls.get(id)}`)
    .filter((request) => !request.includes(' data:'));
  const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const shift = await page.evaluate(async () => {
    const frame = () => new Promise((next) => requestAnimationFrame(next));
    for (let top = 0; top < document.body.scrollHeight; top += window.innerHeight / 2) {
      window.scrollTo(0, top);
      await frame();
      await frame();
    }
    await new Promise((passed) => setTimeout(passed, 100));
    return (window as unknown as { shift: number }).shift;
  });
  return { bytes, requests, shift };
}
