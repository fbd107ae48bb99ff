import type { RequestError } from '../../src/domain/request-error.ts';
import { type CheckoutForm, placeOf } from '../../src/forms/checkout-form.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import { checkout as sentences } from '../../src/i18n/ordering/checkout.ts';
import { orderRequestSchema } from '../../src/schemas/order-request.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { cartOf, directLine, keepKeys, keysOf, takeFromCart } from './cart-cookies.ts';
import { schemaErrors } from './place-order.ts';

/** The checkout: one page, one form; an order is placed only at a total that the page has shown. */
export function checkoutRoutes(app: App): void {
  for (const [path, locale, cart] of [
    ['/checkout', 'id', '/keranjang'],
    ['/en/checkout', 'en', '/en/keranjang'],
  ] as const) {
    app.get(path, (c) => show(c, cart));
    app.post(path, (c) => submit(c, path, locale));
  }
}

/**
 * The empty form, with the key that its order will have. Where that key has its order already, the answer to it was
 * lost on the way: the page leads there instead, and orders again only if asked to (`lagi`).
 */
async function show(c: AppContext, cart: string): Promise<Response> {
  const { mall } = c.var;
  const direct = directLine(c);
  const lines = (await mall.cartNow(direct ? { lines: [direct] } : cartOf(c))).lines;
  let keys = keysOf(c) ?? { next: mall.newKey() };
  const unseen = await mall.orderOfKey(keys.next);
  if (unseen && c.req.query('lagi') === undefined) {
    const { minutes, url } = unseen;
    const earlier = { minutes, ...(url && { url }), unseen: true };
    return c.var.page({ form: { values: {}, lines, errors: [], earlier } satisfies CheckoutForm });
  }
  // What changed since the cart was filled is said and accepted in the cart, before anything is typed here.
  if (!(await mall.isReady(lines))) return c.redirect(direct ? productOf(direct.sku) : cart, 303);
  if (unseen) keys = { next: mall.newKey(), last: keys.next };
  const values = { idempotency_key: keys.next, ...(direct && { direct: 'yes' }) };
  c.res = await c.var.page({ form: { values, lines, errors: [] } satisfies CheckoutForm });
  keepKeys(c, keys);
  return c.res;
}

/** Where a SKU is sold. */
function productOf(sku: string): string {
  return `/produk/${sku.split('/').slice(0, 2).join('/')}/`;
}

async function submit(c: AppContext, path: string, locale: Locale): Promise<Response> {
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const { mall } = c.var;
  const values = withFittingPlaces(Object.fromEntries(form));
  const lines = linesFrom(form);
  const again = (status: number, state: Omit<CheckoutForm, 'values' | 'lines'>) =>
    c.var.page({ path, status, form: { values, lines, ...state } satisfies CheckoutForm });

  if (values.action === 'regions') return again(200, { errors: [] });
  if (values.action === 'confirm') {
    const asked = await mall.addresses.ask(values.email ?? '', locale, clientAddress(c));
    if (asked.ok) c.var.waitUntil(mall.deliverSoon());
    if (!asked.ok && asked.code === 'email')
      return again(422, { errors: [{ pointer: '/buyer/email', code: 'email' }] });
    return again(asked.ok ? 200 : 429, { errors: [], confirming: asked.ok ? 'sent' : 'too_many_requests' });
  }
  const fitted = await fitChoices(c, values, lines);
  const key = values.idempotency_key ?? '';
  const districtMissing = fitted.asksForDistrict && !values.district && values.shown_for === placeOf(values);
  const ready =
    values.shown_total === String(fitted.total) &&
    values.shown_for === placeOf(values) &&
    !fitted.changed &&
    !districtMissing &&
    /^[\w-]{16,200}$/.test(key);
  if (values.action === 'price') return again(200, { errors: [], notice: 'shipping_priced' });
  if (!ready) {
    // Nobody agrees to anything before fee and total were shown.
    const errors = [...fieldErrors(values, lines), ...fitted.lineProblems].filter(
      ({ pointer }) => values.shown_total || pointer !== '/consent',
    );
    if (districtMissing) errors.push({ pointer: '/ship_to/district', code: 'district_needed' });
    if (errors.length) return again(fitted.lineProblems.length ? 409 : 422, { errors });
    return again(200, { errors: [], notice: noticeOf(values, fitted.changed) });
  }

  if (values.again !== 'yes') {
    const { phone = '', country = 'ID' } = values;
    const earlier = await mall.findRepeated({ key, held: keysOf(c), phone, country, goods: lines });
    // Pressed once more, it is meant.
    values.again = 'yes';
    if (earlier) return again(409, { errors: [], earlier });
  }
  const result = await mall.placeOrder({
    key,
    body: { ...orderBody(values, lines), human_check: signOf(values) },
    locale,
    address: clientAddress(c),
    consentText: sentences[locale].consent,
  });
  if (!result.ok) {
    // An order came out of this page already: pressing once more is a second one, and only then.
    const earlier = result.code === 'idempotency_key_reused' ? await mall.orderOfKey(key) : undefined;
    if (earlier) values.idempotency_key = mall.newKey();
    // A ticket is for this form; what was shown as a sign before is spent.
    const ticket = result.errors?.find((error) => error.ticket)?.ticket;
    if (ticket) values.human_check = ticket;
    else delete values.human_check;
    c.set('showsTurnstile', result.code === 'needs_confirmation');
    return again(result.status, {
      ...(earlier?.url && { earlier: { minutes: earlier.minutes, url: earlier.url } }),
      errors: result.errors?.length ? result.errors : [{ pointer: '', code: result.code }],
    });
  }
  if (!result.replayed) c.var.waitUntil(mall.deliverSoon());
  if (values.direct !== 'yes') await takeFromCart(c, lines);
  // The page of this order is what ends its key, see orders-routes.ts.
  const held = keysOf(c);
  if (held?.next !== key) keepKeys(c, { next: key, ...(held?.last && { last: held.last }) });
  return c.redirect(`/pesanan/${result.order.token}`, 303);
}

