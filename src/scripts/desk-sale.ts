// Sales recorded without a signal wait on this device and are sent by themselves, each under the id that it was
// given here: however often one is sent, the mall counts it once.

import { readRupiah } from '../domain/money.ts';
import { WIB_OFFSET } from '../domain/time.ts';

interface Waiting {
  id: string;
  sku: string;
  /** What the list says of it. */
  title: string;
  qty: number;
  amount: number;
  occurred_at: string;
  destination?: string;
  inquiry?: string;
  /** Why the mall did not take it. */
  refused?: string;
}

const STORE = 'mal-ukm-sales';
const form = document.querySelector<HTMLFormElement>('form[data-sale]');
const list = document.querySelector<HTMLElement>('[data-sale-queue]');

const read = (): Waiting[] => {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '[]') as Waiting[];
  } catch {
    return [];
  }
};
const keep = (sales: Waiting[]) => localStorage.setItem(STORE, JSON.stringify(sales));
/** Changes one sale of the list, or takes it out; the list is read anew, since another tab may have changed it. */
const change = (id: string, to?: Waiting) =>
  keep(read().flatMap((sale) => (sale.id === id ? (to ? [to] : []) : [sale])));

/** A signal that is hardly there must not keep anybody waiting, in milliseconds. */
const PATIENCE = 10_000;
/** How often it is tried again while something waits, in milliseconds: a phone seldom knows that it has a signal. */
const AGAIN = 15_000;

/** Sales that the mall took and that the operator has to approve. */
const waitsForOperator = new Set<string>();
let signedOut = false;
let running = Promise.resolve();
const send = () => {
  running = running.then(sendAll);
  return running;
};

async function sendAll(): Promise<void> {
  for (const { title, refused, ...sale } of read()) {
    if (refused !== undefined) continue;
    const answer = await fetch('/api/desk/sales', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(sale),
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(() => undefined);
    signedOut = answer?.status === 401;
    // Without an answer, or with a mall that is not well, it is sent again later.
    if (!answer || signedOut || answer.status >= 500 || answer.status === 429) break;
    if (answer.ok) {
      const { sale: kept } = (await answer.json().catch(() => ({}))) as { sale?: { status?: string } };
      if (kept?.status === 'waiting') waitsForOperator.add(sale.id);
      change(sale.id);
    } else {
      const { detail = '' } = (await answer.json().catch(() => ({}))) as { detail?: string };
      change(sale.id, { ...sale, title, refused: detail });
    }
  }
  show();
}

function show(): void {
  if (!list || !form) return;
  list.replaceChildren(
    ...read().map((sale) => {
      const item = document.createElement('li');
      const say =
        sale.refused === undefined ? form.dataset.waiting : `${form.dataset.refused}: ${sale.refused}`;
      item.textContent = `${sale.qty} × ${sale.title}, Rp${sale.amount.toLocaleString('id-ID')}. ${say} `;
      if (sale.refused !== undefined) {
        const discard = document.createElement('button');
        discard.type = 'button';
        discard.className = 'btn-quiet';
        discard.textContent = form.dataset.discard ?? '';
        discard.addEventListener('click', () => {
          change(sale.id);
          show();
        });
        item.appendChild(discard);
      }
      return item;
    }),
  );
  if (signedOut) {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = '/masuk?lanjut=/lapak/jual';
    link.textContent = form.dataset.signIn ?? '';
    item.appendChild(link);
    list.appendChild(item);
  }
}

/** Says at a field what is wrong, until it is typed in again. */
function fault(name: string, message: string | undefined): void {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.setCustomValidity(message ?? '');
  field.addEventListener('input', () => field.setCustomValidity(''), { once: true });
  field.reportValidity();
}

form?.addEventListener('submit', (event) => {
  const values = Object.fromEntries(new FormData(form)) as Record<string, string>;
  const amount = readRupiah(values.amount ?? '');
  const qty = Number(values.qty);
  // Without a signal a form that is sent ends in the browser's error page, and what was typed is gone.
  event.preventDefault();
  if (!Number.isInteger(qty) || qty < 1) return fault('qty', form.dataset.badQty);
  if (!amount) return fault('amount', form.dataset.badAmount);
  const typed = values.occurred_at;
  const waiting: Waiting = {
    // The page may have come out of the device's memory with an id that was used before.
    id: crypto.randomUUID(),
    sku: values.sku ?? '',
    title: (form.elements.namedItem('sku') as unknown as HTMLSelectElement).selectedOptions[0]?.text ?? '',
    qty,
    amount,
    occurred_at: typed ? `${typed}${WIB_OFFSET}` : new Date().toISOString(),
    ...(values.destination && { destination: values.destination }),
    ...(values.inquiry && { inquiry: values.inquiry.trim().toUpperCase() }),
  };
  keep([...read(), waiting]);
  void send().then(() => {
    const left = read().find(({ id }) => id === waiting.id);
    if (!left)
      location.assign(`/lapak/jual?kabar=${waitsForOperator.has(waiting.id) ? 'menunggu' : 'tercatat'}`);
    else if (left.refused === undefined) form.reset();
    else {
      // The form's own way says beside each field what is wrong.
      change(waiting.id);
      form.submit();
    }
  });
});

addEventListener('online', () => void send());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') void send();
});
setInterval(() => {
  if (read().some(({ refused }) => refused === undefined)) void send();
}, AGAIN);
show();
void send();

// The page itself opens without a signal, too.
navigator.serviceWorker?.register('/lapak-luring.js', { scope: '/lapak/' }).catch(() => undefined);
