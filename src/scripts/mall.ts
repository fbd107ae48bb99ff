// Enhancements for every page. All of it works without: forms post, links lead, texts are true as they stand.

import { enhanceProduct } from './product.ts';

const all = <T extends HTMLElement>(selector: string) => document.querySelectorAll<T>(selector);

// How many pieces lie in the cart. The cart's cookie is not for scripts, so the cart's own page, which the Worker
// renders, leaves the number on this device for the pages that are built ahead.
try {
  const shown = document.querySelector<HTMLElement>('[data-cart]')?.dataset.cart;
  if (shown !== undefined) localStorage.setItem('cart', shown);
  const count = localStorage.getItem('cart') ?? '';
  for (const output of all('[data-cart-count]')) output.textContent = Number(count) > 0 ? count : '';
} catch {
  // Without storage there is no number; nothing else depends on it.
}

// Buttons that copy an account number or an amount: shown only where copying works.
if (navigator.clipboard)
  for (const button of all<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '');
      button.textContent = button.dataset.copied ?? button.textContent;
    });
  }

// After a refused form the reader starts at what is wrong.
document.querySelector<HTMLElement>('[data-focus]')?.focus();

// Sentences that are true only before, during or after an expo.
for (const box of all('[data-opens]')) {
  const { opens = '', closes = '' } = box.dataset;
  const now = Date.now();
  const state = now < Date.parse(opens) ? 'coming' : now < Date.parse(closes) ? 'open' : 'over';
  for (const text of box.querySelectorAll<HTMLElement>(`[data-when="${state}"]`)) text.hidden = false;
}

for (const form of all<HTMLFormElement>('form[data-product]')) enhanceProduct(form);

const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;

// One view of this page, when everything on it is there. The Worker counts the pages that it renders by itself.
if (!saves && !('counted' in document.body.dataset))
  addEventListener('load', () =>
    navigator.sendBeacon?.('/api/visits', JSON.stringify({ path: location.pathname })),
  );

// The mall's figures as they are now.
for (const box of all('[data-live-figures]'))
  import('./live-figures.ts').then(({ showLiveFigures }) => showLiveFigures(box));

// Completions of the search field, fetched when it is first touched; a phone that saves data gets none.
const field = document.querySelector<HTMLInputElement>('input#q');
if (field && !saves)
  field.addEventListener('focus', async () => (await import('./search-suggest.ts')).suggestFor(field), {
    once: true,
  });
