// Orders of this device: an order's page leaves its link here, and /pesanan lists them. Nothing of it leaves the
// device. Without scripts or storage there is no list, and the order is found by its code.

interface KeptOrder {
  code: string;
  path: string;
  /** When it was placed, in words. */
  at: string;
}
const STORE = 'pesanan';
const MOST = 20;

function read(): KeptOrder[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORE) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((entry) => typeof entry?.path === 'string' && /^\/pesanan\/[\w-]+$/.test(entry.path))
      : [];
  } catch {
    return [];
  }
}
function write(orders: KeptOrder[]): void {
  try {
    if (orders.length) localStorage.setItem(STORE, JSON.stringify(orders.slice(0, MOST)));
    else localStorage.removeItem(STORE);
  } catch {
    // A browser that keeps nothing keeps no list.
  }
}

const shown = document.querySelector<HTMLElement>('[data-order-here]');
if (shown) {
  try {
    // What was typed into the checkout has become this order.
    sessionStorage.removeItem('pesanan-isi');
  } catch {
    // Nothing was kept.
  }
  const { orderHere: code = '', at = '', erased } = shown.dataset;
  const path = location.pathname.replace(/\/$/, '').split('/').slice(0, 3).join('/');
  const others = read().filter((order) => order.path !== path);
  write(erased === undefined ? [{ code, path, at }, ...others] : others);
}

const list = document.querySelector<HTMLElement>('[data-orders-here]');
const template = list?.querySelector('template');
if (list && template) {
  const rows = list.querySelector('ul');
  const show = () => {
    const orders = read();
    list.hidden = !orders.length;
    rows?.replaceChildren(
      ...orders.map(({ code, path, at }) => {
        const row = template.content.cloneNode(true) as DocumentFragment;
        const link = row.querySelector('a');
        const when = row.querySelector('span');
        const forget = row.querySelector('button');
        if (link) Object.assign(link, { href: path, textContent: code });
        if (when) when.textContent = at;
        forget?.setAttribute('aria-label', `${forget.textContent?.trim()} ${code}`);
        forget?.addEventListener('click', () => {
          write(read().filter((order) => order.path !== path));
          show();
        });
        return row;
      }),
    );
  };
  list.querySelector('[data-forget-all]')?.addEventListener('click', () => {
    write([]);
    show();
  });
  show();
}

export {};
