import { beforeAll, describe, expect, test } from 'vitest';
import { Jar, latestMail, OPERATOR, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';
import type { SignInForm } from './sign-in-routes.ts';

beforeAll(prepareDatabases);
const mall = testMall({ limits: false });
const MINUTE = 60_000;
const later = (ms: number) => {
  mall.clock.time = new Date(mall.clock.time.getTime() + ms);
};
async function ask(email: string, jar = new Jar(mall)) {
  const response = await jar.form('/masuk', { email });
  await mall.settle();
  const { mail, path } = latestMail(mall, email, '/masuk/');
  return { jar, response, path: path ?? '', code: /^\d{6}/.exec(mail?.subject ?? '')?.[0] ?? '' };
}
const step = async (response: Response) => (await shown<SignInForm>(response)).step;

test('a seller signs in by the link of a mail and stays signed in for 90 days', async () => {
  const { jar, response, path } = await ask(SEKAR);
  expect([response.status, response.headers.get('Location')]).toEqual([303, '/masuk/kode']);
  expect(await step(await jar.get(path))).toBe('confirm');
  expect(jar.cookie('mall_session')).toBeUndefined();
  const entered = await jar.form(path);
  expect([entered.status, entered.headers.get('Location')]).toEqual([303, '/lapak']);
  const cookie = entered.headers.getSetCookie().find((text) => text.startsWith('mall_session='))!;
  expect(cookie).toMatch(/Max-Age=7776000/);
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/Secure/);
  expect(cookie).toMatch(/SameSite=Lax/);
  const { results } = await bindings.MALL_DB.prepare('SELECT id FROM sessions').all<{ id: string }>();
  expect(results.map(({ id }) => id)).not.toContain(jar.cookie('mall_session'));
});

test('an operator signs in with the code, in whatever case the address is typed, and comes to /kelola', async () => {
  const jar = new Jar(mall);
  await jar.form('/masuk', { email: ` ${OPERATOR.toUpperCase()} ` });
  await mall.settle();
  const { mail } = latestMail(mall, OPERATOR, '/masuk/');
  const code = mail!.subject.slice(0, 6);
  const entered = await jar.form('/masuk/kode', { code: `${code.slice(0, 3)} ${code.slice(3)}` });
  expect(entered.headers.get('Location')).toBe('/kelola');
});

test('in another browser the link only shows the code, which works where it was asked for', async () => {
  const { jar, path, code } = await ask(SEKAR);
  const elsewhere = new Jar(mall);
  expect(await shown<SignInForm>(await elsewhere.get(path))).toEqual({ step: 'elsewhere', code });
  expect((await elsewhere.form(path)).headers.get('Location')).toBe(path);
  expect((await elsewhere.form('/masuk/kode', { code })).headers.get('Location')).toBe('/masuk');
  expect(elsewhere.cookie('mall_session')).toBeUndefined();
  expect((await jar.form('/masuk/kode', { code })).headers.get('Location')).toBe('/lapak');
});

test('whether an address is known cannot be told from the answer', async () => {
  const before = mall.mails.taken.length;
  const known = await ask(TROSO);
  const unknown = await ask('siapa@contoh.test');
  expect(mall.mails.taken.length).toBe(before + 1);
  expect(unknown.response.status).toBe(known.response.status);
  expect(unknown.response.headers.get('Location')).toBe(known.response.headers.get('Location'));
  const wrong = async (jar: Jar) => {
    const response = await jar.form('/masuk/kode', { code: '000000' });
    return [response.status, await shown(response)];
  };
  for (let attempt = 0; attempt < 7; attempt += 1)
    expect(await wrong(unknown.jar)).toEqual(await wrong(known.jar));
});

describe('a sign-in is over', () => {
  test('once it was used, by link or by code, also when pressed twice at once', async () => {
    const { jar, path, code } = await ask(SEKAR);
    const [ask1] = [jar.cookie('mall_ask')!];
    const press = () => mall.request(path, { method: 'POST', headers: { Cookie: `mall_ask=${ask1}` } });
    const answers = await Promise.all([press(), press(), press()]);
    expect(answers.filter((answer) => answer.headers.get('Location') === '/lapak')).toHaveLength(1);
    const again = await jar.get(path);
    expect([again.status, await step(again)]).toEqual([404, 'over']);
    expect((await jar.form('/masuk/kode', { code })).status).toBe(422);
  });

  test('after 15 minutes', async () => {
    const { jar, path, code } = await ask(SEKAR);
    later(15 * MINUTE);
    expect(await step(await jar.get(path))).toBe('over');
    expect((await jar.form(path)).headers.get('Location')).toBe(path);
    expect((await jar.form('/masuk/kode', { code })).status).toBe(422);
  });

  test('after five codes, the right one among them', async () => {
    const { jar, path, code } = await ask(SEKAR);
    const wrong = code === '123456' ? '654321' : '123456';
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect((await jar.form('/masuk/kode', { code: wrong })).status).toBe(422);
    expect((await jar.form('/masuk/kode', { code })).status).toBe(422);
    expect(await step(await jar.get(path))).toBe('over');
  });

  test('when its signature is forged or it is somebody else’s', async () => {
    const { jar, path } = await ask(SEKAR);
    const other = await ask(TROSO, new Jar(mall));
    const [id] = path.replace('/masuk/', '').split('.');
    const [, signature] = other.path.replace('/masuk/', '').split('.');
    for (const forged of [`/masuk/${id}.${signature}`, `/masuk/${id}`, '/masuk/x.y', '/masuk/%00']) {
      expect(await step(await jar.get(forged))).toBe('over');
      const pressed = await jar.form(forged);
      expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, forged]);
    }
  });
});

