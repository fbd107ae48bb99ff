/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
/** Western Indonesia time is UTC+7 all year round. How a moment is said to people is the business of src/i18n. */
const WIB_MS = 7 * 3_600_000;
/** The offset of a moment in WIB, as ISO 8601 writes it. */
export const WIB_OFFSET = '+07:00';
/** Moments outside these years are typing errors; every day around one inside them can be written, in WIB as well. */
const FIRST_MOMENT = Date.parse('2000-01-01T00:00:00Z');
const AFTER_LAST_MOMENT = Date.parse('9999-01-01T00:00:00Z');
const MOMENT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+ -]\d{2}:?\d{2})$/i;

/**
 * Reads a moment with its offset, `2020-11-20T13:00:00+07:00` (ISO 8601). A `+` that arrived as a space, as
 * unescaped query strings make it, is understood; seconds may be left out.
 * @returns `undefined` for what is no moment, has no offset, names a day that does not exist or lies outside the years
 * 2000 to 9998
 */
export function parseMoment(text: string): Date | undefined {
  const [, day, hours, minutes, seconds = '00', fraction = '0', zone] = MOMENT.exec(text.trim()) ?? [];
  if (!day || !zone || !isDay(day)) return undefined;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  const milliseconds = fraction.slice(0, 3).padEnd(3, '0');
  const utc = Date.parse(`${day}T${hours}:${minutes}:${seconds}.${milliseconds}Z`);
  const moment = utc - offset * 60_000;
  return moment >= FIRST_MOMENT && moment < AFTER_LAST_MOMENT ? new Date(moment) : undefined;
}

/** A moment in WIB as a field for date and time gives it, `2020-11-20T13:00`, or with its offset. */
export function parseWibMoment(text: string): Date | undefined {
  return parseMoment(text) ?? parseMoment(`${text}${WIB_OFFSET}`);
}

/** An offset in minutes east of UTC; real ones reach from −12:00 to +14:00. */
function offsetMinutes(zone: string): number | undefined {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  if (Number(zone.slice(-2)) > 59 || minutes > 14 * 60) return undefined;
  return zone[0] === '-' ? -minutes : minutes;
}

/** True for a day of the calendar, `2020-11-20`, of the years 2000 to 9998. */
export function isDay(text: string): boolean {
  if (!/^[2-9]\d{3}-\d{2}-\d{2}$/.test(text) || text >= '9999') return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A moment whose UTC parts (`getUTCHours`…) are those of the clock in WIB. */
export function inWib(moment: Date): Date {
  return new Date(moment.getTime() + WIB_MS);
}

/** The day in WIB on which a moment falls, `2020-11-20`: sums by day go by it. */
export function wibDay(moment: Date): string {
  return inWib(moment).toISOString().slice(0, 10);
}

/** The minute in WIB in which a moment falls, `2020-11-20T13:00`: visits are counted by it. */
export function wibMinute(moment: Date): string {
  return inWib(moment).toISOString().slice(0, 16);
}

/** A moment in WIB with its offset, `2020-11-20T13:00:00+07:00`; milliseconds only where there are any. */
export function wibIso(moment: Date): string {
  return `${inWib(moment).toISOString().slice(0, -1).replace('.000', '')}${WIB_OFFSET}`;
}

/** The day so many days before another; negative: after it. */
export function daysBefore(day: string, days: number): string {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

/** When a day begins in WIB. */
export function startOfWibDay(day: string): Date {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return new Date(Date.parse(`${day}T00:00:00Z`) - WIB_MS);
}

/** The moment so many days later. */
export const daysAfter = (moment: Date, days: number) => new Date(moment.getTime() + days * DAY_MS);
