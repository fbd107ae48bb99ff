import type { Locale } from '../../src/domain/locale.ts';
import type { InquiryForm } from '../../src/forms/inquiry-form.ts';
import { inquiryWords } from '../../src/i18n/inquiry/inquiry.ts';
import { requireRole } from '../access/desk-guard.ts';
import { amountOf } from '../fulfilment/seller-moves-routes.ts';
import { clientAddress } from '../http/client.ts';
import type { App, AppContext } from '../http/context.ts';
import { readForm } from '../http/form.ts';
import { showsTurnstile } from '../http/security-headers.ts';
import type { AskRefusal } from './ask-seller.ts';

/** Questions: asking (`/tanya/…`), the thread (`/tanya/t/<token>`), and the desk's list. */
export function inquiryRoutes(app: App): void {
  app.get('/lapak/tanya', async (c) => {
    const account = await requireRole(c, 'seller');
    return account instanceof Response ? account : c.var.page({ account });
  });

  app.get('/tanya/t/:token', async (c) => {
    const { token } = c.req.param();
    const key = c.req.query('e');
    const found = await c.var.mall.inquiries.thread(token);
    // A key that has something to say shows a button: opening a link, as mail scanners do, sends and confirms nothing.
    if (found && key && !found.inquiry.awaits_confirmation && !(await c.var.mall.inquiries.asks(token, key)))
      return c.redirect(`/tanya/t/${token}`, 303);
    return found ? c.var.page() : c.notFound();
  });
  app.post('/tanya/t/:token/:action', thread);

  for (const prefix of ['/tanya', '/en/tanya'] as const)
    for (const path of [`${prefix}/:seller`, `${prefix}/:seller/:product`]) {
      app.get(path, showsTurnstile, async (c) => ((await isAskable(c)) ? c.var.page() : c.notFound()));
      app.post(path, showsTurnstile, (c) => ask(c, prefix === '/tanya' ? 'id' : 'en'));
    }
}

function deliver(c: AppContext): void {
  c.var.waitUntil(c.var.mall.deliverSoon());
}

/** True when the seller of the address exists, and the product, too, where it names one. */
async function isAskable(c: AppContext): Promise<boolean> {
  const { seller = '', product } = c.req.param() as { seller?: string; product?: string };
  if (product) return (await c.var.mall.product(`${seller}/${product}`)) !== undefined;
  return (await c.var.mall.sellers([seller])).has(seller);
}

async function ask(c: AppContext, locale: Locale): Promise<Response> {
  if (!(await isAskable(c))) return c.notFound();
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const values = Object.fromEntries(form);
  const { seller = '', product } = c.req.param() as { seller?: string; product?: string };
  const again = (status: number, state: Omit<InquiryForm, 'values'>) =>
    c.var.page({ status, form: { values, ...state } satisfies InquiryForm });
  const typed = (values.quantity ?? '').trim();
  const body = {
    seller,
    ...(product && { sku: `${seller}/${product}` }),
    buyer: { name: values.name ?? '', email: values.email ?? '', phone: values.phone ?? '' },
    quantity: typed === '' ? undefined : /^\d{1,6}$/.test(typed) ? Number(typed) : typed,
    wanted_by: values.wanted_by ?? '',
    message: values.message ?? '',
    consent: values.consent === 'yes',
  };
  const trapped = Boolean(values.website);
  // Whoever is faster than a hand is asked to press once more; the trap's catch need not know.
  if (!trapped && !(await c.var.mall.inquiries.isByHand(values.stamp ?? '')))
    return again(422, { errors: [], code: 'again' });
  const asked = await c.var.mall.inquiries.ask({
    body,
    locale,
    address: clientAddress(c),
    consentText: inquiryWords[locale].consent,
    trapped,
    humanToken: values['cf-turnstile-response'] ?? '',
  });
  if (!asked.ok) {
    const page = await again(asked.status, { errors: asked.errors ?? [], code: asked.code });
    if (asked.status === 429) page.headers.set('Retry-After', '3600');
    return page;
  }
  deliver(c);
  return c.redirect(`/tanya/t/${asked.token}${asked.unconfirmed ? '' : '?kabar=sent'}`, 303);
}

