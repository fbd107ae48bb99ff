import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** WCAG 2.2 AA with everything that it builds on, and axe's own advice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on a page, each violation with the first elements that have it, and whether it scrolls sideways. */
export async function pageFaults(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which a page's Content-Security-Policy does not bind.
  await page.evaluate(AXE);
  const violations = await page.evaluate(async (tags) => {
    const { axe } = window as unknown as { axe: { run(options: object): Promise<AxeResults> } };
    const { violations } = await axe.run({ runOnly: tags, resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) =>
      nodes
        .slice(0, 3)
        .map(
          ({ html, failureSummary = '' }) => `${id} ${html.slice(0, 160)} ${failureSummary.slice(0, 300)}`,
        ),
    );
  }, TAGS);
  const beyond = await sidewaysBy(page);
  return beyond > 0 ? [...violations, `scrolls sideways by ${beyond} px`] : violations;
}

/** By how many CSS pixels a page is wider than its screen: a phone widens its window to a page that is too wide. */
export function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate(
    () => Math.max(document.documentElement.scrollWidth, window.innerWidth) - screen.width,
  );
}
