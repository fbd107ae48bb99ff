import { beforeAll, expect, test } from 'vitest';
import { mailedOrderLink } from '../testing/desk.ts';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });

async function place() {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await response.json()) as {
    order: { token: string; seller_orders: { code: string }[] };
  };
  return { token: order.token, code: order.seller_orders[0]!.code };
}
const JPEG = [0xff, 0xd8, 0xff, 0xe0];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const WEBP = [...new TextEncoder().encode('RIFF\0\0\0\0WEBP')];
const picture = (head: number[], length = 2000) => {
  const bytes = new Uint8Array(length).fill(7);
  bytes.set(head);
  return bytes;
};
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
  for (const [head, type] of [
    [JPEG, 'image/jpeg'],
    [PNG, 'image/png'],
    [WEBP, 'image/webp'],
  ] as const) {
    const bytes = picture([...head]);
    const sent = await send(order, bytes, 'bukti.html');
    expect(sent.status).toBe(201);
    const shown = await mall.request(await urlOf(sent));
    expect(shown.headers.get('Content-Type')).toBe(type);
    expect(shown.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(shown.headers.get('Cache-Control')).toBe('private, no-store');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
  }
});

test('what is no picture, or larger than 3 MB, is refused', async () => {
  const order = await place();
  const html = new TextEncoder().encode('<script>alert(1)</script>');
  expect((await send(order, html, 'bukti.jpg')).status).toBe(415);
  expect((await send(order, new Uint8Array(), 'kosong.png')).status).toBe(415);
  expect((await send(order, picture(JPEG, 3 * 1024 * 1024))).status).toBe(201);
  expect((await send(order, picture(JPEG, 3 * 1024 * 1024 + 1))).status).toBe(413);
  expect((await send(order, picture(JPEG, 3 * 1024 * 1024 + 20_000))).status).toBe(413);
});

test('only this order’s token, and the signed link of this seller, show a photo', async () => {
  const [order, other] = [await place(), await place()];
  const url = await urlOf(await send(order, picture(JPEG)));
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
  expect((await send({ token: order.token, code: other.code }, picture(JPEG))).status).toBe(404);
  for (let sent = 0; sent < 10; sent += 1) expect((await send(order, picture(PNG))).status).toBe(201);
  expect((await send(order, picture(PNG))).status).toBe(409);
});

test('the form of the order’s page goes back to it, with what became of the photo', async () => {
  const order = await place();
  const kept = await send(order, picture(JPEG), 'bukti.jpg', false);
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
