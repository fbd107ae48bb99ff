import { beforeAll, expect, test } from 'vitest';
import { decodeCart, encodeCart } from '../../src/domain/ordering/cart.ts';
import type { CheckoutForm } from '../../src/forms/checkout-form.ts';
import { explainError } from '../../src/i18n/explain-error.ts';
import { latestMail, shown } from '../testing/desk.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });

type Fields = Record<string, string>;
/** Posts a form as a browser does; the page that comes back is what the route hands to it. */
async function post(path: string, fields: Fields | string[][], cookie = '') {
  const response = await mall.request(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...(cookie && { Cookie: cookie }) },
    body: new URLSearchParams(fields),
  });
  await mall.settle();
  const page =
    response.status === 303 ? undefined : ((await response.json()) as { page: { form: CheckoutForm } });
  return {
    status: response.status,
    to: response.headers.get('Location') ?? '',
    form: page?.page.form,
    response,
  };
}
let keys = 0;
const typed = (changes: Fields = {}): Fields => ({
  idempotency_key: `form-key-${String(++keys).padStart(10, '0')}`,
  line: 'batik-sekar/kemeja-parang/xl|1|185000',
  name: 'Sri Rahayu',
  // A number of its own, so that no test repeats another one's order.
  phone: `0812 3456 ${1000 + keys}`,
  country: 'ID',
  region: '62.71',
  address: 'Jalan Diponegoro 5',
  consent: 'yes',
  action: 'place',
  ...changes,
});
/** What the page shows after a form came back, as the next form has it. */
async function shownTo(form: CheckoutForm): Promise<Fields> {
  const { values, lines } = form;
  const chosen = (prefix: string) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([name, value]) =>
        name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
      ),
    );
  const country = values.country ?? 'ID';
  const priced = await mall.mall.priceCart({
    lines,
    ship_to: { country, ...(country === 'ID' && { region: values.region }) },
    shipping: chosen('shipping:'),
    payment: chosen('payment:'),
  });
  if (!priced.ok) throw new Error('not priced');
  return {
    ...values,
    shown_total: String(priced.quote.total),
    shown_for: country === 'ID' ? `ID ${values.region}` : country,
    action: 'place',
  };
}

test('nothing is ordered before the page has shown the fee and the total; then it is', async () => {
  const first = await post('/checkout', typed());
  expect(first).toMatchObject({ status: 200, form: { errors: [], notice: 'shipping_priced' } });
  expect(first.form?.values['payment:batik-sekar']).toBe('qris');
  const second = await post('/checkout', await shownTo(first.form!));
  expect(second.status).toBe(303);
  expect(second.to).toMatch(/^\/pesanan\/[\w-]{22,}$/);
});

test('a form that is sent twice places one order', async () => {
  const first = await post('/checkout', typed());
  const fields = await shownTo(first.form!);
  const [one, two] = await Promise.all([post('/checkout', fields), post('/checkout', fields)]);
  expect([one.status, two.status]).toEqual([303, 303]);
  expect(one.to).toBe(two.to);
});

test('changed and sent again after the order is there, it says so and orders only when pressed once more', async () => {
  const first = await post('/checkout', typed());
  const fields = await shownTo(first.form!);
  const { to } = await post('/checkout', fields);
  const again = await post('/checkout', { ...fields, address: 'Jalan Lain 1' });
  expect(again).toMatchObject({
    status: 422,
    form: { errors: [{ code: 'idempotency_key_reused' }], earlier: { url: to } },
  });
  expect(again.form?.values.idempotency_key).not.toBe(fields.idempotency_key);
  const meant = await post('/checkout', await shownTo(again.form!));
  expect(meant.status).toBe(303);
  expect(meant.to).not.toBe(to);
});

