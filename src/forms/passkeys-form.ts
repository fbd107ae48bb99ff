/** What the page of passkeys shows beside them. */
export interface PasskeysForm {
  /** Where the person was going when the second factor was asked for. */
  next: string;
  /** A new sheet of one-time codes, shown this once. */
  codes?: string[];
  error?: 'code' | 'refused';
}
