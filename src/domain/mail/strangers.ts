/** Mails that one mailbox gets in 24 hours while nobody has confirmed its address (DESIGN, Mail to strangers). */
export const STRANGERS_MAILS_A_DAY = 5;

/** The mailbox behind an address, however it is written: `Siti+1@Contoh.id` and `siti@contoh.id` are one person's. */
export function mailboxOf(address: string): string {
  const [local = '', domain = ''] = address.toLowerCase().split(/@(?=[^@]*$)/);
  return `${local.replace(/(?<=.)\+.*$/, '')}@${domain}`;
}