test('everything that is wrong is said at once, the first time already', async () => {
  const { status, form } = await post('/checkout', typed({ phone: 'bukan', address: '', region: '' }));
  expect(status).toBe(422);
  expect(form?.errors.map(({ pointer }) => pointer).sort()).toEqual([
    '/buyer/phone',
    '/ship_to/address',
    '/ship_to/region',
  ]);
});

test('an empty form names every field, Kabupaten/Kota among them, and asks for no consent yet', async () => {
  const { status, form } = await post(
    '/checkout',
    typed({ name: '', phone: '', address: '', region: '', consent: '' }),
  );
  expect(status).toBe(422);
  expect(form?.errors.map((error) => explainError(error, 'id')).sort()).toEqual([
    'Isi alamat lengkap.',
    'Isi nama Anda.',
    'Isi nomor HP/WhatsApp.',
    'Pilih kabupaten/kota tujuan.',
  ]);
});

test('without consent nothing is ordered, and it is asked for where the total stands', async () => {
  const first = await post('/checkout', typed({ consent: '' }));
  expect(first).toMatchObject({ status: 200, form: { errors: [], notice: 'shipping_priced' } });
  const second = await post('/checkout', { ...(await shownTo(first.form!)), consent: '' });
  expect(second).toMatchObject({ status: 422, form: { errors: [{ pointer: '/consent' }] } });
});

test('choices that the new address does not offer are replaced and said, never an error', async () => {
  const first = await post('/checkout', typed({ region: '33.74', 'payment:batik-sekar': 'cod' }));
  const moved = await post('/checkout', { ...(await shownTo(first.form!)), region: '62.71' });
  expect(moved).toMatchObject({ status: 200, form: { errors: [], notice: 'choices_changed' } });
  expect(moved.form?.values['payment:batik-sekar']).toBe('qris');
  expect((await post('/checkout', await shownTo(moved.form!))).status).toBe(303);
});

test('another regency shows its districts first, even at the same total', async () => {
  const first = await post('/checkout', typed({ region: '33.74' }));
  const fields = await shownTo(first.form!);
  const moved = await post('/checkout', { ...fields, region: '33.26', district: '33.74.01' });
  expect(moved.status).toBe(200);
  expect(moved.form?.values.district).toBe('');
});

test('a price that changed while the form was filled in is said with the new one, and ordered only after that', async () => {
  const first = await post('/checkout', typed({ line: 'batik-sekar/kemeja-parang/xl|1|170000' }));
  expect(first).toMatchObject({ status: 409, form: { errors: [{ code: 'price_changed', price: 185_000 }] } });
});

test('a seller abroad who quotes the fee gets the order without one', async () => {
  const first = await post(
    '/en/checkout',
    typed({
      line: 'lurik-pedan/seragam|5|150000',
      country: 'SG',
      region: '',
      city: 'Singapore',
      phone: '+65 8123 4567',
      postal_code: '469000',
    }),
  );
  expect(first).toMatchObject({ status: 200, form: { errors: [] } });
  expect(first.form?.values['payment:lurik-pedan']).toBe('abroad');
  const placed = await post('/en/checkout', await shownTo(first.form!));
  expect(placed.status).toBe(303);
  const order = await mall.mall.orderByToken(placed.to.split('/').at(-1)!);
  expect(order).toMatchObject({ locale: 'en', seller_orders: [{ status: 'awaiting_shipping' }] });
});

test('a form without a key of its own never shares one', async () => {
  const first = await post('/checkout', typed({ idempotency_key: '' }));
  const fields = { ...(await shownTo(first.form!)), idempotency_key: '' };
  expect((await post('/checkout', fields)).status).toBe(200);
});

const cartCookie = (lines: { sku: string; qty: number; price: number }[]) => `cart=${encodeCart({ lines })}`;
const cartIn = (response: Response) =>
  decodeCart(
    /cart=([^;]*)/.exec(response.headers.getSetCookie().find((text) => text.startsWith('cart=')) ?? '')![1]!,
  );

