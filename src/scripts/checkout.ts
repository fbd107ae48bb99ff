// Makes the checkout's form nicer: lists follow the country and the province at once, fees and totals follow what
// is chosen, and the address can be remembered on this device. Without it the form asks the mall again instead.

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
  /** Asks the mall for the form as it stands and takes over what depends on the choices. */
  const refresh = async () => {
    const turn = ++latest;
    const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    body.set('action', 'price');
    const answer = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body }).catch(
      () => undefined,
    );
    const html = answer?.ok ? await answer.text() : '';
    if (!html || turn !== latest) return;
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
    if (/^(region|district|shipping:)/.test(name) || (name === 'country' && country?.value !== 'ID'))
      refresh();
  });
  remember(form, refresh);
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

export {};
