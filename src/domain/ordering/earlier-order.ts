/** An order that was placed before, as a page may tell of it. */
export interface EarlierOrder {
  minutes: number;
  /**
   * Where it opens; only for the browser that holds its key. Whoever merely knows a phone number is told neither
   * this nor the order's code, since code and number together open the order.
   */
  url?: string;
}
