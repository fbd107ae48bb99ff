import { beforeAll, describe, expect, test } from 'vitest';
import type { InquiryForm } from '../../src/forms/inquiry-form.ts';
import { Jar, latestMail, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const db = () => bindings.MALL_DB;
const SHIRT = 'batik-sekar/kemeja-parang/xl';
const anybody = new Jar(mall);
const DAY = 86_400_000;
const later = (ms: number) => {
  mall.clock.time = new Date(mall.clock.time.getTime() + ms);
};

interface Thread {
  code: string;
  as: string;
  status: string;
  messages: { author: string; text: string }[];
  quote: { id: number; total: number; order_url?: string } | null;
  buyer?: { email?: string };
}
let buyers = 0;
const question = (changes: Record<string, unknown> = {}) => ({
  seller: 'batik-sekar',
  sku: SHIRT,
  buyer: { name: 'Rina', email: `rina${++buyers}@contoh.test`, phone: '0812 3456 7890' },
  quantity: 60,
  message: 'Apakah bisa 60 pcs dengan logo?',
  consent: true,
  ...changes,
});
async function ask(changes: Record<string, unknown> = {}) {
  const body = question(changes);
  const response = await anybody.json('/api/inquiries', body);
  expect(response.status).toBe(201);
  const { inquiry } = (await response.json()) as { inquiry: { code: string; token: string; url: string } };
  await mall.settle();
  const { path } = latestMail(mall, SEKAR, '/tanya/t/');
  return {
    ...inquiry,
    email: (body.buyer as { email: string }).email,
    sellerToken: path!.split('/').at(-1)!,
  };
}
const see = async (token: string) =>
  ((await (await anybody.get(`/api/inquiries/${token}`)).json()) as { inquiry: Thread }).inquiry;
const offer = (changes: Record<string, unknown> = {}) => ({
  lines: [{ sku: SHIRT, qty: 60, price: 150_000, title: 'Kemeja parang dengan logo' }],
  shipping: 250_000,
  valid_until: '2026-12-01',
  note: 'Jadi dalam 14 hari',
  ...changes,
});
const acceptance = (changes: Record<string, unknown> = {}) => ({
  buyer: { name: 'Rina', phone: '0812 3456 7890', email: 'rina@contoh.test' },
  ship_to: { country: 'ID', region: '62.71', address: 'Jalan Diponegoro 5' },
  payment: 'transfer',
  consent: true,
  ...changes,
});
/** Takes the offer that the buyer sees. */
const accept = async (token: string, changes: Record<string, unknown> = {}) =>
  anybody.json(
    `/api/inquiries/${token}/accept`,
    acceptance({ quote: (await see(token)).quote?.id, ...changes }),
  );
const mailsTo = (address: string) => mall.mails.taken.filter(({ to }) => to === address);

test('from a question to an order: mailed words, an answer, an offer, its acceptance at exactly that price', async () => {
  const asked = await ask();
  expect(asked.code).toMatch(/^T-[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  expect(asked.url).toBe(`/tanya/t/${asked.token}`);
  const mail = mailsTo(SEKAR).at(-1)!;
  expect(mail.subject).toContain(asked.code);
  expect(mail.text).toContain('Apakah bisa 60 pcs dengan logo?');
  expect(mail.text).toContain('wa.me/6281234567890');
  expect(mail.text).not.toContain(asked.token);

  later(60_000);
  await anybody.form(`/tanya/t/${asked.sellerToken}/message`, { message: 'Bisa, Kak.' });
  await mall.settle();
  // The address is nobody's yet: the mail holds a link, and nothing that either of the two typed.
  expect(mailsTo(asked.email)).toHaveLength(1);
  expect(mailsTo(asked.email)[0]?.text).not.toMatch(/Bisa, Kak|Rina/);
  expect(await see(asked.token)).toMatchObject({ as: 'buyer', status: 'answered' });
  const { first_answer_at } = (await db()
    .prepare('SELECT first_answer_at FROM inquiries WHERE code = ?1')
    .bind(asked.code)
    .first<{ first_answer_at: string }>())!;
  expect(first_answer_at).toBe(mall.clock.time.toISOString());

  const link = latestMail(mall, asked.email, '/tanya/t/').path!;
  const e = new URL(link, 'http://mal.test').searchParams.get('e')!;
  expect((await anybody.form(`/tanya/t/${asked.token}/surel`, { e })).status).toBe(303);
  await anybody.json(`/api/inquiries/${asked.sellerToken}/quotes`, offer());
  await mall.settle();
  expect(mailsTo(asked.email).at(-1)?.subject).toContain('Penawaran');
  const offered = mailsTo(asked.email).at(-1)!.text;
  for (const word of ['Halo Rina', 'Kemeja parang dengan logo', 'Rp150.000', 'Rp9.000.000', 'Rp250.000'])
    expect(offered).toContain(word);
  expect(offered).toContain('Total: Rp9.250.000');
  expect(offered).toContain('1 Desember 2026');
  expect(await see(asked.token)).toMatchObject({ status: 'quoted', quote: { total: 9_250_000 } });

  const accepted = await accept(asked.token);
  expect(accepted.status).toBe(201);
  const { order } = (await accepted.json()) as {
    order: {
      token: string;
      seller_orders: {
        subtotal: number;
        shipping: number;
        total: number;
        payment: { unique_code: number };
      }[];
    };
  };
  const [part] = order.seller_orders;
  expect(part).toMatchObject({ subtotal: 9_000_000, shipping: 250_000 });
  expect(part!.total + part!.payment.unique_code).toBe(9_250_000);
  const placed = await mall.mall.orderByToken(order.token);
  expect(placed?.seller_orders[0]?.lines[0]).toMatchObject({
    title: 'Kemeja parang dengan logo',
    qty: 60,
    unit_price: 150_000,
    edition: 'uvo-2',
  });
  expect(await see(asked.token)).toMatchObject({
    status: 'ordered',
    quote: { order_url: `/pesanan/${order.token}` },
  });
});

describe('an offer is taken', () => {
  async function offered(changes: Record<string, unknown> = {}) {
    const asked = await ask();
    await anybody.json(`/api/inquiries/${asked.sellerToken}/quotes`, offer(changes));
    return asked;
  }
  const ordersOf = async () =>
    (await db().prepare('SELECT COUNT(*) AS n FROM orders').first<{ n: number }>())!.n;

  test('once, however often it is pressed and from however many tabs', async () => {
    const asked = await offered();
    const before = await ordersOf();
    const press = () => accept(asked.token);
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409]);
    const again = await press();
    expect([again.status, ((await again.json()) as { code: string }).code]).toEqual([409, 'offer_taken']);
    expect(await ordersOf()).toBe(before + 1);
    const form = await anybody.form(`/tanya/t/${asked.token}/accept`, { action: 'place', name: 'Rina' });
    expect(form.headers.get('Location')).toBe((await see(asked.token)).quote?.order_url);
  });

  test('not after it lapsed, not when another one took its place, not by its seller', async () => {
    const asked = await offered({ valid_until: '2026-11-24' });
    const first = (await see(asked.token)).quote!.id;
    const status = async (token: string, body: unknown) => {
      const response = await anybody.json(`/api/inquiries/${token}/accept`, body);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    expect(await status(asked.sellerToken, acceptance())).toEqual([404, 'not_found']);
    const now = mall.clock.time;
    later(DAY);
    expect(await status(asked.token, acceptance())).toEqual([409, 'offer_over']);
    mall.clock.time = now;
    await anybody.json(`/api/inquiries/${asked.sellerToken}/quotes`, offer({ shipping: 0 }));
    expect(await status(asked.token, acceptance({ quote: first }))).toEqual([409, 'offer_changed']);
    await anybody.form(`/tanya/t/${asked.sellerToken}/close`);
    expect(await status(asked.token, acceptance())).toEqual([409, 'offer_over']);
  });

  test('only with an address, a way of paying that the seller has, and consent', async () => {
    const asked = await offered();
    const status = async (changes: Record<string, unknown>) => (await accept(asked.token, changes)).status;
    expect(await status({ consent: false })).toBe(422);
    // Which offer was read must be said: another one may have taken its place meanwhile.
    expect(await status({ quote: undefined })).toBe(422);
    expect(await status({ payment: 'abroad' })).toBe(422);
    expect(await status({ ship_to: { country: 'ID', region: '99.99', address: 'x' } })).toBe(422);
    expect(await status({ buyer: { name: '', phone: 'x' } })).toBe(422);
    expect((await see(asked.token)).status).toBe('quoted');
  });

  const fields = {
    name: 'Rina',
    phone: '0812 3456 7890',
    country: 'ID',
    region: '62.71',
    address: 'Jalan Diponegoro 5',
    payment: 'transfer',
    consent: 'yes',
  };
  test.each(['price', 'regions', 'accept', 'Place', ''])(
    'by the one button that says so: a form sent by "%s" orders nothing and comes back',
    async (action) => {
      const asked = await offered();
      const before = await ordersOf();
      const response = await anybody.form(`/tanya/t/${asked.token}/accept`, { ...fields, action });
      expect(response.status).toBe(200);
      expect((await shown<InquiryForm>(response)).values).toMatchObject(fields);
      expect(await ordersOf()).toBe(before);
      const placed = await anybody.form(`/tanya/t/${asked.token}/accept`, {
        ...fields,
        quote: String((await see(asked.token)).quote!.id),
        action: 'place',
      });
      expect(placed.headers.get('Location')).toMatch(/^\/pesanan\//);
    },
  );

  test('at the destination that its fee is for; elsewhere the buyer is told to ask for a new one', async () => {
    const asked = await offered({ destination: '62.71' });
    expect((await see(asked.token)).quote).toMatchObject({ destination: '62.71' });
    for (const [pointer, ship_to] of [
      ['/ship_to/region', { country: 'ID', region: '91.71', address: 'Jalan Percetakan 3' }],
      ['/ship_to/country', { country: 'SG', city: 'Singapore', address: '12 Jalan Besar' }],
    ] as const) {
      const response = await accept(asked.token, { ship_to });
      const { code, errors } = (await response.json()) as {
        code: string;
        errors: { pointer: string; message: string }[];
      };
      expect([response.status, code, errors[0]?.pointer]).toEqual([409, 'offer_elsewhere', pointer]);
      expect(errors[0]?.message).toContain('penawaran baru');
    }
    expect((await see(asked.token)).status).toBe('quoted');
    expect((await accept(asked.token)).status).toBe(201);
  });

  test.each(['99.99', '62', '62.71.01', 'ID', 'ZZ', 'sg', 'Semarang'])(
    'its fee can’t be for %s, which is no regency and no country abroad',
    async (destination) => {
      const asked = await ask();
      const response = await anybody.json(
        `/api/inquiries/${asked.sellerToken}/quotes`,
        offer({ destination }),
      );
      expect(response.status).toBe(422);
      const { errors } = (await response.json()) as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer)).toEqual(['/destination']);
    },
  );

  test('of no more than one sale can be', async () => {
    const asked = await ask();
    const lines = [{ sku: SHIRT, qty: 10_000, price: 100_000_000 }];
    const response = await anybody.json(`/api/inquiries/${asked.sellerToken}/quotes`, offer({ lines }));
    expect(response.status).toBe(422);
    const { errors } = (await response.json()) as { errors: { code: string }[] };
    expect(errors.map(({ code }) => code)).toEqual(['order_too_large']);
  });

  test('the seller’s form insists on a destination', async () => {
    const asked = await ask();
    const offer = {
      'sku-0': SHIRT,
      'qty-0': '2',
      'price-0': '150.000',
      shipping: '20000',
      valid_until: '2026-12-01',
    };
    const path = `/tanya/t/${asked.sellerToken}/offer`;
    expect((await anybody.form(path, offer)).status).toBe(422);
    expect((await anybody.form(path, { ...offer, destination: '62.71' })).status).toBe(303);
  });

  test('not while its shop, a product or a size of it is suspended, and not for what has left the mall', async () => {
    const asked = await offered();
    const code = async () => {
      const response = await accept(asked.token);
      return [response.status, ((await response.json()) as { code: string }).code];
    };
    for (const scope of ['seller:batik-sekar', 'product:batik-sekar/kemeja-parang', `sku:${SHIRT}`]) {
      await db()
        .prepare(`INSERT INTO pauses (scope, kind, seller, set_at, set_by)
           VALUES (?1, 'suspended', 'batik-sekar', '2026-11-24', 'x')`)
        .bind(scope)
        .run();
      expect([scope, ...(await code())]).toEqual([scope, 409, 'suspended']);
      await db().prepare('DELETE FROM pauses').run();
    }
    await db()
      .prepare("UPDATE quotes SET lines = replace(lines, '/xl', '/tidak-ada') WHERE id = ?1")
      .bind((await see(asked.token)).quote!.id)
      .run();
    expect(await code()).toEqual([409, 'offer_over']);
    await db()
      .prepare(
        "UPDATE quotes SET lines = json_set(lines, '$[0].sku', 'lurik-pedan/seragam', '$[0].takes_stock', 1)",
      )
      .run();
    expect(await code()).toEqual([409, 'offer_over']);
  });

  test('with the stock that lay ready, and what is more is made for it', async () => {
    const stock = () => mall.mall.stockOf([SHIRT]).then((map) => map.get(SHIRT)!);
    const before = await stock();
    const ready = await offered({ lines: [{ sku: SHIRT, qty: 2, price: 100_000 }] });
    await accept(ready.token);
    expect(await stock()).toBe(before - 2);
    const more = await offered({ lines: [{ sku: SHIRT, qty: 9_000, price: 100_000 }] });
    expect((await accept(more.token)).status).toBe(201);
    expect(await stock()).toBe(before - 2);
  });

  test.each([
    ['/lines', { lines: [] }],
    ['/lines/0/price', { lines: [{ sku: SHIRT, qty: 1, price: 0 }] }],
    ['/lines/0/price', { lines: [{ sku: SHIRT, qty: 1, price: 10.5 }] }],
    ['/lines/0/qty', { lines: [{ sku: SHIRT, qty: -1, price: 10 }] }],
    ['/lines/0/sku', { lines: [{ sku: 'tenun-troso/kain-ikat', qty: 1, price: 10 }] }],
    [
      '/lines/1/sku',
      {
        lines: [
          { sku: SHIRT, qty: 1, price: 10 },
          { sku: SHIRT, qty: 1, price: 10 },
        ],
      },
    ],
    ['/shipping', { shipping: -1 }],
    ['/valid_until', { valid_until: '2026-11-23' }],
    ['/valid_until', { valid_until: '2030-01-01' }],
    ['/valid_until', { valid_until: 'besok' }],
  ])('a faulty offer is refused at %s', async (pointer, changes) => {
    const asked = await ask();
    const response = await anybody.json(`/api/inquiries/${asked.sellerToken}/quotes`, offer(changes));
    const { errors } = (await response.json()) as { errors: { pointer: string }[] };
    expect([response.status, errors[0]?.pointer]).toEqual([422, pointer]);
    expect((await see(asked.token)).quote).toBeNull();
  });

  test('a buyer can make none', async () => {
    const asked = await ask();
    expect((await anybody.json(`/api/inquiries/${asked.token}/quotes`, offer())).status).toBe(404);
    expect((await anybody.form(`/tanya/t/${asked.token}/spam`)).status).toBe(404);
  });
});

describe('abuse', () => {
  test('an address that nobody confirmed gets one mail: the answer it asked for', async () => {
    const asked = await ask();
    const say = async (text: string) => {
      await anybody.form(`/tanya/t/${asked.sellerToken}/message`, { message: text });
      await mall.settle();
    };
    expect(mailsTo(asked.email)).toHaveLength(0);
    await say('Satu');
    await say('Dua');
    expect(mailsTo(asked.email)).toHaveLength(1);
    const link = latestMail(mall, asked.email, '/tanya/t/').path!;
    // Opening it, as a mail scanner does, says nothing; neither does a guessed key.
    expect((await anybody.get(link)).status).toBe(200);
    const press = (e: string) => anybody.form(`/tanya/t/${asked.token}/surel`, { e });
    expect((await press('forged')).status).toBe(404);
    await say('Tiga');
    expect(mailsTo(asked.email)).toHaveLength(1);
    const pressed = await press(new URL(link, 'http://mal.test').searchParams.get('e')!);
    expect(pressed.headers.get('Location')).toBe(`/tanya/t/${asked.token}?kabar=surel`);
    await say('Empat');
    expect(mailsTo(asked.email)).toHaveLength(2);
    expect((await anybody.get(link)).headers.get('Location')).toBe(`/tanya/t/${asked.token}`);
  });

  test('no text gets into a header, however it is typed', async () => {
    await ask({
      buyer: { name: 'Rina\r\nBcc: korban@contoh.test', email: 'rina@contoh.test' },
      message: 'Halo\r\nBcc: korban@contoh.test\r\n\r\nIsi lain',
    });
    const mail = mailsTo(SEKAR).at(-1)!;
    for (const header of [mail.subject, mail.to, mail.from, mail.replyTo ?? '', mail.messageId])
      expect(header).not.toMatch(/[\r\n]|Bcc/i);
    const bad = question({ buyer: { name: 'Rina', email: 'a@b.test\r\nBcc: c@d.test' } });
    expect((await anybody.json('/api/inquiries', bad)).status).toBe(422);
  });

  test('what the trap caught is answered as usual, and nobody is written to', async () => {
    const before = mall.mails.taken.length;
    const response = await anybody.form('/tanya/batik-sekar', {
      name: 'Bot',
      email: 'bot@contoh.test',
      message: 'Beli sekarang',
      consent: 'yes',
      website: 'http://spam.test',
    });
    expect(response.status).toBe(303);
    await mall.settle();
    expect(mall.mails.taken.length).toBe(before);
    const token = response.headers.get('Location')!.split('/').at(-1)!.split('?')[0]!;
    expect((await see(token)).status).toBe('spam');
    expect((await anybody.form(`/tanya/t/${token}/message`, { message: 'x' })).status).toBe(409);
  });

  test('a form that is faster than a hand, forged or a day old is asked to be sent once more', async () => {
    const limited = testMall();
    const fields = { name: 'Rina', email: 'cepat@contoh.test', message: 'Halo', consent: 'yes' };
    const post = async (stamp: string) => {
      const body = new URLSearchParams({ ...fields, stamp });
      return limited.request('/tanya/batik-sekar', { method: 'POST', body });
    };
    const stamp = await limited.mall.inquiries.formStamp();
    for (const [wait, sent] of [
      [0, stamp],
      [5_000, ''],
      [5_000, `x${stamp}`],
      [2 * DAY, stamp],
    ] as const) {
      const now = limited.clock.time;
      limited.clock.time = new Date(now.getTime() + wait);
      const response = await post(sent);
      expect(response.status).toBe(422);
      expect((await shown<InquiryForm>(response)).code).toBe('again');
      limited.clock.time = now;
    }
    limited.clock.time = new Date(limited.clock.time.getTime() + 5_000);
    expect((await post(stamp)).status).toBe(303);
    await limited.settle();
  });

  test('one address or phone asks at most ten times an hour', async () => {
    const limited = testMall();
    const buyer = { name: 'Rina', phone: '0812 9999 0000' };
    const answers: number[] = [];
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const response = await limited.request('/api/inquiries', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(question({ buyer })),
      });
      answers.push(response.status);
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(10);
    expect(answers.slice(10)).toEqual([429, 429]);
    await limited.settle();
  });
});

