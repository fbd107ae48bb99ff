import { beforeAll, expect, test } from 'vitest';
import { decodeCart, encodeCart } from '../../src/domain/ordering/cart.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';
import type { CheckoutForm } from './checkout-routes.ts';

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
  phone: '0812 3456 7890',
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
  expect(again).toMatchObject({ status: 422, form: { errors: [{ code: 'idempotency_key_reused' }] } });
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
