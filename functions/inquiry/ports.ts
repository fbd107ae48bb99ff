import type { Inquiry, InquiryParty, InquiryState, Offer } from '../../src/domain/inquiry/inquiry.ts';
import type { InquiryRow } from '../../src/domain/inquiry/inquiry-row.ts';
import type { Letter } from '../access/ports.ts';

// What the use cases of questions and offers need.

/** A question ready to be written. */
export type NewInquiry = Omit<Inquiry, 'id' | 'messages' | 'offer' | 'first_answer_at'> & {
  message: string;
  consent_text: string;
};

/** What one of the two says or does, with the mail to the other. */
export interface InquiryStep {
  at: string;
  by: InquiryParty;
  /** The state that it was decided on, and the one after it. */
  from: InquiryState;
  to: InquiryState;
  message?: string;
  offer?: Omit<Offer, 'id' | 'made_at' | 'order_token'>;
  /** To the buyer it only goes while the address may be written to. */
  letter?: Letter;
}

export interface InquiryStore {
  /** False when the code is taken. */
  create(inquiry: NewInquiry, letter?: Letter): Promise<boolean>;
  /** By either of the two links. */
  byToken(token: string): Promise<{ inquiry: Inquiry; as: InquiryParty } | undefined>;
  /** False when somebody was quicker. */
  step(id: number, step: InquiryStep): Promise<boolean>;
  /** Its buyer has confirmed it: it is open, and the seller gets it; false when it was confirmed before. */
  release(id: number, letter: Letter, at: Date): Promise<boolean>;
  /** The buyer opened a link that only a mail had. */
  confirmEmail(id: number, at: Date): Promise<void>;
  /** Whose question a code is; spam has none. */
  sellerOf(code: string): Promise<string | undefined>;
  /** Those that wait first, then by when they last changed. */
  list(sellers: string[], limit: number): Promise<InquiryRow[]>;
}
