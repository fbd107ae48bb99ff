import type { MiddlewareHandler } from 'hono';
import type { AppContext } from './context.ts';
import { readForm } from './form.ts';
import { problem } from './problem.ts';

/**
 * Most that a form with photos may have, in bytes. It is more than a photo may have, so that who picks one that is
 * too large straight from the camera is told so without losing what was typed beside it.
 */
const MAX_FORM = 16 * 1024 * 1024;

/**
 * Stands among a route's handlers where its form brings photos: its body may be larger than any other. Who answers
 * must know who sends it before it is read.
 */
export const takesPhotos: MiddlewareHandler = (_c, next) => next();

/** A form's texts, and the photos that came with them. */
export interface PhotoForm {
  fields: Record<string, string>;
  photos: Uint8Array[];
  /** True where the form was beyond all limits: then nothing of it was read, not even its texts. */
  tooLarge?: true;
}

/** The fields of a form that may have photos in its field `photo`, or the answer to one that can't be read. */
export async function readPhotoForm(c: AppContext): Promise<PhotoForm | Response> {
  const type = c.req.header('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) {
    const form = await readForm(c);
    return form instanceof Response ? form : { fields: Object.fromEntries(form), photos: [] };
  }
  const counted = withinLimit(c.req.raw.body);
  const form = await new Response(counted.body, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  if (counted.exceeded()) return { fields: {}, photos: [], tooLarge: true };
  if (!form) return problem(c, 400, 'invalid');
  const fields: Record<string, string> = {};
  for (const [name, value] of form) if (typeof value === 'string' && name !== 'photo') fields[name] = value;
  // A file field that was left empty arrives as a file of no bytes.
  const files = (form.getAll('photo') as unknown[]).filter(
    (file): file is Blob => file instanceof Blob && file.size > 0,
  );
  const photos: Uint8Array[] = [];
  for (const file of files) photos.push(new Uint8Array(await file.arrayBuffer()));
  return { fields, photos };
}

/** The body as it comes, without a copy of its own, ended where it goes beyond the limit. */
function withinLimit(body: ReadableStream<Uint8Array> | null) {
  let size = 0;
  const counted = body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        size += chunk.byteLength;
        if (size > MAX_FORM) controller.error(new Error('too large'));
        else controller.enqueue(chunk);
      },
    }),
  );
  return { body: counted ?? null, exceeded: () => size > MAX_FORM };
}
