import { beforeAll, describe, expect, test } from 'vitest';
import type { ReturnedForm } from '../../src/forms/returned-form.ts';
import { mailedOrderLink, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import { jpeg } from '../testing/pictures.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(async () => {
  await prepareDatabases();
  await bindings.MALL_DB.prepare(
    "INSERT INTO stock (sku, on_hand, updated_at) VALUES ('batik-sekar/kemeja-parang/m', 100, '')",
  ).run();
});
const mall = testMall({ limits: false });

async function place() {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string; total: number }[] };
  };
  return { token: order.token, ...order.seller_orders[0]! };
}
const move = (code: string, to: string, more = {}) => mall.mall.life.move(code, 'seller', { to, ...more });
/** A form as a browser sends it: an empty file field arrives as a file of no bytes. */
function form(fields: Record<string, string>, ...photos: Uint8Array[]): RequestInit {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  for (const photo of photos.length ? photos : [new Uint8Array()])
    body.append('photo', new File([photo as Uint8Array<ArrayBuffer>], photo.length ? 'a.jpg' : ''));
  return { method: 'POST', body };
}
const photosOf = (code: string) => mall.mall.proofs.ofSellerOrders([code]);
const statusOf = async (token: string) => (await mall.mall.orderByToken(token))!.seller_orders[0]!.status;

describe('a form that is not taken comes back as the order’s page, with what was typed and the field', () => {
  test.each([
    ['complaint', { reason: 'damaged', text: ' ' }, 'text', 'required'],
    ['refund-account', { bank: '', number: '123', holder: 'Sri Rahayu' }, 'bank', 'required'],
    ['refund-account', { bank: 'BRI', number: 'satu dua', holder: 'Sri Rahayu' }, 'number', 'account_number'],
    ['refund-account', { bank: 'BRI', number: '0123456', holder: '' }, 'holder', 'required'],
  ])('of the buyer: %s, %j', async (action, fields, field, code) => {
    const order = await place();
    await move(order.code, 'paid');
    const response = await mall.request(`/pesanan/${order.token}/${order.code}/${action}`, form(fields));
    expect(response.status).toBe(422);
    expect(await shown<ReturnedForm>(response)).toEqual({
      code: order.code,
      action,
      values: fields,
      refused: 'invalid',
      errors: [{ pointer: `/${field}`, code }],
    });
  });

  test('and its address, opened anew, leads to the order', async () => {
    const { token, code } = await place();
    const opened = await mall.request(`/pesanan/${token}/${code}/complaint`);
    expect([opened.status, opened.headers.get('Location')]).toEqual([303, `/pesanan/${token}#${code}`]);
    expect((await mall.request(`/pesanan/tidak-ada/${code}/complaint`)).status).toBe(404);
  });

  test('of the buyer, who was too late', async () => {
    const order = await place();
    await move(order.code, 'cancelled', { reason: 'Stok rusak' });
    const fields = { reason: 'Salah ukuran' };
    const response = await mall.request(`/pesanan/${order.token}/${order.code}/cancel`, form(fields));
    expect(response.status).toBe(409);
    expect(await shown(response)).toMatchObject({ values: fields, refused: 'transition_not_allowed' });
  });

  test('of the seller, at the desk and behind a mail’s link', async () => {
    const order = await place();
    const desk = await signedIn(mall, SEKAR);
    const link = await mailedOrderLink(mall, order.code);
    const path = `/lapak/pesanan/${order.code}`;
    for (const press of [
      (fields: Record<string, string>) => desk.form(path, fields),
      (fields: Record<string, string>) => mall.request(link, form(fields)),
    ]) {
      const cancelled = await press({ to: 'cancelled', reason: ' ' });
      expect(cancelled.status).toBe(422);
      expect(await shown(cancelled)).toMatchObject({
        action: 'cancelled',
        errors: [{ pointer: '/reason', code: 'reason' }],
      });
    }
    await move(order.code, 'paid');
    await move(order.code, 'processing');
    const sent = await desk.form(path, { to: 'shipped', courier: 'JNE', tracking: '' });
    expect(await shown(sent)).toMatchObject({
      values: { courier: 'JNE' },
      errors: [{ pointer: '/tracking' }],
    });
  });
});