test('agreeing to what changed makes the cart what can be ordered now, and goes on', async () => {
  await bindings.MALL_DB.prepare(
    `INSERT INTO stock (sku, on_hand, updated_at) VALUES ('batik-sekar/selendang-truntum', 2, '')
     ON CONFLICT (sku) DO UPDATE SET on_hand = 2`,
  ).run();
  const cookie = cartCookie([
    { sku: 'batik-sekar/kemeja-parang/xl', qty: 12, price: 185_000 },
    { sku: 'batik-sekar/selendang-truntum', qty: 3, price: 450_000 },
    { sku: 'lurik-pedan/seragam', qty: 2, price: 150_000 },
    { sku: 'toko-lama/hilang', qty: 1, price: 1000 },
  ]);
  const { status, to, response } = await post('/keranjang/ubah', { accept: 'yes', next: 'checkout' }, cookie);
  expect([status, to]).toEqual([303, '/checkout']);
  expect(cartIn(response).lines).toEqual([
    { sku: 'batik-sekar/kemeja-parang/xl', qty: 12, price: 170_000 },
    { sku: 'batik-sekar/selendang-truntum', qty: 2, price: 450_000 },
    { sku: 'lurik-pedan/seragam', qty: 5, price: 150_000 },
  ]);
});

test('another quantity follows the tiers at once, and leaves what changed on other lines to be said', async () => {
  const cookie = cartCookie([
    { sku: 'batik-sekar/kemeja-parang/xl', qty: 1, price: 185_000 },
    { sku: 'tenun-troso/kain-ikat', qty: 1, price: 99_000 },
  ]);
  const { to, response } = await post(
    '/en/keranjang/ubah',
    { 'qty:batik-sekar/kemeja-parang/xl': '12', 'qty:tenun-troso/kain-ikat': '1' },
    cookie,
  );
  expect(to).toBe('/en/keranjang');
  expect(cartIn(response).lines.map(({ price }) => price)).toEqual([170_000, 99_000]);
});

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((text) => text.split(';')[0])
    .join('; ');
/** Opens the checkout as a browser with this cart does; gives its form's key and the cookies it then holds. */
async function open(cart: string, path = '/checkout') {
  const response = await mall.request(path, { headers: { Cookie: cart } });
  const { page } = (await response.json()) as { page: { form: CheckoutForm } };
  return { key: page.form.values.idempotency_key ?? '', cookie: `${cart}; ${cookiesOf(response)}`, page };
}
const ONE = cartCookie([{ sku: 'batik-sekar/kemeja-parang/xl', qty: 1, price: 185_000 }]);

test('a lost answer: whoever opens the checkout again is led to the order, until its page was seen', async () => {
  const { key, cookie } = await open(ONE);
  expect((await open(cookie)).key).toBe(key);
  const first = await post('/checkout', typed({ idempotency_key: key }), cookie);
  const { to } = await post('/checkout', await shownTo(first.form!), cookie);
  // The answer never arrived, so the cookies are as before and the cart is still full.
  const again = await open(cookie);
  expect(again.page.form.earlier).toEqual({ minutes: 1, url: to, unseen: true });
  const cart = (await (await mall.request('/keranjang', { headers: { Cookie: cookie } })).json()) as object;
  expect(cart).toMatchObject({ page: { form: { url: to } } });

  const seen = await mall.request(to, { headers: { Cookie: cookie } });
  expect(cartIn(seen).lines).toEqual([]);
  const after = await open(`${ONE}; ${cookiesOf(seen).split('; ')[0]}`);
  expect(after.page.form.earlier).toBeUndefined();
  expect(after.key).not.toBe(key);
});

