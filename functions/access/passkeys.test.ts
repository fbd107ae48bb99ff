import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { authenticator } from '../testing/authenticator.ts';
import { Jar, latestMail, OPERATOR, SEKAR, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, prepareDatabases, type TestMall, testMall } from '../testing/test-mall.ts';

beforeAll(prepareDatabases);
beforeEach(async () => {
  await bindings.MALL_DB.batch(
    ['passkeys', 'recovery_codes', 'attempts'].map((table) =>
      bindings.MALL_DB.prepare(`DELETE FROM ${table}`),
    ),
  );
});

const OTHER = 'kepala@mal-ukm.test';
const mall = testMall({ limits: false, operators: [OPERATOR, OTHER] });
type Phone = Awaited<ReturnType<typeof authenticator>>;
interface Asking {
  options: object;
  ticket: string;
}

async function askFor(jar: Jar, what: string): Promise<Asking> {
  return (await jar.json('/masuk/sidik-jari/pilihan', { for: what })).json();
}
async function register(jar: Jar, phone: Phone): Promise<number> {
  const { options, ticket } = await askFor(jar, 'register');
  if (!ticket) return 403;
  return (await jar.json('/masuk/sidik-jari/daftar', { ticket, response: phone.make(options) })).status;
}
async function show(jar: Jar, phone: Phone, end: 'masuk' | 'lagi', how = {}): Promise<number> {
  const { options, ticket } = await askFor(jar, end === 'masuk' ? 'enter' : 'again');
  const response = await phone.use(options, how);
  return (await jar.json(`/masuk/sidik-jari/${end}`, { ticket, response })).status;
}
const signedInByMail = (email: string, of: TestMall = mall) => signedIn(of, email);

describe('a seller', () => {
  test('comes in by a passkey on another browser, and hears that one was added', async () => {
    const phone = await authenticator();
    expect(await register(await signedInByMail(SEKAR), phone)).toBe(200);
    await mall.settle();
    expect(latestMail(mall, SEKAR, '/masuk').mail?.subject).toBe(
      'Sidik jari baru terdaftar di akun Mal UKM Anda',
    );
    const jar = new Jar(mall);
    expect(await show(jar, phone, 'masuk')).toBe(200);
    expect((await jar.get('/lapak')).status).toBe(200);
    expect((await mall.mall.signIn.account(jar.cookie('mall_session')!))?.email).toBe(SEKAR);
  });

  test('is refused with a passkey that nobody has, that no finger opened, or of another site', async () => {
    const phone = await authenticator();
    expect(await show(new Jar(mall), phone, 'masuk')).toBe(403);
    await register(await signedInByMail(SEKAR), phone);
    expect(await show(new Jar(mall), phone, 'masuk', { verified: false })).toBe(403);
    const lured = await authenticator('https://mal-ukm.evil.test');
    expect(await register(await signedInByMail(TROSO), lured)).toBe(403);
  });

  test('cannot be imitated by an answer that was given before, for something else, or too late', async () => {
    const phone = await authenticator();
    const seller = await signedInByMail(SEKAR);
    await register(seller, phone);
    const { options, ticket } = await askFor(seller, 'enter');
    const response = await phone.use(options);
    const send = (end: string, by = ticket) =>
      new Jar(mall).json(`/masuk/sidik-jari/${end}`, { ticket: by, response });
    expect(
      (
        await send(
          'masuk',
          ticket.replace(/^./, (sign) => (sign === 'A' ? 'B' : 'A')),
        )
      ).status,
    ).toBe(403);
    expect((await send('masuk')).status).toBe(200);
    expect((await send('masuk')).status).toBe(403);
    const again = await askFor(seller, 'again');
    const used = await phone.use(again.options);
    const elsewhere = await new Jar(mall).json('/masuk/sidik-jari/masuk', {
      ticket: again.ticket,
      response: used,
    });
    expect(elsewhere.status).toBe(403);
    const late = await askFor(seller, 'enter');
    const answered = await phone.use(late.options);
    mall.clock.time = new Date(mall.clock.time.getTime() + 6 * 60_000);
    const body = { ticket: late.ticket, response: answered };
    expect((await new Jar(mall).json('/masuk/sidik-jari/masuk', body)).status).toBe(403);
  });

  test('what is no answer at all is refused, never a fault', async () => {
    for (const body of [
      {},
      { ticket: 'x' },
      { ticket: 'a.b.c', response: { id: { toString: 1 } } },
      null,
      [],
    ])
      for (const end of ['pilihan', 'masuk'])
        expect([403, 422]).toContain((await new Jar(mall).json(`/masuk/sidik-jari/${end}`, body)).status);
  });

  test('takes away a lost phone’s passkey after signing in by mail; another shop’s is not touched', async () => {
    const phone = await authenticator();
    await register(await signedInByMail(SEKAR), phone);
    const { id } = phone.make({ challenge: '' });
    await (await signedInByMail(TROSO)).form('/masuk/sidik-jari/hapus', { id });
    expect(await show(new Jar(mall), phone, 'masuk')).toBe(200);
    await (await signedInByMail(SEKAR)).form('/masuk/sidik-jari/hapus', { id });
    expect(await show(new Jar(mall), phone, 'masuk')).toBe(403);
  });
});

