import type { ApprovedField } from '../../src/domain/products/approval.ts';
import type { SellerSet } from '../products/ports.ts';

/** A seller's deployed set that differs from the approved one. */
export interface SetDifference {
  seller: string;
  seller_name: string;
  /** Absent for a new shop. */
  approved?: SellerSet;
  deployed: SellerSet;
  fields: ApprovedField[];
}

/** A difference that waits for the operator, or that the operator refused while content still has it. */
export interface SetChange extends SetDifference {
  id: number;
  noticed_at: string;
  /** Who said yes first, where two have to. */
  first_yes_by?: string;
  refused: boolean;
}

/** What waits for the operator's yes. */
export interface ApprovalQueue {
  /** What waits, the oldest first, and what was refused last. */
  open(): Promise<SetChange[]>;
  /** How many wait that nobody has decided. */
  waiting(): Promise<number>;
  /** One change, whatever became of it. */
  change(id: number): Promise<SetChange | undefined>;
  /**
   * Notes the differences that were not noted before, each with its line in the trail and a letter to the old
   * address, and tells the operators.
   */
  notice(differences: SetDifference[], told: { at: string; operators: string[] }): Promise<void>;
  /** Ends what waits and is not among the differences any more. */
  withdraw(differences: SetDifference[], at: string): Promise<void>;
  /** Notes the first of two yeses, with its line in the trail. */
  firstYes(id: number, by: string, at: string): Promise<void>;
  /**
   * Makes a deployed set the approved one, with its line in the trail and a letter to the old and the new address.
   * @returns false when it was decided before
   */
  approve(change: SetChange, by: string, at: string): Promise<boolean>;
  /** Leaves the approved set as it is; the old address is told. */
  refuse(change: SetChange, by: string, at: string): Promise<boolean>;
}
