import { isDay, wibDay } from '../../domain/time.ts';

/**
 * The day in WIB on which certificates are judged, in checks and in pages: `MALL_TODAY`, else today. It is the one
 * thing besides code and content that pages depend on: they differ where a certificate has ended, and security.txt does
 * with each month.
 */
export function today(): string {
  const set = process.env.MALL_TODAY;
  return set && isDay(set) ? set : wibDay(new Date());
}
