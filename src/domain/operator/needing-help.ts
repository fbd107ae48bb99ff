/** Orders that lapse within so many hours are shown. */
export const EXPIRING_HOURS = 6;
/** Claims and questions older than so many days are shown. */
export const WAITING_DAYS = 2;
