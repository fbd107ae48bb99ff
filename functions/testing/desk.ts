import { d1LinkEpochs } from '../access/d1-sessions.ts';
import { hmacSigner } from '../access/hmac-signer.ts';
import { sellerLink } from '../fulfilment/mailed-order-link.ts';
import { bindings, type TestMall } from './test-mall.ts';

export const SEKAR = 'batik-sekar@contoh.mal-ukm.test';
export const TROSO = 'tenun-troso@contoh.mal-ukm.test';
export const OPERATOR = 'operator@mal-ukm.test';

/** A browser's cookies: what it was given, it sends again. */
export class Jar {
  #cookies = new Map<string, string>();
  readonly mall: TestMall;
  constructor(mall: TestMall) {
    this.mall = mall;
  }

  async request(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.#cookies.size)
      headers.set('Cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await this.mall.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    return response;
  }
  get = (path: string) => this.request(path);
  form(path: string, fields: Record<string, string> = {}) {
    return this.request(path, { method: 'POST', body: new URLSearchParams(fields) });
  }
  json(path: string, body: unknown = {}) {
    return this.request(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }
}

/** What a page of the test mall was given to show. */
export async function shown<T>(response: Response): Promise<T> {
  return ((await response.json()) as { page: { form: T } }).page.form;
}

/** The latest mail to an address with a link to a path that begins like this, and the last such link. */
export function latestMail(mall: TestMall, to: string, prefix: string) {
  const linked = mall.mails.taken
    .filter((sent) => sent.to === to)
    .map((mail) => ({
      mail,
      path: [...mail.text.matchAll(/http:\/\/mal\.test(\/\S+)/g)]
        .map(([, found]) => found!)
        .findLast((found) => found.startsWith(prefix)),
    }));
  return linked.findLast(({ path }) => path !== undefined) ?? { mail: undefined, path: undefined };
}

/** The link to a seller order as a mail of now would carry it. */
export async function mailedOrderLink({ mall, clock }: TestMall, code: string): Promise<string> {
  const found = await mall.life.bySellerOrder(code);
  if (!found) throw new Error(`no seller order ${code}`);
  const { MALL_DB } = bindings;
  const signer = hmacSigner(MALL_DB, 'only-for-tests');
  const ports = { signer, linkEpochs: d1LinkEpochs(MALL_DB), catalog: { sellers: mall.sellers } };
  return sellerLink(ports, found.sellerOrder, clock.time);
}

/** A browser that has signed in by the link of a mail. */
export async function signedIn(mall: TestMall, email: string): Promise<Jar> {
  const jar = new Jar(mall);
  await jar.form('/masuk', { email });
  await mall.settle();
  const { path } = latestMail(mall, email, '/masuk/');
  const response = await jar.form(path ?? '/masuk/none');
  if (!jar.cookie('mall_session')) throw new Error(`not signed in: ${response.status}`);
  return jar;
}
