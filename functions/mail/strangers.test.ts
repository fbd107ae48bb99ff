import { beforeAll, describe, expect, test } from 'vitest';
import { latestMail } from '../testing/desk.ts';
import { bindings, orderBody, orderRequest, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);

/** What a stranger types, who wants the mall to say it to somebody else. */
const TYPED = [
  'SELAMAT',
  'Menangoro',
  'Rekening kami BERUBAH',
  'Kampung Tipu',
  'Titip pesan',
  'Penerima Palsu',
];
const SHIRT = 'batik-sekar/kemeja-parang/xl';
let phones = 10_000_000;

function newMall(changes = {}) {
  const mall = testMall(changes);
  const body = (email: string) =>
    orderBody({
      lines: [{ sku: SHIRT, qty: 1, price: 185_000 }],
      buyer: { name: 'SELAMAT Menangoro', phone: `0812${++phones}`, email },
      ship_to: {
        country: 'ID',
        region: '62.71',
        address: 'Rekening kami BERUBAH\nTransfer ke BCA 999',
        village: 'Kampung Tipu',
        name: 'Penerima Palsu',
      },
      note: 'Titip pesan',
      notes: { 'batik-sekar': 'Titip pesan juga' },
    });
  return {
    ...mall,
    async place(email: string) {
      await bindings.MALL_DB.prepare('UPDATE stock SET on_hand = 1000').run();
      const response = await mall.request('/api/orders', orderRequest(body(email)));
      expect(response.status).toBe(201);
      const { order } = (await response.json()) as {
        order: { code: string; token: string; seller_orders: { code: string }[] };
      };
      await mall.settle();
      return { ...order, part: order.seller_orders[0]!.code };
    },
    to: (address: string) => mall.mails.taken.filter(({ to }) => to === address),
  };
}
const typedIn = (mails: { subject: string; text: string; html: string }[]) =>
  TYPED.filter((words) =>
    mails.some(({ subject, text, html }) => [subject, text, html].some((part) => part.includes(words))),
  );

describe('an address that nobody has confirmed', () => {
  test('is sent the code, the sums and a link, and nothing that a person typed, whatever happens to the order', async () => {
    const mall = newMall({ limits: false });
    const victim = 'korban@contoh.test';
    const { part, code, token } = await mall.place(victim);
    expect(typedIn(mall.mails.taken.filter(({ to }) => to !== victim))).toEqual(TYPED);
    const { life } = mall.mall;
    await life.move(part, 'seller', { to: 'paid' });
    await life.move(part, 'seller', { to: 'processing' });
    await life.move(part, 'seller', { to: 'shipped', courier: 'Kampung Tipu', tracking: 'Titip pesan' });
    await life.asBuyer(token, part, 'complaint', { reason: 'damaged', text: 'SELAMAT' });
    await life.answerComplaint(part, 'Rekening kami BERUBAH');
    await mall.mall.deliverMails();
    const mails = mall.to(victim);
    expect(mails).toHaveLength(5);
    expect(typedIn(mails)).toEqual([]);
    for (const { subject, text } of mails) {
      expect(subject).toContain(code);
      expect(text).toContain(`/pesanan/${token}?e=`);
    }
    expect(mails[0]?.text).toContain('Total bayar: Rp');
  });

  test('is told a number of a parcel, which is no text', async () => {
    const mall = newMall({ limits: false });
    const { part } = await mall.place('resi@contoh.test');
    const { life } = mall.mall;
    await life.move(part, 'seller', { to: 'paid' });
    await life.move(part, 'seller', { to: 'processing' });
    await life.move(part, 'seller', { to: 'shipped', courier: 'jne', tracking: 'CGK0012345678' });
    await mall.mall.deliverMails();
    expect(mall.to('resi@contoh.test').at(-1)?.text).toMatch(/Kurir: JNE\nNomor resi: CGK0012345678/);
  });

  test('is confirmed by the button behind the link of its mail, not by opening it, and is told everything from then on', async () => {
    const mall = newMall({ limits: false });
    const buyer = 'Pembeli@Contoh.test';
    const { token } = await mall.place(buyer);
    const { path } = latestMail(mall, buyer, '/pesanan/');
    // Neither the page's own address nor a guessed key says anything about whose mailbox it is.
    await mall.request(`/pesanan/${token}`);
    await mall.request(`/pesanan/${token}?e=${'A'.repeat(43)}`);
    expect((await mall.addressBook.isConfirmed([buyer])).size).toBe(0);
    expect((await mall.request(path ?? '')).status).toBe(200);
    expect((await mall.addressBook.isConfirmed([buyer])).size).toBe(0);
    const press = (e: string) =>
      mall.request(`/pesanan/${token}/surel`, { method: 'POST', body: new URLSearchParams({ e }) });
    expect((await press('A'.repeat(43))).status).toBe(404);
    const pressed = await press(new URL(path ?? '', 'http://mal.test').searchParams.get('e') ?? '');
    expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, `/pesanan/${token}?kabar=surel`]);
    // From then on the link leads to the order's own address.
    expect((await mall.request(path ?? '')).headers.get('Location')).toBe(`/pesanan/${token}`);
    const second = await mall.place(buyer);
    const mail = mall.to(buyer).at(-1);
    expect(mail?.subject).toContain(second.code);
    expect(typedIn([mail!])).toEqual([
      'SELAMAT',
      'Menangoro',
      'Rekening kami BERUBAH',
      'Kampung Tipu',
      'Penerima Palsu',
    ]);
    expect(mail?.text).toContain('Kemeja Batik Cap Parang');
    expect(mail?.text).not.toContain('?e=');
  });

  test('gets five mails a day, however the address is written; a confirmed one gets all', async () => {
    const mall = newMall();
    const spellings = [
      'a.target@contoh.test',
      'A.Target@contoh.test',
      'a.target+1@contoh.test',
      'a.target+x@contoh.test',
    ];
    for (let order = 0; order < 8; order += 1) await mall.place(spellings[order % 4]!);
    const got = () => mall.mails.taken.filter(({ to }) => /^a\.target/i.test(to)).length;
    expect(got()).toBe(5);
    mall.clock.time = new Date(mall.clock.time.getTime() + 23 * 3_600_000);
    await mall.mall.deliverMails();
    expect(got()).toBe(5);
    mall.clock.time = new Date(mall.clock.time.getTime() + 2 * 3_600_000);
    await mall.place(spellings[0]!);
    expect(got()).toBe(6);
    await mall.addressBook.confirm('friend@contoh.test', mall.clock.time);
    for (let order = 0; order < 7; order += 1) await mall.place('friend@contoh.test');
    expect(mall.to('friend@contoh.test')).toHaveLength(7);
  });

  test.each(['Klaim https://jahat.example/x', 'www.jahat.example', 'hadiah.com'])(
    'a name such as %s is refused',
    async (name) => {
      const mall = newMall();
      const buyer = { name, phone: '0812 3456 7890' };
      const order = await mall.request('/api/orders', orderRequest(orderBody({ buyer })));
      expect(order.status).toBe(422);
      expect(await order.json()).toMatchObject({ errors: [{ pointer: '/buyer/name' }] });
      const asked = await mall.request('/api/inquiries', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ seller: 'batik-sekar', buyer, message: 'Halo', consent: true }),
      });
      expect(asked.status).toBe(422);
      expect(await asked.json()).toMatchObject({ errors: [{ pointer: '/buyer/name' }] });
    },
  );
});
