/** Path data in the 400 by 400 picture: absolute commands only, numbers kept short. */

const MIRROR = 400;

/** A number as short as it can be written with at most one decimal. */
export const num = (value: number): string => String(Math.round(value * 10) / 10);

function points(d: string): { code: string; at: [number, number][] }[] {
  const steps: { code: string; at: [number, number][] }[] = [];
  for (const [, code, list] of d.matchAll(/([MLCQHV])([^MLCQHV]*)/g)) {
    const numbers = [...list!.matchAll(/-?\d+(\.\d+)?/g)].map(([text]) => Number(text));
    if (code === 'H' || code === 'V') {
      const [x, y] = steps.at(-1)!.at.at(-1)!;
      steps.push({ code: 'L', at: [code === 'H' ? [numbers[0]!, y] : [x, numbers[0]!]] });
      continue;
    }
    const per = code === 'C' ? 3 : code === 'Q' ? 2 : 1;
    const pairs = Array.from({ length: numbers.length / 2 }, (_, i): [number, number] => [
      numbers[2 * i]!,
      numbers[2 * i + 1]!,
    ]);
    for (let at = 0; at < pairs.length; at += per) steps.push({ code: code!, at: pairs.slice(at, at + per) });
  }
  return steps;
}

/**
 * A shape that is the same left and right, from its left side: an open path from top centre down to bottom
 * centre (commands M, L, H, V, C, Q), continued up its mirror image.
 */
export function symmetric(left: string): string {
  const steps = points(left);
  const ends = steps.map((step) => step.at.at(-1)!);
  let back = '';
  for (let index = steps.length - 1; index > 0; index--) {
    const step = steps[index]!;
    const path = [...step.at.slice(0, -1).reverse(), ends[index - 1]!];
    back += step.code + path.map(([x, y]) => `${num(MIRROR - x)} ${num(y)}`).join(' ');
  }
  return `${left}${back}Z`;
}

/** A line and its mirror image. */
export function both(left: string): string {
  const right = points(left).map(
    ({ code, at }) => code + at.map(([x, y]) => `${num(MIRROR - x)} ${num(y)}`).join(' '),
  );
  return left + right.join('');
}

/** Turns a shape by the picture's upright middle. */
export const FLIP = `matrix(-1 0 0 1 ${MIRROR} 0)`;
