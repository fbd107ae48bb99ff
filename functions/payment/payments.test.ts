import { beforeAll, expect, test } from 'vitest';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });

interface Placed {
  order: { token: string; seller_orders: { code: string; total: number }[] };
}
async function place(changes: Record<string, unknown>) {
  const response = await mall.request('/api/orders', orderRequest(orderBody(changes)));
  expect(response.status).toBe(201);
  const { order } = (await response.json()) as Placed;
  return { token: order.token, code: order.seller_orders[0]!.code };
}

test('an order that is paid by QRIS offers its code as a picture to save, and the seller’s own beside it', async () => {
  const { token, code } = await place({ payment: 'qris' });
  const [picture, own] = await Promise.all(
    [`${code}.png`, `${code}-statis.png`].map((file) => mall.request(`/pesanan/${token}/qris/${file}`)),
  );
  for (const answer of [picture!, own!]) {
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toBe('image/png');
    expect(answer.headers.get('Content-Disposition')).toMatch(/^attachment; filename="qris-.+\.png"$/);
    expect(answer.headers.get('Cache-Control')).toBe('private, no-store');
  }
  const bytes = new Uint8Array(await picture!.arrayBuffer());
  expect([...bytes.slice(1, 4)]).toEqual([...new TextEncoder().encode('PNG')]);
  expect(new DataView(bytes.buffer).getUint32(16)).toBeGreaterThanOrEqual(720);
  expect(bytes).not.toEqual(new Uint8Array(await own!.arrayBuffer()));
});

test('there is no picture for another order’s token, another way of paying, or a name that is none', async () => {
  const [qris, transfer] = [await place({ payment: 'qris' }), await place({ payment: 'transfer' })];
  for (const path of [
    `${transfer.token}/qris/${qris.code}.png`,
    `${transfer.token}/qris/${transfer.code}.png`,
    `${qris.token}/qris/${qris.code}.jpg`,
    `${qris.token}/qris/..%2f.png`,
  ])
    expect((await mall.request(`/pesanan/${path}`)).status).toBe(404);
});
