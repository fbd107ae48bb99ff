/** Largest photo that goes with an order, in MB and in bytes: what a phone's camera makes where no script shrinks it. */
export const MAX_PHOTO_MB = 12;
export const MAX_PHOTO_BYTES = MAX_PHOTO_MB * 1024 * 1024;
/** Photos that each side may put on one seller order, so that nobody fills the store with an order. */
export const MAX_PHOTOS = 10;
/** Photos that one form brings. */
export const PHOTOS_AT_ONCE = 4;
