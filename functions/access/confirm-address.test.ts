import { beforeAll, expect, test } from 'vitest';
import { latestMail, shown } from '../testing/desk.ts';
import { prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall();
const { addressBook } = mall;

async function mailedLink(email: string): Promise<string> {
  expect(await mall.mall.addresses.ask(email, 'id', 'client')).toMatchObject({ ok: true });
  await mall.mall.deliverMails();
  return latestMail(mall, email, '/surel/').path!;
}

test('opening the mailed link confirms nothing; its button does, also pressed twice', async () => {
  const link = await mailedLink('sri@contoh.test');
  expect(await shown(await mall.request(link))).toEqual({ address: 'sri@contoh.test' });
  expect(await addressBook.isConfirmed(['sri@contoh.test'])).toEqual(new Set());
  for (const _ of [1, 2]) {
    const pressed = await mall.request(link, { method: 'POST' });
    expect(await shown(pressed)).toEqual({ address: 'sri@contoh.test', done: true });
  }
  expect(await addressBook.isConfirmed(['Sri@contoh.test', 'lain@contoh.test'])).toEqual(
    new Set(['sri@contoh.test']),
  );
});

test('a link of another address, and one whose week is over, confirm nothing', async () => {
  const link = await mailedLink('budi@contoh.test');
  const [, until, signature] = link.split('/').at(-1)!.split('.');
  const forged = `/surel/${btoa('dewi@contoh.test').replaceAll('=', '')}.${until}.${signature}`;
  expect((await mall.request(forged, { method: 'POST' })).status).toBe(410);
  mall.clock.time = new Date(mall.clock.time.getTime() + 8 * 86_400_000);
  expect((await mall.request(link, { method: 'POST' })).status).toBe(410);
  expect(await addressBook.isConfirmed(['dewi@contoh.test', 'budi@contoh.test'])).toEqual(new Set());
});

test('one address is sent five links a day at most', async () => {
  const asked = [];
  for (let n = 0; n < 6; n += 1) asked.push(await mall.mall.addresses.ask('ani@contoh.test', 'id', `c${n}`));
  expect(asked.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
});
