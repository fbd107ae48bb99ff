import { beforeAll, describe, expect, test } from 'vitest';
import type { SignInForm } from '../../src/forms/sign-in-forms.ts';
import { Jar, latestMail, OPERATOR, SEKAR, shown, signedIn, TROSO } from '../testing/desk.ts';
import type { TestMall } from '../testing/test-mall.ts';
import { bindings, prepareDatabases, testMall } from '../testing/test-mall.ts';

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
  return { jar, response, path: path ?? '', code: /^\w{8}/.exec(mail?.subject ?? '')?.[0] ?? '' };
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
  const code = mail!.subject.slice(0, 8);
  expect(code).toMatch(/^[34679ACDEFGHJKMNPQRTWXY]{8}$/);
  const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase();
  const entered = await jar.form('/masuk/kode', { code: typed });
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
  await mall.settle();
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
    const wrong = 'AAAAAAAA';
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
    for (const forged of [`/masuk/${id}.${signature}`, `/masuk/${id}`, '/masuk/x.y']) {
      expect(await step(await jar.get(forged))).toBe('over');
      const pressed = await jar.form(forged);
      expect([pressed.status, pressed.headers.get('Location')]).toEqual([303, forged]);
    }
    expect((await jar.get('/masuk/%00')).status).toBe(404);
    expect((await jar.form('/masuk/%00')).status).toBe(404);
  });
});

describe('asking for a mail shuts nobody out', () => {
  const TEN_TIMES = 10;
  /** Asks from another address each time, or from one. */
  const ask = (limited: TestMall, email: string, from: string, jar = new Jar(limited)) =>
    jar.request('/masuk', {
      method: 'POST',
      body: new URLSearchParams({ email }),
      headers: { 'CF-Connecting-IP': from },
    });
  const letters = (limited: TestMall, email: string) =>
    limited.mails.taken.filter(({ to, subject }) => to === email && / adalah kode masuk/.test(subject))
      .length;

  test('over the limit nothing new is sent, whether the address is known or not, and the answer is the same', async () => {
    const limited = testMall();
    for (const email of [TROSO, 'tidak-ada@contoh.test']) {
      const answers = [];
      for (let attempt = 0; attempt < 7; attempt += 1) {
        const response = await ask(limited, email, '203.0.113.9');
        answers.push([response.status, response.headers.get('Location')]);
      }
      await limited.settle();
      const [sent, last] = [
        [303, '/masuk/kode'],
        [303, '/masuk/kode?surat=terakhir'],
      ];
      expect(answers).toEqual([sent, sent, sent, sent, sent, last, last]);
    }
    expect(letters(limited, TROSO)).toBe(5);
  });

  test('after 100 hostile asks from other addresses the owner signs in at once, by the last link', async () => {
    const limited = testMall();
    limited.clock.time = new Date('2026-11-25T05:00:00Z');
    for (let attempt = 0; attempt < 100; attempt += 1) await ask(limited, SEKAR, `198.51.100.${attempt}`);
    await limited.settle();
    expect(letters(limited, SEKAR)).toBeLessThan(TEN_TIMES);
    const owner = new Jar(limited);
    expect((await ask(limited, SEKAR, '203.0.113.5', owner)).headers.get('Location')).toBe(
      '/masuk/kode?surat=terakhir',
    );
    const { path } = latestMail(limited, SEKAR, '/masuk/');
    expect(await step(await owner.get(path!))).toBe('confirm');
    expect((await owner.form(path!)).headers.get('Location')).toBe('/lapak');
  });

  test('and on a browser that she signed in on before, by a new mail of her own', async () => {
    const limited = testMall();
    limited.clock.time = new Date('2026-11-26T05:00:00Z');
    const owner = await signedIn(limited, SEKAR);
    await owner.form('/masuk/keluar');
    for (let attempt = 0; attempt < 100; attempt += 1) await ask(limited, SEKAR, `198.51.100.${attempt}`);
    await limited.settle();
    const before = letters(limited, SEKAR);
    expect((await ask(limited, SEKAR, '203.0.113.5', owner)).headers.get('Location')).toBe('/masuk/kode');
    await limited.settle();
    expect(letters(limited, SEKAR)).toBe(before + 1);
    const code = latestMail(limited, SEKAR, '/masuk/').mail!.subject.slice(0, 8);
    expect((await owner.form('/masuk/kode', { code })).headers.get('Location')).toBe('/lapak');
  });
});

test('after ten wrong codes in a day only the link signs in; right ones are not counted', async () => {
  const limited = testMall();
  limited.clock.time = new Date('2026-11-28T05:00:00Z');
  const asked = async (email: string) => {
    limited.clock.time = new Date(limited.clock.time.getTime() + 20 * MINUTE);
    const jar = new Jar(limited);
    await jar.form('/masuk', { email });
    await limited.settle();
    const { mail, path } = latestMail(limited, email, '/masuk/');
    return { jar, path: path!, code: mail!.subject.slice(0, 8) };
  };
  for (let time = 0; time < 12; time += 1) {
    const { jar, code } = await asked(TROSO);
    expect((await jar.form('/masuk/kode', { code })).status).toBe(303);
  }
  for (let time = 0; time < 2; time += 1) {
    const { jar } = await asked(TROSO);
    for (let attempt = 0; attempt < 5; attempt += 1) await jar.form('/masuk/kode', { code: 'AAAAAAAA' });
  }
  const { jar, path, code } = await asked(TROSO);
  const refused = await jar.form('/masuk/kode', { code });
  expect(refused.status).toBe(422);
  expect((await shown<SignInForm>(refused)).error).toBe('links_only');
  expect((await jar.form(path)).headers.get('Location')).toBe('/lapak');
  limited.clock.time = new Date(limited.clock.time.getTime() + 25 * 60 * MINUTE);
  const next = await asked(TROSO);
  expect((await next.jar.form('/masuk/kode', { code: next.code })).status).toBe(303);
});

