import { readBody, readBytes } from './body.ts';
import type { AppContext } from './context.ts';
import { problem } from './problem.ts';

/** The fields of a posted form, or the answer to one that can't be read. */
export async function readForm(c: AppContext): Promise<URLSearchParams | Response> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') {
    const body = await readBody(c.req.raw);
    return body === undefined ? problem(c, 413, 'too_large') : new URLSearchParams(body);
  }
  if (type === 'multipart/form-data') {
    const fields = new URLSearchParams();
    const body = await readBytes(c.req.raw);
    if (!body) return problem(c, 413, 'too_large');
    const headers = { 'Content-Type': c.req.header('Content-Type') ?? '' };
    try {
      const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers }).formData();
      for (const [name, value] of form) if (typeof value === 'string') fields.append(name, value);
    } catch {
      return problem(c, 400, 'invalid');
    }
    return fields;
  }
  return problem(c, 415, 'unsupported_media_type');
}

/** The JSON body of a request, or the answer to one that can't be read. */
export async function readJson(c: AppContext): Promise<{ body: unknown } | Response> {
  const type = (c.req.header('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/json') return problem(c, 415, 'unsupported_media_type');
  const text = await readBody(c.req.raw);
  if (text === undefined) return problem(c, 413, 'too_large');
  try {
    return { body: JSON.parse(text) };
  } catch {
    return problem(c, 400, 'invalid_json');
  }
}

/** The JSON object of a request that may come without a body; the answer to one that is something else. */
export async function optionalJson(c: AppContext): Promise<Record<string, unknown> | Response> {
  if (!c.req.header('Content-Type')) {
    const body = await readBody(c.req.raw);
    if (body === undefined) return problem(c, 413, 'too_large');
    return body.trim() ? problem(c, 415, 'unsupported_media_type') : {};
  }
  const read = await readJson(c);
  if (read instanceof Response) return read;
  return typeof read.body === 'object' && read.body !== null && !Array.isArray(read.body)
    ? (read.body as Record<string, unknown>)
    : problem(c, 422, 'invalid');
}
