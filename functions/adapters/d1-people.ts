import type { PauseStore, SellerDesk } from '../ports-desk.ts';
import type { InquiryStore } from '../ports-inquiry.ts';
import type { LetterBox, SessionStore } from '../ports-people.ts';
import { d1Inquiries } from './d1-inquiries.ts';
import { d1Letters } from './d1-letters.ts';
import { d1Pauses } from './d1-pauses.ts';
import { d1SellerDesk } from './d1-seller-desk.ts';
import { d1Sessions } from './d1-sessions.ts';

/** Everything in D1 that the desks and the inquiries need. */
export interface PeopleStores {
  sessions: SessionStore;
  letters: LetterBox;
  pauses: PauseStore;
  desk: SellerDesk;
  inquiries: InquiryStore;
}

export function d1People(db: D1Database): PeopleStores {
  return {
    sessions: d1Sessions(db),
    letters: d1Letters(db),
    pauses: d1Pauses(db),
    desk: d1SellerDesk(db),
    inquiries: d1Inquiries(db),
  };
}