describe('a photo goes with the form that it belongs to', () => {
  test('"I have paid" and a complaint bring one, or none', async () => {
    const order = await place();
    const paid = await mall.request(`/pesanan/${order.token}/${order.code}/paid`, form({}, jpeg()));
    expect(paid.headers.get('Location')).toContain('kabar=paid&bagian=');
    await move(order.code, 'paid');
    const fields = { reason: 'wrong', text: 'Warnanya lain' };
    await mall.request(`/pesanan/${order.token}/${order.code}/complaint`, form(fields));
    expect(await photosOf(order.code)).toMatchObject([{ kind: 'payment', given_by: 'buyer' }]);
    await mall.request(`/pesanan/${order.token}/${order.code}/complaint-closed`, form({}));
    await mall.request(`/pesanan/${order.token}/${order.code}/complaint`, form(fields, jpeg()));
    expect((await photosOf(order.code)).map(({ kind }) => kind).sort()).toEqual(['complaint', 'payment']);
  });

  test.each([
    ['larger than 12 MB', jpeg(12 * 1024 * 1024), 'photo_too_large'],
    ['no picture', new TextEncoder().encode('<svg onload=alert(1)>'), 'photo_type'],
  ])('one that is %s loses no text and does nothing', async (_, photo, code) => {
    const order = await place();
    await move(order.code, 'paid');
    const fields = { reason: 'damaged', text: 'Sobek di bagian lengan' };
    const response = await mall.request(
      `/pesanan/${order.token}/${order.code}/complaint`,
      form(fields, photo),
    );
    expect(response.status).toBe(422);
    expect(await shown(response)).toMatchObject({ values: fields, errors: [{ pointer: '/photo', code }] });
    const { life } = (await mall.mall.life.bySellerOrder(order.code))!;
    expect(life.complaint).toBeUndefined();
    expect(await photosOf(order.code)).toEqual([]);
  });

  test.each([
    ['no picture', new TextEncoder().encode('<svg onload=alert(1)>'), 'photo_type'],
    ['too large', jpeg(12 * 1024 * 1024), 'photo_too_large'],
    ['beyond all limits', jpeg(17 * 1024 * 1024), 'photo_too_large'],
  ])(
    '"I have paid" stops the clock although its photo is %s, and the page says so',
    async (_, photo, code) => {
      const order = await place();
      const paid = await mall.request(`/pesanan/${order.token}/${order.code}/paid`, form({}, photo));
      expect([paid.status, paid.headers.get('Location')]).toEqual([
        303,
        expect.stringContaining(`kabar=paid&masalah=${code}&`),
      ]);
      const { life } = (await mall.mall.life.bySellerOrder(order.code))!;
      expect(life.claimed_at).toBeDefined();
    },
  );

  test('a complaint shows up to four photos; five are asked to come in turns', async () => {
    const order = await place();
    await move(order.code, 'paid');
    const path = `/pesanan/${order.token}/${order.code}/complaint`;
    const fields = { reason: 'damaged', text: 'Sobek di bagian lengan' };
    const five = await mall.request(path, form(fields, jpeg(), jpeg(), jpeg(), jpeg(), jpeg()));
    expect(five.status).toBe(422);
    expect(await shown(five)).toMatchObject({ values: fields, errors: [{ code: 'photos_at_once' }] });
    const four = await mall.request(path, form(fields, jpeg(), jpeg(), jpeg(), jpeg()));
    expect(four.status).toBe(303);
    expect(await photosOf(order.code)).toHaveLength(4);
  });

  test('the seller’s proof of a refund is seen by this buyer and this seller, and nobody else', async () => {
    const order = await place();
    await move(order.code, 'paid');
    const desk = await signedIn(mall, SEKAR);
    const path = `/lapak/pesanan/${order.code}`;
    const bad = await desk.request(path, form({ to: 'refunded' }, new TextEncoder().encode('GIF89a')));
    expect([bad.status, await statusOf(order.token)]).toEqual([422, 'paid']);
    const done = await desk.request(path, form({ to: 'refunded', reference: 'TRF 9' }, jpeg()));
    expect([done.status, await statusOf(order.token)]).toEqual([303, 'refunded']);
    const [photo] = await photosOf(order.code);
    expect(photo).toMatchObject({ kind: 'refund', given_by: 'seller' });
    const other = await place();
    expect((await mall.request(`/pesanan/${order.token}/bukti/${photo!.id}`)).status).toBe(200);
    expect((await mall.request(`/pesanan/${other.token}/bukti/${photo!.id}`)).status).toBe(404);
    expect((await desk.get(`${path}/bukti/${photo!.id}`)).status).toBe(200);
    expect((await desk.get(`/lapak/pesanan/${other.code}/bukti/${photo!.id}`)).status).toBe(404);
    expect((await (await signedIn(mall, TROSO)).get(`${path}/bukti/${photo!.id}`)).status).toBe(404);
    expect((await mall.request(`${path}/bukti/${photo!.id}`)).status).toBe(303);
  });

  test('a buyer who has sent many leaves room for the seller’s proof', async () => {
    const order = await place();
    for (let sent = 0; sent < 10; sent += 1)
      await mall.mall.proofs.keep(order.token, order.code, 'payment', jpeg());
    const full = await mall.request(`/pesanan/${order.token}/${order.code}/paid`, form({}, jpeg()));
    expect(full.headers.get('Location')).toContain('kabar=paid&masalah=too_many_photos');
    await move(order.code, 'paid');
    const desk = await signedIn(mall, SEKAR);
    await desk.request(`/lapak/pesanan/${order.code}`, form({ to: 'refunded' }, jpeg()));
    expect((await photosOf(order.code)).filter(({ given_by }) => given_by === 'seller')).toHaveLength(1);
  });
});
