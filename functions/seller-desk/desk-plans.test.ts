import { beforeAll, expect, test } from 'vitest';
import { d1Sessions } from '../access/d1-sessions.ts';
import { d1OrderLife } from '../fulfilment/d1-fulfilment.ts';
import { d1Inquiries } from '../inquiry/d1-inquiries.ts';
import { d1Oversight } from '../operator/d1-oversight.ts';
import { d1Orders } from '../ordering/d1-orders.ts';
import { d1Pauses } from '../products/d1-pauses.ts';
import { d1SearchCounts } from '../search/d1-search-counts.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';
import { watched } from '../testing/watched-queries.ts';
import { d1Turnover } from '../turnover/d1-turnover.ts';
import { d1Visits } from '../turnover/d1-visits.ts';
import { d1SellerDesk } from './d1-seller-desk.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const SELLERS = ['batik-sekar', 'tenun-troso'];
const now = mall.clock.time;
const at = now.toISOString();

test('no question of the seller’s desk reads a whole table', async () => {
  const response = await mall.request('/api/orders', orderRequest(orderBody()));
  const { order } = (await response.json()) as { order: { code: string; seller_orders: { code: string }[] } };
  const { code } = order.seller_orders[0]!;
  const [people, counts] = [watched(bindings.MALL_DB), watched(bindings.COUNTS_DB)];
  const desk = d1SellerDesk(people.db);
  await desk.todo(SELLERS, now, 100);
  await desk.orders(SELLERS, { limit: 31 });
  await desk.orders(SELLERS, { statuses: ['paid', 'shipped'], before: { status_at: at, code }, limit: 31 });
  await desk.exportPage('batik-sekar', { status_at: at, code }, 500);
  await desk.stockLog(SELLERS, 30);
  await desk.sales(SELLERS, 20);
  await desk.sale('batik-sekar', 'none');
  await desk.months(SELLERS, ['2026-11', '2026-10']);
  await desk.best(SELLERS, ['2026-11', '2026-10'], 10);
  await d1Inquiries(people.db).list(SELLERS, 100);
  await d1Inquiries(people.db).byToken('none');
  await d1Pauses(people.db).ofSellers(SELLERS, now);
  await d1Orders(people.db).byCode(order.code);
  await d1Orders(people.db).stock([{ sku: 'batik-sekar/kemeja-parang/m' }]);
  await d1OrderLife(people.db).lives([code]);
  await d1Sessions(people.db).session('none', now);
  await d1Sessions(people.db).sessions('seller@contoh.test', now);
  await d1Visits(counts.db).months('seller', SELLERS, ['2026-11']);
  expect(people.count() + counts.count()).toBeGreaterThan(20);
  // Open complaints are few, and an index holds them alone.
  const open = /^SCAN c USING (COVERING )?INDEX complaints_open$/;
  const scans = [...(await people.scans()), ...(await counts.scans())];
  expect(scans.filter(({ detail }) => !open.test(detail))).toEqual([]);
});

test('no question of the operator’s desk reads a whole table', async () => {
  const [people, counts] = [watched(bindings.MALL_DB), watched(bindings.COUNTS_DB)];
  const oversight = d1Oversight(people.db);
  await oversight.suspensions();
  await oversight.auditTrail({ limit: 5 });
  await oversight.expiringBy(now, 5);
  await oversight.claimedBefore(now, 5);
  await oversight.unansweredSince(now, 5);
  await oversight.answering(now);
  const turnover = d1Turnover(people.db);
  const when = { as_of: now, known_at: now };
  await turnover.sums(['edition', 'seller', 'destination', 'product'], when);
  await turnover.days('2026-11-01', when);
  await turnover.entries(now, now, 10);
  await turnover.inquiriesBy(now);
  await turnover.sizeAt(now);
  await turnover.enterHistory([
    { edition: 'uvo-2', amount: 1, occurred_at: '2020-01-01T00:00:00.000Z', source: '' },
  ]);
  const visits = d1Visits(counts.db);
  await visits.record({ at: now, hash: 'h', values: [{ kind: 'region', value: '33.20' }] });
  await visits.visitorsBy(now);
  await visits.days('2026-11-01', '2026-11-30');
  await visits.top('product', '2026-11', 5);
  await visits.forget('2026-11-24');
  await d1SearchCounts(counts.db).top({ from: '2026-11-01', to: '2026-11-30', nothingFound: true, limit: 5 });
  expect(people.count() + counts.count()).toBeGreaterThan(20);
  // Three levels, what a view found by an index, the latest size, and an index that holds suspensions alone.
  const bounded = /^SCAN (turnover_levels|ledger_parts|mall_sizes|pauses USING INDEX pauses_suspended)$/;
  const scans = [...(await people.scans()), ...(await counts.scans())];
  expect(scans.filter(({ detail }) => !bounded.test(detail))).toEqual([]);
});