/** The forms of a thread: a message, an offer, its acceptance, closing. */
async function thread(c: AppContext): Promise<Response> {
  const { token = '', action = '' } = c.req.param() as { token?: string; action?: string };
  const { inquiries } = c.var.mall;
  if (!(await inquiries.thread(token))) return c.notFound();
  const form = await readForm(c);
  if (form instanceof Response) return form;
  const values = Object.fromEntries(form);
  const path = `/tanya/t/${token}`;
  const again = (status: number, state: Omit<InquiryForm, 'values'>) =>
    c.var.page({
      path,
      status,
      form: { values: { ...values, form: action }, ...state } satisfies InquiryForm,
    });
  let result: { ok: true } | AskRefusal;
  switch (action) {
    case 'message':
      result = await inquiries.say(token, values.message ?? '');
      break;
    case 'confirm':
      result = await inquiries.release(token, values.e ?? '');
      break;
    case 'surel':
      result = await inquiries.confirmEmail(token, values.e ?? '');
      break;
    case 'offer':
      result = await inquiries.offer(token, offerFrom(form));
      break;
    case 'close':
    case 'spam':
      result = await inquiries.end(token, action);
      break;
    case 'accept': {
      // Lists of places and ways of paying follow the address: whatever is no order shows the form again.
      if (values.action !== 'place') return again(200, { errors: [] });
      const accepted = await c.var.mall.acceptOffer(
        token,
        { ...orderBody(values), quote: values.quote },
        inquiryWords.id.acceptConsent,
      );
      if (accepted.ok) {
        c.var.waitUntil(c.var.mall.deliverSoon());
        return c.redirect(`/pesanan/${accepted.order.token}`, 303);
      }
      // Pressed twice, it leads to the one order.
      if (accepted.order_token) return c.redirect(`/pesanan/${accepted.order_token}`, 303);
      result = accepted;
      break;
    }
    default:
      return c.notFound();
  }
  if (!result.ok && result.status === 404) return c.notFound();
  if (!result.ok) return again(result.status, { errors: result.errors ?? [], code: result.code });
  deliver(c);
  return c.redirect(`${path}?kabar=${action}`, 303);
}

/** The offer's rows; those without goods are left out. */
function offerFrom(form: URLSearchParams) {
  const number = (text: string | null) => amountOf(text ?? '') ?? 0;
  const lines = [0, 1, 2].flatMap((row) => {
    const sku = form.get(`sku-${row}`);
    return sku ? [{ sku, qty: number(form.get(`qty-${row}`)), price: number(form.get(`price-${row}`)) }] : [];
  });
  return {
    lines,
    shipping: number(form.get('shipping')),
    // The form insists on a destination; only the API may leave it open.
    destination: form.get('destination') || 'none',
    valid_until: form.get('valid_until') ?? '',
    note: form.get('note') ?? '',
  };
}

/** The acceptance's fields as the body of `POST /api/orders` has them. */
function orderBody(values: Record<string, string>) {
  const country = values.country || 'ID';
  const inside = country === 'ID';
  return {
    buyer: { name: values.name ?? '', phone: values.phone ?? '', email: values.email ?? '' },
    ship_to: {
      country,
      region: inside ? (values.region ?? '') : '',
      district: inside && values.district?.startsWith(`${values.region}.`) ? values.district : '',
      village: values.village ?? '',
      city: inside ? '' : (values.city ?? ''),
      address: values.address ?? '',
      postal_code: values.postal_code ?? '',
      name: values.recipient_name ?? '',
      phone: values.recipient_phone ?? '',
    },
    payment: values.payment ?? '',
    consent: values.consent === 'yes',
    note: '',
  };
}