describe('an operator', () => {
  const DESK = '/kelola/jejak';
  const opens = async (jar: Jar) => (await jar.get(DESK)).status === 200;

  test('makes a passkey at the first sign-in where the Worker is deployed; elsewhere may go on without', async () => {
    expect(await opens(await signedInByMail(OPERATOR))).toBe(true);
    const deployed = testMall({ limits: false, deployed: true });
    const jar = await signedInByMail(OPERATOR, deployed);
    const turned = await jar.get(DESK);
    expect(turned.headers.get('Location')).toBe('/masuk/sidik-jari?lanjut=%2Fkelola%2Fjejak');
    const api = await jar.json('/api/desk/suspensions', { subject: 'batik-sekar', reason: 'x' });
    expect([api.status, ((await api.json()) as { code: string }).code]).toEqual([
      403,
      'second_factor_required',
    ]);
    expect(await register(jar, await authenticator())).toBe(200);
    expect(await opens(jar)).toBe(true);
  });

  test('who has one shows it after the mail; the mail alone makes no further one and takes none away', async () => {
    const phone = await authenticator();
    const first = await signedInByMail(OPERATOR);
    await register(first, phone);
    const jar = await signedInByMail(OPERATOR);
    expect(await opens(jar)).toBe(false);
    expect(await register(jar, await authenticator())).toBe(403);
    const { id } = phone.make({ challenge: '' });
    expect((await jar.form('/masuk/sidik-jari/hapus', { id })).status).toBe(403);
    expect((await jar.form('/masuk/sidik-jari/kode-baru')).status).toBe(403);
    expect((await jar.form('/masuk/sidik-jari/pulihkan', { email: OTHER })).status).toBe(403);
    expect(await show(jar, phone, 'lagi')).toBe(200);
    expect(await opens(jar)).toBe(true);
    const seller = await authenticator();
    await register(await signedInByMail(SEKAR), seller);
    const other = await signedInByMail(OPERATOR);
    expect(await show(other, seller, 'lagi')).toBe(403);
    expect(await opens(other)).toBe(false);
  });

  test('uses each printed code once, and may guess ten times a day', async () => {
    const first = await signedInByMail(OPERATOR);
    await register(first, await authenticator());
    const sheet = async (): Promise<string[]> => {
      const response = await first.form('/masuk/sidik-jari/kode-baru');
      return ((await response.json()) as { page: { form: { codes: string[] } } }).page.form.codes;
    };
    const [old, codes] = [await sheet(), await sheet()];
    expect(new Set(codes).size).toBe(8);
    const by = async (jar: Jar, code: string) =>
      (await jar.form('/masuk/sidik-jari/kode', { code, next: DESK })).status;
    const jar = await signedInByMail(OPERATOR);
    expect(await by(jar, old[0]!)).toBe(422);
    expect(await by(jar, codes[0]!)).toBe(303);
    expect(await opens(jar)).toBe(true);
    const again = await signedInByMail(OPERATOR);
    expect(await by(again, codes[0]!)).toBe(422);
    for (let guess = 0; guess < 10; guess += 1) await by(again, 'AAAAA-AAAAA');
    expect(await by(again, codes[1]!)).toBe(422);
    const { results } = await bindings.MALL_DB.prepare('SELECT signature FROM recovery_codes').all();
    expect(JSON.stringify(results)).not.toContain(codes[1]);
  });

  test('who lost every passkey is recovered by another one; both the trail and a mail tell of it', async () => {
    const [phone, lost] = [await authenticator(), await authenticator()];
    const [one, other] = [await signedInByMail(OPERATOR), await signedInByMail(OTHER)];
    await register(one, phone);
    await register(other, lost);
    expect((await one.form('/masuk/sidik-jari/pulihkan', { email: SEKAR })).status).toBe(403);
    expect((await one.form('/masuk/sidik-jari/pulihkan', { email: OTHER })).status).toBe(303);
    await mall.settle();
    expect((await other.get(DESK)).headers.get('Location')).toMatch(/^\/masuk\?/);
    expect(await show(new Jar(mall), lost, 'masuk')).toBe(403);
    expect(latestMail(mall, OTHER, '/masuk').mail?.subject).toBe('Sidik jari akun pengelola Anda dihapus');
    const entry = await bindings.MALL_DB.prepare(
      "SELECT actor, subject FROM audit WHERE action = 'passkeys_removed'",
    ).first();
    expect(entry).toEqual({ actor: OPERATOR, subject: `operator:${OTHER}` });
    expect(await register(await signedInByMail(OTHER), await authenticator())).toBe(200);
  });
});
