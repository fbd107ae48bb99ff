// Where a seller's money goes and who the seller is: a change in content is not live by being deployed.

/** The ways of paying that lead to somebody, each approved by itself. */
export const PAYMENT_FIELDS = ['qris', 'bank', 'cod', 'abroad', 'gateway'] as const;
export const APPROVED_FIELDS = ['email', 'whatsapp', ...PAYMENT_FIELDS] as const;
export type ApprovedField = (typeof APPROVED_FIELDS)[number];
type AnyPayments = Partial<Record<(typeof PAYMENT_FIELDS)[number], unknown>>;

/** What has to be approved before it counts. */
export interface ApprovedSet<Payments extends AnyPayments = AnyPayments> {
  email: string;
  whatsapp: string;
  payments: Payments;
}

/** JSON with sorted keys: the same text for the same value, however the file was written. */
export function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** The part of a seller that has to be approved, as the one text it is compared by. */
export function setText({ email, whatsapp, payments }: ApprovedSet): string {
  return sortedJson({ email, whatsapp, payments });
}

/**
 * What a deployed set has that was not approved. What was taken out is none of it: it leads nobody anywhere.
 * @param approved absent for a new shop, of which nothing is approved
 */
export function unapprovedFields(deployed: ApprovedSet, approved: ApprovedSet | undefined): ApprovedField[] {
  const offered = PAYMENT_FIELDS.filter((field) => deployed.payments[field] !== undefined);
  if (!approved) return ['email', 'whatsapp', ...offered];
  return [
    ...(['email', 'whatsapp'] as const).filter((field) => deployed[field] !== approved[field]),
    ...offered.filter(
      (field) => sortedJson(deployed.payments[field]) !== sortedJson(approved.payments[field]),
    ),
  ];
}

/** A seller as the mall treats it: the approved address, number and accounts, without those that content took out. */
export function asApproved<Seller extends ApprovedSet>(
  deployed: Seller,
  approved: ApprovedSet<Seller['payments']>,
): Seller {
  const payments = { ...approved.payments };
  for (const field of PAYMENT_FIELDS) if (deployed.payments[field] === undefined) delete payments[field];
  return { ...deployed, email: approved.email, whatsapp: approved.whatsapp, payments };
}
