/** Most kinds of goods (SKUs) in one cart and in one order. */
export const MAX_LINES = 30;
/** Most pieces of one SKU in one order, offer or sale at a booth. */
export const MAX_QTY = 10_000;

/** Most characters that a person may type, by what is typed: the form's field and the check behind it read it here. */
export const MAX_CHARACTERS = {
  name: 100,
  phone: 40,
  /** RFC 5321: a path of 256 octets, less its two brackets. */
  email: 254,
  address: 300,
  postalCode: 12,
  /** A bank's name, and the account's holder. */
  bank: 100,
  /** A courier, a parcel's number, a transfer's reference. */
  reference: 60,
  /** What a buyer or seller adds to an order or offer. */
  note: 500,
  /** Why a seller or the operator did something. */
  reason: 500,
  /** A complaint, the answer to it, the decision about it. */
  complaint: 1000,
  /** A message of a conversation with a seller. */
  message: 2000,
  /** What a shop says while it is closed. */
  pauseNote: 200,
} as const;
