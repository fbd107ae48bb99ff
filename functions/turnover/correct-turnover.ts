import { MAX_CHARACTERS } from '../../src/domain/limits.ts';
import { formatRupiah, isRupiah, type Rupiah } from '../../src/domain/money.ts';
import { cleanText } from '../../src/domain/text.ts';
import { MAX_ENTRY } from '../../src/domain/turnover/ledger.ts';
import type { Clock } from '../http/ports.ts';
import type { CatalogReader } from '../products/ports.ts';
import type { Correction, CorrectionStore } from './ports.ts';

const MOST_SHOWN = 30;

interface Dependencies {
  turnover: CorrectionStore;
  catalog: Pick<CatalogReader, 'editions' | 'sellers'>;
  clock: Clock;
}

export type CorrectionResult =
  | { ok: true; correction: Correction; replayed: boolean }
  | {
      ok: false;
      status: 409 | 422;
      code: 'invalid' | 'correction_id_reused';
      errors: { pointer: string; code: string }[];
    };

/**
 * The operator's correcting entries: no entry of the ledger is ever changed, so what was wrong in one is set right by
 * another, with its reason. A correction of an entry counts from that entry's own moment on, so that the turnover as of
 * any moment becomes right; as it was known before, it stays what it was. One of no entry, or of an expo's recorded
 * history, counts from now on.
 */
export function correctingTurnover({ turnover, catalog, clock }: Dependencies) {
  return {
    list: () => turnover.corrections(MOST_SHOWN),

    /** `POST /api/desk/corrections`; each id counts once. */
    async add(by: string, fields: Record<string, unknown>): Promise<CorrectionResult> {
      const errors: { pointer: string; code: string }[] = [];
      const fault = (field: string, code: string) => errors.push({ pointer: `/${field}`, code });
      const id = typeof fields.id === 'string' && /^[\w.:-]{1,64}$/.test(fields.id) ? fields.id : undefined;
      if (id === undefined) fault('id', 'sale_id');
      const edition = text(fields.edition);
      if (!(await catalog.editions()).some(({ slug }) => slug === edition)) fault('edition', 'edition');
      const reason = cleanText(text(fields.reason));
      if (!reason || reason.length > MAX_CHARACTERS.reason) fault('reason', 'reason');
      const { amount } = fields;
      if (!isRupiah(amount) || amount === 0) fault('amount', 'correction_amount');

      const cause = text(fields.corrects).trim();
      const named = text(fields.seller).trim();
      const entry = cause ? await turnover.bookEntry(cause, edition, named || undefined) : undefined;
      const before = id === undefined ? undefined : await turnover.correction(id);
      if (cause && !entry) fault('corrects', 'corrects');
      if (named && entry ? entry.seller !== named : named && !(await catalog.sellers([named])).has(named))
        fault('seller', 'seller');
      if (isRupiah(amount) && amount !== 0 && !before && isTooMuch(amount, entry?.left))
        fault('amount', 'correction_amount');
      if (errors.length || id === undefined || !isRupiah(amount))
        return { ok: false, status: 422, code: 'invalid', errors };

      const now = clock.now().toISOString();
      const seller = named || entry?.seller || null;
      const correction: Correction = {
        id,
        edition,
        seller,
        channel: entry?.channel ?? 'correction',
        amount,
        reason,
        corrects: entry?.cause ?? null,
        occurred_at: entry && entry.kind !== 'opening_balance' ? entry.occurred_at : now,
        recorded_at: now,
      };
      const isNew =
        !before &&
        (await turnover.correct(
          { ...correction, destination: entry?.destination ?? null, sku: entry?.sku ?? null },
          {
            actor: by,
            action: 'correction',
            subject: `edition:${edition}`,
            detail: `${formatRupiah(amount)}. ${reason}`,
          },
        ));
      const recorded = await turnover.correction(id);
      if (!recorded) throw new Error('a correction that was recorded is gone');
      if (!isNew && !isSame(recorded, correction))
        return {
          ok: false,
          status: 409,
          code: 'correction_id_reused',
          errors: [{ pointer: '/id', code: 'correction_id_reused' }],
        };
      return { ok: true, correction: recorded, replayed: !isNew };
    },
  };
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** An entry can't be corrected below nothing; what corrects no entry may not be larger than one. */
function isTooMuch(amount: Rupiah, left: Rupiah | undefined): boolean {
  if (left === undefined) return Math.abs(amount) > MAX_ENTRY;
  return left + amount < 0 || amount > MAX_ENTRY;
}

function isSame(a: Correction, b: Correction): boolean {
  return (['edition', 'seller', 'amount', 'reason', 'corrects'] as const).every((key) => a[key] === b[key]);
}
