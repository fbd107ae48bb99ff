// Makes the checkout's form nicer: lists follow the country and the province at once, fees and totals follow what
// is chosen, and the address can be remembered on this device. Without it the form asks the mall again instead.

import { formatRupiah } from '../domain/money.ts';

function enhance(form: HTMLFormElement): void {
  const select = (name: string) =>
    form.querySelector(`select[name=${name}]`) as unknown as HTMLSelectElement | null;
  for (const part of form.querySelectorAll<HTMLElement>('[data-plain]')) part.hidden = true;

  const [country, province, region] = [select('country'), select('province'), select('region')];
  const groups = region ? [...region.querySelectorAll('optgroup')].slice(1) : [];
  const showProvince = () => {
    const name = province?.value && province.selectedOptions[0]?.text;
    // Taken out rather than hidden: not every phone's list honours a hidden option.
    for (const group of groups) group.remove();
    for (const group of groups) if (!name || group.label === name) region?.appendChild(group);
  };
  const showCountry = () => {
    const inside = country?.value === 'ID';
    for (const part of form.querySelectorAll<HTMLElement>('[data-inside]')) part.hidden = !inside;
    for (const part of form.querySelectorAll<HTMLElement>('[data-outside]')) part.hidden = inside;
  };
  showCountry();

  let latest = 0;
  const say = network(form);
  /** Asks the mall for the form as it stands and takes over what depends on the choices; again until it answers. */
  const refresh = async (): Promise<void> => {
    const turn = ++latest;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    body.set('action', 'price');
    say('busy');
    const html = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body })
      .then((answer) => (answer.ok ? answer.text() : ''))
      .catch(() => '');
    if (turn !== latest) return;
    if (!html) {
      say('lost');
      await backOnline();
      return turn === latest ? refresh() : undefined;
    }
    say();
    const fresh = new DOMParser().parseFromString(html, 'text/html');
    const focused = document.activeElement?.id;
    for (const old of form.querySelectorAll('[data-live]')) {
      const part = fresh.getElementById(old.id);
      if (part) old.replaceWith(part);
    }
    if (focused && !document.activeElement?.matches('[id]')) document.getElementById(focused)?.focus();
  };

  form.addEventListener('change', (event) => {
    const { name } = event.target as HTMLInputElement;
    if (name === 'province') showProvince();
    if (name === 'country') showCountry();
    if (name.startsWith('shipping:') && sumUp(form)) return;
    if (/^(region|district|shipping:)/.test(name) || (name === 'country' && country?.value !== 'ID'))
      refresh();
  });
  keepDraft(form);
  // A region that came from this device has no fee yet.
  if (region?.value && !form.querySelector('[name=shown_total]')) refresh();
  remember(form, refresh);
}

/** Resolves once there is a network again, or after some seconds where the phone can't tell. */
function backOnline(): Promise<unknown> {
  return new Promise((done) => {
    addEventListener('online', done, { once: true });
    if (navigator.onLine) setTimeout(done, 5000);
  });
}

/** Says what the network does; a form is sent once, and never into a network that is gone. */
function network(form: HTMLFormElement): (what?: 'busy' | 'lost') => void {
  const box = form.querySelector<HTMLElement>('[data-network]');
  let sent = false;
  const say = (what?: 'busy' | 'lost') => {
    form.toggleAttribute('data-busy', what === 'busy');
    if (box) box.textContent = (what && box.dataset[what]) ?? '';
  };
  form.addEventListener('submit', (event) => {
    if (navigator.onLine && !sent) {
      sent = true;
      return say('busy');
    }
    event.preventDefault();
    if (sent) return;
    say('lost');
    backOnline().then(() => say());
  });
  // Back brings the page as it was left.
  addEventListener('pageshow', () => {
    sent = false;
    say();
  });
  return say;
}

