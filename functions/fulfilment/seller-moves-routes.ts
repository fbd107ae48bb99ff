import { z } from 'zod';
import { readRupiah } from '../../src/domain/money.ts';
import { ORDER_STATES } from '../../src/domain/ordering/order-state.ts';
import { owns, requireRole } from '../access/desk-guard.ts';
import type { Account } from '../access/ports.ts';
import type { App, AppContext } from '../http/context.ts';
import { refusalAnswer } from '../http/explain-errors.ts';
import { optionalJson } from '../http/form.ts';
import { describes } from '../http/openapi.ts';
import { problem } from '../http/problem.ts';
import { sellerOrderAnswer, sellerOrderAnswerSchema } from './order-answer.ts';
import type { MoveRequest } from './transition-order.ts';

/** Whose orders a request may touch: those of a seller who signed in, or the one that a signed link opens. */
export type SellerAccess = { account: Account } | { code: string };

/**
 * What the request may act on, or the answer to somebody who may not. A signed link's token comes as
 * `Authorization: Bearer <token>` and its time must not be over; everybody else has signed in.
 */
export async function sellerOf(c: AppContext): Promise<SellerAccess | Response> {
  const header = c.req.header('Authorization');
  if (header === undefined) {
    const account = await requireRole(c, 'seller');
    return account instanceof Response ? account : { account };
  }
  const token = /^Bearer (\S+)$/.exec(header)?.[1];
  const opened = token ? await c.var.mall.life.openSellerLink(token) : undefined;
  return opened && !opened.expired
    ? { code: opened.code }
    : problem(c, 401, 'unauthorized', { headers: { 'WWW-Authenticate': 'Bearer' } });
}

/** True when this access reaches a seller order. */
export function mayTouch(access: SellerAccess, { code, seller }: { code: string; seller: string }): boolean {
  return 'code' in access ? access.code === code : owns(access.account, seller);
}

const text = z.string().optional();
const ANSWERED = { 200: ['The seller order as it is now', sellerOrderAnswerSchema] } as const;

const MOVE = describes({
  summary: 'Moves a seller order on',
  by: 'seller or link',
  body: z.object({
    to: z.enum(ORDER_STATES),
    amount: z
      .union([z.int(), z.string()])
      .optional()
      .meta({ description: 'Rupiah: the fee that is quoted, or what is paid back' }),
    reason: text,
    courier: text,
    tracking: text,
    reference: text.meta({ description: 'The proof of a refund' }),
  }),
  sent: 'optional',
  answers: ANSWERED,
  refusals: {
    409: ['transition_not_allowed', 'conflict', 'out_of_stock', 'order_erased'],
    422: ['payment_unavailable'],
  },
});

const ANSWER = describes({
  summary: "The seller's answer to a complaint",
  by: 'seller or link',
  body: z.object({ answer: z.string() }),
  sent: 'optional',
  answers: ANSWERED,
  refusals: { 409: ['transition_not_allowed', 'conflict'] },
});

/** The seller's moves: `POST /api/desk/seller-orders/<code>/transitions`, and the answer to a complaint. */
export function deskOrderRoutes(app: App): void {
  app.post('/api/desk/seller-orders/:code/transitions', MOVE, async (c) => {
    const found = await reachable(c);
    if (found instanceof Response) return found;
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.life.move(found.code, 'seller', moveRequest(fields));
    return result.ok ? answer(c, found.code) : refusalAnswer(c, result);
  });

  app.post('/api/desk/seller-orders/:code/complaint-answer', ANSWER, async (c) => {
    const found = await reachable(c);
    if (found instanceof Response) return found;
    const fields = await optionalJson(c);
    if (fields instanceof Response) return fields;
    const result = await c.var.mall.life.answerComplaint(found.code, textOf(fields.answer) ?? '');
    return result.ok ? answer(c, found.code) : refusalAnswer(c, result);
  });
}

/** The seller order of the address, if whoever asks may touch it; a foreign one is not found. */
async function reachable(c: AppContext): Promise<{ code: string } | Response> {
  const access = await sellerOf(c);
  if (access instanceof Response) return access;
  const found = await c.var.mall.life.bySellerOrder(c.req.param('code') ?? '');
  if (!found || !mayTouch(access, found.sellerOrder)) return problem(c, 404, 'not_found');
  return { code: found.sellerOrder.code };
}

async function answer(c: AppContext, code: string): Promise<Response> {
  c.var.waitUntil(c.var.mall.deliverSoon());
  const found = await c.var.mall.life.bySellerOrder(code);
  if (!found) throw new Error('a seller order that was moved is gone');
  return c.json(sellerOrderAnswer(found.order, code, found.life), 200, { 'Cache-Control': 'no-store' });
}

/** A move as JSON or as a form's fields: amounts come as numbers or as digits with their separators. */
export function moveRequest(fields: Record<string, unknown>): MoveRequest {
  const amount = amountOf(fields.amount);
  return {
    to: textOf(fields.to) ?? '',
    ...(amount !== undefined && { amount }),
    ...Object.fromEntries(
      ['reason', 'courier', 'tracking', 'reference'].flatMap((name) => {
        const text = textOf(fields[name]);
        return text === undefined ? [] : [[name, text]];
      }),
    ),
  };
}

/** Rupiah as a number, or as people type it, `Rp48.000`, `48rb`; NaN for what is no amount, which no rule accepts. */
export function amountOf(value: unknown): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'number') return value;
  return readRupiah(textOf(value) ?? '') ?? Number.NaN;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
