import { formatRupiah } from '../domain/money.ts';
import { type PriceTier, unitPrice, variantPrices } from '../domain/products/price.ts';

/** What `GET /api/products/<seller>/<product>` tells of stock; `null` is made to order. */
interface LiveProduct {
  stock: number | null;
  variants: { sku: string; stock: number | null }[];
}

/**
 * A product's form: tells the price of what is chosen, and, once the visitor begins to choose, what is left
 * now. Until then nothing is fetched: the page is complete as it came.
 */
export function enhanceProduct(form: HTMLFormElement): void {
  const sum = form.querySelector<HTMLElement>('[data-sum]');
  const price = Number(form.dataset.price);
  const tiers: PriceTier[] = (form.dataset.tiers ?? '')
    .split(' ')
    .filter(Boolean)
    .map((tier) => tier.split(':').map(Number))
    .map(([min_qty = 0, tierPrice = 0]) => ({ min_qty, price: tierPrice }));

  const tell = () => {
    const chosen = form.querySelector<HTMLInputElement>(
      'input[name=sku]:checked, input[name=sku][type=hidden]',
    );
    const qty = Number(form.querySelector<HTMLInputElement>('input[name=qty]')?.value);
    if (!sum || !chosen || !Number.isInteger(qty) || qty < 1) return;
    showPhoto(chosen.dataset.photo);
    const own = chosen.dataset.price;
    const priced = variantPrices({ price, tiers }, own ? Number(own) : undefined);
    const each = unitPrice(priced, qty);
    const wholesale = each < priced.price ? ` (${sum.dataset.wholesale})` : '';
    sum.textContent = `${sum.dataset.sum}: ${formatRupiah(each * qty)}${wholesale}`;
  };
  form.addEventListener('input', tell);
  form.addEventListener('pointerdown', () => refreshStock(form), { once: true, passive: true });
  form.addEventListener('focusin', () => refreshStock(form), { once: true });
  tell();
}

/** Shows a variant's own photo in place of the first one. */
function showPhoto(src: string | undefined): void {
  const image = document.querySelector<HTMLImageElement>('[data-first-photo] img');
  if (!image || !src || image.src.endsWith(src)) return;
  image.removeAttribute('srcset');
  image.src = src;
}

const asked = new WeakSet<HTMLFormElement>();

async function refreshStock(form: HTMLFormElement): Promise<void> {
  if (asked.has(form)) return;
  asked.add(form);
  const answer = await fetch(`/api/products/${form.dataset.product}`).catch(() => undefined);
  if (!answer?.ok) return;
  const live = (await answer.json()) as LiveProduct;
  for (const { sku, stock } of live.variants) {
    const input = form.querySelector<HTMLInputElement>(`input[value="${CSS.escape(sku)}"]`);
    const note = input?.parentElement?.querySelector('[data-left]');
    if (!input || !note || stock === null) continue;
    input.disabled = stock === 0 && !input.checked;
    const { many = '', left = '', out = '' } = form.dataset;
    note.textContent = stock === 0 ? out : stock < Number(many) ? left.replace('#', String(stock)) : '';
  }
}
