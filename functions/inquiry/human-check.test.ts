import { beforeAll, expect, test } from 'vitest';
import type { InquiryForm } from '../../src/forms/inquiry-form.ts';
import { Jar, latestMail, SEKAR, shown, signedIn } from '../testing/desk.ts';
import { fakeTurnstile } from '../testing/fake-turnstile.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
const turnstile = fakeTurnstile('0x-secret');
const mall = testMall({}, undefined, turnstile);
const open = testMall();
const anybody = new Jar(mall);
let buyers = 0;
const question = (changes: Record<string, unknown> = {}) => ({
  seller: 'batik-sekar',
  buyer: { name: 'Rina', email: `rina${++buyers}@contoh.test` },
  message: 'Ada warna biru?',
  consent: true,
  ...changes,
});
async function ask(changes: Record<string, unknown> = {}) {
  const body = question(changes);
  const response = await anybody.json('/api/inquiries', body);
  await mall.settle();
  const answer = (await response.json()) as {
    code: string;
    errors?: { pointer: string }[];
    inquiry: { code: string; token: string; awaits_confirmation?: boolean };
  };
  return { status: response.status, ...answer, email: (body.buyer as { email: string }).email };
}
const sellersMails = () => mall.mails.taken.filter(({ to }) => to === SEKAR && !to.includes('kode'));
const statusOf = (code: string) =>
  bindings.MALL_DB.prepare('SELECT status FROM inquiries WHERE code = ?1').bind(code).first('status');
const policy = (response: Response) => response.headers.get('Content-Security-Policy') ?? '';
const CLOUDFLARE = 'https://challenges.cloudflare.com';

test('a token that the widget gave is asked for once, and the question goes to the seller', async () => {
  const token = turnstile.issue();
  const first = await ask({ human_check: token });
  expect([first.status, first.inquiry.awaits_confirmation]).toEqual([201, undefined]);
  expect(turnstile.asked.at(-1)?.response).toBe(token);
  expect(sellersMails().at(-1)?.text).toContain('Ada warna biru?');
  const before = sellersMails().length;
  const again = await ask({ human_check: token });
  expect(again.inquiry.awaits_confirmation).toBe(true);
  expect(sellersMails()).toHaveLength(before);
});

test('without a token it waits, out of the seller’s sight, until its buyer presses the mailed link’s button', async () => {
  const before = sellersMails().length;
  const { inquiry, email } = await ask();
  expect(inquiry.awaits_confirmation).toBe(true);
  expect(sellersMails()).toHaveLength(before);
  const seller = await signedIn(mall, SEKAR);
  const account = (await mall.mall.signIn.account(seller.cookie('mall_session')!))!;
  const listed = async () => (await mall.mall.inquiries.list(account)).map(({ code }) => code);
  expect(await listed()).not.toContain(inquiry.code);
  const november = async () => (await mall.mall.desk.figures(account)).months[0]!.inquiries;
  const counted = await november();

  const link = new URL(latestMail(mall, email, '/tanya/t/').path!, 'http://mal.test');
  expect((await anybody.get(link.pathname + link.search)).status).toBe(200);
  expect(await statusOf(inquiry.code)).toBe('spam');
  const path = `/tanya/t/${inquiry.token}/confirm`;
  expect((await anybody.form(path, { e: 'forged' })).status).toBe(404);
  const key = { e: link.searchParams.get('e')! };
  const pressed = await Promise.all([anybody.form(path, key), anybody.form(path, key)]);
  expect(pressed.map(({ status }) => status)).toEqual([303, 303]);
  await anybody.form(path, key);
  await mall.settle();
  expect(await statusOf(inquiry.code)).toBe('open');
  expect(sellersMails().filter(({ subject }) => subject.includes(inquiry.code))).toHaveLength(1);
  expect(await listed()).toContain(inquiry.code);
  expect(await november()).toBe(counted + 1);
});

test('nobody is turned away: for another purpose, from a forger, or while Cloudflare is silent, mail confirms', async () => {
  expect((await ask({ human_check: turnstile.issue('login') })).inquiry.awaits_confirmation).toBe(true);
  expect((await ask({ human_check: 'x'.repeat(3000) })).inquiry.awaits_confirmation).toBe(true);
  turnstile.down = true;
  expect((await ask({ human_check: turnstile.issue() })).inquiry.awaits_confirmation).toBe(true);
  turnstile.down = false;
  const phone = await ask({ buyer: { name: 'Rina', phone: '0812 3456 7890' } });
  expect([phone.status, phone.errors?.map(({ pointer }) => pointer)]).toEqual([422, ['/buyer/email']]);
  const checked = await ask({
    buyer: { name: 'Rina', phone: '0812 3456 7890' },
    human_check: turnstile.issue(),
  });
  expect(checked.status).toBe(201);
});

test('an address that has confirmed nothing gets three such mails an hour at most', async () => {
  const buyer = { name: 'Rina', email: 'sasaran@contoh.test' };
  const answers = [];
  for (let sent = 0; sent < 4; sent += 1) answers.push((await ask({ buyer })).status);
  expect(answers).toEqual([201, 201, 201, 429]);
  expect(mall.mails.taken.filter(({ to }) => to === buyer.email)).toHaveLength(3);
});

test('the form takes the widget’s field, and says beside the e-mail what is missing without it', async () => {
  const fields = async (changes: Record<string, string>) => {
    const stamp = await mall.mall.inquiries.formStamp();
    mall.clock.time = new Date(mall.clock.time.getTime() + 5000);
    return { stamp, name: 'Rina', message: 'Ada?', consent: 'yes', phone: '0813 1111 2222', ...changes };
  };
  const passed = await anybody.form(
    '/tanya/batik-sekar',
    await fields({ 'cf-turnstile-response': turnstile.issue() }),
  );
  expect(passed.headers.get('Location')).toContain('kabar=sent');
  const missing = await anybody.form('/tanya/batik-sekar', await fields({ phone: '0813 1111 3333' }));
  expect((await shown<InquiryForm>(missing)).errors).toEqual([
    { pointer: '/buyer/email', code: 'human_check' },
  ]);
  const held = await anybody.form('/tanya/batik-sekar', await fields({ email: 'tanpa@contoh.test' }));
  expect(held.headers.get('Location')).toMatch(/^\/tanya\/t\/[\w-]+$/);
});

test('Cloudflare’s script is let in on the pages that ask, nowhere else, and nowhere at all by default', async () => {
  for (const path of ['/tanya/batik-sekar', '/en/tanya/batik-sekar', '/tanya/batik-sekar/kemeja-parang']) {
    const opened = policy(await mall.request(path));
    expect(opened, path).toContain(`script-src 'self' ${CLOUDFLARE};`);
    expect(opened, path).toContain(`frame-src ${CLOUDFLARE}`);
    expect(policy(await open.request(path)), path).not.toContain(CLOUDFLARE);
  }
  const { inquiry } = await ask({ human_check: turnstile.issue() });
  for (const path of ['/cari', '/pesanan', `/tanya/t/${inquiry.token}`, '/masuk', '/api/health'])
    expect(policy(await mall.request(path)), path).not.toContain(CLOUDFLARE);
  expect(open.mall.inquiries.humanSiteKey).toBeUndefined();
  expect(mall.mall.inquiries.humanSiteKey).toBe('test-site');
});