/** Adds up the fees that are chosen, without asking the mall; false where it can't be told here. */
function sumUp(form: HTMLFormElement): boolean {
  const chosen = [...form.querySelectorAll<HTMLInputElement>('input[name^="shipping:"]:checked')];
  const totals = form.querySelector<HTMLElement>('[data-goods]');
  const shown = form.querySelector<HTMLInputElement>('[name=shown_total]');
  const [fee, total] = ['shipping', 'total'].map((row) => totals?.querySelector(`[data-row=${row}]`));
  const { goods, sellers, limit } = totals?.dataset ?? {};
  if (!shown || !fee || !total || chosen.length !== Number(sellers)) return false;
  if (chosen.some(({ dataset }) => !dataset.fee)) return false;
  const fees = chosen.reduce((sum, { dataset }) => sum + Number(dataset.fee), 0);
  const sum = Number(goods) + fees;
  // Beyond a limit of payment other ways of paying are offered, and only the mall knows which.
  if (sum > Number(limit) || Number(shown.value) > Number(limit)) return false;
  shown.value = String(sum);
  fee.textContent = formatRupiah(fees);
  total.textContent = formatRupiah(sum);
  return true;
}

const DRAFT = 'pesanan-isi';

/** Keeps what is typed in this tab until the order is there, so that a lost answer or Back loses none of it. */
function keepDraft(form: HTMLFormElement): void {
  const fields = () =>
    [...form.elements].filter(
      (field): field is HTMLInputElement =>
        'value' in field && /^(text|tel|email|textarea|select-one)$/.test((field as HTMLInputElement).type),
    );
  try {
    const kept: Record<string, string> = JSON.parse(sessionStorage.getItem(DRAFT) ?? '{}');
    const name = form.elements.namedItem('name') as HTMLInputElement | null;
    // What came back from the mall was typed just now and stays.
    if (!name?.value)
      for (const field of fields()) if (kept[field.name]) field.value = kept[field.name] ?? '';
  } catch {
    return;
  }
  const keep = () =>
    sessionStorage.setItem(
      DRAFT,
      JSON.stringify(Object.fromEntries(fields().map(({ name, value }) => [name, value]))),
    );
  form.addEventListener('input', keep);
  form.addEventListener('submit', keep);
}

const KEPT = [
  'name',
  'phone',
  'email',
  'country',
  'region',
  'district',
  'city',
  'address',
  'postal_code',
] as const;
const STORE = 'alamat';

/** Keeps what was typed in this browser, and only here, while the box is ticked. */
function remember(form: HTMLFormElement, refresh: () => Promise<void>): void {
  const box = form.querySelector<HTMLElement>('[data-remember]');
  const tick = box?.querySelector('input');
  if (!box || !tick) return;
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement | null;
  const kept = readStore();
  if (kept === undefined) return;
  box.hidden = false;
  const fill = () => {
    for (const name of KEPT) {
      const input = field(name);
      if (input && kept[name] && (!input.value || name === 'country')) input.value = kept[name];
    }
  };
  tick.checked = Object.keys(kept).length > 0;
  // What came back from the mall was typed just now and stays.
  if (tick.checked && !field('name')?.value) {
    fill();
    form.querySelector('[name=country]')?.dispatchEvent(new Event('change', { bubbles: true }));
    refresh().then(fill);
  }
  const keep = () => {
    if (!tick.checked) return localStorage.removeItem(STORE);
    const typed = KEPT.map((name) => [name, field(name)?.value ?? '']);
    localStorage.setItem(STORE, JSON.stringify(Object.fromEntries(typed)));
  };
  form.addEventListener('submit', keep);
  tick.addEventListener('change', keep);
}

/** What was kept; undefined where the browser lets nothing be kept. */
function readStore(): Record<string, string> | undefined {
  try {
    return JSON.parse(localStorage.getItem(STORE) ?? '{}');
  } catch {
    return undefined;
  }
}

const form = document.querySelector<HTMLFormElement>('form[data-checkout]');
if (form) enhance(form);