test('an address is asked for at most five times in a quarter of an hour, known or not', async () => {
  const limited = testMall();
  for (const email of [SEKAR, 'tidak-ada@contoh.test']) {
    const asked = async () =>
      (await limited.request('/masuk', { method: 'POST', body: new URLSearchParams({ email }) })).status;
    const answers = [];
    for (let attempt = 0; attempt < 7; attempt += 1) answers.push(await asked());
    expect(answers).toEqual([303, 303, 303, 303, 303, 429, 429]);
  }
  await limited.settle();
});

test('what is no address is said beside the field', async () => {
  for (const email of ['', 'bukan alamat', 'a@b\nBcc: c@d.test']) {
    const response = await new Jar(mall).form('/masuk', { email });
    expect(response.status).toBe(422);
    expect((await shown<SignInForm>(response)).error).toBe('email');
  }
});

test('after signing in one comes to the desk’s page that was asked for, never to another site', async () => {
  const to = async (next: string) => {
    const jar = new Jar(mall);
    await jar.form('/masuk', { email: SEKAR, next });
    await mall.settle();
    return (await jar.form(latestMail(mall, SEKAR, '/masuk/').path!)).headers.get('Location');
  };
  expect(await to('/lapak/stok')).toBe('/lapak/stok');
  for (const next of ['//evil.test', 'https://evil.test/lapak', '/lapak\\@evil.test', '/keranjang'])
    expect(await to(next)).toBe('/lapak');
});

describe('sessions', () => {
  test('are listed for their address, and one can end another; someone else’s is not touched', async () => {
    const [first, second, foreign] = [
      await signedIn(mall, SEKAR),
      await signedIn(mall, SEKAR),
      await signedIn(mall, TROSO),
    ];
    const account = (jar: Jar) => mall.mall.signIn.account(jar.cookie('mall_session')!);
    const id = (await account(second))!.session;
    await foreign.form('/masuk/perangkat', { session: id });
    expect(await account(second)).toBeDefined();
    await first.form('/masuk/perangkat', { session: id });
    expect(await account(second)).toBeUndefined();
    expect(await account(first)).toBeDefined();
    await first.form('/masuk/perangkat');
    expect(await mall.mall.signIn.sessions((await account(first))!)).toHaveLength(1);
    await first.form('/masuk/keluar');
    expect(first.cookie('mall_session')).toBeUndefined();
  });

  test('end after 90 days', async () => {
    const jar = await signedIn(mall, SEKAR);
    const token = jar.cookie('mall_session')!;
    later(89 * 24 * 60 * MINUTE);
    expect((await mall.mall.signIn.account(token))?.email).toBe(SEKAR);
    later(2 * 24 * 60 * MINUTE);
    expect(await mall.mall.signIn.account(token)).toBeUndefined();
  });
});

test('the operator makes a one-time link for a seller, and the audit trail shows it', async () => {
  const operator = await signedIn(mall, OPERATOR);
  const answer = await shown<{ link: { url: string } }>(
    await operator.form('/kelola/tautan-masuk', { seller: 'batik-sekar' }),
  );
  const path = answer.link.url.replace('http://mal.test', '');
  const phone = new Jar(mall);
  expect(await step(await phone.get(path))).toBe('confirm');
  expect((await phone.form(path)).headers.get('Location')).toBe('/lapak');
  expect((await new Jar(mall).form(path)).headers.get('Location')).toBe(path);
  const entry = await bindings.MALL_DB.prepare('SELECT actor, action, subject FROM audit').first();
  expect(entry).toEqual({ actor: OPERATOR, action: 'sign_in_link', subject: 'seller:batik-sekar' });
  await expect(bindings.MALL_DB.prepare("UPDATE audit SET actor = 'x'").run()).rejects.toThrow(
    'never changed',
  );
  expect((await operator.form('/kelola/tautan-masuk', { seller: 'tidak-ada' })).status).toBe(422);
  const seller = await signedIn(mall, SEKAR);
  expect((await seller.form('/kelola/tautan-masuk', { seller: 'batik-sekar' })).status).toBe(403);
  expect((await new Jar(mall).form('/kelola/tautan-masuk', { seller: 'x' })).status).toBe(303);
});
