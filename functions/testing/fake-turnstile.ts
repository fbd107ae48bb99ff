/**
 * A server that speaks Turnstile's documented siteverify: a token is good once, for its site's secret. Web APIs
 * only.
 */
export function fakeTurnstile(secret: string) {
  const issued = new Map<string, { action: string }>();
  const answer = (body: object) => Response.json(body);
  const fake = {
    secret,
    /** While down it answers nothing. */
    down: false,
    asked: [] as { response: string; remoteip?: string }[],
    /** A token as the widget gives it to a browser that passed. */
    issue(action = 'inquiry'): string {
      const token = `token-${issued.size + 1}.${crypto.randomUUID()}`;
      issued.set(token, { action });
      return token;
    },
    fetch: (async (input: RequestInfo, init?: RequestInit) => {
      if (fake.down) throw new TypeError('connection refused');
      const request = new Request(input, init);
      if (request.method !== 'POST' || new URL(request.url).pathname !== '/turnstile/v0/siteverify')
        return new Response(null, { status: 404 });
      const asked = (await request.json()) as { secret?: string; response?: string; remoteip?: string };
      const failed = (code: string) => answer({ success: false, 'error-codes': [code] });
      if (!asked.secret) return failed('missing-input-secret');
      if (asked.secret !== secret) return failed('invalid-input-secret');
      if (!asked.response) return failed('missing-input-response');
      fake.asked.push({ response: asked.response, ...(asked.remoteip && { remoteip: asked.remoteip }) });
      const token = issued.get(asked.response);
      if (!token) return failed('invalid-input-response');
      if (token.action === 'spent') return failed('timeout-or-duplicate');
      const { action } = token;
      issued.set(asked.response, { action: 'spent' });
      return answer({ success: true, 'error-codes': [], hostname: 'mal.test', action, cdata: '' });
    }) as typeof fetch,
  };
  return fake;
}