describe('bad input', () => {
  test.each([
    ['/seller', { seller: 'tidak-ada' }],
    ['/sku', { sku: 'tidak/ada' }],
    ['/sku', { sku: 'tenun-troso/kain-ikat' }],
    ['/buyer/name', { buyer: { name: ' ', phone: '0812 3456 7890' } }],
    ['/buyer/email', { buyer: { name: 'Rina' } }],
    ['/buyer/email', { buyer: { name: 'Rina', email: 'x' } }],
    ['/buyer/phone', { buyer: { name: 'Rina', phone: '12' } }],
    ['/quantity', { quantity: 0 }],
    ['/quantity', { quantity: 2.5 }],
    ['/message', { message: '' }],
    ['/message', { message: 'x'.repeat(2001) }],
    ['/consent', { consent: false }],
  ])('a question is refused at %s', async (pointer, changes) => {
    const response = await anybody.json('/api/inquiries', question(changes));
    const { errors } = (await response.json()) as { errors: { pointer: string; message: string }[] };
    expect([response.status, errors[0]?.pointer]).toEqual([422, pointer]);
    expect(errors[0]?.message).not.toBe('Isian ini belum benar.');
  });

  test('a thread, a shop or a product that does not exist is not found', async () => {
    for (const path of [
      '/tanya/t/tidak-ada',
      '/tanya/tidak-ada',
      '/tanya/batik-sekar/tidak-ada',
      '/api/inquiries/x',
    ])
      expect((await anybody.get(path)).status).toBe(404);
    for (const path of ['/tanya/t/x/message', '/tanya/t/x/accept', '/tanya/tidak-ada'])
      expect((await anybody.form(path, { message: 'x' })).status).toBe(404);
  });

  test('each link opens its own side only', async () => {
    const asked = await ask();
    expect((await see(asked.token)).buyer).toBeUndefined();
    expect((await see(asked.sellerToken)).buyer?.email).toBe(asked.email);
    const text = JSON.stringify(await see(asked.token));
    expect(text).not.toContain(asked.sellerToken);
  });
});

