import type { Inquiry, InquiryMessage, Offer } from '../../src/domain/inquiry/inquiry.ts';
import type { InquiryRow } from '../../src/domain/inquiry/inquiry-row.ts';
import { queueLetters } from '../access/d1-sessions.ts';
import { constraintOf, lists } from '../http/d1-rows.ts';
import type { InquiryStore } from './ports.ts';

/**
 * The first statement of every step: where the question is no longer what the step was decided on, the status would
 * be NULL, which its column refuses, and nothing of the batch is written.
 */
const STEP = `
UPDATE inquiries SET status = CASE WHEN status = ?2 THEN ?3 END,
  status_at = CASE WHEN ?2 = ?3 THEN status_at ELSE ?4 END,
  first_answer_at = CASE WHEN ?5 THEN COALESCE(first_answer_at, ?4) ELSE first_answer_at END
WHERE id = ?1`;

/** To a buyer whose address nobody confirmed goes one mail only: the answer that was asked for. */
const MAIL_BUYER = `
INSERT INTO letters (kind, to_address, detail, created_at, next_attempt_at)
SELECT ?2, buyer_email, ?3, ?4, ?4 FROM inquiries
WHERE id = ?1 AND buyer_email IS NOT NULL AND (email_confirmed_at IS NOT NULL OR buyer_mails = 0)`;

type Row = Record<string, string | number | null> & { id: number };

