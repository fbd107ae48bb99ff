import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

export interface Navigation {
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  /** A form's fields; they are sent as a browser posts them. */
  form?: Record<string, string> | URLSearchParams;
}

const agent = new Agent({ keepAlive: true, maxSockets: 24 });

/**
 * Asks for an address as a browser does that navigates to it: with `Sec-Fetch-Mode: navigate`, which decides at
 * Cloudflare's edge whether a missing file reaches the Worker and which `fetch` does not let anybody set.
 * Redirects are not followed.
 */
export function navigate(url: string, { method, headers, form }: Navigation = {}): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString();
  return new Promise((answered, failed) => {
    const sent = request(
      url,
      {
        agent,
        method: method ?? (form ? 'POST' : 'GET'),
        headers: {
          Accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,*/*;q=0.8',
          'Accept-Language': 'id-ID,id;q=0.9',
          'Sec-Fetch-Dest': 'document',
          'Sec-Fetch-Mode': 'navigate',
          'Sec-Fetch-Site': 'same-origin',
          'Sec-Fetch-User': '?1',
          'Upgrade-Insecure-Requests': '1',
          ...(body !== undefined && {
            'Content-Type': 'application/x-www-form-urlencoded',
            'Content-Length': String(Buffer.byteLength(body)),
            Origin: new URL(url).origin,
          }),
          ...headers,
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', failed);
        response.on('end', () =>
          answered({
            status: response.statusCode!,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', failed);
    sent.end(body);
  });
}