test('the form keeps what was typed and says what is wrong', async () => {
  const response = await anybody.form('/tanya/batik-sekar/kemeja-parang', { name: 'Rina', message: '' });
  expect(response.status).toBe(422);
  const form = await shown<InquiryForm>(response);
  expect(form.values.name).toBe('Rina');
  expect(form.errors.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/message', '/consent']));
});

test('a sale that was closed elsewhere is reported against its question, in the seller’s own ledger', async () => {
  const asked = await ask();
  const [seller, other] = [await signedIn(mall, SEKAR), await signedIn(mall, TROSO)];
  const sale = (sku: string) => ({
    id: 'sale-by-chat',
    sku,
    qty: 60,
    amount: 9_000_000,
    occurred_at: '2026-11-24T11:00:00+07:00',
    inquiry: asked.code,
  });
  expect((await other.json('/api/desk/sales', sale('tenun-troso/kain-ikat'))).status).toBe(422);
  expect((await seller.json('/api/desk/sales', sale(SHIRT))).status).toBe(201);
  const entry = await db()
    .prepare('SELECT kind, channel, inquiry FROM ledger WHERE inquiry = ?1')
    .bind(asked.code)
    .first();
  expect(entry).toEqual({ kind: 'reported_sale', channel: 'elsewhere', inquiry: asked.code });
  expect((await see(asked.token)).status).toBe('ordered');
});
