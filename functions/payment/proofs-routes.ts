import { z } from 'zod';
import { MAX_PHOTO_MB, PHOTOS_AT_ONCE } from '../../src/domain/payment/photo-limits.ts';
import type { App, AppContext } from '../http/context.ts';
import { describes, moment } from '../http/openapi.ts';
import { readPhotoForm, takesPhotos } from '../http/photo-form.ts';
import { problem } from '../http/problem.ts';
import type { Proof } from './ports.ts';
import type { ProofResult } from './proof-photos.ts';

const PROOF = describes({
  summary: `Keeps pictures of a payment or a complaint: JPEG, PNG or WebP, at most ${MAX_PHOTO_MB} MB; metadata is taken out`,
  body: z.object({
    kind: z.enum(['payment', 'complaint']).default('payment'),
    photo: z.array(z.string().meta({ contentEncoding: 'binary' })).max(PHOTOS_AT_ONCE),
  }),
  sent: ['multipart/form-data'],
  answers: {
    201: [
      'The last one as it is kept',
      z.object({
        proof: z.object({
          id: z.string(),
          kind: z.enum(['payment', 'complaint']),
          type: z.string(),
          bytes: z.int(),
          at: moment(),
          url: z.string(),
        }),
      }),
    ],
  },
  refusals: {
    400: ['invalid'],
    409: ['too_many_photos', 'order_erased'],
    413: ['photo_too_large'],
    415: ['unsupported_media_type', 'photo_type'],
    429: ['too_many_requests'],
  },
});

/** Photos that go with an order: sent by the buyer, seen by the buyer and that seller, by nobody else. */
export function proofRoutes(app: App): void {
  /** The order page's form, field `photo`; `kind` is `payment` or `complaint`. */
  app.post('/pesanan/:token/:code/bukti', takesPhotos, async (c) => {
    const { token, code } = c.req.param();
    const result = await keep(c, token, code);
    if (result instanceof Response) return result;
    if (!result.ok && result.status === 404) return c.notFound();
    const query = result.ok ? 'kabar=photo' : `masalah=${result.code}`;
    return c.redirect(`/pesanan/${token}?${query}&bagian=${code}#${code}`, 303);
  });

  app.post('/api/orders/:token/seller-orders/:code/proofs', PROOF, takesPhotos, async (c) => {
    const { token, code } = c.req.param();
    const result = await keep(c, token, code);
    if (result instanceof Response) return result;
    if (!result.ok) return problem(c, result.status, result.code);
    const { id, kind, type, bytes, at } = result.proof;
    return c.json({ proof: { id, kind, type, bytes, at, url: `/pesanan/${token}/bukti/${id}` } }, 201);
  });

  app.get('/pesanan/:token/bukti/:id', async (c) => {
    const { token, id } = c.req.param();
    return showProof(c, await c.var.mall.proofs.ofBuyer(token, id));
  });

  /** The seller's, behind the signed link of a mail. */
  app.get('/penjual/:token/bukti/:id', async (c) => {
    const opened = await c.var.mall.life.openSellerLink(c.req.param('token'));
    if (!opened || opened.expired) return c.notFound();
    return showProof(c, await c.var.mall.proofs.ofSeller(opened.code, c.req.param('id')));
  });
}

async function keep(c: AppContext, token: string, code: string): Promise<ProofResult | Response> {
  // Who has no such order sends nothing that is read.
  const order = await c.var.mall.orderByToken(token);
  if (!order?.seller_orders.some((part) => part.code === code))
    return { ok: false, status: 404, code: 'not_found' };
  if (!/^multipart\/form-data\b/i.test(c.req.header('Content-Type') ?? ''))
    return problem(c, 415, 'unsupported_media_type');
  const form = await readPhotoForm(c);
  if (form instanceof Response) return form;
  if (form.tooLarge) return { ok: false, status: 413, code: 'photo_too_large' };
  const kind = form.fields.kind === 'complaint' ? 'complaint' : 'payment';
  let result: ProofResult = { ok: false, status: 415, code: 'photo_type' };
  for (const photo of form.photos.slice(0, PHOTOS_AT_ONCE)) {
    result = await c.var.mall.proofs.keep(token, code, kind, photo);
    if (!result.ok) break;
  }
  return result;
}

/** A photo as it was kept; not found where there is none. */
export async function showProof(c: AppContext, proof: Proof | undefined): Promise<Response> {
  const picture = proof && (await c.var.mall.proofs.picture(proof));
  if (!picture) return c.notFound();
  return new Response(picture, {
    headers: {
      'Content-Type': proof.type,
      'Content-Length': String(proof.bytes),
      'Content-Disposition': `inline; filename="${proof.seller_order}.${proof.type.slice('image/'.length)}"`,
    },
  });
}
