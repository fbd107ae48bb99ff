// Enhancements for every page. All of it works without: forms post, links lead, texts are true as they stand.

/** The cart's number of pieces, in the header. */
const count = /(?:^|; )mall_cart_count=(\d+)/.exec(document.cookie)?.[1];
for (const output of document.querySelectorAll('[data-cart-count]'))
  output.textContent = count && count !== '0' ? count : '';

/** Buttons that copy an account number or an amount: shown only where copying works. */
if (navigator.clipboard)
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '');
      button.textContent = button.dataset.copied ?? button.textContent;
    });
  }

/** After a refused form the reader starts at what is wrong. */
document.querySelector<HTMLElement>('[data-focus]')?.focus();

/** Texts that are true only before, during or after an expo. */
for (const box of document.querySelectorAll<HTMLElement>('[data-opens]')) {
  const now = Date.now();
  const { opens = '', closes = '' } = box.dataset;
  const state = now < Date.parse(opens) ? 'coming' : now < Date.parse(closes) ? 'open' : 'over';
  const text = box.querySelector<HTMLElement>(`[data-when="${state}"]`);
  if (text) text.hidden = false;
}
