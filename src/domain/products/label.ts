import { daysBefore } from '../time.ts';

/** Days before a certificate's last one on which its end is told. */
export const LABEL_NOTICE_DAYS = 60;

/**
 * Where a certificate stands on a day. One without a last day does not end.
 * @param today day in WIB, `2026-11-24`
 */
export function labelState(
  label: { valid_until?: string | undefined },
  today: string,
): 'valid' | 'ending' | 'expired' {
  if (label.valid_until === undefined) return 'valid';
  if (label.valid_until < today) return 'expired';
  return daysBefore(label.valid_until, LABEL_NOTICE_DAYS) <= today ? 'ending' : 'valid';
}
