import { d1MailRows } from './d1-mail-rows.ts';
import type { LetterBox, LetterRow } from './ports.ts';

/** Letters in D1: mails that belong to no order. */
export function d1Letters(db: D1Database): LetterBox {
  const rows = d1MailRows<Omit<LetterRow, 'detail'> & { detail: string }>(db, 'letters', [
    'id',
    'kind',
    'to_address',
    'detail',
    'created_at',
  ]);
  return {
    ...rows,
    claim: async (options) =>
      (await rows.claim(options)).map((row) => ({ ...row, detail: JSON.parse(row.detail) })),
  };
}
