import { readBytes } from './body.ts';
import type { AppContext } from './context.ts';
import { readForm } from './form.ts';
import { problem } from './problem.ts';

/**
 * Most that a form with a photo may have, in bytes. It is more than a photo may have, so that who picks one that is
 * too large straight from the camera is told so without losing what was typed beside it.
 */
const MAX_FORM = 16 * 1024 * 1024;

/** A form's texts, and the photo that came with them. */
export interface PhotoForm {
  fields: Record<string, string>;
  photo?: Uint8Array;
}

/** The fields of a form that may have a photo in its field `photo`, or the answer to one that can't be read. */
export async function readPhotoForm(c: AppContext): Promise<PhotoForm | Response> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const form = await readForm(c);
    return form instanceof Response ? form : { fields: Object.fromEntries(form) };
  }
  const body = await readBytes(c.req.raw, MAX_FORM);
  if (!body) return problem(c, 413, 'photo_too_large');
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  if (!form) return problem(c, 400, 'invalid');
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && name !== 'photo') fields[name] = value;
  const file = form.get('photo') as unknown;
  // A file field that was left empty arrives as a file of no bytes.
  return file instanceof Blob && file.size > 0
    ? { fields, photo: new Uint8Array(await file.arrayBuffer()) }
    : { fields };
}
