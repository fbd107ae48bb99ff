import { checkout as sentences } from '../../src/i18n/checkout.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { App, AppContext } from '../app.ts';
import type { RequestError } from '../usecases/place-order.ts';
import { cartOf, keepCart } from './cart.ts';
import { readForm } from './form.ts';
import { clientAddress } from './orders.ts';

/** What the checkout's page gets back when the form was not the order yet: everything that was typed. */
export interface CheckoutForm {
  values: Record<string, string>;
  lines: { sku: string; qty: number; price: number }[];
  errors: RequestError[];
  /** Shown above the form when nothing is wrong but something is new, such as the fee now known. */
  notice?: 'shipping_priced' | 'total_changed';
}

/** The checkout: one page, one form; an order is placed only at a total that the page has shown. */
export function checkoutRoutes(app: App): void {
  for (const [path, locale] of [
    ['/checkout', 'id'],
    ['/en/checkout', 'en'],
  ] as const) {
    app.get(path, (c) => c.var.page());
    app.post(path, (c) => submit(c, path, locale));
  }
}

async function submit(c: AppContext, path: string, locale: Locale): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const values = Object.fromEntries(form);
  const lines = linesFrom(form);
  const again = (status: number, state: Omit<CheckoutForm, 'values' | 'lines'>, shown = lines) =>
    c.var.page({ path, status, form: { values, lines: shown, ...state } satisfies CheckoutForm });

  const body = orderBody(values, lines);
  if (values.action === 'price') return again(200, { errors: [], notice: 'shipping_priced' });
  const priced = await c.var.mall.priceCart({ ...body, ship_to: body.ship_to });
  if (priced.ok && !priced.quote.problems.length && String(priced.quote.total) !== values.shown_total)
    return again(200, { errors: [], notice: values.shown_total ? 'total_changed' : 'shipping_priced' });

  const result = await c.var.mall.placeOrder({
    key: values.idempotency_key ?? '',
    body,
    locale,
    address: clientAddress(c),
    consentText: sentences[locale].consent,
  });
  if (!result.ok)
    return again(result.status, { errors: result.errors ?? [{ pointer: '', code: result.code }] });
  if (!result.replayed) c.var.waitUntil(c.var.mall.deliverMails(result.order.token));
  const ordered = new Set(lines.map(({ sku }) => sku));
  keepCart(c, { lines: cartOf(c).lines.filter(({ sku }) => !ordered.has(sku)) });
  return c.redirect(`/pesanan/${result.order.token}`, 303);
}

/** The lines that the form was rendered with, `<sku>|<qty>|<price>` each. */
function linesFrom(form: URLSearchParams): CheckoutForm['lines'] {
  return form.getAll('line').flatMap((text) => {
    const [sku = '', qty, price] = text.split('|');
    return /^\d{1,5}$/.test(qty ?? '') && /^\d{1,9}$/.test(price ?? '')
      ? [{ sku, qty: Number(qty), price: Number(price) }]
      : [];
  });
}

/** The form's fields as the body of `POST /api/orders`; empty choices are left to the rules. */
function orderBody(values: Record<string, string>, lines: CheckoutForm['lines']) {
  const country = values.country || 'ID';
  const chosen = (prefix: string) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([name, value]) => name.startsWith(prefix) && value)
        .map(([name, value]) => [name.slice(prefix.length), value]),
    );
  return {
    lines,
    buyer: { name: values.name ?? '', phone: values.phone ?? '', email: values.email ?? '' },
    ship_to: {
      country,
      region: country === 'ID' ? (values.region ?? '') : '',
      district: country === 'ID' ? (values.district ?? '') : '',
      village: values.village ?? '',
      city: values.city ?? '',
      address: values.address ?? '',
      postal_code: values.postal_code ?? '',
      name: values.recipient_name ?? '',
      phone: values.recipient_phone ?? '',
    },
    shipping: chosen('shipping:'),
    payment: chosen('payment:'),
    consent: values.consent === 'yes',
    note: values.note ?? '',
    notes: chosen('note:'),
  };
}
