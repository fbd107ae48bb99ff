/** Where an expo stands. The mall itself never closes. */
export type EditionPhase = 'coming' | 'open' | 'over';

/** When an expo opens and closes, with offset. */
export interface EditionDates {
  opens_at: string;
  closes_at: string;
}

/** An expo is open from the moment it opens until just before the moment it closes. */
export function editionPhase({ opens_at, closes_at }: EditionDates, now: Date): EditionPhase {
  const [opens, closes] = [Date.parse(opens_at), Date.parse(closes_at)];
  if (Number.isNaN(opens) || Number.isNaN(closes))
    throw new RangeError(`not moments: ${opens_at}, ${closes_at}`);
  if (now.getTime() < opens) return 'coming';
  return now.getTime() < closes ? 'open' : 'over';
}
