import { type ApprovedField, setText, unapprovedFields } from '../../src/domain/products/approval.ts';
import type { Clock, Settings } from '../http/ports.ts';
import type { ApprovedSets, CatalogReader } from '../products/ports.ts';
import type { ApprovalQueue, SetChange, SetDifference } from './ports.ts';

interface Dependencies {
  /** The catalogue as it was deployed, before any approval. */
  deployed: Pick<CatalogReader, 'everySeller'>;
  approvedSets: ApprovedSets;
  approvals: ApprovalQueue;
  clock: Clock;
  settings: Pick<Settings, 'operators'>;
}

/** `first`: another operator has to say yes, too. */
export type ApprovalResult =
  | { ok: true; done: 'approved' | 'refused' | 'first'; seller: string }
  | {
      ok: false;
      status: 404 | 409 | 422;
      code: 'not_waiting' | 'changed_again' | 'second_person' | 'own_address';
    };

/** A change as the operator looks at it; `sample` shops have no number that could be called. */
export type ShownChange = SetChange & { sample: boolean };

/**
 * Where a seller's money goes and who the seller is: what content changes waits here until the operator has asked
 * the seller by the old contact. Where there are two operators or more, two different ones have to say yes, and
 * nobody approves a set with an address of their own.
 */
export function approvingSets({ deployed, approvedSets, approvals, clock, settings }: Dependencies) {
  async function differences(): Promise<SetDifference[]> {
    const [sellers, approved] = await Promise.all([deployed.everySeller(), approvedSets.all()]);
    // Before anything was approved there is nothing to differ from.
    if (!approved.size) return [];
    return sellers.flatMap(({ slug, name, email, whatsapp, payments }): SetDifference[] => {
      const set = approved.get(slug);
      const now = { email, whatsapp, payments };
      const fields: ApprovedField[] = unapprovedFields(now, set);
      if (!fields.length) return [];
      return [{ seller: slug, seller_name: name, ...(set && { approved: set }), deployed: now, fields }];
    });
  }

  async function notice(): Promise<SetDifference[]> {
    const found = await differences();
    if (found.length)
      await approvals.notice(found, { at: clock.now().toISOString(), operators: settings.operators });
    return found;
  }

  return {
    /** Notes what differs from what is approved, and writes to the old addresses. */
    notice: async (): Promise<void> => void (await notice()),
    /** For the scheduled handler: the same, and what content took back waits no longer. */
    async carryOn(): Promise<void> {
      const found = await notice();
      await approvals.withdraw(found, clock.now().toISOString());
    },
    waiting: () => approvals.waiting(),
    /** What waits, as it is deployed now. */
    async list(): Promise<ShownChange[]> {
      await notice();
      const [open, sellers] = await Promise.all([approvals.open(), deployed.everySeller()]);
      const bySlug = new Map(sellers.map((seller) => [seller.slug, seller]));
      return open.flatMap((change): ShownChange[] => {
        const seller = bySlug.get(change.seller);
        if (!seller || setText(seller) !== setText(change.deployed)) return [];
        return [{ ...change, sample: seller.sample }];
      });
    },
    change: (id: number) => approvals.change(id),

    /** @param by the address of the operator who decides */
    async decide(by: string, id: number, decision: 'approve' | 'refuse'): Promise<ApprovalResult> {
      const change = Number.isSafeInteger(id)
        ? (await approvals.open()).find((each) => each.id === id)
        : undefined;
      if (!change) return { ok: false, status: 404, code: 'not_waiting' };
      const { seller } = change;
      const at = clock.now().toISOString();
      if (decision === 'refuse')
        return (await approvals.refuse(change, by, at))
          ? { ok: true, done: 'refused', seller }
          : { ok: false, status: 409, code: 'not_waiting' };
      const now = (await deployed.everySeller()).find(({ slug }) => slug === seller);
      if (!now || setText(now) !== setText(change.deployed))
        return { ok: false, status: 409, code: 'changed_again' };
      const same = (address: string) => address.toLowerCase() === by.toLowerCase();
      if (change.approved && change.fields.includes('email') && same(change.deployed.email))
        return { ok: false, status: 422, code: 'own_address' };
      const others = settings.operators.some((address) => !same(address));
      if (others && change.first_yes_by === undefined) {
        await approvals.firstYes(id, by, at);
        return { ok: true, done: 'first', seller };
      }
      if (others && same(change.first_yes_by ?? '')) return { ok: false, status: 409, code: 'second_person' };
      return (await approvals.approve(change, by, at))
        ? { ok: true, done: 'approved', seller }
        : { ok: false, status: 409, code: 'not_waiting' };
    },
  };
}
