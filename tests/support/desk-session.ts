import type { OpenMall } from './open-mall.ts';

/** Signs in by the code of the mailed sign-in, without a browser; gives the session's cookie. */
export async function deskSession({ origin }: OpenMall, email: string): Promise<string> {
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Cookie: cookie, Origin: origin },
      body: new URLSearchParams(fields),
    });
  const cookieOf = (response: Response, name: string) =>
    response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0]!)
      .find((cookie) => cookie.startsWith(`${name}=`));
  const asked = cookieOf(await post('/masuk', { email }), 'mall_ask')!;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const inbox = await (await fetch(`${origin}/dev/mail`)).text();
    const mail = inbox
      .split('<li')
      .find((entry) => entry.includes(email) && /\w{8} adalah kode masuk/.test(entry));
    const code = /(\w{8}) adalah kode masuk/.exec(mail ?? '')?.[1];
    const session = code && cookieOf(await post('/masuk/kode', { code }, asked), 'mall_session');
    if (session) return session;
    await new Promise((passed) => setTimeout(passed, 100));
  }
  throw new Error(`${email} could not sign in`);
}
