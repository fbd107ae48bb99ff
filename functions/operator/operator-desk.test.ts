import { beforeAll, expect, test } from 'vitest';
import { type Jar, OPERATOR, SEKAR, signedIn } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

const mall = testMall({ limits: false });
let operator: Jar;
beforeAll(async () => {
  await prepareDatabases();
  operator = await signedIn(mall, OPERATOR);
});

const PAGES = [
  '/kelola',
  '/kelola/rinci',
  '/kelola/pengunjung',
  '/kelola/bantuan',
  '/kelola/tangguhkan',
  '/kelola/jejak',
  '/kelola/ekspor.xlsx',
  '/kelola/ekspor.csv',
];
const ACTIONS = ['/kelola/tangguhkan', '/kelola/hitung-ulang', '/api/desk/suspensions'];

test('nobody but the operator enters any address of the desk', async () => {
  const seller = await signedIn(mall, SEKAR);
  for (const path of PAGES) {
    const stranger = await mall.request(path);
    expect([path, stranger.status, stranger.headers.get('Location')]).toEqual([
      path,
      303,
      `/masuk?lanjut=${encodeURIComponent(path)}`,
    ]);
    expect([path, (await seller.get(path)).status]).toEqual([path, 403]);
    expect([path, (await operator.get(path)).status]).toEqual([path, 200]);
  }
  for (const path of ACTIONS) {
    const api = path.startsWith('/api/');
    expect((await mall.request(path, { method: 'POST' })).status).toBe(api ? 401 : 303);
    expect((await seller.form(path)).status).toBe(403);
  }
});

test('a suspended product and a suspended shop cannot be ordered from that moment on, and can again', async () => {
  const order = (sku: string) =>
    mall.request('/api/orders', orderRequest(orderBody({ lines: [{ sku, qty: 1, price: 185_000 }] })));
  const shirt = 'batik-sekar/kemeja-parang/m';
  for (const [subject, scope] of [
    ['batik-sekar/kemeja-parang', 'product:batik-sekar/kemeja-parang'],
    ['https://mal.test/ukm/batik-sekar/', 'seller:batik-sekar'],
  ] as const) {
    const done = await operator.form('/kelola/tangguhkan', { subject, reason: 'Alamat tidak ditemukan' });
    expect([done.status, done.headers.get('Location')]).toEqual([
      303,
      `/kelola/tangguhkan?kabar=${encodeURIComponent(`suspend ${scope}`)}`,
    ]);
    const refused = await order(shirt);
    expect([409, 422]).toContain(refused.status);
    await operator.form('/kelola/tangguhkan', { resume: scope });
    expect((await order(shirt)).status).toBe(201);
  }
  expect((await operator.form('/kelola/tangguhkan', { resume: 'seller:batik-sekar' })).status).toBe(404);
  expect((await operator.json('/api/desk/suspensions', { subject: 'toko-palsu', reason: 'x' })).status).toBe(
    422,
  );
  expect((await operator.json('/api/desk/suspensions', { subject: 'batik-sekar', reason: ' ' })).status).toBe(
    422,
  );
});

test('the trail tells who did what, and cannot be changed', async () => {
  const { rows } = await mall.mall.figures.auditTrail();
  const mine = rows.filter(({ action }) => action === 'suspend' || action === 'resume');
  expect(mine.map(({ actor, action, subject }) => [actor, action, subject])).toEqual([
    [OPERATOR, 'resume', 'seller:batik-sekar'],
    [OPERATOR, 'suspend', 'seller:batik-sekar'],
    [OPERATOR, 'resume', 'product:batik-sekar/kemeja-parang'],
    [OPERATOR, 'suspend', 'product:batik-sekar/kemeja-parang'],
  ]);
  await expect(bindings.MALL_DB.prepare('DELETE FROM audit').run()).rejects.toThrow(/never deleted/);
});

test('orders about to lapse and claims without an answer are shown to the operator', async () => {
  const placed = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await placed.json()) as { order: { token: string; seller_orders: { code: string }[] } };
  const { code } = order.seller_orders[0]!;
  mall.clock.time = new Date(mall.clock.time.getTime() + 19 * 3_600_000);
  expect((await mall.mall.figures.needingHelp()).expiring.map((row) => row.code)).toContain(code);
  expect((await mall.mall.life.asBuyer(order.token, code, 'paid', {})).ok).toBe(true);
  const waiting = async () => (await mall.mall.figures.needingHelp()).claims.some((row) => row.code === code);
  expect(await waiting()).toBe(false);
  mall.clock.time = new Date(mall.clock.time.getTime() + 48 * 3_600_000);
  expect(await waiting()).toBe(true);
  await mall.mall.life.move(code, 'seller', { to: 'paid' });
  expect(await waiting()).toBe(false);
});

test('a spreadsheet gets the figures as numbers, under the name of their moment', async () => {
  const csv = await operator.get('/kelola/ekspor.csv?tabel=edition&pada=2026-11-20T13:00');
  expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
  expect(csv.headers.get('Content-Disposition')).toBe(
    'attachment; filename="omzet-mal-ukm-2026-11-20-13-00.edition.csv"',
  );
  const bytes = new Uint8Array(await csv.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const file = await operator.get('/kelola/ekspor.xlsx');
  expect([...new Uint8Array(await file.arrayBuffer()).slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
});