/** Questions to sellers in D1. */
export function d1Inquiries(db: D1Database): InquiryStore {
  const run = (sql: string, ...values: unknown[]) => db.prepare(sql).bind(...values);

  function toInquiry(row: Row, messages: InquiryMessage[], offer: Row | undefined): Inquiry {
    const text = (name: string) => (row[name] === null ? undefined : String(row[name]));
    const fields = ['sku', 'title', 'wanted_by', 'first_answer_at', 'email_confirmed_at'];
    const email = text('buyer_email');
    const phone = text('buyer_phone');
    return {
      ...(Object.fromEntries(
        [
          'code',
          'buyer_token',
          'seller_token',
          'seller',
          'seller_name',
          'locale',
          'status',
          'created_at',
          ...fields,
        ]
          .map((name) => [name, text(name)])
          .filter(([, value]) => value !== undefined),
      ) as Omit<Inquiry, 'id' | 'buyer' | 'messages'>),
      id: row.id,
      ...(row.awaits_confirmation === 1 && { awaits_confirmation: true }),
      ...(row.quantity !== null && { quantity: Number(row.quantity) }),
      buyer: { name: String(row.buyer_name), ...(email && { email }), ...(phone && { phone }) },
      messages,
      ...(offer && { offer: toOffer(offer) }),
    };
  }

  const toOffer = (row: Row): Offer => ({
    id: row.id,
    lines: JSON.parse(String(row.lines)),
    subtotal: Number(row.subtotal),
    shipping: Number(row.shipping),
    ...(row.destination !== null && { destination: String(row.destination) }),
    note: String(row.note),
    valid_until: String(row.valid_until),
    made_at: String(row.made_at),
    ...(row.order_token !== null && { order_token: String(row.order_token) }),
  });

  return {
    async create(inquiry, letter) {
      const { buyer } = inquiry;
      try {
        await db.batch([
          run(
            `INSERT INTO inquiries (code, buyer_token, seller_token, seller, seller_name, sku, title, quantity,
               wanted_by, buyer_name, buyer_email, buyer_phone, locale, status, created_at, status_at, consent_text,
               consent_at, awaits_confirmation)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?15, ?16, ?15, ?17)`,
            inquiry.code,
            inquiry.buyer_token,
            inquiry.seller_token,
            inquiry.seller,
            inquiry.seller_name,
            inquiry.sku ?? null,
            inquiry.title ?? null,
            inquiry.quantity ?? null,
            inquiry.wanted_by ?? null,
            buyer.name,
            buyer.email ?? null,
            buyer.phone ?? null,
            inquiry.locale,
            inquiry.status,
            inquiry.created_at,
            inquiry.consent_text,
            inquiry.awaits_confirmation ? 1 : 0,
          ),
          run(
            `INSERT INTO inquiry_messages (inquiry_id, author, text, at)
             SELECT id, 'buyer', ?2, ?3 FROM inquiries WHERE code = ?1`,
            inquiry.code,
            inquiry.message,
            inquiry.created_at,
          ),
          ...(letter ? [queueLetters(db, [letter], inquiry.created_at)] : []),
        ]);
        return true;
      } catch (error) {
        if (constraintOf(error) === 'inquiries.code') return false;
        throw error;
      }
    },

    async byToken(token) {
      const id = '(SELECT id FROM inquiries WHERE buyer_token = ?1 OR seller_token = ?1)';
      const [inquiries, messages, offers] = await db.batch<Row>([
        run(`SELECT * FROM inquiries WHERE id = ${id}`, token),
        run(`SELECT author, text, at FROM inquiry_messages WHERE inquiry_id = ${id} ORDER BY id`, token),
        run(
          `SELECT q.*, o.token AS order_token FROM quotes q
           LEFT JOIN quote_orders a ON a.quote_id = q.id LEFT JOIN orders o ON o.id = a.order_id
           WHERE q.inquiry_id = ${id} ORDER BY q.id DESC LIMIT 1`,
          token,
        ),
      ]);
      const row = inquiries?.results[0];
      if (!row) return undefined;
      return {
        inquiry: toInquiry(row, messages!.results as unknown as InquiryMessage[], offers?.results[0]),
        as: row.seller_token === token ? 'seller' : 'buyer',
      };
    },

    async step(id, { at, by, from, to, message, offer, letter }) {
      const speaks = by === 'seller' && (message !== undefined || offer !== undefined);
      try {
        await db.batch([
          run(STEP, id, from, to, at, speaks ? 1 : 0),
          ...(message === undefined
            ? []
            : [
                run(
                  'INSERT INTO inquiry_messages (inquiry_id, author, text, at) VALUES (?1, ?2, ?3, ?4)',
                  id,
                  by,
                  message,
                  at,
                ),
              ]),
          ...(offer
            ? [
                run(
                  `INSERT INTO quotes (inquiry_id, lines, subtotal, shipping, note, valid_until, made_at,
                     destination)
                   VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)`,
                  id,
                  JSON.stringify(offer.lines),
                  offer.subtotal,
                  offer.shipping,
                  offer.note,
                  offer.valid_until,
                  at,
                  offer.destination ?? null,
                ),
              ]
            : []),
          ...(letter && by === 'buyer' ? [queueLetters(db, [letter], at)] : []),
          ...(letter && by === 'seller'
            ? [
                run(MAIL_BUYER, id, letter.kind, JSON.stringify(letter.detail), at),
                run('UPDATE inquiries SET buyer_mails = buyer_mails + 1 WHERE id = ?1', id),
              ]
            : []),
        ]);
        return true;
      } catch (error) {
        if (constraintOf(error) === 'inquiries.status') return false;
        throw error;
      }
    },

    async release(id, letter, at) {
      const moment = at.toISOString();
      try {
        await db.batch([
          run(
            `UPDATE inquiries SET status = CASE WHEN awaits_confirmation = 1 THEN 'open' END,
               awaits_confirmation = 0, status_at = ?2, email_confirmed_at = ?2
             WHERE id = ?1`,
            id,
            moment,
          ),
          queueLetters(db, [letter], moment),
        ]);
        return true;
      } catch (error) {
        if (constraintOf(error) === 'inquiries.status') return false;
        throw error;
      }
    },

    async confirmEmail(id, at) {
      await run(
        'UPDATE inquiries SET email_confirmed_at = ?2 WHERE id = ?1 AND email_confirmed_at IS NULL',
        id,
        at.toISOString(),
      ).run();
    },
    async sellerOf(code) {
      const seller = await run(
        "SELECT seller FROM inquiries WHERE code = ?1 AND status <> 'spam'",
        code,
      ).first<string>('seller');
      return seller ?? undefined;
    },
    async list(sellers, limit) {
      const rows = (which: string, order: string) =>
        lists<InquiryRow>(
          db,
          sellers.map((seller) =>
            run(
              `SELECT code, seller_token, seller, title, buyer_name, status, created_at, status_at FROM inquiries
               WHERE seller = ?1 AND status ${which} AND erased_at IS NULL ORDER BY ${order} LIMIT ?2`,
              seller,
              limit,
            ),
          ),
        );
      const [open, others] = await Promise.all([
        rows("= 'open'", 'created_at'),
        rows("IN ('answered', 'quoted', 'ordered', 'closed')", 'status_at DESC'),
      ]);
      open.sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
      others.sort((a, b) => (a.status_at < b.status_at ? 1 : -1));
      return [...open, ...others].slice(0, limit);
    },
  };
}