test('whoever asks to order again gets another key', async () => {
  const { key, cookie } = await open(ONE);
  const first = await post('/checkout', typed({ idempotency_key: key }), cookie);
  const { to } = await post('/checkout', await shownTo(first.form!), cookie);
  const anew = await open(cookie, '/checkout?lagi');
  expect(anew.key).not.toBe(key);
  const second = await post(
    '/checkout',
    { ...typed(), phone: first.form!.values.phone!, idempotency_key: anew.key },
    anew.cookie,
  );
  const asked = await post('/checkout', await shownTo(second.form!), anew.cookie);
  expect(asked).toMatchObject({ status: 409, form: { errors: [], earlier: { minutes: 1, url: to } } });
  const meant = await post('/checkout', await shownTo(asked.form!), anew.cookie);
  expect(meant.status).toBe(303);
  expect(meant.to).not.toBe(to);
});

test('who only knows a phone number learns neither code nor address of its order', async () => {
  const fields = typed();
  const first = await post('/checkout', fields);
  await post('/checkout', await shownTo(first.form!));
  const stranger = await post('/checkout', { ...typed(), phone: fields.phone! });
  const asked = await post('/checkout', await shownTo(stranger.form!));
  expect(asked).toMatchObject({ status: 409 });
  expect(asked.form?.earlier).toEqual({ minutes: 1 });
});

test('a quarter of an hour later the same goods are a new order', async () => {
  const fields = typed();
  const first = await post('/checkout', fields);
  await post('/checkout', await shownTo(first.form!));
  mall.clock.time = new Date(mall.clock.time.getTime() + 15 * 60_000 + 1);
  const later = await post('/checkout', { ...typed(), phone: fields.phone! });
  expect((await post('/checkout', await shownTo(later.form!))).status).toBe(303);
});

test('Beli langsung orders that one thing, and the cart stays as it is', async () => {
  const { to } = await post(
    '/keranjang',
    { sku: 'batik-sekar/kemeja-parang/m', qty: '2', action: 'buy' },
    ONE,
  );
  const { page, cookie, key } = await open(ONE, to);
  expect(page.form.lines).toEqual([{ sku: 'batik-sekar/kemeja-parang/m', qty: 2, price: 185_000 }]);
  const first = await post(
    '/checkout',
    typed({ idempotency_key: key, line: 'batik-sekar/kemeja-parang/m|2|185000', direct: 'yes' }),
    cookie,
  );
  const placed = await post('/checkout', await shownTo(first.form!), cookie);
  expect(placed.status).toBe(303);
  expect(placed.response.headers.getSetCookie().some((text) => text.startsWith('cart='))).toBe(false);
});

test('Beli langsung of more than is left goes into the cart, which says so', async () => {
  const { to, response } = await post(
    '/keranjang',
    { sku: 'batik-sekar/selendang-truntum', qty: '9000', action: 'buy' },
    ONE,
  );
  expect(to).toBe('/keranjang');
  expect(cartIn(response).lines).toHaveLength(2);
});

test('an order that is more than a stranger may hold goes on by a mailed link, with everything that was typed', async () => {
  const limited = testMall();
  const send = async (fields: Fields) => {
    const body = new URLSearchParams(fields);
    const response = await limited.request('/checkout', { method: 'POST', body });
    await limited.settle();
    if (response.status === 303) return { status: 303, form: undefined };
    return { status: response.status, form: await shown<CheckoutForm>(response) };
  };
  const first = await send(typed({ line: 'tenun-troso/kain-ikat|90|120000', email: 'borong@contoh.test' }));
  const fields = await shownTo(first.form!);
  const refused = await send(fields);
  expect(refused).toMatchObject({ status: 422, form: { errors: [{ code: 'needs_confirmation_amount' }] } });
  const asked = await send({ ...fields, action: 'confirm' });
  expect(asked).toMatchObject({ status: 200, form: { confirming: 'sent', values: { name: 'Sri Rahayu' } } });
  const { path } = latestMail(limited, 'borong@contoh.test', '/surel/');
  await limited.request(path!, { method: 'POST' });
  expect((await send(fields)).status).toBe(303);
});