test('a known and an unknown address ask as many questions of the database', async () => {
  const rows = async () => {
    const count = (table: string) =>
      bindings.MALL_DB.prepare(`SELECT COUNT(*) AS n FROM ${table}`).first<number>('n');
    return [await count('sign_ins'), await count('letters')] as number[];
  };
  const added = async (email: string) => {
    const before = await rows();
    await new Jar(mall).form('/masuk', { email });
    await mall.settle();
    return (await rows()).map((count, at) => count - before[at]!);
  };
  expect(await added('bukan-siapa-siapa@contoh.test')).toEqual(await added(TROSO));
});

test('on HTTPS nobody else’s host can plant the cookies that say who somebody is', async () => {
  const response = await mall.request('https://mal.test/masuk', {
    method: 'POST',
    body: new URLSearchParams({ email: SEKAR }),
  });
  await mall.settle();
  const asked = response.headers.getSetCookie();
  expect(asked).toHaveLength(1);
  const { path } = latestMail(mall, SEKAR, '/masuk/');
  const Cookie = asked[0]!.split(';')[0]!;
  const entered = await mall.request(`https://mal.test${path}`, { method: 'POST', headers: { Cookie } });
  const set = [...asked, ...entered.headers.getSetCookie()];
  for (const cookie of set) {
    expect(cookie).toMatch(/^__Host-mall_(ask|session|device)=/);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).toMatch(/; Secure/);
    expect(cookie).not.toMatch(/Domain=/);
  }
  const session = set.find((cookie) => cookie.startsWith('__Host-mall_session='))!.split(';')[0]!;
  const at = (cookie: string) =>
    mall.request('https://mal.test/masuk/perangkat', { headers: { Cookie: cookie } });
  expect((await at(session)).status).toBe(200);
  expect((await at(session.replace('__Host-', ''))).status).toBe(303);
});

describe('a sign-in on a new device', () => {
  const told = () =>
    mall.mails.taken.filter(({ to, subject }) => to === TROSO && /Perangkat baru/.test(subject)).length;
  const account = async (jar: Jar) => (await mall.mall.signIn.account(jar.cookie('mall_session')!))!;

  test('is told to its owner by mail and at the desk, once for each device', async () => {
    later(20 * 24 * 60 * MINUTE);
    const [before, first] = [told(), await signedIn(mall, TROSO)];
    await mall.settle();
    expect(told()).toBe(before + 1);
    await first.form('/masuk/keluar');
    const again = await signInAgain(first);
    await mall.settle();
    expect(told()).toBe(before + 1);
    expect(await mall.mall.signIn.news(await account(again))).toHaveLength(1);
    const second = await signedIn(mall, TROSO);
    await mall.settle();
    expect(told()).toBe(before + 2);
    const news = await mall.mall.signIn.news(await account(again));
    expect(news.map(({ id }) => id)).toContain((await account(second)).session);
  });

  test('is a new one again after it was thrown out', async () => {
    const [owner, thrownOut] = [await signedIn(mall, TROSO), await signedIn(mall, TROSO)];
    await owner.form('/masuk/perangkat');
    await mall.settle();
    const before = told();
    await signInAgain(thrownOut);
    await mall.settle();
    expect(told()).toBe(before + 1);
    await signInAgain(owner);
    await mall.settle();
    expect(told()).toBe(before + 1);
  });

  async function signInAgain(jar: Jar): Promise<Jar> {
    await jar.form('/masuk', { email: TROSO });
    await mall.settle();
    await jar.form(latestMail(mall, TROSO, '/masuk/').path!);
    return jar;
  }
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
  await mall.settle();
  expect(latestMail(mall, SEKAR, '/masuk/perangkat').mail?.subject).toMatch(/Perangkat baru/);
  expect(mall.mails.taken.map(({ to, subject }) => `${to} ${subject}`)).toContain(
    `${SEKAR} Pengelola mal membuat tautan masuk ke lapak Anda`,
  );
  const owner = await signedIn(mall, SEKAR);
  const news = await mall.mall.signIn.news((await mall.mall.signIn.account(owner.cookie('mall_session')!))!);
  expect(news.filter(({ made_by }) => made_by === OPERATOR)).toHaveLength(1);
  expect((await operator.form('/kelola/tautan-masuk', { seller: 'tidak-ada' })).status).toBe(422);
  const seller = await signedIn(mall, SEKAR);
  expect((await seller.form('/kelola/tautan-masuk', { seller: 'batik-sekar' })).status).toBe(403);
  expect((await new Jar(mall).form('/kelola/tautan-masuk', { seller: 'x' })).status).toBe(303);
});
