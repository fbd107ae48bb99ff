/** What the sign-in pages get back. */
export interface SignInForm {
  /** Which of the pages it is. */
  step: 'ask' | 'code' | 'last' | 'confirm' | 'elsewhere' | 'over' | 'signed_in';
  email?: string;
  next?: string;
  error?: 'email' | 'too_many_requests' | 'code' | 'links_only';
  /** The code to type where it was asked for. */
  code?: string;
  /** The link's token, for its button. */
  token?: string;
}

/** What the operator's page for a seller's link gets. */
export interface SellerLinkForm {
  seller: string;
  link?: { url: string; name: string; whatsapp: string; sample: boolean };
  unknown?: boolean;
}
