import type { ReturnedForm } from '../../src/forms/returned-form.ts';
import type { AppContext } from '../http/context.ts';
import { readPhotoForm } from '../http/photo-form.ts';
import { amountOf, moveRequest } from './seller-moves-routes.ts';
import type { LifeResult } from './standing.ts';

/** What became of a seller's form: what was done, or the form as it goes back to its page. */
export type SellerFormResult =
  | { ok: true; done: string; photo?: string }
  | { ok: false; status: number; form: ReturnedForm };

/**
 * Takes one of a seller's forms about an order: a move, with a photo where money went back; the answer to a
 * complaint; money that came and belongs to no sale, or that it went back. Who calls this has seen that the order is theirs.
 */
export async function takeSellerForm(c: AppContext, code: string): Promise<SellerFormResult | Response> {
  const form = await readPhotoForm(c);
  if (form instanceof Response) return form;
  const { fields } = form;
  const photo = form.photos[0];
  const { life, proofs } = c.var.mall;
  const action = fields.action ?? fields.to ?? '';
  const sends = photo && (action === 'refunded' || action === 'owed');
  const fault = form.tooLarge ? 'photo_too_large' : sends ? proofs.faultOf(photo) : undefined;
  const result: LifeResult = fault
    ? { ok: false, status: 422, code: 'invalid', errors: [{ pointer: '/photo', code: fault }] }
    : action === 'answer'
      ? await life.answerComplaint(code, fields.answer ?? '')
      : action === 'owe'
        ? await life.oweByHand(code, {
            amount: amountOf(fields.amount) ?? Number.NaN,
            ...(fields.reason && { reason: fields.reason }),
          })
        : action === 'owed'
          ? await life.payBackOwed(code, 'seller', owedRefund(fields))
          : await life.move(code, 'seller', moveRequest(fields));
  if (!result.ok) {
    const { status, code: refused, errors = [] } = result;
    return { ok: false, status, form: { code, action, values: fields, refused, errors } };
  }
  c.var.waitUntil(c.var.mall.deliverSoon());
  const kept = sends ? await proofs.keepForSeller(code, photo) : undefined;
  return { ok: true, done: action, ...(kept && !kept.ok && { photo: kept.code }) };
}

function owedRefund({ gateway_order, amount, reference }: Record<string, string>) {
  const rupiah = amountOf(amount);
  return {
    ...(gateway_order && { gateway_order }),
    ...(rupiah !== undefined && { amount: rupiah }),
    ...(reference && { reference }),
  };
}
