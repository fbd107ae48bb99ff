import { beforeAll, expect, test } from 'vitest';
import { mailedOrderLink } from '../testing/desk.ts';
import { jpeg, PLACE, png, webp } from '../testing/pictures.ts';
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
    order: { token: string; seller_orders: { code: string }[] };
  };
  return { token: order.token, code: order.seller_orders[0]!.code };
}
function send(
  { token, code }: { token: string; code: string },
  bytes: Uint8Array,
  name = 'bukti.jpg',
  api = true,
) {
  const body = new FormData();
  body.set('photo', new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'text/html' }));
  body.set('kind', 'payment');
  const path = api ? `/api/orders/${token}/seller-orders/${code}/proofs` : `/pesanan/${token}/${code}/bukti`;
  return mall.request(path, { method: 'POST', body });
}
const urlOf = async (response: Response) => ((await response.json()) as { proof: { url: string } }).proof.url;

test('a photo is what its content says, whatever it is called, and comes back byte by byte', async () => {
  const order = await place();
  for (const [bytes, type] of [
    [jpeg(), 'image/jpeg'],
    [png(), 'image/png'],
    [webp(), 'image/webp'],
  ] as const) {
    const sent = await send(order, bytes, 'bukti.html');
    expect(sent.status).toBe(201);
    const shown = await mall.request(await urlOf(sent));
    expect(shown.headers.get('Content-Type')).toBe(type);
    expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(shown.headers.get('Cache-Control')).toBe('private, no-store');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
  }
});

test('where a photo was taken and by which phone is not kept', async () => {
  const order = await place();
  const sent = jpeg(500, PLACE);
  expect(new TextDecoder().decode(sent)).toContain('RAHASIA');
  const shown = await mall.request(await urlOf(await send(order, sent)));
  const kept = new Uint8Array(await shown.arrayBuffer());
  expect(new TextDecoder().decode(kept)).not.toMatch(/RAHASIA|GPS|Exif/);
  expect(kept).toEqual(jpeg(500));
});

test('a form that belongs to no order is answered before a byte of it is read', async () => {
  const { token, code } = await place();
  for (const path of [
    `/pesanan/tidak-ada/${code}/paid`,
    `/pesanan/${token}/TIDAK-ADA/complaint`,
    `/pesanan/tidak-ada/${code}/bukti`,
    `/api/orders/tidak-ada/seller-orders/${code}/proofs`,
  ]) {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue(new Uint8Array(1024));
          if (pulled > 100) controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'Content-Type': 'multipart/form-data; boundary=x' };
    const answer = await mall.request(path, { method: 'POST', headers, body });
    expect([path, answer.status, pulled]).toEqual([path, 404, 0]);
  }
});

test('what is no picture, or larger than 12 MB, is refused', async () => {
  const order = await place();
  const html = new TextEncoder().encode('<script>alert(1)</script>');
  expect((await send(order, html, 'bukti.jpg')).status).toBe(415);
  expect((await send(order, new Uint8Array(), 'kosong.png')).status).toBe(415);
  expect((await send(order, Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0]))).status).toBe(415);
  expect((await send(order, jpeg(11.9 * 1024 * 1024))).status).toBe(201);
  expect((await send(order, jpeg(12 * 1024 * 1024))).status).toBe(413);
  expect((await send(order, jpeg(17 * 1024 * 1024))).status).toBe(413);
});

test('only this order’s token, and the signed link of this seller, show a photo', async () => {
  const [order, other] = [await place(), await place()];
  const url = await urlOf(await send(order, jpeg()));
  const id = url.split('/').at(-1);
  expect((await mall.request(`/pesanan/${other.token}/bukti/${id}`)).status).toBe(404);
  const link = (code: string) => mailedOrderLink(mall, code);
  expect((await mall.request(`${await link(order.code)}/bukti/${id}`)).status).toBe(200);
  expect((await mall.request(`${await link(other.code)}/bukti/${id}`)).status).toBe(404);
  const [code, until] = (await link(order.code)).split('.');
  const signature = (await link(other.code)).split('.')[2];
  expect((await mall.request(`${code}.${until}.${signature}/bukti/${id}`)).status).toBe(404);
});

test('a photo can’t be put on another order, and an order holds only so many', async () => {
  const [order, other] = [await place(), await place()];
  expect((await send({ token: order.token, code: other.code }, jpeg())).status).toBe(404);
  for (let sent = 0; sent < 10; sent += 1) expect((await send(order, png())).status).toBe(201);
  expect((await send(order, png())).status).toBe(409);
});

test('thirty photos at once are ten', async () => {
  const order = await place();
  const sent = await Promise.all(Array.from({ length: 30 }, () => send(order, png())));
  expect(sent.filter(({ status }) => status === 201)).toHaveLength(10);
  expect(await mall.mall.proofs.ofSellerOrders([order.code])).toHaveLength(10);
  expect((await bindings.PROOFS.list({ prefix: `${order.code}/` })).objects).toHaveLength(10);
});

test('the form of the order’s page goes back to it, with what became of the photo', async () => {
  const order = await place();
  const kept = await send(order, jpeg(), 'bukti.jpg', false);
  expect(kept.status).toBe(303);
  expect(kept.headers.get('Location')).toContain(`/pesanan/${order.token}?kabar=photo`);
  const refused = await send(order, new TextEncoder().encode('GIF89a'), 'bukti.gif', false);
  expect(refused.headers.get('Location')).toContain('masalah=photo_type');
});

test('everything else keeps its limit of 64 KB', async () => {
  const { token, code } = await place();
  const answer = await mall.request(`/pesanan/${token}/${code}/paid`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': '70000' },
    body: `a=${'x'.repeat(69_998)}`,
  });
  expect(answer.status).toBe(413);
});
