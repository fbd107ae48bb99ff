import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);

/** Everything that was written to the log. */
const logged: string[] = [];
beforeEach(() => {
  logged.length = 0;
  for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, level).mockImplementation((...words: unknown[]) => {
      logged.push(words.map(String).join(' '));
    });
});
afterEach(() => vi.restoreAllMocks());

const PLANTED = ['Sri Rahayu', '081234567890', '+6281234567890', 'sri@contoh.test', 'Jalan Diponegoro'];
const fault = () => {
  throw Object.assign(new Error(`constraint failed near ${PLANTED.join(', ')}`), { name: 'D1Error' });
};
const failing = () =>
  testMall({ limits: false }, undefined, undefined, (ports) => ({
    ...ports,
    orders: { ...ports.orders, stock: fault, byToken: fault, place: fault },
    mails: { ...ports.mails, claim: fault, waiting: fault },
    search: { ...ports.search, search: fault },
  }));

test('each answer has an id of its own: Cloudflare’s where there is one, and none that somebody makes up', async () => {
  const mall = testMall();
  const idOf = async (ray?: string) =>
    (await mall.request('/api/health', { headers: ray ? { 'CF-Ray': ray } : {} })).headers.get(
      'X-Request-Id',
    );
  expect(await idOf('8f1c2a3b4c5d6e7f-SIN')).toBe('8f1c2a3b4c5d6e7f-SIN');
  const [first, second] = [await idOf(), await idOf('Sri Rahayu')];
  expect(first).toMatch(/^[0-9a-f-]{36}$/);
  expect(second).toMatch(/^[0-9a-f-]{36}$/);
  expect(first).not.toBe(second);
  expect((await mall.request('/api/nothing')).headers.get('X-Request-Id')).toBeTruthy();
});

test('a fault shows its id to whoever meets it, and the log has the same', async () => {
  const mall = failing();
  const answer = await mall.request('/api/orders', orderRequest(orderBody()));
  const body = (await answer.json()) as { request_id: string };
  expect(answer.status).toBe(500);
  expect(body.request_id).toBe(answer.headers.get('X-Request-Id'));
  expect(logged.join('\n')).toContain(`${body.request_id} POST /api/orders: D1Error`);
});

test('a browser gets a page with the id, not data', async () => {
  const mall = failing();
  const page = await mall.request(`/pesanan/${'a'.repeat(24)}/bukti/x`, {
    headers: { Accept: 'text/html,application/xhtml+xml' },
  });
  const text = await page.text();
  expect(page.status, text).toBe(500);
  expect(page.headers.get('Content-Type')).toContain('text/html');
  expect(text).toContain(page.headers.get('X-Request-Id')!);
  expect(text).toContain('<html lang="id">');
});

test('no name, number, address or key of anybody is ever in the log', async () => {
  const mall = failing();
  const well = testMall({ limits: false });
  const placed = await well.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await placed.json()) as { order: { token: string } };
  await well.settle();
  await mall.request('/api/orders', orderRequest(orderBody()));
  await mall.request(`/api/orders/${order.token}`);
  await mall.request(`/pesanan/${order.token}`);
  await mall.request(`/api/search?q=${encodeURIComponent(PLANTED[0]!)}`);
  await mall.request('/api/health');
  // What goes on after the answers fails, too.
  await mall.settle();
  await mall.mall.scheduled(new Date('2026-11-25T06:00:00.000Z')).catch(() => undefined);
  const log = logged.join('\n');
  expect(logged.length).toBeGreaterThan(2);
  for (const word of [...PLANTED, order.token]) expect(log).not.toContain(word);
});
