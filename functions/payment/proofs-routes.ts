import { readBytes } from '../http/body.ts';
import type { App, AppContext } from '../http/context.ts';
import { problem } from '../http/problem.ts';
import type { Proof } from './ports.ts';
import { MAX_PROOF_BYTES, type ProofResult } from './proof-photos.ts';

/** A photo, and what a form has around it. */
const MAX_BODY = MAX_PROOF_BYTES + 16 * 1024;

/** Photos that go with an order: sent by the buyer, seen by the buyer and that seller, by nobody else. */
export function proofRoutes(app: App): void {
  /** The order page's form, field `photo`; `kind` is `payment` or `complaint`. */
  app.post('/pesanan/:token/:code/bukti', async (c) => {
    const { token, code } = c.req.param();
    const result = await keep(c, token, code);
    if (result instanceof Response) return result;
    if (!result.ok && result.status === 404) return c.notFound();
    const query = result.ok ? 'kabar=photo' : `masalah=${result.code}`;
    return c.redirect(`/pesanan/${token}?${query}&bagian=${code}#${code}`, 303);
  });

  app.post('/api/orders/:token/seller-orders/:code/proofs', async (c) => {
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
  const type = c.req.header('Content-Type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) return problem(c, 415, 'unsupported_media_type');
  const body = await readBytes(c.req.raw, MAX_BODY);
  if (!body) return { ok: false, status: 413, code: 'photo_too_large' };
  const form = await new Response(body as Uint8Array<ArrayBuffer>, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => undefined);
  const photo = form?.get('photo') as unknown;
  if (!(photo instanceof Blob)) return { ok: false, status: 415, code: 'photo_type' };
  const kind = form?.get('kind') === 'complaint' ? 'complaint' : 'payment';
  return c.var.mall.proofs.keep(token, code, kind, new Uint8Array(await photo.arrayBuffer()));
}

/** A photo as it was sent; not found where there is none. */
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
