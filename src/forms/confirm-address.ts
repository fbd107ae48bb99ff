/** What the page of a link that confirms an address gets. */
export interface ConfirmAddressForm {
  /** Absent for a forged or an old link. */
  address?: string;
  done?: boolean;
}
