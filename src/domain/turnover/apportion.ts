/**
 * Splits a whole number over weights so that the parts sum to the whole, each less than 1 away from its exact
 * share (largest remainder; among equal remainders the first wins). Computed exactly, however large.
 * @param total an integer, also a negative one
 * @param weights whole numbers of 0 or more; where all are 0 the first part gets everything
 * @throws RangeError when there is no part, or a figure is not a whole number, which is a bug
 */
export function apportion(total: number, weights: number[]): number[] {
  if (!weights.length) throw new RangeError('nothing to apportion to');
  if (!Number.isSafeInteger(total) || !weights.every((weight) => Number.isSafeInteger(weight) && weight >= 0))
    throw new RangeError('only whole numbers can be apportioned');
  if (total < 0) return apportion(-total, weights).map((part) => 0 - part);
  const sum = weights.reduce((all, weight) => all + BigInt(weight), 0n);
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? total : 0));
  const shares = weights.map((weight, index) => {
    const exact = BigInt(total) * BigInt(weight);
    return { index, part: Number(exact / sum), rest: exact % sum };
  });
  const left = total - shares.reduce((all, { part }) => all + part, 0);
  const byRest = [...shares].sort((a, b) =>
    a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1,
  );
  for (const share of byRest.slice(0, left)) share.part += 1;
  return shares.map(({ part }) => part);
}
