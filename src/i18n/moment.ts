import { inWib as shifted } from '../domain/time.ts';
import type { Locale } from './locale.ts';

// Names are spelled out here rather than left to the runtime's ICU, whose versions differ between the build and the
// edge.

const WEEKDAYS = {
  id: ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;

const MONTHS = {
  id: [
    'Januari',
    'Februari',
    'Maret',
    'April',
    'Mei',
    'Juni',
    'Juli',
    'Agustus',
    'September',
    'Oktober',
    'November',
    'Desember',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
} as const;

/** A day in WIB: `20 November 2020`. */
export function formatDay(moment: string | Date, locale: Locale = 'id'): string {
  const wib = inWib(moment);
  return `${wib.getUTCDate()} ${MONTHS[locale][wib.getUTCMonth()]} ${wib.getUTCFullYear()}`;
}

/** A time of day in WIB: `13.00`. */
export function formatTime(moment: string | Date): string {
  const wib = inWib(moment);
  return [wib.getUTCHours(), wib.getUTCMinutes()].map((part) => String(part).padStart(2, '0')).join('.');
}

/** A moment in WIB with its weekday: `Jumat, 20 November 2020, 13.00 WIB`. */
export function formatMoment(moment: string | Date, locale: Locale = 'id'): string {
  return `${WEEKDAYS[locale][inWib(moment).getUTCDay()]}, ${formatDay(moment, locale)}, ${formatTime(moment)} WIB`;
}

/** A moment in WIB as it stands within an Indonesian sentence: `Jumat, 20 November 2020 pukul 13.00 WIB`. */
export function formatMomentInText(moment: string | Date): string {
  return `${WEEKDAYS.id[inWib(moment).getUTCDay()]}, ${formatDay(moment)} pukul ${formatTime(moment)} WIB`;
}

/** @throws RangeError when the text is no moment, which is a bug: content and API are checked before. */
function inWib(moment: string | Date): Date {
  const read = new Date(moment);
  if (Number.isNaN(read.getTime())) throw new RangeError(`not a moment: ${moment}`);
  return shifted(read);
}
