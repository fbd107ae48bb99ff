import { d1Addresses } from '../access/d1-addresses.ts';
import { d1Sessions } from '../access/d1-sessions.ts';
import type { AddressBook, SessionStore } from '../access/ports.ts';
import { d1Inquiries } from '../inquiry/d1-inquiries.ts';
import type { InquiryStore } from '../inquiry/ports.ts';
import { d1Pauses } from '../products/d1-pauses.ts';
import type { PauseStore } from '../products/ports.ts';
import { d1SellerDesk } from '../seller-desk/d1-seller-desk.ts';
import type { SellerDesk } from '../seller-desk/ports.ts';
import { d1Mails } from './d1-mails.ts';
import type { MailStore } from './ports.ts';

/** Everything in D1 that the desks and the inquiries need. */
export interface PeopleStores {
  addressBook: AddressBook;
  sessions: SessionStore;
  mails: MailStore;
  pauses: PauseStore;
  desk: SellerDesk;
  inquiries: InquiryStore;
}

export function d1People(db: D1Database): PeopleStores {
  return {
    addressBook: d1Addresses(db),
    sessions: d1Sessions(db),
    mails: d1Mails(db),
    pauses: d1Pauses(db),
    desk: d1SellerDesk(db),
    inquiries: d1Inquiries(db),
  };
}