/** The form's sign of life: the human check's token, or a ticket with what was done for it. */
function signOf(values: Record<string, string>): string {
  return values['cf-turnstile-response'] || values.human_check || '';
}

/** A district that lies elsewhere, since another regency was chosen after it, is no district. */
function withFittingPlaces(values: Record<string, string>): Record<string, string> {
  const { region, district } = values;
  return district && !district.startsWith(`${region}.`) ? { ...values, district: '' } : values;
}

/**
 * Takes out of the form's values what the destination and the amounts do not offer: services and ways of paying
 * that were chosen for another address, or were never chosen. The page then has the first that fits.
 */
async function fitChoices(c: AppContext, values: Record<string, string>, lines: CheckoutForm['lines']) {
  const body = orderBody(values, lines);
  const known = body.ship_to.country !== 'ID' || body.ship_to.region !== '';
  if (!known) return { changed: false, lineProblems: [], total: undefined, asksForDistrict: false };
  const { ship_to } = body;
  let changed = false;
  let priced = await c.var.mall.priceCart({ lines, ship_to, shipping: body.shipping, payment: body.payment });
  // Another service may bring other ways of paying, so it is looked at twice at most.
  for (let round = 0; round < 2 && priced.ok; round += 1) {
    const unfit = priced.quote.problems.filter(({ pointer }) => /^\/(shipping|payment)\//.test(pointer));
    if (!unfit.length) break;
    for (const { pointer, seller } of unfit) {
      const name = `${pointer.startsWith('/shipping/') ? 'shipping' : 'payment'}:${seller}`;
      const first = name.startsWith('payment')
        ? priced.quote.sellers.find((group) => group.seller === seller)?.methods[0]
        : undefined;
      if (values[name] || first) changed = true;
      if (first) values[name] = first;
      else delete values[name];
    }
    const { shipping, payment } = orderBody(values, lines);
    priced = await c.var.mall.priceCart({ lines, ship_to, shipping, payment });
  }
  return {
    changed,
    lineProblems: priced.ok
      ? priced.quote.problems.filter(({ pointer }) => pointer.startsWith('/lines/'))
      : [],
    total: priced.ok ? priced.quote.total : undefined,
    asksForDistrict: await c.var.mall.asksForDistrict(ship_to.region),
  };
}

/** What is wrong with the fields themselves, before anything is asked of the catalogue. */
function fieldErrors(values: Record<string, string>, lines: CheckoutForm['lines']): RequestError[] {
  const parsed = orderRequestSchema.safeParse(orderBody(values, lines));
  return parsed.success ? [] : schemaErrors(parsed.error.issues);
}

function noticeOf(values: Record<string, string>, changed: boolean): CheckoutForm['notice'] {
  if (!values.shown_total) return 'shipping_priced';
  return changed ? 'choices_changed' : 'total_changed';
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
      city: country === 'ID' ? '' : (values.city ?? ''),
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
