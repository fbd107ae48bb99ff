import { formatNumber } from '../../domain/money.ts';

const STEPS = [
  [1_000_000_000_000, 'T'],
  [1_000_000_000, 'M'],
  [1_000_000, 'jt'],
  [1_000, 'rb'],
] as const;

/** A figure as an axis says it, `3,7 M` (miliar), `250 rb` (ribu): at most one decimal. */
export function shortNumber(value: number): string {
  const [unit, name] = STEPS.find(([size]) => Math.abs(value) >= size) ?? [1, ''];
  const tenths = Math.round((value / unit) * 10);
  const whole = Math.trunc(tenths / 10);
  const rest = Math.abs(tenths % 10);
  return `${formatNumber(whole)}${rest ? `,${rest}` : ''}${name ? ` ${name}` : ''}`;
}

/** The ends of an axis that holds every value and 0: round figures, 1, 2 or 5 with zeros. */
export function axis(values: readonly number[]): { low: number; high: number } {
  return { low: -roundUp(-Math.min(0, ...values)), high: roundUp(Math.max(0, ...values)) };
}

function roundUp(value: number): number {
  if (value <= 0) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  return [1, 2, 5, 10].map((step) => step * power).find((step) => step >= value)!;
}
